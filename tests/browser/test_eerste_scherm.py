"""The menu of a telephone is a tap away, without a script. That it isn't what one sees first: test_toegankelijk.py."""

import pytest
from playwright.sync_api import Browser, Page, expect


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
