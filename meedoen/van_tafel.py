"""Who takes part at the table: a name, and how they hear of it (docs/adr/0053).

An e-mail address from paper is a guess: somebody may have misread it. Until who has the mailbox presses a button, its
writer is somebody without e-mail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from berichten.models import Bericht
from inwoners.grenzen import Oordeel, weeg
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from inwoners.models import Adres, BevestigdVia, Inwoner, NaamOpenbaar, Sleutel
from kernpagina.models import AgendaItemPage
from meedoen.toelaten import bevestig_wie

GEEN_MAIL = (
    "Er ging geen mail: er gingen er vandaag al te veel. Vul een postadres in als iemand antwoord wil."
)


@dataclass(frozen=True)
class Afzender:
    """Who says it: a name, or else the meeting where it was said."""

    naam: str = ""
    kern: str = ""
    voluit: bool = False
    postadres: str = ""
    email: str = ""
    item: AgendaItemPage | None = None

    @property
    def naam_openbaar(self) -> NaamOpenbaar:
        return NaamOpenbaar.VOLUIT if self.voluit else NaamOpenbaar.KORT


def maak_inwoner(afzender: Afzender) -> Inwoner:
    """Each sheet makes one of its own, so that the screen never tells whether an address took part."""
    inwoner = zorg_voor_inwoner(None, afzender.naam, kern=afzender.kern, naam_openbaar=afzender.naam_openbaar)
    bevestig(inwoner, timezone.now(), BevestigdVia.TAFEL)
    if afzender.postadres:
        inwoner.postadres = afzender.postadres
        inwoner.save(update_fields=["postadres"])
    return inwoner


def vraag_of_het_klopt(email: str, taal: str, formulier: UUID, mail: Callable[[Adres], None]) -> str:
    """Mail the button, when an address was given; returns what has to be said when no mail went."""
    if not email:
        return ""
    if weeg(None, email, f"tafel:{formulier}") is not Oordeel.MAG:
        return GEEN_MAIL
    mail(zorg_voor_adres(email, taal))
    return ""


def vergeet_de_vraag(waarvoor: str, bericht: str) -> str:
    """Take the button and its mail back; returns the address that was given. `waarvoor`: of the key; `bericht`: of the mail."""
    sleutel = Sleutel.objects.filter(waarvoor=waarvoor).select_related("adres").first()
    if sleutel is None:
        return ""
    email = sleutel.adres.email
    Bericht.objects.filter(sleutel=bericht).wis(email, timezone.now())
    sleutel.delete()
    return email


def vergeet_wie(inwoner: Inwoner | None) -> None:
    """Somebody of one sheet, that was taken back."""
    if inwoner and inwoner.adres_id is None:
        Inwoner.objects.filter(pk=inwoner.pk).delete()


def is_van(inwoner: Inwoner, adres: Adres) -> Inwoner:
    """Who has the mailbox says that it is theirs: this name on it, which may have been there already. Raises KanNiet."""
    eigen = Inwoner.objects.filter(adres=adres, naam__iexact=inwoner.naam).first() or inwoner
    if eigen == inwoner:
        # A name on an address has a place there, or isn't confirmed.
        Inwoner.objects.filter(pk=inwoner.pk).update(adres=adres, bevestigd_op=None, postadres="")
        eigen.refresh_from_db()
    bevestig_wie(eigen, timezone.now())
    return eigen
