"""Typing over from paper: with the keyboard only, and nothing that was typed is lost with the session."""

from playwright.sync_api import Page, expect

from tests.browser.telefoon import SCHERM, Telefoon


def test_a_sheet_by_keyboard_survives_a_session_that_ended(new_context) -> None:
    context = new_context(**SCHERM)
    page: Page = context.new_page()
    Telefoon(page).log_in("redactie-beesd")
    page.get_by_role("link", name="Reacties invoeren").first.click()
    expect(page.locator("[name=velnummer]")).to_be_focused()
    toetsen = page.keyboard
    for woorden in ("941", "Een pomp", "Zet er een waterpomp neer.", "Truus Toets"):
        toetsen.type(woorden)
        toetsen.press("Tab")
    koekjes = context.cookies()
    context.clear_cookies()
    toetsen.press("Control+Enter")
    melding = page.locator("[data-melding]")
    expect(melding).to_contain_text("Je bent niet meer ingelogd. Je tekst staat er nog.")
    context.add_cookies(koekjes)
    toetsen.press("Control+Enter")
    expect(page.get_by_text("Bewaard: vel 941 van Truus Toets")).to_be_visible()
    expect(page.locator("[name=velnummer]")).to_be_focused()
    page.get_by_role("button", name="Haal weg en pas aan: Truus Toets").click()
    expect(page.locator("[name=titel]")).to_have_value("Een pomp")
