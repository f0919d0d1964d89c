"""What somebody of communications does with what waits, at a desk."""

import re

from playwright.sync_api import Locator, Page, expect


def wat_wacht(page: Page, titel: str) -> Locator:
    """The row of the list of what waits, on the first page of the admin."""
    page.goto("/cms/")
    return page.locator("#wacht-kop ~ table tbody tr", has_text=titel)


def open_om_te_veranderen(page: Page, titel: str) -> None:
    wat_wacht(page, titel).get_by_role("link", name=titel).click()
    page.wait_for_url(re.compile(r"/edit/$"))


def bekijk(page: Page, titel: str) -> Locator:
    """In one click: what was submitted beside what is online."""
    wat_wacht(page, titel).get_by_role("link", name="Wat is er veranderd?").click()
    page.wait_for_url(re.compile(r"/veranderd/$"))
    return page.locator(".werkplek-verschillen")


def keur_goed(page: Page, titel: str, melding: str = "Goedgekeurd en online") -> None:
    bekijk(page, titel)
    page.get_by_role("button", name=re.compile("^Goedkeuren")).click()
    page.wait_for_url(re.compile(r"/cms/$"))
    expect(page.get_by_text(f"{melding}")).to_contain_text(titel)


def stuur_terug(page: Page, titel: str, opmerking: str) -> None:
    bekijk(page, titel)
    page.get_by_label("Opmerking voor wie het schreef").fill(opmerking)
    page.get_by_role("button", name="Terugsturen").click()
    page.wait_for_url(re.compile(r"/cms/$"))
    expect(page.get_by_text(f"Teruggestuurd: {titel}")).to_be_visible()


def geef_aan_collega(page: Page, titel: str) -> None:
    """With the one button that a change to a waiting page leaves."""
    page.get_by_role("button", name="Wijziging aan een collega geven").first.click()
    page.wait_for_url(re.compile(r"/cms/$"))
    expect(page.get_by_text("wacht nu op een collega")).to_be_visible()
    expect(wat_wacht(page, titel)).to_contain_text("Een collega keurt dit goed")


def plan(page: Page, titel: str, moment: str) -> None:
    """In the side panel about the state of the page; that is a change as well."""
    page.locator("[data-side-panel-toggle=status]").click()
    page.get_by_role("button", name="Kies een andere dag").click()
    page.locator("[name=go_live_at]").fill(moment)
    # The calendar goes away when something else is pressed.
    page.get_by_text("Kies wanneer deze pagina online komt").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar de dagen").click()
    expect(wat_wacht(page, titel)).to_contain_text("Een collega keurt dit goed")


def keur_samen_goed(page: Page, titel: str, aantal: int) -> None:
    """A series: one look, and one press."""
    wat_wacht(page, titel).get_by_role("link", name=f"Bekijk alle {aantal} samen").click()
    page.get_by_role("button", name="Keur goed wat een vinkje heeft").click()
    expect(page.get_by_text(f"Goedgekeurd: {aantal} pagina’s")).to_be_visible(timeout=60_000)
