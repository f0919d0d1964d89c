"""Whatever is sent to the addresses of logging in, there is an answer."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.dorp import WACHTWOORD as WOORD

from .hulp import BEGIN, CODE, KIES, STAP, WACHTWOORD, in_te_loggen

VREEMD = [
    "",
    "[]",
    "\x00",
    json.dumps({"id": "x", "rawId": "x", "type": "public-key", "response": {}}),
    json.dumps({"id": "eA", "rawId": "eA", "type": "public-key", "response": {"userHandle": 5}}),
    json.dumps(
        {
            "id": "eA",
            "rawId": "eA",
            "type": "public-key",
            "response": {
                "clientDataJSON": "e30",
                "authenticatorData": "eA",
                "signature": "eA",
                "userHandle": "eA",
            },
        }
    ),
    json.dumps(
        {
            "id": "eA",
            "rawId": "eA",
            "type": "public-key",
            "response": {"clientDataJSON": "e30", "attestationObject": "eA"},
        }
    ),
]
ZONDER = [
    BEGIN,
    WACHTWOORD,
    CODE,
    "/cms/login/passkey/",
    "/cms/login/tweede-stap/",
    "/cms/login/gemeente/terug/",
]
MET = [KIES, f"{STAP}passkey/", f"{STAP}code/", f"{STAP}met-passkey/"]


def velden(vreemd: str) -> dict[str, str]:
    return dict.fromkeys(("email", "username", "password", "code", "credential", "name", "next"), vreemd)


@pytest.mark.parametrize("vreemd", VREEMD)
def test_there_is_an_answer(dorp, settings, vreemd):
    settings.TWEEDE_FACTOR = True
    wie = dorp.gebruikers["communicatie"]
    fout = []

    def vraag(client: Client, adressen: list[str]) -> None:
        for adres in adressen:
            antwoord = client.post(adres, velden(vreemd))
            fout.extend([adres] * (antwoord.status_code >= 500))

    vraag(Client(raise_request_exception=False), ZONDER)
    vraag(_als(wie), MET)
    Authenticator.objects.create(user=wie, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    vraag(_als(wie), MET)
    half = Client(raise_request_exception=False)
    half.post(WACHTWOORD, {"username": "communicatie", "password": WOORD})
    vraag(half, ["/cms/login/tweede-stap/"])
    assert fout == []


def _als(user) -> Client:
    client = in_te_loggen(user)
    client.raise_request_exception = False
    return client
