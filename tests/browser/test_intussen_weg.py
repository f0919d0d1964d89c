"""A page is taken off while somebody types in it. Needs no demo: the script alone, with what autosave answers."""

from pathlib import Path

from playwright.sync_api import Browser

SCRIPT = Path(__file__).parents[2] / "static" / "werkplek" / "bewaren.js"
FORMULIER = '<a class="page-status-tag">Online</a><form id="page-edit-form"><input name="title"></form>'
BEWAARD = """response => document.querySelector('form').dispatchEvent(
  new CustomEvent('w-autosave:success', {detail: {response}}))"""


def test_the_form_says_so_and_no_longer_that_it_is_online(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(FORMULIER)
    page.add_script_tag(path=SCRIPT)
    melding, merk = page.locator(".werkplek-melding"), page.locator(".page-status-tag")
    page.evaluate(BEWAARD, {"success": True})
    assert (melding.is_visible(), merk.count()) == (False, 1)
    page.evaluate(BEWAARD, {"success": True, "intussen_weg": "Ria haalde deze pagina van de site."})
    assert melding.inner_text() == "Ria haalde deze pagina van de site."
    assert merk.count() == 0
    page.close()
