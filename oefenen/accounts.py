"""Accounts to practise with: numbers, not persons. Each has a page that was sent back, to practise that as well."""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import Group

from core.models import User
from demo.bouwers.bureau import leg_neer
from demo.bouwers.dagen import Dagen
from demo.inhoud.bureau import Werk

# Who practises writes for a village that has something of everything.
DORPEN = (("beesd", "Redactie Beesd"), ("heukelum", "Redactie Heukelum"))
OPMERKING = "Mooi! Zet er nog bij of je je moet aanmelden, dan kan hij online."


def namen() -> list[str]:
    return [f"oefenen-{nummer}" for nummer in range(1, settings.OEFEN_ACCOUNTS + 1)]


def zorg_voor_oefenaars(vandaag: date) -> None:
    """Make the accounts, with their page. The password is in the settings; nobody is mailed by it."""
    for nummer, naam in enumerate(namen(), start=1):
        dorp, groep = DORPEN[(nummer - 1) % len(DORPEN)]
        user = User(username=naam, email=f"{naam}@example.org", first_name="Oefenaar", last_name=str(nummer))
        user.set_password(settings.DEMO_WACHTWOORD)
        user.save()
        user.groups.add(Group.objects.get(name=groep))
        leg_neer(_werk(naam, nummer, dorp), Dagen(vandaag))


def _werk(naam: str, nummer: int, dorp: str) -> Werk:
    return Werk(
        dorp,
        naam,
        2,
        {
            "slug": f"koffie-{naam}",
            "title": f"Koffie voor iedereen (oefening {nummer})",
            "dag": ("wo", 2),
            "tijd": ("10:00", "11:30"),
            "locatie": "Dorpshuis",
            "samenvatting": "Kom langs voor koffie en een praatje.",
            "themas": ["Communicatie"],
        },
        opmerking=OPMERKING,
    )
