"""The accounts to look around with: roles, not persons."""

from django.conf import settings
from django.contrib.auth.models import Group

from core.models import User

ACCOUNTS = {
    "redactie-beesd": ("Redactie", "Beesd", "Redactie Beesd"),
    "redactie-heukelum": ("Redactie", "Heukelum", "Redactie Heukelum"),
    "communicatie": ("Team", "Communicatie", "Communicatie"),
    "communicatie-2": ("Team", "Communicatie 2", "Communicatie"),
    "beheer": ("Beheer", "Bloei!", None),
}


def zorg_voor_accounts() -> list[str]:
    """Make the accounts that are missing; return their names. Their password is in the settings."""
    gemaakt = []
    for naam, (voornaam, achternaam, groep) in ACCOUNTS.items():
        if User.objects.filter(username=naam).exists():
            continue
        is_beheer = groep is None
        account = User(
            username=naam,
            email=f"{naam}@example.org",
            first_name=voornaam,
            last_name=achternaam,
            is_staff=is_beheer,
            is_superuser=is_beheer,
        )
        account.set_password(settings.DEMO_WACHTWOORD)
        account.save()
        if groep:
            account.groups.add(Group.objects.get(name=groep))
        gemaakt.append(naam)
    return gemaakt
