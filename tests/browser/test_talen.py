"""Other languages, in a real browser: from Dutch to a Polish page that a colleague approved, and what visitors hear."""

import re

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.telefoon import ga_verder
from tests.browser.test_bewaren import FORMULIER, is_autosave
from tests.browser.test_niets_kwijt import mag_zo_weg, wacht_tot

OPROEP = "/beesd/meedoen/denk-mee-over-het-plein/"


def log_in(page: Page, naam: str) -> None:
    page.context.clear_cookies()
    ga_verder(page, naam)


def test_de_taalkeuze_blijft_op_dezelfde_pagina(page: Page) -> None:
    page.goto(OPROEP)
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url(f"**/pl{OPROEP}")
    expect(page.get_by_text("Ta strona nie została jeszcze przetłumaczona")).to_be_visible()
    page.get_by_role("link", name="Kalendarz").first.click()
    assert "/pl/" in page.url
    page.get_by_role("link", name="Nederlands").click()
    assert "/pl/" not in page.url


def begin(page: Page, pad: str) -> int:
    """Begin to translate a page into Polish; the number of the Dutch page."""
    nummer = page.request.get(f"/api/v1/paginas?pad={pad}").json()["resultaten"][0]["id"]
    page.goto(f"/cms/localize/submit/page/{nummer}/")
    page.get_by_label("Pools").or_(page.get_by_label("Polski")).check()
    page.locator("form button[type=submit], form input[type=submit]").last.click()
    page.wait_for_url("**/edit/")
    return nummer


def test_een_vertaling_overleeft_een_login_die_verliep(telefoon) -> None:
    """Nothing is sent before somebody is logged in, whether the token of the form is gone with it or not."""
    page = telefoon.page
    begin(page, "/beesd/agenda/inwonersavond-plein/")
    veld = page.locator("textarea[name^=zin-]").first
    veld.fill("pl: Wieczór mieszkańców")
    for koekje in ("sessionid", None):
        page.context.clear_cookies(name=koekje)
        page.get_by_role("button", name="Bewaar alles").tap()
        expect(page.get_by_text("Log in in een ander tabblad en ga hier verder")).to_be_in_viewport()
        expect(veld).to_have_value("pl: Wieczór mieszkańców")
    # Another form of the same screen asks first, and can be sent after it.
    gevraagd: list[str] = []
    page.on("dialog", lambda dialoog: (gevraagd.append(dialoog.type), dialoog.dismiss()))
    page.get_by_text("Voorbeeld, bestand en computer").tap()
    page.locator("#po-bestand").set_input_files({"name": "pl.po", "mimeType": "text/plain", "buffer": b"x"})
    for keer in (1, 2):
        page.get_by_role("button", name="Neem over uit het bestand").tap()
        wacht_tot(page, lambda keer=keer: len(gevraagd) == keer)
        expect(veld).to_have_value("pl: Wieczór mieszkańców")
    telefoon.log_in_ander_tabblad("redactie-beesd")
    page.get_by_role("button", name="Bewaar alles").tap()
    expect(page.locator(".messages").get_by_text("Bewaard.")).to_be_visible()
    expect(veld).to_have_value("pl: Wieczór mieszkańców")


def test_een_vertaling_bewaart_zichzelf(telefoon) -> None:
    """Also what is typed while it is saved; and what can't be kept is named, and asked about by who leaves."""
    page = telefoon.page
    begin(page, "/beesd/agenda/bouwdag-speeltuin/")
    adres, veld = page.url, page.locator("textarea[name^=zin-]").first
    bewaard = page.locator(".w-autosave-indicator__state--saved")
    vast: list[Route] = []

    def houd_op(route: Route) -> None:
        if is_autosave(route.request) and not vast:
            vast.append(route)
        else:
            route.continue_()

    page.route(FORMULIER, houd_op)
    veld.press_sequentially("pl: Dzień")
    wacht_tot(page, lambda: len(vast) == 1)
    veld.press_sequentially(" budowy")
    assert not mag_zo_weg(page)
    vast[0].continue_()
    expect(bewaard).to_be_visible()
    page.wait_for_timeout(2500)
    veld.fill("pl: <u>Dzień</u> budowy " + "x" * 300)
    balk = page.locator(".werkplek-missers")
    expect(balk).to_contain_text("Kijk na: Titel", timeout=30_000)
    assert not mag_zo_weg(page)
    veld.fill("pl: Dzień budowy placu")
    expect(balk).to_be_hidden(timeout=30_000)
    assert mag_zo_weg(page)
    page.goto(adres)
    expect(veld).to_have_value("pl: Dzień budowy placu")


