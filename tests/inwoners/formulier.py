"""Fill in a form of a page without a cookie, as a browser does."""

import re
from datetime import timedelta

import time_machine
from django.test import Client
from django.utils import timezone

from core.formulieren.zonder_koekje import VELD

VAN_HIER = {"sec-fetch-site": "same-origin"}


def bewijs_van(html: str) -> str:
    """The token of the (first) form on a page."""
    gevonden = re.search(rf'name="{VELD}" value="([^"]+)"', html)
    assert gevonden, "no form that brings a token along"
    return gevonden[1]


def verstuur(
    client: Client, pad: str, gegevens: dict | None = None, *, na: float = 4, van: str = "", **extra
):
    """Open the page (`van`, when that is another one than the form is sent to), wait `na` seconds, and send the form."""
    bewijs = bewijs_van(client.get(van or pad, **extra).content.decode())
    with time_machine.travel(timezone.now() + timedelta(seconds=na), tick=False):
        return client.post(pad, {VELD: bewijs, **(gegevens or {})}, headers=VAN_HIER, **extra)
