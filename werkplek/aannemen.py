"""Taking up an invitation: what its link opens, and the account that comes of it."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import LogContext, log

from core import rem
from core.models import User
from werkplek.models import Uitnodiging
from werkplek.uitnodigen import ZOUT, een_regel, mag_uitnodigen, vergeet_link

# The button pressed twice: the second time finds that it was done.
NOG_EENS = timedelta(minutes=2)


class WerktNiet(Exception):
    """A link that opens nothing; the message (Dutch) says why, and what to do."""


def lees(link: str) -> Uitnodiging:
    """The invitation behind the last part of an address. Raises WerktNiet."""
    uitnodiging, keer = _achter(link)
    if uitnodiging.aanvaard_op:
        raise WerktNiet("Je doet al mee. Log in met je e-mailadres.")
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
    if not mag_uitnodigen(uitnodiging.door, uitnodiging.groep):
        # Who left, or may not give any more what they gave then.
        raise WerktNiet("Deze uitnodiging geldt niet meer. Vraag de gemeente om een nieuwe.")
    return uitnodiging


def account_voor(uitnodiging: Uitnodiging) -> User:
    """The account as it will be, not saved yet: a new one, or that of who stopped and comes back. One logs in with
    the e-mail address."""
    terug = User.objects.filter(email__iexact=uitnodiging.email, is_active=False).order_by("-pk").first()
    user = terug or User(username=vrije_naam(uitnodiging.email), email=uitnodiging.email)
    _noem(user, uitnodiging.naam)
    return user


@transaction.atomic
def neem_aan(link: str, wachtwoord: str | None, naam: str) -> User:
    """Make the account, with this name, in the group of the invitation and in no other. Without a password one logs in
    with a code by mail.

    Raises WerktNiet, also for the second of two at once.
    """
    uitnodiging = Uitnodiging.objects.select_for_update(of=("self",)).get(pk=lees(link).pk)
    lees(link)
    if User.objects.filter(email__iexact=uitnodiging.email, is_active=True).exists():
        raise WerktNiet("Er is al een account met dit e-mailadres. Log in met dat adres.")
    user = account_voor(uitnodiging)
    _noem(user, naam)
    user.set_password(wachtwoord)
    user.is_active, user.is_superuser, user.is_staff = True, False, False
    # In the log, and in the mail about roles, it is the one who invited that let somebody in.
    with LogContext(user=uitnodiging.door):
        user.save()
        user.user_permissions.clear()
        user.groups.set([uitnodiging.groep])
        log(
            instance=user,
            action="bloei.uitgenodigd",
            user=uitnodiging.door,
            data={"groep": uitnodiging.groep.name},
        )
    uitnodiging.aanvaard_op = timezone.now()
    uitnodiging.save(update_fields=["aanvaard_op"])
    vergeet_link(uitnodiging)
    return user


def begon_hier(link: str, browser: str) -> bool:
    """Keep that this browser took up an invitation; whether it did so before, in the last minutes."""
    return bool(browser) and rem.tel("uitnodiging", link, browser, duur=NOG_EENS) > 1


def net_aangenomen(link: str, wachtwoord: str, browser: str) -> User | None:
    """Who took up this invitation a moment ago, with this password or in this browser: the button was pressed twice."""
    try:
        uitnodiging, _ = _achter(link)
    except WerktNiet:
        return None
    if not uitnodiging.aanvaard_op or uitnodiging.aanvaard_op < timezone.now() - NOG_EENS:
        return None
    user = User.objects.filter(email__iexact=uitnodiging.email, is_active=True).first()
    if user is None:
        return None
    zelfde = user.check_password(wachtwoord) if user.has_usable_password() else begon_hier(link, browser)
    return user if zelfde else None


def _achter(link: str) -> tuple[Uitnodiging, int]:
    """What the link names, and the number of its mail. Raises WerktNiet."""
    try:
        pk, keer = signing.loads(link, salt=ZOUT)
        return Uitnodiging.objects.select_related("groep", "door").get(pk=pk), keer
    except (signing.BadSignature, Uitnodiging.DoesNotExist) as fout:
        raise WerktNiet(
            "Deze link klopt niet. Kopieer hem helemaal uit de mail, tot en met het laatste teken."
        ) from fout


def _noem(user: User, naam: str) -> None:
    user.first_name, _, user.last_name = een_regel(naam).partition(" ")


def vrije_naam(email: str) -> str:
    naam = kaal = email.lower()[:140]
    nummer = 1
    while User.objects.filter(username__iexact=naam).exists():
        nummer += 1
        naam = f"{kaal}-{nummer}"
    return naam
