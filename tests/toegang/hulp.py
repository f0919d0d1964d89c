"""Somebody who logs in, as the tests play them."""

import re
import time
from html import unescape

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client

from berichten.post import verstuur_wachtende

STAP = "/cms/tweede-stap/"
KIES = f"{STAP}app/"
BEGIN = "/cms/login/"
WACHTWOORD = f"{BEGIN}wachtwoord/"
CODE = f"{BEGIN}code/"


def in_te_loggen(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def code(geheim: str, verschil: int = 0) -> str:
    """What the app on the telephone shows, so many half minutes from now."""
    return format_hotp_value(hotp_value(geheim, int(time.time() // 30) + verschil))


def kies_telefoon(client: Client, verschil: int = 0) -> str:
    """As somebody would: read what the page shows, type what the app says. Return the secret."""
    tekst = unescape(client.get(KIES).content.decode())
    geheim = re.search(r"<code>(\w+)</code>", tekst)[1]
    assert f"secret={geheim}" in tekst
    assert "data:image/svg+xml" in tekst
    antwoord = client.post(KIES, {"code": code(geheim, verschil), "next": "/cms/pages/"})
    assert (antwoord.status_code, antwoord.url) == (302, "/cms/pages/")
    return geheim


def vraag_code(client: Client, adres: str) -> str:
    """Ask for a code, read the newest mail; empty when none came."""
    al = len(mail.outbox)
    client.post(BEGIN, {"email": adres})
    verstuur_wachtende()
    nieuw = [re.search(r"^\d{6}$", brief.body, re.MULTILINE) for brief in reversed(mail.outbox[al:])]
    return next((treffer[0] for treffer in nieuw if treffer), "")


def is_binnen(client: Client) -> bool:
    return "_auth_user_id" in client.session