def test_van_nederlands_naar_pools(page: Page, browser: Browser, base_url: str) -> None:
    """Translate a call, submit, a colleague approves, it is live; the Dutch page changes, the Polish one says so."""
    log_in(page, "communicatie")
    page.goto(OPROEP)
    nummer = begin(page, OPROEP)

    # On a telephone: one sentence, saved; then all the others, and submitted in one go.
    page.set_viewport_size({"width": 390, "height": 844})
    bewerken = page.url
    velden = page.locator("textarea[name^=zin-]")
    velden.first.fill("pl: Plein")
    page.get_by_role("button", name="Bewaar alles").click()
    expect(page.locator(".messages").get_by_text("Bewaard.")).to_be_visible()
    expect(velden.first).to_have_value("pl: Plein")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for veld in velden.all()[1:]:
        bron = page.locator(f"#{veld.get_attribute('id')}-bron").inner_text()
        veld.fill(f"pl: {bron}")
    page.get_by_role("button", name="Aan een collega geven").click()
    expect(page.get_by_text("Deze vertaling wacht op goedkeuring")).to_be_visible()
    expect(page.get_by_role("button", name="Goedkeuren")).to_have_count(0)
    page.set_viewport_size({"width": 1280, "height": 720})

    bezoeker = browser.new_context(base_url=base_url).new_page()
    bezoeker.goto(f"/pl{OPROEP}")
    expect(bezoeker.get_by_text("nie została jeszcze przetłumaczona")).to_be_visible()

    log_in(page, "communicatie-2")
    page.goto(bewerken)
    page.set_viewport_size({"width": 390, "height": 844})
    keur, terug = (
        page.get_by_role("button", name=naam).bounding_box() for naam in ("Goedkeuren", "Terugsturen")
    )
    assert terug["y"] - keur["y"] - keur["height"] >= 16
    page.get_by_role("button", name="Goedkeuren").click()
    page.wait_for_url("**/cms/")
    page.set_viewport_size({"width": 1280, "height": 720})
    bezoeker.goto(f"/pl{OPROEP}")
    expect(bezoeker.locator("h1")).to_contain_text("pl: ")
    expect(bezoeker.get_by_text("nie została jeszcze przetłumaczona")).to_have_count(0)

    _verander_de_nederlandse_oproep(page, nummer)
    bezoeker.goto(f"/pl{OPROEP}")
    expect(bezoeker.get_by_text("Tekst niderlandzki jest nowszy")).to_be_visible()
    bezoeker.context.close()


def _verander_de_nederlandse_oproep(page: Page, nummer: int) -> None:
    # With the keyboard: who else has the page open may show up in the footer between the press and the release of a mouse.
    log_in(page, "redactie-beesd")
    page.goto(f"/cms/pages/{nummer}/edit/")
    page.fill("textarea[name=vraag]", "Wat mag er op het nieuwe plein niet ontbreken?")
    page.get_by_role("button", name=re.compile("ndienen bij Communicatie")).first.press("Enter")
    page.wait_for_url(re.compile(r"/cms/$"))
    log_in(page, "communicatie")
    page.goto(f"/cms/pages/{nummer}/edit/")
    page.get_by_role("button", name=re.compile("^Goedkeuren")).first.press("Enter")
    page.wait_for_url(re.compile(r"/cms/$"))
