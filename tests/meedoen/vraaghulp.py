"""A question about a project, and the way from the form to the mail."""

import re
from datetime import timedelta

from berichten.models import Bericht
from tests.meedoen.hulp import VAN_HIER, lees_bewijs

RIA = {"naam": "Ria Verhoef", "email": "ria@example.org", "tekst": "Komt er een bankje bij de linde?"}


def stel(client, pad: str, time_machine, **anders):
    bewijs = lees_bewijs(client, pad)
    time_machine.shift(timedelta(seconds=10))
    return client.post(pad, RIA | anders | {"bewijs": bewijs}, **VAN_HIER)


def mails(soort: str) -> list[Bericht]:
    return list(Bericht.objects.filter(soort=soort).order_by("pk"))


def knop() -> str:
    return re.search(r"https?://[^/\s]+(\S*/vraag/bevestigen/\S+)", mails("vraag-bevestig")[-1].tekst)[1]
