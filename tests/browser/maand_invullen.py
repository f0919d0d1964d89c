"""How a volunteer fills in the forms, with a thumb."""

from playwright.sync_api import Locator, expect

from tests.browser.maand_inhoud import Punt
from tests.browser.telefoon import Telefoon


def kernagenda(t: Telefoon, inhoud: dict[str, list[Punt]]) -> None:
    """From the empty form: every theme with its points."""
    for thema, punten in inhoud.items():
        t.tik(t.page.locator("[data-streamfield-stream-container] > :last-child > .c-sf-add-button"))
        laatste = t.page.locator(".werkplek-thema").last
        t.kies(laatste.locator("[data-contentpath=thema] select"), thema)
        for nummer, punt in enumerate(punten):
            if nummer:
                # The first stood ready when the theme was chosen; after a title without more, Enter is enough.
                _nog_een(t, laatste, punten[nummer - 1])
            _punt(t, laatste.locator(".werkplek-punt").last, punt)


def _nog_een(t: Telefoon, thema: Locator, vorige: Punt) -> None:
    if vorige == Punt(vorige.titel):
        t.page.keyboard.press("Enter")
    else:
        t.tik(thema.locator("[data-streamfield-list-container] > .c-sf-add-button").last)


def _punt(t: Telefoon, blok: Locator, punt: Punt) -> None:
    titel = blok.locator("[data-contentpath=titel] input")
    expect(titel).to_be_focused(timeout=30_000)
    t.typ(punt.titel)
    for naam, keuze in (("status", punt.status), ("trekker", punt.trekker)):
        knop = blok.locator(f"[data-contentpath={naam}]").get_by_label(keuze, exact=True)
        if not knop.is_checked():
            t.tik(knop)
    if punt.omschrijving:
        _naar(t, blok.locator("[data-contentpath=omschrijving] [role=textbox]"))
        t.typ(punt.omschrijving)
    if punt.motivering:
        _naar(t, blok.locator("[data-contentpath=motivering] [role=textbox]"))
        t.typ(punt.motivering)


def _naar(t: Telefoon, veld: Locator) -> None:
    """With the key for the next field, when that brings one there; else with a tap."""
    for _ in range(3):
        t.volgende()
        if veld.evaluate("veld => veld === document.activeElement"):
            return
    t.tik(veld)
