"""The first screen of a telephone is the village: its name, and not the menu. The menu is a tap away, without a script."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.paginas import AFGEBEELD, PAGINAS

HOOGSTE = 150  # pixels from the top to the heading
# Frames and the screen in the hall have no header; this one begins at what changed.
ZONDER = ("scherm", "insluiten", "kernagenda-versies")
BLADEN = {naam: PAGINAS[naam] for naam in AFGEBEELD if not naam.startswith(ZONDER)}


@pytest.mark.parametrize("taal", ["", "/en", "/pl"], ids=["nl", "en", "pl"])
def test_het_dorp_komt_voor_het_menu(page: Page, taal: str) -> None:
    """On telephones from 320 to 390 pixels wide; 320 is also 1280 pixels at a zoom of 400 %, with 256 pixels of height."""
    gevonden = {}
    for naam, adres in BLADEN.items():
        page.set_viewport_size({"width": 320, "height": 256})
        page.goto(taal + adres)
        for breedte in (320, 390):
            page.set_viewport_size({"width": breedte, "height": 256})
            gevonden[naam, breedte] = page.locator("h1").evaluate("h1 => h1.getBoundingClientRect().top")
    assert {plek: top for plek, top in gevonden.items() if top >= HOOGSTE} == {}


def test_grote_letters_passen(page: Page) -> None:
    """Text twice as large, as a reader may ask for (WCAG 1.4.4): nothing runs off a narrow screen."""
    page.set_viewport_size({"width": 320, "height": 568})
    te_breed = {}
    for naam, adres in BLADEN.items():
        page.goto(adres)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        te_breed[naam] = page.evaluate("document.documentElement.scrollWidth")
    assert {naam: breedte for naam, breedte in te_breed.items() if breedte > 320} == {}


@pytest.mark.parametrize("script", [True, False], ids=["met-script", "zonder-script"])
def test_het_menu_gaat_open(browser: Browser, base_url: str, script: bool) -> None:
    context = browser.new_context(
        base_url=base_url, java_script_enabled=script, viewport={"width": 320, "height": 568}
    )
    page = context.new_page()
    page.goto("/beesd/")
    naar = page.get_by_role("link", name="Meedoen", exact=True)
    for woord, wat in (("Menu", "Hoofdmenu"), ("Meer over Beesd", "Menu van Beesd")):
        link = page.get_by_role("navigation", name=wat).get_by_role("link", name="Meedoen")
        expect(link).to_have_count(0)
        page.locator("summary", has_text=woord).click()
        expect(link).to_be_visible()
    assert naar.count() == 2
    page.locator("summary", has_text="NL").click()
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url("**/pl/beesd/")
    expect(page.locator("h1")).to_have_text("Beesd")
    context.close()


def test_op_een_breed_scherm_staat_het_menu_open(page: Page) -> None:
    page.goto("/beesd/")
    for wat in ("Hoofdmenu", "Menu van Beesd", "Taal"):
        expect(page.get_by_role("navigation", name=wat).get_by_role("link").first).to_be_visible()
    expect(page.locator("header summary, .bloei-kernmenu summary").locator("visible=true")).to_have_count(0)
