"""Asking for a link to /mijn/, and finding it in the mail."""

import re

from django.test import Client

from berichten.models import Bericht
from tests.inwoners.formulier import verstuur

EMAIL = "ria@example.nl"
LINK = re.compile(r"http://localhost(\S*/mijn/open/\S+/)")


def vraag_link(client: Client, email: str = EMAIL, pad: str = "/mijn/"):
    return verstuur(client, pad, {"email": email})


def link_in(bericht: Bericht) -> str:
    gevonden = LINK.search(bericht.tekst)
    assert gevonden
    return gevonden[1]


def tekst(antwoord) -> str:
    assert antwoord.status_code == 200
    return antwoord.content.decode()
