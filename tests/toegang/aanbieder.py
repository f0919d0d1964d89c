"""The municipality's OpenID provider, as the tests start it (tests/toegang/oidc), and somebody in front of it with a browser."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import requests
from django.test import Client

MAP = Path(__file__).parent / "oidc"
ROOT = Path(__file__).parents[2]
CLIENT, GEHEIM = "bloei", "een geheim van de tests"
TERUG = "http://localhost/cms/login/gemeente/terug/"
BEGIN = "/cms/login/gemeente/"


@contextmanager
def draai() -> Iterator[str]:
    """Run it; its address."""
    omgeving = {**os.environ, "PATH": f"{ROOT / '.venv/bin'}:{os.environ['PATH']}", "NODE_ENV": "production"}
    with subprocess.Popen(
        ["node", MAP / "server.mjs", CLIENT, GEHEIM, TERUG], stdout=subprocess.PIPE, text=True, env=omgeving
    ) as proces:
        assert proces.stdout
        try:
            yield proces.stdout.readline().strip()
        finally:
            proces.terminate()


def anders(adres: str, **velden: str) -> str:
    """This address with other parameters."""
    delen = urlsplit(adres)
    return urlunsplit(delen._replace(query=urlencode({**dict(parse_qsl(delen.query)), **velden})))


def bij_gemeente(adres: str, wie: dict | None) -> str:
    """Log in there, or break off; where one is sent back to."""
    browser = requests.Session()
    if wie is not None:
        adres = anders(adres, login_hint=json.dumps(wie))
    while not adres.startswith(TERUG):
        antwoord = browser.get(adres, allow_redirects=False, timeout=10)
        assert antwoord.is_redirect, antwoord.text
        adres = requests.compat.urljoin(adres, antwoord.headers["Location"])
    return adres


def log_in(client: Client, wie: dict | None, volgende: str = "", **onderweg: str):
    """All the way: to the server, logging in there, and back. What the site answers then."""
    begin = client.get(f"{BEGIN}?{urlencode({'next': volgende})}" if volgende else BEGIN)
    assert begin.status_code == 302
    terug = bij_gemeente(anders(begin.url, **onderweg), wie)
    return client.get(terug.removeprefix("http://localhost"))
