"""/mijn/ on a narrow telephone without JavaScript: a link by mail, a button, what we keep, and gone."""

import email
import re
import time
from collections.abc import Callable
from email import policy
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch

POSTVAK = Path(__file__).parents[2] / "var" / "mail"
SMAL = {"width": 320, "height": 700}
TE_SNEL = 3.5  # seconds


def link_aan(adres: str) -> str:
    """The link in the mail to this address; waits for the worker."""
    for _ in range(600):
        for bestand in POSTVAK.glob("*.eml"):
            bericht = email.message_from_bytes(bestand.read_bytes(), policy=policy.default)
            if bericht["To"] == adres:
                gevonden = re.search(r"http\S+/mijn/open/\S+", bericht.get_body(("plain",)).get_content())
                assert gevonden
                return gevonden[0]
        time.sleep(0.2)
    raise AssertionError(f"Geen mail aan {adres}")


def vraag_link(page: Page, adres: str) -> str:
    page.goto("/mijn/")
    page.get_by_label("Je e-mailadres").fill(adres)
    time.sleep(TE_SNEL)
    page.get_by_role("button", name="Stuur me een link").click()
    expect(page.get_by_role("heading", name="Kijk in je mailbox")).to_be_visible()
    return link_aan(adres)


def test_zien_en_wissen_zonder_javascript(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False, viewport=SMAL, locale="nl-NL")
    klachten = watch(context, base_url)
    page = context.new_page()
    adres = f"ria-{uuid4().hex[:8]}@example.nl"
    link = vraag_link(page, adres)
    assert context.cookies() == []
    page.goto(link)
    assert context.cookies() == []
    page.get_by_role("button", name="Bekijk mijn gegevens").press("Enter")
    expect(page.get_by_text(f"Dit bewaart Bloei! bij {adres}.")).to_be_visible()
    (koekje,) = context.cookies()
    assert (koekje["path"], koekje["httpOnly"], koekje["sameSite"]) == ("/mijn/", True, "Strict")
    page.get_by_role("link", name="Wis alles wat jullie van mij bewaren").click()
    page.get_by_role("button", name="Wis mijn gegevens").press("Enter")
    expect(page.get_by_role("heading", name="Je gegevens zijn gewist")).to_be_visible()
    assert context.cookies() == []
    assert all(adres not in bestand.read_text(errors="replace") for bestand in POSTVAK.glob("*.eml"))
    assert klachten == []
    context.close()


def test_wat_achter_de_link_staat_is_toegankelijk(page: Page, axe: Callable) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(SMAL)
    page.goto("/mijn/")
    page.get_by_label("Je e-mailadres").fill("geen adres")
    time.sleep(TE_SNEL)
    page.get_by_role("button", name="Stuur me een link").click()
    expect(page.get_by_label("Je e-mailadres")).to_have_attribute("aria-invalid", "true")
    axe(page)
    page.goto(vraag_link(page, f"ria-{uuid4().hex[:8]}@example.nl"))
    axe(page)
    page.get_by_role("button", name="Bekijk mijn gegevens").click()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMAL["width"]
    page.get_by_role("link", name="Wis alles wat jullie van mij bewaren").click()
    axe(page)
