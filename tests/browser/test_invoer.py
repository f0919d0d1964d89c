"""Typing over from paper with the keyboard only: save, and go on typing the next."""

from playwright.sync_api import Page, expect

from tests.browser.telefoon import SCHERM, ga_verder


def test_sheets_are_typed_over_by_keyboard(new_context) -> None:
    context = new_context(**SCHERM)
    page: Page = context.new_page()
    ga_verder(page, "redactie-beesd")
    page.get_by_role("link", name="Reacties invoeren").first.click()
    expect(page.locator("[name=velnummer]")).to_be_focused()
    toetsen = page.keyboard
    for woorden in ("941", "Een pomp", "Zet er een waterpomp neer.", "Truus Toets"):
        toetsen.type(woorden)
        toetsen.press("Tab")
    # Two presses are one sheet.
    toetsen.press("Control+Enter")
    toetsen.press("Control+Enter")
    expect(page.get_by_text("Bewaard: vel 941 van Truus Toets")).to_be_visible()
    expect(page.locator("[name=velnummer]")).to_be_focused()
    terug = page.get_by_role("button", name="Haal weg en pas aan: vel 941 van Truus Toets")
    expect(terug).to_have_count(1)
    terug.click()
    expect(page.locator("[name=titel]")).to_have_value("Een pomp")
