"""Asking somebody to come and work here: a mail with a link, behind which they begin.

Who writes for a kern has no password (docs/adr/0057); nobody makes one up for somebody else. The account comes into being when the invitation is taken up: until
then there is nobody who could log in, approve or be mailed. docs/adr/0025.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from berichten.models import Bericht, Soort
from berichten.post import leg_klaar
from core.goedkeuring.rollen import COMMUNICATIE, is_communicatie
from core.models import User
from kernpagina.redactie import BEHEER_MAG, REDACTIE_MAG
from werkplek.models import Uitnodiging

ZOUT = "werkplek.uitnodiging"
REDACTIE = "Redactie "
# Pressed twice, it is one invitation.
NOG_EENS = timedelta(minutes=5)
# The log says who invited whom; the address is of no more use.
BEWAREN = timedelta(days=90)


@dataclass(frozen=True)
class Groep:
    """The people of one kern, or of communications."""

    naam: str
    mensen: list[User]


def groepen_voor(user) -> list[tuple[int, str]]:
    """Whom this person may invite people for, as (key of the group, name): a kern; administrators for Communicatie too.

    Someone of communications could otherwise make a second pair of eyes for themselves; nor may they for a kern
    whose group got a right beside writing.
    """
    if not (user and user.is_active and (user.is_superuser or is_communicatie(user))):
        return []
    kernen = Group.objects.filter(name__startswith=REDACTIE).order_by("name")
    if not user.is_superuser:
        kernen = kernen.exclude(pk__in=_mogen_meer())
    keuzes = [(pk, kern_van_groep(naam)) for pk, naam in kernen.values_list("pk", "name")]
    if user.is_superuser:
        keuzes += Group.objects.filter(name=COMMUNICATIE).values_list("pk", "name")
    return keuzes


def kiest_wachtwoord(groep: Group) -> bool:
    """Whether who comes into this group may do more than write: they get a password and a second step."""
    return groep.name == COMMUNICATIE or groep.pk in _mogen_meer()


def _mogen_meer() -> set[int]:
    """The keys of groups that may more than write for a kern, such as publish with haste."""
    rechten = Group.permissions.through._default_manager.exclude(permission__codename__in=BEHEER_MAG)
    paginas = GroupPagePermission.objects.exclude(permission__codename__in=REDACTIE_MAG)
    return {*rechten.values_list("group_id", flat=True), *paginas.values_list("group_id", flat=True)}


def wie_er_zijn() -> list[Groep]:
    """The people that are there, per kern; communications and administrators last."""
    groepen = Group.objects.filter(Q(name__startswith=REDACTIE) | Q(name=COMMUNICATIE))
    rijen = [
        Groep(kern_van_groep(groep.name), [user for user in vars(groep)["mensen"] if user.is_active])
        for groep in groepen.prefetch_related(Prefetch("user_set", to_attr="mensen"))
    ]
    beheer = list(User.objects.filter(is_active=True, is_superuser=True))
    return [*sorted(rijen, key=lambda rij: (rij.naam == COMMUNICATIE, rij.naam)), Groep("Beheer", beheer)]


def kern_van_groep(naam: str) -> str:
    return naam.removeprefix(REDACTIE)


@transaction.atomic
def nodig_uit(naam: str, email: str, groep: Group, door: User) -> Uitnodiging:
    """Invite somebody. Raises PermissionDenied, or ValidationError when this mailbox has an account or an invitation."""
    _mag(door, groep)
    if al := zelfde(naam, email, groep).filter(door=door).first():
        return al
    _geen_account(email)
    if Uitnodiging.objects.open().filter(email__iexact=email).exists():
        raise ValidationError(
            "Voor dit e-mailadres staat al een uitnodiging of voorstel open. Stuur die, of trek hem eerst in."
        )
    uitnodiging = Uitnodiging.objects.create(naam=een_regel(naam), email=email, groep=groep, door=door)
    _verstuur(uitnodiging)
    return uitnodiging


def zelfde(naam: str, email: str, groep: Group):
    """What was asked for with these same words a moment ago."""
    kort_geleden = timezone.now() - NOG_EENS
    open_ = Uitnodiging.objects.open().filter(groep=groep, gemaakt_op__gt=kort_geleden)
    return open_.filter(naam=een_regel(naam), email__iexact=email)


@transaction.atomic
def stuur_opnieuw(uitnodiging: Uitnodiging, door: User, keer: int) -> bool:
    """Mail a link, what was proposed included; an earlier link no longer works.

    `keer`: which mail went last, as this person saw it; False when another went since, or it was decided about. Raises
    PermissionDenied, and ValidationError when this mailbox got an account meanwhile.
    """
    uitnodiging = Uitnodiging.objects.select_for_update().get(pk=uitnodiging.pk)
    _mag(door, uitnodiging.groep)
    if not uitnodiging.is_open or uitnodiging.keer != keer:
        return False
    _geen_account(uitnodiging.email)
    uitnodiging.keer += 1
    uitnodiging.verstuurd_op, uitnodiging.door = timezone.now(), door
    uitnodiging.save(update_fields=["keer", "verstuurd_op", "door"])
    _verstuur(uitnodiging)
    return True


@transaction.atomic
def trek_in(uitnodiging: Uitnodiging, door: User) -> bool:
    """The link no longer works, nor does a mail with it go out. False when it was decided about. Raises PermissionDenied."""
    uitnodiging = Uitnodiging.objects.select_for_update().get(pk=uitnodiging.pk)
    if not mag_intrekken(door, uitnodiging):
        raise PermissionDenied
    if not uitnodiging.is_open:
        return False
    uitnodiging.ingetrokken_op = timezone.now()
    uitnodiging.save(update_fields=["ingetrokken_op"])
    vergeet_link(uitnodiging)
    return True


def mag_intrekken(door: User, uitnodiging: Uitnodiging) -> bool:
    """Whoever may send it; and who proposed it, until it was sent."""
    eigen = uitnodiging.keer == 0 and uitnodiging.voorgesteld_door_id == door.pk
    return eigen or mag_uitnodigen(door, uitnodiging.groep)


def een_regel(tekst: str) -> str:
    """Without what can't be seen: it stands in a mail and in the heading of a page."""
    zichtbaar = "".join(" " if unicodedata.category(teken)[0] == "C" else teken for teken in tekst)
    return " ".join(zichtbaar.split())


