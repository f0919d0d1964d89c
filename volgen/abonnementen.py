"""Following by mail, step by step: asked for, confirmed by a button in the mail, stopped. Each may be done twice."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from berichten.models import Voorrang
from core.inhoudsversie import houd_inhoudsversie
from core.talen.taal import leestaal
from inwoners.mensen import bevestig_adres, laat_adres_toe
from inwoners.models import Adres, Sleutel
from inwoners.models import Doel as SleutelDoel
from inwoners.post import schrijf_aan
from inwoners.sleutels import maak_sleutel, vind_sleutel
from volgen.doelen import Doel
from volgen.models import Abonnement, AbonnementQuerySet, Levering, Ritme, Staat, Volgt, Wijziging
from volgen.terugnemen import neem_terug

GELDIG = timedelta(hours=48)
GESTOPT = timedelta(days=30)
ZOUT = "volgen.stop"


@transaction.atomic
def vraag_aan(request: HttpRequest, doel: Doel, email: str) -> bool:
    """Mail the button without which nothing happens. False when too much comes in at once: say so.

    Of a subscription that is there nothing changes: a stranger may have typed the address.
    """
    adres, nu = laat_adres_toe(request, email, f"volg:{doel.volgt}:{doel.nummer}"), timezone.now()
    if isinstance(adres, bool):
        return adres
    ritme = Ritme.METEEN if doel.volgt == Volgt.OPROEP else Ritme.WEEK
    abonnement, nieuw = Abonnement.objects.get_or_create(
        adres=adres, **doel.velden, defaults={"ritme": ritme, "taal": leestaal(), "gevraagd_op": nu}
    )
    if not nieuw:
        # The 48 hours begin anew; who stopped stays stopped until the button is pressed.
        Abonnement.objects.filter(pk=abonnement.pk).update(gevraagd_op=nu)
    _vraag_bevestiging(abonnement, adres, doel, nu)
    return True


def _vraag_bevestiging(abonnement: Abonnement, adres: Adres, doel: Doel, nu: datetime) -> None:
    geheim = maak_sleutel(adres, SleutelDoel.BEVESTIGEN, geldig=GELDIG, waarvoor=f"volg:{abonnement.pk}")
    # The mail is in the language of the form: who asked for it is reading that.
    adres.taal = leestaal()
    context = {
        "onderwerp": _("Wil je %(naam)s volgen?") % {"naam": doel.naam},
        "naam": doel.naam,
        "oproep": doel.volgt == Volgt.OPROEP,
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("volg-bevestigen", args=[geheim]),
        "al": abonnement.stand == Staat.ACTIEF,
        # The first edition, with this link in it, may be days away.
        "stop": settings.WAGTAILADMIN_BASE_URL + stoplink([abonnement.pk], leestaal()),
    }
    schrijf_aan(
        adres,
        f"volg-bevestig:{abonnement.pk}:{nu:%Y%m%d%H%M%S%f}",
        "volg-bevestig",
        context,
        voorrang=Voorrang.DIRECT,
        geheim_tot=nu + GELDIG,
    )


def vind_abonnement(geheim: str) -> tuple[Sleutel, Abonnement] | None:
    """What a key out of a mail opens, with its address and what it follows."""
    sleutel = vind_sleutel(geheim, SleutelDoel.BEVESTIGEN)
    soort, _punt, pk = sleutel.waarvoor.partition(":") if sleutel else ("", "", "")
    if sleutel is None or soort != "volg" or not pk.isdecimal():
        return None
    abonnement = Abonnement.objects.met_doel().filter(pk=pk, adres=sleutel.adres_id).first()
    return (sleutel, abonnement) if abonnement else None


def toestemming(doel: Doel, ritme: str) -> str:
    """The sentence that somebody agrees to."""
    if ritme == Ritme.METEEN:
        return _("Mail me één keer, als bekend is wat er uit “%(naam)s” komt.") % {"naam": doel.naam}
    if ritme == Ritme.MAAND:
        return _("Mail me één keer per maand wat er nieuw is: %(naam)s. Ik kan altijd stoppen.") % {
            "naam": doel.naam
        }
    return _("Mail me elke week wat er nieuw is: %(naam)s. Ik kan altijd stoppen.") % {"naam": doel.naam}


@transaction.atomic
def bevestig(pk: int, ritme: str) -> None:
    """The button in the mail was pressed. What became public until now was there to read; what comes after it is told.

    The version is held, so that what is published at the same moment is on one side of it.
    """
    houd_inhoudsversie()
    adres = Adres.objects.select_for_update().get(abonnementen=pk)
    abonnement = Abonnement.objects.select_for_update(of=("self",)).met_doel().get(pk=pk)
    nu, zin = timezone.now(), toestemming(Doel.van(abonnement), ritme)[:300]
    if abonnement.stand != Staat.ACTIEF:
        abonnement.vanaf, abonnement.stand_op = Wijziging.objects.laatste(), nu
    elif abonnement.toestemming == zin:
        return
    abonnement.stand, abonnement.ritme, abonnement.taal = Staat.ACTIEF, ritme, leestaal()
    abonnement.toestemming, abonnement.bevestigd_op = zin, nu
    abonnement.save()
    bevestig_adres(adres, nu)
    Adres.objects.filter(pk=adres.pk).update(taal=leestaal())


@transaction.atomic
def stop(pks: Iterable[int]) -> None:
    """No more mail of these. Twice the same; of what is gone by now, too. What hadn't begun is forgotten at once."""
    gevraagd = Abonnement.objects.filter(pk__in=list(pks))
    gevraagd.filter(stand=Staat.CONCEPT).delete()
    abonnementen = gevraagd.exclude(stand=Staat.GESTOPT)
    _zonder_wat_wacht(abonnementen)
    abonnementen.update(stand=Staat.GESTOPT, stand_op=timezone.now())


