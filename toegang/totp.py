"""Codes of six figures that change every half minute (RFC 6238), as every authenticator app makes them."""

import base64
import hmac
import secrets
from urllib.parse import quote, urlencode

DUUR = 30  # seconds
CIJFERS = 6
# Half minutes that a telephone's clock may be off, before and after.
SPELING = 1
UITGEVER = "Bloei!"


def nieuw_geheim() -> str:
    """160 bits, as apps read them."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code(geheim: str, stap: int) -> str:
    """The code of this half minute, counted from 1970."""
    som = hmac.digest(base64.b32decode(geheim), stap.to_bytes(8, "big"), "sha1")
    begin = som[-1] & 0x0F
    getal = int.from_bytes(som[begin : begin + 4], "big") & 0x7FFFFFFF
    return str(getal % 10**CIJFERS).zfill(CIJFERS)


def stap_van(geheim: str, getypt: str, nu: float) -> int | None:
    """The half minute that this code is of, when that is about now; `nu` in seconds since 1970."""
    deze = int(nu // DUUR)
    for stap in range(deze - SPELING, deze + SPELING + 1):
        if hmac.compare_digest(code(geheim, stap).encode(), getypt.encode()):
            return stap
    return None


def adres(geheim: str, naam: str) -> str:
    """What stands in the QR code."""
    vraag = urlencode({"secret": geheim, "issuer": UITGEVER}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{UITGEVER}:{naam}')}?{vraag}"
