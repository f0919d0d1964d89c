"""Asking somebody to come and work here: a mail with a link, behind which they choose their own password.

Nobody makes up a password for somebody else. The account comes into being when the invitation is taken up: until
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
from wagtail.log_actions import LogContext, log

from berichten.models import Bericht, Soort
from berichten.post import leg_klaar
from core.goedkeuring.rollen import COMMUNICATIE, is_communicatie
from core.models import User
from werkplek.models import Uitnodiging

ZOUT = "werkplek.uitnodiging"
REDACTIE = "Redactie "
# The log says who invited whom; the address is of no more use.
BEWAREN = timedelta(days=90)


class WerktNiet(Exception):
    """A link that opens nothing; the message (Dutch) says why, and what to do."""


@dataclass(frozen=True)
class Groep:
    """The people of one kern, or of communications."""

    naam: str
    mensen: list[User]


def groepen_voor(user) -> list[tuple[int, str]]:
    """Whom this person may invite people for, as (key of the group, name): a kern; administrators for Communicatie too.

    Someone of communications could otherwise make a second pair of eyes for themselves.
    """
    if not (user.is_active and (user.is_superuser or is_communicatie(user))):
        return []
    kernen = Group.objects.filter(name__startswith=REDACTIE).order_by("name").values_list("pk", "name")
    keuzes = [(pk, kern_van_groep(naam)) for pk, naam in kernen]
    if user.is_superuser:
        keuzes += Group.objects.filter(name=COMMUNICATIE).values_list("pk", "name")
    return keuzes


def wie_er_zijn() -> list[Groep]:
    """The people that are there, per kern; communications last."""
    groepen = Group.objects.filter(Q(name__startswith=REDACTIE) | Q(name=COMMUNICATIE))
    rijen = [
        Groep(kern_van_groep(groep.name), [user for user in vars(groep)["mensen"] if user.is_active])
        for groep in groepen.prefetch_related(Prefetch("user_set", to_attr="mensen"))
    ]
    return sorted(rijen, key=lambda rij: (rij.naam == COMMUNICATIE, rij.naam))


def kern_van_groep(naam: str) -> str:
    return naam.removeprefix(REDACTIE)


@transaction.atomic
def nodig_uit(naam: str, email: str, groep: Group, door: User) -> Uitnodiging:
    """Invite somebody. Raises PermissionDenied, or ValidationError when this mailbox has an account or an invitation."""
    _mag(door, groep)
    if bekend := User.objects.filter(Q(email__iexact=email) | Q(username__iexact=email)).first():
        raise ValidationError(
            f"Dit e-mailadres hoort al bij het account van {bekend}. Vraag beheer om de groep daarbij te zetten."
        )
    if Uitnodiging.objects.open().filter(email__iexact=email).exists():
        raise ValidationError(
            "Voor dit e-mailadres staat al een uitnodiging open. Stuur die opnieuw, of trek hem eerst in."
        )
    uitnodiging = Uitnodiging.objects.create(naam=een_regel(naam), email=email, groep=groep, door=door)
    _verstuur(uitnodiging)
    return uitnodiging


@transaction.atomic
def stuur_opnieuw(uitnodiging: Uitnodiging, door: User) -> None:
    """Mail a new link; the earlier one no longer works. Raises PermissionDenied."""
    uitnodiging = Uitnodiging.objects.open().select_for_update().get(pk=uitnodiging.pk)
    _mag(door, uitnodiging.groep)
    uitnodiging.keer += 1
    uitnodiging.verstuurd_op, uitnodiging.door = timezone.now(), door
    uitnodiging.save(update_fields=["keer", "verstuurd_op", "door"])
    _verstuur(uitnodiging)


@transaction.atomic
def trek_in(uitnodiging: Uitnodiging, door: User) -> None:
    """The link no longer works, nor does a mail with it go out. Raises PermissionDenied."""
    uitnodiging = Uitnodiging.objects.open().select_for_update().get(pk=uitnodiging.pk)
    _mag(door, uitnodiging.groep)
    uitnodiging.ingetrokken_op = timezone.now()
    uitnodiging.save(update_fields=["ingetrokken_op"])
    _vergeet_link(uitnodiging)


def lees(link: str) -> Uitnodiging:
    """The invitation behind the last part of an address. Raises WerktNiet."""
    try:
        pk, keer = signing.loads(link, salt=ZOUT)
        uitnodiging = Uitnodiging.objects.select_related("groep", "door").get(pk=pk)
    except (signing.BadSignature, Uitnodiging.DoesNotExist) as fout:
        raise WerktNiet(
            "Deze link klopt niet. Kopieer hem helemaal uit de mail, tot en met het laatste teken."
        ) from fout
    if uitnodiging.aanvaard_op:
        raise WerktNiet("Je hebt je wachtwoord al gekozen. Log in met je e-mailadres.")
    if uitnodiging.ingetrokken_op:
        raise WerktNiet(
            "Deze uitnodiging is ingetrokken. Vraag je contactpersoon bij de gemeente om een nieuwe."
        )
    if keer != uitnodiging.keer:
        raise WerktNiet("Er is een nieuwere mail met een uitnodiging. Gebruik de link uit die mail.")
    if uitnodiging.geldig_tot <= timezone.now():
        raise WerktNiet(
            "Deze uitnodiging is verlopen. Vraag je contactpersoon bij de gemeente om een nieuwe."
        )
    return uitnodiging


def nieuw_account(uitnodiging: Uitnodiging) -> User:
    """The account as it will be, not in the database yet. One logs in with the e-mail address."""
    voornaam, _, achternaam = uitnodiging.naam.partition(" ")
    return User(
        username=_vrije_naam(uitnodiging.email),
        email=uitnodiging.email,
        first_name=voornaam,
        last_name=achternaam,
    )


@transaction.atomic
def neem_aan(link: str, wachtwoord: str) -> User:
    """Make the account, with this password, in the group of the invitation. Raises WerktNiet, also for the second
    of two at once."""
    uitnodiging = Uitnodiging.objects.select_for_update(of=("self",)).get(pk=lees(link).pk)
    lees(link)
    if User.objects.filter(email__iexact=uitnodiging.email).exists():
        raise WerktNiet(
            "Er is al een account met dit e-mailadres. Log in, of vraag een nieuw wachtwoord aan."
        )
    user = nieuw_account(uitnodiging)
    user.set_password(wachtwoord)
    # In the log, and in the mail about roles, it is the one who invited that let somebody in.
    with LogContext(user=uitnodiging.door):
        user.save()
        user.groups.add(uitnodiging.groep)
        log(
            instance=user,
            action="bloei.uitgenodigd",
            user=uitnodiging.door,
            data={"groep": uitnodiging.groep.name},
        )
    uitnodiging.aanvaard_op = timezone.now()
    uitnodiging.save(update_fields=["aanvaard_op"])
    _vergeet_link(uitnodiging)
    return user


def een_regel(tekst: str) -> str:
    """Without what can't be seen: it stands in a mail and in the heading of a page."""
    zichtbaar = "".join(" " if unicodedata.category(teken)[0] == "C" else teken for teken in tekst)
    return " ".join(zichtbaar.split())


def _mag(door: User, groep: Group) -> None:
    if groep.pk not in dict(groepen_voor(door)):
        raise PermissionDenied


def _vrije_naam(email: str) -> str:
    naam = kaal = email.lower()[:140]
    nummer = 1
    while User.objects.filter(username__iexact=naam).exists():
        nummer += 1
        naam = f"{kaal}-{nummer}"
    return naam


def _verstuur(uitnodiging: Uitnodiging) -> None:
    _vergeet_link(uitnodiging)
    link = signing.dumps([uitnodiging.pk, uitnodiging.keer], salt=ZOUT)
    context = {
        "onderwerp": "Werk mee aan Bloei!: kies je wachtwoord",
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


def _vergeet_link(uitnodiging: Uitnodiging) -> None:
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
