"""Taking part without internet, at a narrow screen: a proposal on paper, a sign-up by telephone, the letters; and a question.

One browser for each of who works here, for all of it: logging in costs more than what is looked at. Each state is seen by
axe once. Takes pictures of the handbook on the way, where they are asked for.
"""

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch
from tests.browser.telefoon import SCHERM
from tests.browser.test_goedkeuring import beeld, log_in
from tests.browser.test_meedoen import link_uit_mail, past

VOORSTEL, AVOND = "/tricht/meedoen/neem-het-groen-over/", "/beesd/agenda/inwonersavond-plein/"
PROJECT = "/beesd/projecten/een-plein-om-te-blijven/"
THUIS = "Voorstraat 1\n4153 AB Beesd"
BUREAU = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def als(browser: Browser, browser_context_args: dict, base_url: str) -> Iterator[Callable[[str], Page]]:
    wie: dict[str, Page] = {}
    klachten = []

    def open_(naam: str) -> Page:
        if naam not in wie:
            context = browser.new_context(**browser_context_args, **SCHERM)
            klachten.append(watch(context, base_url))
            wie[naam] = log_in(context, naam)
        return wie[naam]

    yield open_
    for page in wie.values():
        page.context.close()
    assert not any(klachten), klachten


def nummer(page: Page, pad: str) -> int:
    return page.request.get(f"/api/v1/paginas?pad={pad}").json()["resultaten"][0]["id"]


def past_op_het_scherm(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= SCHERM["viewport"]["width"]


def test_the_pictures_of_the_handbook(new_context):
    """Of the demo as it begins, on a screen as wide as a desk has. What is on them, is looked at below."""
    bureau = log_in(new_context(viewport=BUREAU), "communicatie")
    for naam, adres in (("vragen", "vragen/"), ("reacties", "reacties/"), ("uitdaagrecht", "uitdagingen/")):
        assert bureau.goto(f"/cms/{adres}").ok
        beeld(bureau, naam)
    bureau.goto("/cms/reacties/")
    bureau.locator(".werkplek-wacht a").first.click()
    bureau.wait_for_url("**/reacties/*/")
    beeld(bureau, "reactie")
    bureau.goto("/cms/brieven/")
    beeld(bureau, "brieven")
    redacteur = log_in(new_context(viewport=BUREAU), "redactie-beesd")
    denk_mee = nummer(redacteur, "/beesd/meedoen/denk-mee-over-het-plein/")
    for naam, adres in (("invoeren", "invoeren"), ("koppelen", "koppelen")):
        assert redacteur.goto(f"/cms/pagina/{denk_mee}/{adres}/").ok
        beeld(redacteur, naam)


def test_a_proposal_on_paper_is_typed_over_read_and_answered_by_letter(als, axe):
    typt, taak = als("communicatie-2"), f"Snoeien aan de Laan {time.time_ns()}"
    typt.goto(f"/cms/pagina/{nummer(typt, VOORSTEL)}/invoeren/")
    expect(typt.locator("[name=binnen_op]")).to_be_focused()
    # By keyboard only, from the day to the address.
    typt.locator("[name=taak]").focus()
    for woorden in (taak, "Met de buren.", "Dan gebeurt het.", "De straat", "Niets", "Truus Voorstel"):
        typt.keyboard.type(woorden)
        typt.keyboard.press("Tab")
    typt.keyboard.press("Control+Enter")
    expect(typt.get_by_text("daar gaat het antwoord heen")).to_be_visible()
    expect(typt.locator("[name=taak]")).to_have_value(taak)
    axe(typt)
    past_op_het_scherm(typt)
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


def test_a_question_without_javascript_is_answered_at_the_desk(new_context, als, axe):
    """What its pages look like, in each language, is seen by whoever walks past all pages (paginas.py)."""
    adres = f"wim-{time.time_ns()}@example.org"
    bewoner = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    bewoner.goto(f"/pl{PROJECT}vraag/")
    bewoner.locator("[name=naam]").fill("Wim de Vrager")
    bewoner.locator("[name=email]").fill(adres)
    bewoner.locator("[name=tekst]").fill("Komt er een fontein?")
    time.sleep(3)  # nobody types faster
    bewoner.locator("form.bloei-formulier [type=submit]").click()
    bewoner.wait_for_url("**/pl/**/verstuurd/")
    bewoner.goto(link_uit_mail(adres))
    past(bewoner)
    bewoner.locator("form.bloei-formulier [type=submit]").click()
    expect(bewoner.locator("form.bloei-formulier")).to_have_count(0)
    past(bewoner)
    telefoon = als("redactie-beesd")
    telefoon.goto("/cms/vragen/")
    axe(telefoon)
    past_op_het_scherm(telefoon)
    telefoon.locator("main a[href*='/vragen/']").first.click()
    telefoon.wait_for_url("**/vragen/*/")
    axe(telefoon)
    past_op_het_scherm(telefoon)
    telefoon.get_by_label("Je antwoord").fill("Ja, in het voorjaar.")
    telefoon.get_by_role("button", name="Verstuur het antwoord").press("Enter")
    expect(telefoon.get_by_text("Je antwoord is verstuurd.")).to_be_visible()
