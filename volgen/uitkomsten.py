"""“Let me know what comes of it”: one mail, as soon as the outcome of a call is told, with exactly that."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import cast

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import override

from core.inhoudsversie import houd_inhoudsversie
from core.talen.lezen import heel_in_leestaal
from core.talen.taal import BRONTAAL
from core.teksten.plat import alineas
from kernpagina.keuzes import OproepStatus
from kernpagina.models import OproepPage
from volgen.models import Abonnement, Editie, EditieStand, Levering, Ritme, Volgt, Wijziging
from volgen.samenstellen import Deel, Punt, Stuk, aaneen, lees_stukken


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


def uitkomst_van(pagina: int, op: date) -> list[Stuk]:
    """What came of a call, in full; empty when it isn't public, or not told."""
    stukken = [stuk for stuk in lees_stukken([pagina], op) if stuk["deel"] == Deel.GEBEURD]
    for stuk in stukken:
        del stuk["eerst"]
        for taal in (*stuk["teksten"], *stuk["feiten"]):
            with override(taal):
                oproep = cast("OproepPage", heel_in_leestaal(OproepPage.objects.get(pk=pagina)))
                punten = [*_alineas(oproep), *_punten(oproep, taal)]
            if gezegd := stuk["teksten"].get(taal):
                gezegd["punten"] = [aaneen(punt) for punt in punten]
                gezegd.pop("regel", None)
            else:
                stuk["feiten"][taal]["punten"] = punten
    return stukken


def _alineas(oproep: OproepPage) -> Iterator[Punt]:
    for deel in alineas(oproep.uitkomst):
        yield from ([(oproep.taal, regel)] for regel in deel["regels"])


def _punten(oproep: OproepPage, leestaal: str) -> Iterator[Punt]:
    """“Meer licht: Doen we. Er komt een lamp.” What we do with it is said in the language that is being read."""
    for punt in oproep.uitkomstpunten.all():
        delen = [
            (oproep.taal, f"{punt.titel}:"),
            (leestaal, f"{punt.get_besluit_display()}."),
            (oproep.taal, punt.antwoord),
        ]
        yield [(taal, tekst) for taal, tekst in delen if tekst]
