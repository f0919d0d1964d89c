"""“Let me know what comes of it”: one mail, as soon as the outcome of a call is told, with exactly that."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from core.inhoudsversie import houd_inhoudsversie
from core.talen.taal import BRONTAAL
from kernpagina.keuzes import OproepStatus
from kernpagina.models import OproepPage
from volgen.models import Abonnement, Editie, EditieStand, Levering, Ritme, Volgt, Wijziging
from volgen.samenstellen import uitkomst_van


def maak_wat_nodig_is(nu: datetime) -> None:
    """Of each call that is followed and of which the outcome is there."""
    op = timezone.localdate(nu)
    gevolgd = _wachtend().values_list("pagina", flat=True).distinct()
    nummers = list(gevolgd)
    if nummers:
        oproepen = OproepPage.objects.openbaar().filter(locale__language_code=BRONTAAL, pk__in=nummers)
        for pk in oproepen.met_status(OproepStatus.TERUGGEKOPPELD, op).values_list("pk", flat=True):
            _maak(pk, nu)


def _wachtend():
    """Who still has to hear of it, and of whom nothing is under way."""
    onderweg = Levering.objects.te_schrijven().filter(abonnement=OuterRef("pk"))
    return Abonnement.objects.actief().filter(~Exists(onderweg), volgt=Volgt.OPROEP).order_by("pagina")


@transaction.atomic
def _maak(pagina: int, nu: datetime) -> None:
    houd_inhoudsversie()
    inhoud = uitkomst_van(pagina, timezone.localdate(nu))
    if not inhoud:
        return
    nummer = Wijziging.objects.laatste()
    editie, _nieuw = Editie.objects.update_or_create(
        volgt=Volgt.OPROEP,
        pagina=pagina,
        thema=None,
        ritme=Ritme.METEEN,
        dag=timezone.localdate(nu),
        defaults={"van": nummer, "tot": nummer, "inhoud": inhoud, "stand": EditieStand.VERZENDEN},
    )
    volgers = _wachtend().filter(pagina=pagina)
    Levering.objects.bulk_create(
        [Levering(editie=editie, abonnement=volger) for volger in volgers], ignore_conflicts=True
    )
