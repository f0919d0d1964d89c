"""Logging in as in production, on a telephone: with a code by mail, and with a passkey."""

import email
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from email import policy
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch
from tests.browser.demo_site import ROOT, Demo
from tests.browser.telefoon import SCHERM, WACHTWOORD

POSTVAK = ROOT / "var" / "mail"


@pytest.fixture(scope="module")
def site(demo: Demo) -> Iterator[str]:
    """The demo's own database, served with the gate; by a name, because a passkey belongs to one."""
    with socket.socket() as plek:
        plek.bind(("127.0.0.1", 0))
        poort = plek.getsockname()[1]
    omgeving = {**demo.environment, "DJANGO_SETTINGS_MODULE": "tests.browser.met_poort"}
    server = [sys.executable, "-m", "gunicorn", "site_bloei.wsgi:application", f"--bind=127.0.0.1:{poort}"]
    with subprocess.Popen(
        [*server, "--threads=4", "--no-control-socket", "--log-level=warning"], cwd=ROOT, env=omgeving
    ) as proces:
        try:
            _wacht(poort)
            yield f"http://localhost:{poort}"
        finally:
            proces.terminate()


def _wacht(poort: int) -> None:
    tot = time.monotonic() + 60
    while time.monotonic() < tot:
        try:
            HTTPConnection("127.0.0.1", poort, timeout=30).request("GET", "/favicon.ico")
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the site with the gate doesn't start")


@pytest.fixture
def page(browser: Browser, browser_context_args: dict, site: str) -> Iterator[Page]:
    context = browser.new_context(**{**browser_context_args, **SCHERM, "base_url": site})
    klachten = watch(context, site)
    yield context.new_page()
    context.close()
    assert klachten == []


def code_uit_mail(aan: str, sinds: float) -> str:
    """Wait for the worker of the demo to send it."""
    for _ in range(600):
        for bestand in POSTVAK.glob("*.eml"):
            if bestand.stat().st_mtime < sinds:
                continue
            bericht = email.message_from_bytes(Path(bestand).read_bytes(), policy=policy.default)
            code = re.search(r"^\d{6}$", bericht.get_body(("plain",)).get_content(), re.MULTILINE)
            if code and aan in bericht["to"]:
                return code[0]
        time.sleep(0.1)
    raise AssertionError("no mail")


def vergeet(page: Page) -> None:
    """As if at another device; after what the page was still asking for."""
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")
    page.context.clear_cookies()


def past(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_editor_gets_in_with_a_code_by_mail(page: Page, axe: Callable[[Page], None]) -> None:
    begin = time.time()
    page.goto("/cms/")
    axe(page)
    past(page)
    expect(page.locator("[type=password]")).to_have_count(0)
    page.get_by_label("Je e-mailadres").fill("redactie-beesd@example.org")
    page.keyboard.press("Enter")
    veld = page.get_by_label("Code uit de mail")
    expect(veld).to_be_focused()
    axe(page)
    past(page)
    veld.fill("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Deze code klopt niet")).to_be_visible()
    axe(page)
    veld.fill(code_uit_mail("redactie-beesd@", begin))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^[^?]*/cms/$"))
    expect(page.get_by_role("link", name="Nieuw agenda-item").first).to_be_visible()


@pytest.fixture
def keurder(demo: Demo) -> Iterator[str]:
    """Somebody of communications, without a second step before and after."""
    weg = ("noodtoegang", "communicatie", "--reden", "de tests")
    if "BLOEI_DEMO" in os.environ:
        # What a test that stopped halfway left.
        with suppress(subprocess.CalledProcessError):
            demo.manage(*weg)
    yield "communicatie"
    demo.manage(*weg)


def test_a_passkey_is_made_and_opens_the_gate(page: Page, axe: Callable[[Page], None], keurder: str) -> None:
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    apparaat = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    kan = dict.fromkeys(("hasResidentKey", "hasUserVerification", "isUserVerified"), True)
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": {**apparaat, **kan}})
    page.goto("/cms/login/wachtwoord/")
    axe(page)
    past(page)
    page.get_by_label("E-mailadres of gebruikersnaam").fill(keurder)
    page.locator("[name=password]").fill(WACHTWOORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kies je tweede stap")).to_be_visible()
    axe(page)
    past(page)
    page.get_by_role("link", name="Kies je telefoon").click()
    expect(page.get_by_alt_text("QR-code")).to_be_visible()
    axe(page)
    past(page)
    page.get_by_role("link", name="Liever iets anders").click()
    page.get_by_role("link", name="Maak een passkey").click()
    page.get_by_label("Hoe noem je deze passkey?").fill("mijn telefoon")
    axe(page)
    past(page)
    page.get_by_role("button", name="Maak een passkey").click()
    page.wait_for_url(re.compile(r"^[^?]*/cms/$"))
    page.goto("/cms/tweede-stap/")
    expect(page.get_by_text("Passkey: mijn telefoon")).to_be_visible()
    axe(page)
    past(page)
    vergeet(page)
    # The password alone asks for it; the passkey alone is enough.
    page.goto("/cms/login/wachtwoord/")
    page.get_by_label("E-mailadres of gebruikersnaam").fill(keurder)
    page.locator("[name=password]").fill(WACHTWOORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="De tweede stap")).to_be_visible()
    axe(page)
    past(page)
    page.get_by_role("button", name="Gebruik een passkey").click()
    page.wait_for_url(re.compile(r"^[^?]*/cms/$"))
    vergeet(page)
    page.goto("/cms/")
    page.get_by_role("button", name="Log in met een passkey").click()
    page.wait_for_url(re.compile(r"^[^?]*/cms/$"))
    # Who breaks off, reads what to do.
    vergeet(page)
    page.goto("/cms/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('af')); }")
    page.get_by_role("button", name="Log in met een passkey").click()
    expect(page.get_by_text("of je brak het af")).to_be_visible()
