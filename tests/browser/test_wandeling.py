"""A resident walks from the front page to each kind of page by its links; an editor finds the way in."""

import os
import re

import pytest
from playwright.sync_api import Page, expect

BEESD = re.compile(r"/beesd/$")
# The link in the menu of the kern, and the address of the first thing in its list.
ONDERDELEN = [
    ("kernagenda", None),
    ("agenda", r"/beesd/agenda/[\w-]+/$"),
    ("projecten", r"/beesd/projecten/[\w-]+/$"),
    ("meedoen", r"/beesd/meedoen/[\w-]+/$"),
]


def volg(page: Page, adres: str) -> None:
    """Go where the first visible link with this address (a regular expression) leads."""
    for link in page.locator("a[href]").all():
        if re.search(adres, link.get_attribute("href") or "") and link.is_visible():
            link.click()
            break
    else:
        raise AssertionError(f"Geen link naar {adres} op {page.url}")
    expect(page).to_have_url(re.compile(adres))
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["met script", "zonder script"])
def test_van_de_voorpagina_naar_elk_soort_pagina(new_context, javascript):
    context = new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto("/")
    volg(page, BEESD.pattern)
    for onderdeel, ding in ONDERDELEN:
        volg(page, rf"/beesd/{onderdeel}/$")
        if ding:
            volg(page, ding)
        page.get_by_role("navigation", name="Kruimelpad").get_by_role(
            "link", name="Beesd", exact=True
        ).click()
        expect(page).to_have_url(BEESD)
    assert context.cookies() == []


@pytest.mark.parametrize(("breedte", "hoogte"), [(360, 780), (1280, 800)], ids=["telefoon", "breed scherm"])
def test_het_eerste_scherm_van_een_kern_geeft_drie_antwoorden(guest: Page, breedte: int, hoogte: int):
    """What is on, what can I do, who do I call: without scrolling."""
    guest.set_viewport_size({"width": breedte, "height": hoogte})
    guest.goto("/beesd/")
    for vraag, adres in (
        ("Wat komt er?", "/beesd/agenda/"),
        ("Wat kan ik doen?", "/beesd/meedoen/"),
        ("Wie kan ik bellen?", "tel:"),
    ):
        antwoord = guest.locator(".bloei-snel__vak", has_text=vraag).locator(f"a[href^='{adres}']")
        vak = antwoord.bounding_box()
        assert vak, vraag
        assert vak["y"] + vak["height"] <= hoogte, vraag


def test_overslaan_naar_de_inhoud(page: Page):
    page.goto("/beesd/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_een_redacteur_logt_in(page: Page):
    page.goto("/cms/")
    expect(page).to_have_url(re.compile(r"/cms/login/"))
    page.locator("[name=username]").fill("redactie-beesd")
    page.locator("[name=password]").fill(os.environ.get("DEMO_WACHTWOORD") or "bloei-demo")
    page.get_by_role("button", name="Inloggen").click()
    expect(page).to_have_url(re.compile(r"/cms/$"))
    expect(page.locator("html")).to_have_attribute("lang", "nl")


def test_een_verkeerd_wachtwoord_komt_er_niet_in(page: Page):
    page.goto("/cms/login/")
    page.locator("[name=username]").fill("redactie-beesd")
    page.locator("[name=password]").fill("verkeerd")
    page.get_by_role("button", name="Inloggen").click()
    expect(page).to_have_url(re.compile(r"/cms/login/"))
    page.goto("/cms/pages/")
    expect(page).to_have_url(re.compile(r"/cms/login/"))
