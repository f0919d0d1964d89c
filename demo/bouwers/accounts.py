"""The accounts to look around with: roles, not persons."""

from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.models import Group

from core.models import User


class Account(NamedTuple):
    voornaam: str
    achternaam: str
    groep: str | None  # the name of its group; without one it is an administrator
    uitleg: str  # what it does, as `make demo` tells


ACCOUNTS = {
    "redactie-beesd": Account("Redactie", "Beesd", "Redactie Beesd", "schrijft voor Beesd, en dient in"),
    "redactie-heukelum": Account(
        "Redactie", "Heukelum", "Redactie Heukelum", "schrijft voor Heukelum, en dient in"
    ),
    "communicatie": Account("Team", "Communicatie", "Communicatie", "keurt goed en publiceert, in elke kern"),
    "communicatie-2": Account(
        "Team", "Communicatie 2", "Communicatie", "net zo: wie indient, keurt het eigen werk niet goed"
    ),
    "beheer": Account("Beheer", "Bloei!", None, "beheert gebruikers en instellingen"),
}


def zorg_voor_accounts() -> list[str]:
    """Make the accounts that are missing; return their names. Their password is in the settings."""
    gemaakt = []
    for naam, account in ACCOUNTS.items():
        if User.objects.filter(username=naam).exists():
            continue
        user = User(
            username=naam,
            email=f"{naam}@example.org",
            first_name=account.voornaam,
            last_name=account.achternaam,
            is_staff=account.groep is None,
            is_superuser=account.groep is None,
        )
        user.set_password(settings.DEMO_WACHTWOORD)
        user.save()
        if account.groep:
            user.groups.add(Group.objects.get(name=account.groep))
        gemaakt.append(naam)
    return gemaakt