def mag_uitnodigen(door: User | None, groep: Group) -> bool:
    return groep.pk in dict(groepen_voor(door))


def _mag(door: User, groep: Group) -> None:
    if not mag_uitnodigen(door, groep):
        raise PermissionDenied


def _geen_account(email: str) -> None:
    """Who stopped may come back; who is here needs no invitation."""
    hier = User.objects.filter(is_active=True)
    if bekend := hier.filter(Q(email__iexact=email) | Q(username__iexact=email)).first():
        raise ValidationError(
            f"Dit e-mailadres hoort al bij het account van {bekend}. Vraag beheer om de groep daarbij te zetten."
        )


def _verstuur(uitnodiging: Uitnodiging) -> None:
    vergeet_link(uitnodiging)
    link = signing.dumps([uitnodiging.pk, uitnodiging.keer], salt=ZOUT)
    context = {
        "onderwerp": "Werk mee aan Bloei!",
        "kiest": kiest_wachtwoord(uitnodiging.groep),
        "naam": uitnodiging.naam,
        "wie": str(uitnodiging.door),
        "kern": "" if uitnodiging.groep.name == COMMUNICATIE else kern_van_groep(uitnodiging.groep.name),
        "email": uitnodiging.email,
        "geldig_tot": uitnodiging.geldig_tot,
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("uitnodiging", args=[link]),
    }
    leg_klaar(
        f"uitnodiging:{uitnodiging.pk}:{uitnodiging.keer}",
        Soort.UITNODIGING,
        uitnodiging.email,
        context,
        geheim_tot=uitnodiging.geldig_tot,
    )


def vergeet_link(uitnodiging: Uitnodiging) -> None:
    """What still waits with an earlier link doesn't go out any more."""
    nu = timezone.now()
    berichten = Bericht.objects.filter(
        sleutel__startswith=f"uitnodiging:{uitnodiging.pk}:", verzonden_op=None
    )
    berichten.update(geheim_tot=nu)
    berichten.maak_leeg(nu)


def ruim_op(nu: datetime) -> None:
    """Forget invitations that were taken up, withdrawn or left until they expired."""
    tot = nu - BEWAREN
    afgelopen = Q(verstuurd_op__lte=tot - Uitnodiging.GELDIG) & Q(aanvaard_op=None, ingetrokken_op=None)
    Uitnodiging.objects.filter(Q(aanvaard_op__lte=tot) | Q(ingetrokken_op__lte=tot) | afgelopen).delete()