@transaction.atomic
def onbestelbaar(email: str, op: datetime) -> None:
    """The mailbox isn't there: nothing more goes to it, until somebody asks for it again."""
    van_adres = Abonnement.objects.actief().filter(adres__email=email.lower())
    van_adres.update(stand=Staat.ONBESTELBAAR, stand_op=op)


def stoplink(pks: Iterable[int], taal: str) -> str:
    """The address, without the host, that stops these: in a mail, for who has that mail."""
    wat = signing.Signer(salt=ZOUT).sign(".".join(map(str, sorted(pks))))
    with override(taal):
        return reverse("volg-stop", args=[wat])


def lees_stoplink(wat: str) -> list[int] | None:
    """Which subscriptions it stops; None when it's no link of ours."""
    try:
        return [int(pk) for pk in signing.Signer(salt=ZOUT).unsign(wat).split(".")]
    except (signing.BadSignature, ValueError):
        return None


def ruim_op(nu: datetime) -> None:
    """What nobody confirmed, and what was stopped a while ago."""
    Abonnement.objects.filter(stand=Staat.CONCEPT, gevraagd_op__lte=nu - GELDIG).delete()
    uit = Abonnement.objects.filter(stand__in=[Staat.GESTOPT, Staat.ONBESTELBAAR])
    uit.filter(stand_op__lte=nu - GESTOPT, gevraagd_op__lte=nu - GELDIG).delete()


@transaction.atomic
def wis(abonnementen: AbonnementQuerySet) -> None:
    """Forget them, with what waits to be mailed."""
    _zonder_wat_wacht(abonnementen)
    abonnementen.delete()


def _zonder_wat_wacht(abonnementen: AbonnementQuerySet) -> None:
    """What was to go to these doesn't; what the same mail told of others is written anew. Whoever writes mail holds
    the version, so nothing comes between.
    """
    houd_inhoudsversie()
    leveringen = Levering.objects.filter(abonnement__in=abonnementen.values("pk"))
    neem_terug(leveringen)
    leveringen.te_schrijven().delete()
