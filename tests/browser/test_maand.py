"""A month in a village that was empty: a volunteer on a telephone, two people of communications, and what comes of it.

In the site as it is served. It takes the taps and fields that people take, and prints them.
"""

import re

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.maand_inhoud import KERNAGENDA, OPROEP, PROJECT, SEIZOEN
from tests.browser.maand_invullen import bijeenkomst, dien_in, kernagenda, oproep, project
from tests.browser.telefoon import SCHERM, WACHTWOORD, Telefoon

VRIJWILLIGER = """
from django.contrib.auth.models import Group
from core.models import User
sam, _ = User.objects.get_or_create(username="redactie-deil", email="sam@example.org", first_name="Sam", last_name="de Boer")
sam.set_password({wachtwoord!r})
sam.save()
sam.groups.add(Group.objects.get(name="Redactie Deil"))
"""


@pytest.fixture(scope="module")
def vrijwilliger(demo) -> str:
    """The account of a volunteer in a village of which the demo has nothing yet."""
    demo.manage("shell", "-c", VRIJWILLIGER.format(wachtwoord=WACHTWOORD))
    return "redactie-deil"


@pytest.fixture
def telefoon(new_context, vrijwilliger):
    t = Telefoon(new_context(**SCHERM).new_page())
    t.log_in(vrijwilliger)
    yield t
    t.page.close()


@pytest.fixture
def kantoor(new_context):
    """Somebody of communications, at a desk."""

    def van(wie: str) -> Page:
        t = Telefoon(new_context(viewport={"width": 1280, "height": 900}).new_page())
        t.log_in(wie)
        return t.page

    return van


def open_wat_wacht(page: Page, titel: str) -> None:
    page.goto("/cms/")
    with page.expect_navigation():
        page.get_by_role("link", name=titel).first.click()


def keur_goed(page: Page, titel: str) -> None:
    open_wat_wacht(page, titel)
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^Goedkeuren")).first.click()


def past(page) -> list[str]:
    """What in the form runs off the screen at the right."""
    return page.evaluate(
        """() => [...document.querySelectorAll('#page-edit-form :is(input, select, textarea, button, label, h2)')]
            .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
            .map((e) => e.outerHTML.slice(0, 120))"""
    )


def test_a_kernagenda_of_22_points_takes_fewer_than_90_taps(telefoon, page):
    t = telefoon
    t.tik(t.page.get_by_role("link", name="Kernagenda bijwerken"))
    kernagenda(t, KERNAGENDA)
    assert past(t.page) == []
    dien_in(t)
    tikken = t.tikken
    t.stand("Kernagenda van 22 punten")
    assert tikken <= 90


def test_communications_sends_it_back_and_a_colleague_approves(telefoon, kantoor, page, demo):
    t = telefoon
    eerste = kantoor("communicatie")
    open_wat_wacht(eerste, "Kernagenda Deil")
    eerste.get_by_role("button", name="Meer acties").click()
    eerste.get_by_role("button", name="Terugsturen").click()
    eerste.locator(".modal textarea").fill("Zet de inleiding erbij.")
    with eerste.expect_navigation():
        eerste.locator(".modal [type=submit]").click()

    t.page.goto("/cms/")
    expect(t.page.get_by_text("Zet de inleiding erbij.")).to_be_visible()
    with t.page.expect_navigation():
        t.tik(t.page.get_by_role("link", name="Kernagenda Deil").first)
    inleiding = t.page.locator("[data-contentpath=inleiding] [role=textbox]")
    t.tik(inleiding)
    t.typ("Dit kozen wij samen in het dorpshuis.")
    dien_in(t)
    t.stand("Kernagenda verbeterd")
    keur_goed(kantoor("communicatie-2"), "Kernagenda Deil")

    page.goto("/deil/kernagenda/")
    gelezen = page.locator("main").inner_text()
    folder = pdf_tekst(page, "/deil/kernagenda/folder.pdf")
    antwoord = str(page.request.get("/api/v1/kernagendapunten?kern=deil&paginaGrootte=100").json())
    assert "Dit kozen wij samen in het dorpshuis." in gelezen
    for thema, punten in KERNAGENDA.items():
        assert thema in gelezen
        for punt in punten:
            for woorden in filter(None, (punt.titel, punt.status, punt.omschrijving, punt.motivering)):
                assert woorden in gelezen
                assert woorden in folder
            for woorden in filter(None, (punt.titel, punt.omschrijving, punt.motivering)):
                assert woorden in antwoord
    assert geen_500(demo)


def test_a_season_a_project_and_a_call(telefoon, kantoor, page, demo):
    t = telefoon
    for wat in SEIZOEN:
        bijeenkomst(t, wat)
    t.stand("Drie bijeenkomsten")
    project(t, PROJECT)
    t.stand("Een project met fasen en mijlpalen")
    oproep(t, OPROEP)
    t.stand("Een oproep")
    keurder = kantoor("communicatie")
    for titel in [*(wat.titel for wat in SEIZOEN), PROJECT["title"], OPROEP["title"]]:
        keur_goed(keurder, titel)

    agenda = page.request.get("/deil/agenda.ics").text().replace("\r\n ", "")
    api = str(page.request.get("/api/v1/agenda-items?kern=deil&paginaGrootte=100").json())
    page.goto("/deil/agenda/")
    gelezen = page.locator("main").inner_text()
    for wat in SEIZOEN:
        for bron in (agenda, api, gelezen):
            assert wat.titel in bron
            assert wat.locatie in bron
    page.goto("/deil/projecten/bankjes-langs-de-linge/")
    gelezen = page.locator("main").inner_text()
    for woorden in (PROJECT["title"], PROJECT["samenvatting"], *PROJECT["mijlpalen"], *PROJECT["fasen"]):
        assert gelezen.count(woorden) == 1, woorden
    nieuw = page.request.get("/deil/nieuw.xml").text()
    for titel in (PROJECT["title"], OPROEP["title"]):
        assert titel in nieuw
    assert OPROEP["vraag"] in str(page.request.get("/api/v1/oproepen?kern=deil").json())
    assert geen_500(demo)


def pdf_tekst(page: Page, adres: str) -> str:
    document = pypdfium2.PdfDocument(page.request.get(adres).body())
    return " ".join(" ".join(blad.get_textpage().get_text_bounded().split()) for blad in document)


def geen_500(demo) -> bool:
    """Whether nothing went wrong at the side of the site until now."""
    log = demo.log.read_text()
    assert "Traceback" not in log, log
    assert "Internal Server Error" not in log, log
    return True
