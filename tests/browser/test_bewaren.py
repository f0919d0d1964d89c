"""What was typed is kept once: a submit during an autosave, a login that ran out, a button that is pressed twice."""

import re

from playwright.sync_api import Page, Request, Route, expect

from tests.browser.maand_invullen import datum
from tests.browser.telefoon import Telefoon

SAMENVATTING = "We lopen samen langs de molens."
FORMULIER = re.compile(r"/cms/pages/(add/|\d+/edit/)")


def begin_item(t: Telefoon, titel: str) -> None:
    """A new agenda-item with one row in its programme, typed with keys; the summary isn't there yet."""
    page = t.page
    page.get_by_role("link", name="Nieuw agenda-item").first.tap()
    page.locator("html[data-kijkt]").wait_for(state="attached")
    page.locator("#id_title").press_sequentially(titel)
    datum(t, "begin", "05-10-2031 19:30")
    page.locator("#id_locatie").press_sequentially("Dorpshuis")
    page.locator(".w-panel__header", has_text="Programma").locator("[data-panel-toggle]").press("Enter")
    page.locator("#id_programma-ADD").press("Enter")
    page.locator("#id_programma-0-titel").press_sequentially("Soep vooraf")


def is_autosave(verzoek: Request) -> bool:
    return verzoek.method == "POST" and verzoek.headers.get("accept") == "application/json"


def dien_in(page: Page) -> None:
    page.get_by_role("button", name=re.compile("ndienen bij Communicatie")).first.tap()


def open_wat_er_ligt(page: Page, titel: str) -> None:
    page.goto("/cms/")
    links = page.locator("#bureau-kop ~ ul").get_by_role("link", name=titel, exact=True)
    expect(links).to_have_count(1)
    links.tap()
    page.wait_for_url(re.compile(r"/edit/$"))


def test_a_submit_waits_for_the_autosave_and_is_sent_once(telefoon):
    page = telefoon.page
    vast: list[Route] = []
    los: list[bool] = []
    verstuurd: list[str] = []

    def houd_op(route: Route) -> None:
        if is_autosave(route.request) and not los:
            vast.append(route)
        else:
            route.continue_()

    def tel(verzoek: Request) -> None:
        if verzoek.method == "POST" and FORMULIER.search(verzoek.url) and not is_autosave(verzoek):
            verstuurd.append(verzoek.url)

    page.on("request", tel)
    page.route(FORMULIER, houd_op)
    begin_item(telefoon, "Molenavond")
    page.locator("#id_samenvatting").tap()
    page.keyboard.type(SAMENVATTING)
    for _ in range(300):
        if vast:
            break
        page.wait_for_timeout(100)
    # Twice in the same place, as impatient people do.
    plek = page.get_by_role("button", name=re.compile("ndienen bij Communicatie")).first.bounding_box()
    dien_in(page)
    page.touchscreen.tap(plek["x"] + 20, plek["y"] + 20)
    expect(page.get_by_text("Even wachten")).to_be_visible()
    assert verstuurd == []
    los.append(True)
    for route in vast:
        route.continue_()
    page.wait_for_url(re.compile(r"/cms/$"))
    assert len(verstuurd) == 1

    open_wat_er_ligt(page, "Molenavond")
    verschil = page.locator(".werkplek-verschillen")
    expect(verschil.get_by_text("Soep vooraf")).to_have_count(1)
    expect(verschil.get_by_text(SAMENVATTING)).to_have_count(1)

    gehaald: list[str] = []
    page.on("request", lambda verzoek: gehaald.append(verzoek.url) if verzoek.method == "POST" else None)
    page.get_by_role("button", name="Terughalen en verder schrijven").dblclick()
    expect(page.locator("#id_samenvatting")).to_have_value(SAMENVATTING)
    assert sum(adres.endswith("/terughalen/") for adres in gehaald) == 1
    assert page.locator("#id_programma-TOTAL_FORMS").input_value() == "1"


def test_text_survives_a_login_that_ran_out(telefoon):
    page = telefoon.page
    begin_item(telefoon, "Kwijtavond")
    page.locator("#id_samenvatting").tap()
    page.context.clear_cookies()
    page.keyboard.type(SAMENVATTING)
    dien_in(page)
    expect(page.get_by_text("Log in in een ander tabblad en ga hier verder")).to_be_visible()
    expect(page.locator("#id_samenvatting")).to_have_value(SAMENVATTING)

    telefoon.log_in_ander_tabblad("redactie-beesd")
    # Writing goes on: what was refused with the token of then is kept with that of now.
    page.locator("#id_locatie").press_sequentially(", de zaal")
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible(timeout=15_000)
    dien_in(page)
    page.wait_for_url(re.compile(r"/cms/$"))
    open_wat_er_ligt(page, "Kwijtavond")
    expect(page.locator(".werkplek-verschillen").get_by_text(SAMENVATTING)).to_have_count(1)


def test_a_line_of_an_evening_survives_a_login_that_ran_out(telefoon):
    """Of our own screens, which keep nothing by themselves; the login in another tab brings another token."""
    page = telefoon.page
    telefoon.tik(page.get_by_role("link", name=re.compile("^Stap voor stap")).first)
    telefoon.tik(page.get_by_role("link", name="Typ over wat er gezegd werd"))
    page.locator("#id_tekst").fill("De kade is te smal.")
    page.context.clear_cookies()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Log in in een ander tabblad en ga hier verder")).to_be_visible()
    telefoon.log_in_ander_tabblad("redactie-beesd")
    page.get_by_role("button", name="Bewaar en typ de volgende").dblclick()
    expect(page.get_by_role("button", name="Haal weg: De kade is te smal.")).to_have_count(1)


