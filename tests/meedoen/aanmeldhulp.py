"""A meeting for which one signs up here, and somebody who does."""

import re
from datetime import datetime, timedelta

from django.test import Client
from django.utils import timezone

from berichten.models import Bericht
from kernpagina.models import AgendaItemPage
from meedoen.models import Aanmelding
from tests.dorp import Dorp, agenda_item
from tests.meedoen.hulp import VAN_HIER, druk, lees_bewijs

RIA = {"naam": "Ria Verhoef", "email": "ria@example.org", "aantal": "1"}
JAN = {"naam": "Jan de Boer", "email": "jan@example.org", "aantal": "1"}


def avond_in(dorp: Dorp, **velden) -> AgendaItemPage:
    """An evening in a fortnight, in the village hall."""
    begin: datetime = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=14)
    velden = {"begin": begin, "aanmelden": "hier", "max_aantal": 2, **velden}
    return agenda_item(dorp.agenda, "Inwonersavond", live=True, **velden)


def verstuur(client: Client, pagina, time_machine, gegevens: dict, taal: str = ""):
    pad = f"{taal}{pagina.url}aanmelden/"
    bewijs = lees_bewijs(client, pad)
    time_machine.shift(timedelta(seconds=10))
    return client.post(pad, gegevens | {"bewijs": bewijs}, **VAN_HIER)


def mail(email: str) -> Bericht:
    """The newest to this address."""
    return Bericht.objects.filter(adres=email).order_by("-pk")[0]


def link(email: str) -> str:
    """The path of the link in it with which something can be done."""
    return re.search(r"https?://[^/\s]+(/\S*aanmelding/\S+)", mail(email).tekst)[1]


def meld_aan(
    client: Client, pagina, time_machine, gegevens: dict | None = None, taal: str = ""
) -> Aanmelding:
    """Form, mail, button."""
    gegevens = RIA if gegevens is None else gegevens
    assert verstuur(client, pagina, time_machine, gegevens, taal).status_code == 302
    druk(client, link(gegevens["email"]), time_machine)
    return Aanmelding.objects.order_by("-pk")[0]
