"""Finding, making and confirming who takes part."""

from datetime import datetime

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.inhoudsversie import begint_met_de_versie
from core.talen.taal import leestaal
from core.teksten import schoon
from core.tijd import einde_van, vandaag
from inwoners.grenzen import Oordeel, weeg
from inwoners.korte_naam import korte_naam
from inwoners.models import NAMEN_PER_ADRES, Adres, BevestigdVia, Inwoner, NaamOpenbaar
from inwoners.seinen import naam_veranderd


class TeVeelNamen(Exception):
    """This address has four names already. Say so in a mail to it, never on the page."""


def zorg_voor_adres(email: str, taal: str = "nl") -> Adres:
    """The address, made when it is new. Of one that exists nothing changes: a stranger may have typed it."""
    email = email.strip().lower()
    # As many questions for an address that is known: how long it takes says nothing.
    Adres.objects.bulk_create([Adres(email=email, taal=taal)], ignore_conflicts=True)
    return Adres.objects.get(email=email)


def laat_adres_toe(request: HttpRequest, email: str, wat: str) -> Adres | bool:
    """The address of a form, when what it brings may be kept; its mail goes now, or tonight. Else what who sent it sees:
    True, as if all went well; False, too much comes in at once. `wat` names the mail."""
    oordeel = weeg(request, email, wat, mag_wachten=True)
    if oordeel not in (Oordeel.MAG, Oordeel.WACHT):
        return oordeel is Oordeel.STIL
    adres = zorg_voor_adres(email, leestaal())
    if oordeel is Oordeel.WACHT:
        adres.mail_vanaf = einde_van(vandaag())
    return adres


def zorg_voor_inwoner(
    adres: Adres | None, naam: str, *, kern: str | None = None, naam_openbaar: str | None = None
) -> Inwoner:
    """The name on this address, made when it is new; on no address (paper) always a new one.

    Of a confirmed inwoner nothing changes here; of another only what was asked: None leaves what an earlier form said.
    Raises TeVeelNamen.
    """
    naam = netjes(naam)
    gevraagd = {"naam": naam, "kern": kern, "naam_openbaar": naam_openbaar}
    velden = {veld: waarde for veld, waarde in gevraagd.items() if waarde is not None}
    if adres is None:
        return Inwoner.objects.create(bevestigd_via=BevestigdVia.TAFEL, **velden)
    van_adres = Inwoner.objects.filter(adres=adres)
    deze = van_adres.filter(naam__iexact=naam)
    # The same questions for who is known and who isn't, as above.
    is_bekend, bezet = deze.exists(), van_adres.exclude(plek=None).count()
    if not is_bekend and bezet >= NAMEN_PER_ADRES:
        raise TeVeelNamen
    # Somebody with the same name at the same moment: the second finds what the first made.
    Inwoner.objects.bulk_create([Inwoner(adres=adres, **velden)], ignore_conflicts=True)
    deze.filter(bevestigd_op=None).update(**velden)
    return deze.get()


@transaction.atomic
def bevestig(inwoner: Inwoner, op: datetime, via: str = BevestigdVia.EMAIL) -> bool:
    """This name is somebody's who has the mailbox, or who was at the table. True when it wasn't known before.

    Raises TeVeelNamen when four others were confirmed meanwhile.
    """
    if inwoner.adres_id is None:
        return _eerste_keer(inwoner, op, via, None)
    # One at a time, so that two names don't take the same place.
    adres = Adres.objects.select_for_update().get(pk=inwoner.adres_id)
    anderen = Inwoner.objects.filter(adres=adres).exclude(plek=None).exclude(pk=inwoner.pk)
    bezet = set(anderen.values_list("plek", flat=True))
    inwoner.refresh_from_db(fields=["bevestigd_op", "plek"])
    vrij = inwoner.plek or next((p for p in range(1, NAMEN_PER_ADRES + 1) if p not in bezet), None)
    if vrij is None:
        raise TeVeelNamen
    if via == BevestigdVia.EMAIL:
        bevestig_adres(adres, op)
    return _eerste_keer(inwoner, op, via, vrij)


def bevestig_adres(adres: Adres, op: datetime) -> None:
    """Somebody pressed a button in a mail to this address: it works."""
    Adres.objects.filter(pk=adres.pk, bevestigd_op=None).update(bevestigd_op=op)
    Adres.objects.filter(pk=adres.pk).exclude(onbestelbaar_op=None).update(onbestelbaar_op=None)


def getoonde_naam(inwoner: Inwoner, hoe: str = "") -> str:
    """How the name stands with what somebody says, without the kern. `hoe`: as was chosen with that very thing."""
    if inwoner.afgeschermd:
        return _("naam bekend bij de gemeente")
    return inwoner.naam if (hoe or inwoner.naam_openbaar) == NaamOpenbaar.VOLUIT else korte_naam(inwoner.naam)


@begint_met_de_versie
def scherm_af(pk: int, reden: str) -> bool:
    """Show this name nowhere any more, also not with what stands there already; the reason stays with the name.

    `reden` empty: show it again as they chose. False when it was so already.
    """
    inwoner = Inwoner.objects.select_for_update().get(pk=pk)
    if inwoner.afgeschermd == bool(reden):
        return False
    inwoner.afgeschermd, inwoner.afgeschermd_reden = bool(reden), reden
    inwoner.save(update_fields=["afgeschermd", "afgeschermd_reden"])
    naam_veranderd.send(sender=Inwoner, inwoner=inwoner)
    return True


def netjes(naam: str) -> str:
    """A name in one line, without signs that nobody sees."""
    return " ".join(deel for deel in schoon.regel(naam).split() if schoon.zichtbaar(deel))


def _eerste_keer(inwoner: Inwoner, op: datetime, via: str, plek: int | None) -> bool:
    if inwoner.bevestigd_op is not None:
        return False
    inwoner.bevestigd_op, inwoner.bevestigd_via, inwoner.plek = op, via, plek
    inwoner.save(update_fields=["bevestigd_op", "bevestigd_via", "plek"])
    return True