def test_the_last_words_of_a_running_text_are_sent(telefoon):
    """Wagtail's editor writes them into the form a quarter of a second after they were typed."""
    page = telefoon.page
    page.get_by_role("link", name="Kernagenda bijwerken").tap()
    page.locator("html[data-kijkt]").wait_for(state="attached")
    veld = page.locator("[data-contentpath=inleiding] [role=textbox]")
    veld.tap()
    expect(veld).to_be_focused()
    page.keyboard.type("Het hout komt uit het bos en/")
    expect(veld).to_contain_text("bos en/")
    # A slash opens no list of things to insert.
    expect(page.locator(".w-combobox:visible")).to_have_count(0)
    page.keyboard.type("of het dorp.")
    expect(veld).to_contain_text("en/of het dorp.")
    page.get_by_role("button", name=re.compile("ndienen bij Communicatie")).first.evaluate(
        "knop => knop.click()"
    )
    page.wait_for_url(re.compile(r"/cms/(pages/\d+/)?$"))
    open_wat_er_ligt(page, "Kernagenda Beesd")
    expect(page.locator(".werkplek-verschillen")).to_contain_text("en/of het dorp.")
    page.get_by_role("button", name="Terughalen en verder schrijven").tap()
    page.wait_for_load_state()


def test_a_date_that_cant_be_read_is_pointed_at_and_stops_nothing(telefoon):
    page = telefoon.page
    page.get_by_role("link", name="Nieuw project").first.tap()
    page.locator("html[data-kijkt]").wait_for(state="attached")
    page.locator("#id_title").press_sequentially("Fasenplein")
    fasen = page.locator(".w-panel__header", has_text="Fasen").locator("[data-panel-toggle]")
    fasen.press("Enter")
    page.locator("#id_fasen-ADD").press("Enter")
    page.locator("#id_fasen-0-titel").press_sequentially("Plannen maken")
    page.locator("#id_fasen-0-begin").press_sequentially("najaar 2026")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    balk = page.locator(".werkplek-melding", has_text="Begin van fase 1: schrijf een maand als november 2027")
    expect(balk).to_be_in_viewport()
    assert balk.bounding_box()["height"] < 60, "one line, until it is folded open"
    page.locator("#id_samenvatting").tap()
    fasen.press("Enter")
    expect(page.locator("#id_fasen-0-begin")).to_be_hidden()
    balk.get_by_role("button", name="Ga erheen").tap()
    expect(page.locator("#id_fasen-0-begin")).to_be_focused()
    expect(page.locator("#id_fasen-0-begin")).to_have_value("najaar 2026")
    page.locator("#id_fasen-0-begin").fill("november 2026")
    page.keyboard.press("Tab")
    expect(balk).to_be_hidden(timeout=30_000)
    page.goto("/cms/")
    page.locator("#bureau-kop ~ ul").get_by_role("link", name="Fasenplein").tap()
    expect(page.locator("#id_fasen-0-begin")).to_have_value("01-11-2026")


def test_text_survives_that_the_page_is_deleted(telefoon, demo):
    page = telefoon.page
    begin_item(telefoon, "Wegavond")
    page.wait_for_url(re.compile(r"/edit/$"))
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    nummer = page.url.split("/")[-3]
    weg = f"from wagtail.models import Page; Page.objects.get(pk={nummer}).delete()"
    demo.manage("shell", "-c", weg)
    page.locator("#id_samenvatting").fill(SAMENVATTING)
    dien_in(page)
    expect(page.get_by_text("Deze pagina is intussen verwijderd")).to_be_in_viewport()
    expect(page.locator("#id_samenvatting")).to_have_value(SAMENVATTING)


def test_a_link_from_the_front_page_opens_the_part_of_the_form_that_it_names(telefoon):
    page = telefoon.page
    # The panel that lay over an earlier form, doesn't lie over this one.
    page.evaluate("localStorage.setItem('wagtail:side-panel-open', 'status')")
    page.get_by_role("link", name=re.compile("^Verslag maken")).first.tap()
    page.locator("html[data-kijkt]").wait_for(state="attached")
    expect(page.locator("[data-side-panel=status]")).to_be_hidden()
    expect(page.locator("#panel-child-inhoud-verslag_na_afloop-section")).to_be_in_viewport()


def test_a_form_that_was_refused_is_saved_by_itself_again(telefoon):
    page = telefoon.page
    begin_item(telefoon, "Rijstavond")
    page.locator("#id_samenvatting").fill(SAMENVATTING)
    page.locator("#id_begin").fill("morgen")
    dien_in(page)
    expect(page.get_by_text("Er is niets verloren")).to_be_visible()
    page.locator("html[data-kijkt]").wait_for(state="attached")
    page.locator("#id_begin").fill("05-10-2031 19:30")
    page.keyboard.press("Tab")
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible(timeout=30_000)
    expect(page.locator(".werkplek-melding", has_text="Begin")).to_be_hidden()
    expect(page.locator(".error-message:visible")).to_have_count(0)
    page.locator("#id_locatie").fill("Kerk")
    page.keyboard.press("Tab")
    page.wait_for_timeout(4000)
    page.goto("/cms/")
    page.locator("#bureau-kop ~ ul").get_by_role("link", name="Rijstavond").tap()
    expect(page.locator("#id_begin")).to_have_value("05-10-2031 19:30")
    expect(page.locator("#id_locatie")).to_have_value("Kerk")
    expect(page.locator("#id_samenvatting")).to_have_value(SAMENVATTING)
