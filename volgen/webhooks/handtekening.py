"""Secrets, and what is signed with them: by Standard Webhooks, so that a receiver may use a library.

A secret is kept nowhere. It follows from SECRET_KEY and a seed, which is what the database has.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable

from django.utils.crypto import salted_hmac

ZOUT = "volgen.webhooks"
BEGIN = "whsec_"


def nieuw_zaad() -> str:
    return secrets.token_hex(16)


def geheim(zaad: str) -> str:
    """The secret as a receiver keeps it: shown once, when it was made."""
    return BEGIN + base64.b64encode(_sleutel(zaad)).decode()


def koppen(nummer: str, tijd: int, inhoud: bytes, zaden: Iterable[str]) -> dict[str, str]:
    """The headers of one message, signed with each of these: after a new secret the one before it holds for a while."""
    tekst = b".".join([nummer.encode(), str(tijd).encode(), inhoud])
    merken = [hmac.digest(_sleutel(zaad), tekst, hashlib.sha256) for zaad in zaden]
    return {
        "webhook-id": nummer,
        "webhook-timestamp": str(tijd),
        "webhook-signature": " ".join(f"v1,{base64.b64encode(merk).decode()}" for merk in merken),
    }


def _sleutel(zaad: str) -> bytes:
    return salted_hmac(ZOUT, zaad, algorithm="sha256").digest()
