"""Taking part without internet, at a narrow screen: a proposal on paper, a sign-up by telephone, the letters; and a question.

Each state is looked at by axe, what residents see also by html-validate. Takes pictures of the handbook where asked for.
"""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.html import keur_html
from tests.browser.telefoon import SCHERM
from tests.browser.test_goedkeuring import beeld, log_in
from tests.browser.test_meedoen import link_uit_mail, past

VOORSTEL, AVOND = "/tricht/meedoen/neem-het-groen-over/", "/beesd/agenda/inwonersavond-plein/"
PROJECT = "/beesd/projecten/een-plein-om-te-blijven/"
THUIS = "Voorstraat 1\n4153 AB Beesd"


@pytest.fixture
def als(new_context):
    return lambda wie: log_in(new_context(**SCHERM), wie)


def nummer(page: Page, pad: str) -> int:
    return page.request.get(f"/api/v1/paginas?pad={pad}").json()["resultaten"][0]["id"]


def past_op_het_scherm(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= SCHERM["viewport"]["width"]


def test_the_pictures_of_the_handbook(new_context):
    """Of the demo as it begins, on a screen as wide as a desk has; each of these screens opens."""
    bureau = log_in(new_context(viewport={"width": 1280, "height": 900}), "communicatie")
    for naam, adres in (("vragen", "vragen/"), ("reacties", "reacties/"), ("uitdaagrecht", "uitdagingen/")):
        assert bureau.goto(f"/cms/{adres}").ok
        beeld(bureau, naam)
    bureau.goto("/cms/reacties/")
    bureau.locator(".werkplek-wacht a").first.click()
    bureau.wait_for_url("**/reacties/*/")
    beeld(bureau, "reactie")
    bureau.goto("/cms/brieven/")
    beeld(bureau, "brieven")
    redacteur = log_in(new_context(viewport={"width": 1280, "height": 900}), "redactie-beesd")
    denk_mee = nummer(redacteur, "/beesd/meedoen/denk-mee-over-het-plein/")
    for naam, adres in (("invoeren", "invoeren"), ("koppelen", "koppelen")):
        assert redacteur.goto(f"/cms/pagina/{denk_mee}/{adres}/").ok
        beeld(redacteur, naam)


def test_a_proposal_on_paper_is_typed_over_read_and_answered_by_letter(als, axe):
    typt, taak = als("communicatie-2"), f"Snoeien aan de Laan {time.time_ns()}"
    typt.goto(f"/cms/pagina/{nummer(typt, VOORSTEL)}/invoeren/")
    expect(typt.locator("[name=binnen_op]")).to_be_focused()
    axe(typt)
    past_op_het_scherm(typt)
    # By keyboard only, from the day to the address.
    typt.locator("[name=taak]").focus()
    for woorden in (taak, "Met de buren.", "Dan gebeurt het.", "De straat", "Niets", "Truus Voorstel"):
        typt.keyboard.type(woorden)
        typt.keyboard.press("Tab")
    typt.keyboard.press("Control+Enter")
    expect(typt.get_by_text("daar gaat het antwoord heen")).to_be_visible()
    expect(typt.locator("[name=taak]")).to_have_value(taak)
    axe(typt)
    typt.locator("[name=postadres]").fill(THUIS)
    # Two presses are one proposal.
    typt.keyboard.press("Control+Enter")
    typt.keyboard.press("Control+Enter")
    expect(typt.get_by_text("Bewaard: het voorstel van Truus Voorstel")).to_be_visible()
    expect(typt.get_by_role("listitem").filter(has_text=taak)).to_have_count(1)
    typt.goto("/cms/uitdagingen/")
    expect(typt.get_by_text("Dit typte je zelf over.").first).to_be_visible()
    expect(typt.get_by_role("button", name=taak)).to_have_count(0)
    leest = als("communicatie")
    leest.goto("/cms/uitdagingen/")
    axe(leest)
    past_op_het_scherm(leest)
    leest.get_by_role("button", name=taak).press("Enter")
    expect(leest.get_by_text("ligt klaar onder Brieven")).to_be_visible()
    leest.goto("/cms/brieven/")
    expect(leest.get_by_role("cell", name="Truus Voorstel").first).to_be_visible()
    axe(leest)
    past_op_het_scherm(leest)


def test_who_rings_gets_a_letter_and_one_press_too_many_is_none(als, axe):
    redactie, naam = als("redactie-beesd"), f"Cor Beller-{time.time_ns()}"
    redactie.goto(f"/cms/pagina/{nummer(redactie, AVOND)}/aanmeldingen/")
    redactie.get_by_label("Voor- en achternaam").fill("Cor")
    redactie.get_by_label("Postadres").fill(THUIS)
    zet = redactie.get_by_role("button", name="Zet op de lijst")
    zet.press("Enter")
    expect(redactie.get_by_text("Vul de voor- en achternaam in")).to_be_visible()
    expect(redactie.get_by_label("Postadres")).to_have_value(THUIS)
    axe(redactie)
    past_op_het_scherm(redactie)
    redactie.get_by_label("Voor- en achternaam").fill(naam)
    zet.dblclick()
    expect(redactie.get_by_role("rowheader", name=naam)).to_have_count(1)
    redactie.goto("/cms/brieven/")
    expect(redactie.get_by_role("cell", name=naam)).to_have_count(1)


@pytest.mark.parametrize("taal", ["", "/en", "/pl"])
def test_a_question_without_javascript_in_each_language(new_context, page, axe, taal, tmp_path: Path):
    """Page by page: axe needs a script, so the pages are opened in another browser as well."""
    adres = f"wim-{time.time_ns()}@example.org"
    bewoner = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    page.set_viewport_size({"width": 320, "height": 640})

    def kijk(stap: str) -> None:
        past(bewoner)
        page.goto(bewoner.url)
        axe(page)
        (tmp_path / f"{stap}.html").write_text(bewoner.request.get(bewoner.url).text())

    bewoner.goto(f"{taal}{PROJECT}vraag/")
    kijk("formulier")
    bewoner.locator("[name=naam]").fill("Wim de Vrager")
    bewoner.locator("[name=email]").fill(adres)
    bewoner.locator("[name=tekst]").fill("Komt er een fontein?")
    time.sleep(3)  # nobody types faster
    bewoner.locator("form.bloei-formulier [type=submit]").click()
    bewoner.wait_for_url("**/verstuurd/")
    kijk("verstuurd")
    bewoner.goto(link_uit_mail(adres))
    kijk("bevestigen")
    bewoner.locator("form.bloei-formulier [type=submit]").click()
    expect(bewoner.locator("form.bloei-formulier")).to_have_count(0)
    kijk("bevestigd")
    keur_html(tmp_path)


def test_the_desk_answers_a_question(als, axe):
    telefoon = als("redactie-beesd")
    telefoon.goto("/cms/vragen/")
    axe(telefoon)
    past_op_het_scherm(telefoon)
    telefoon.locator("main a[href*='/vragen/']").first.click()
    telefoon.wait_for_url("**/vragen/*/")
    axe(telefoon)
    past_op_het_scherm(telefoon)
    antwoord = telefoon.get_by_label("Je antwoord")
    antwoord.fill("Ja, in het voorjaar.")
    telefoon.get_by_role("button", name="Verstuur het antwoord").press("Enter")
    expect(telefoon.get_by_text("Je antwoord is verstuurd.")).to_be_visible()
