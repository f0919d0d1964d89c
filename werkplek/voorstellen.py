"""An editor proposes a new colleague for their own kern; communications or beheer sends the invitation, or doesn't."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.text import slugify

from berichten.models import Soort
from berichten.post import schrijf
from core.goedkeuring.rollen import communicatie_leden
from core.models import User
from werkplek.models import Uitnodiging
from werkplek.uitnodigen import (
    REDACTIE,
    een_regel,
    kern_van_groep,
    mag_uitnodigen,
    stuur_opnieuw,
    trek_in,
    zelfde,
)

HOOGSTENS = 10  # proposals of one editor that wait


def eigen_groepen(user) -> list[tuple[int, str]]:
    """For which kernen this editor may propose somebody, as (key of the group, name): those they write for."""
    groepen = user.groups.filter(name__startswith=REDACTIE).order_by("name")
    return [(pk, kern_van_groep(naam)) for pk, naam in groepen.values_list("pk", "name")]


@transaction.atomic
def stel_voor(naam: str, email: str, groep: Group, door: User) -> Uitnodiging:
    """Nobody is mailed but communications. Raises PermissionDenied, or ValidationError when it makes no sense.

    Whether a mailbox has an account elsewhere is for who sends the invitation to see.
    """
    if not door.is_active or groep.pk not in dict(eigen_groepen(door)):
        raise PermissionDenied
    if al := zelfde(naam, email, groep).filter(voorgesteld_door=door).first():
        return al
    if bekend := User.objects.filter(groups=groep, is_active=True, email__iexact=email).first():
        raise ValidationError(f"{bekend} schrijft al voor {kern_van_groep(groep.name)}.")
    open_ = Uitnodiging.objects.open()
    if open_.filter(email__iexact=email).exists():
        raise ValidationError(
            "Dit e-mailadres is al voorgesteld of uitgenodigd. Vraag Communicatie hoe het ervoor staat."
        )
    if open_.filter(keer=0, voorgesteld_door=door).count() >= HOOGSTENS:
        raise ValidationError(
            f"Er staan al {HOOGSTENS} voorstellen van je open. Wacht op Communicatie, of trek er een in."
        )
    voorstel = Uitnodiging.objects.create(
        naam=een_regel(naam), email=email, groep=groep, voorgesteld_door=door, keer=0
    )
    context = {
        "onderwerp": f"Voorstel om {voorstel.naam} uit te nodigen",
        "tekst": f"{door} stelt voor om {voorstel.naam} ({email}) uit te nodigen: schrijven voor "
        f"{kern_van_groep(groep.name)}. Stuur de uitnodiging, of wijs het voorstel af:",
        "link": _link(),
    }
    # Who writes where more may be done than writing, is for administrators to invite.
    wie = [lid for lid in communicatie_leden() if mag_uitnodigen(lid, groep)]
    for lid in wie or User.objects.filter(is_active=True, is_superuser=True):
        schrijf(f"voorstel:{voorstel.pk}", Soort.MENSEN, lid, context)
    return voorstel


@transaction.atomic
def stuur(uitnodiging: Uitnodiging, door: User, keer: int) -> bool:
    """Send an invitation, for the first time or again; who proposed it hears. Raises and returns as `stuur_opnieuw`."""
    verstuurd = stuur_opnieuw(uitnodiging, door, keer)
    if verstuurd and keer == 0:
        _antwoord(
            uitnodiging,
            door,
            "is uitgenodigd",
            f"{door} stuurde de uitnodiging. De link werkt veertien dagen.",
        )
    return verstuurd


@transaction.atomic
def wijs_af(uitnodiging: Uitnodiging, door: User) -> bool:
    """Withdraw an invitation, or refuse what was proposed; who proposed it hears. Raises and returns as `trek_in`."""
    ingetrokken = trek_in(uitnodiging, door)
    if ingetrokken:
        _antwoord(uitnodiging, door, "wordt niet uitgenodigd", f"Dat besloot {door}. Vraag gerust waarom.")
    return ingetrokken


def _antwoord(uitnodiging: Uitnodiging, door: User, wat: str, uitleg: str) -> None:
    wie = uitnodiging.voorgesteld_door
    if wie and wie != door:
        context = {
            "onderwerp": f"{uitnodiging.naam} {wat}",
            "tekst": f"Je stelde {uitnodiging.naam} voor. {uitnodiging.naam} {wat}. {uitleg} Wat je voorstelde:",
            "link": _link(),
        }
        schrijf(f"antwoord:{uitnodiging.pk}:{slugify(wat)}", Soort.MENSEN, wie, context)


def _link() -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:mensen")
