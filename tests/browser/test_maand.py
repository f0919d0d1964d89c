"""A month in a village that was empty: a volunteer on a telephone, two people of communications, and what comes of it.

In the site as it is served. It takes the taps and fields that people take, and prints them.
"""

import re
from datetime import timedelta
from itertools import chain

import pytest
from django.utils.timezone import localtime
from playwright.sync_api import Page, expect

from tests.browser.kantoor import (
    bekijk,
    geef_aan_collega,
    keur_goed,
    keur_samen_goed,
    open_om_te_veranderen,
    plan,
    stuur_terug,
)
from tests.browser.maand_inhoud import (
    AFGELAST,
    ERBIJ,
    INLEIDING,
    KERNAGENDA,
    KOFFIE,
    MOTIVERING,
    OPROEP,
    PEILING,
    PRIKOCHTEND,
    PROJECT,
    SCHOUW,
    SEIZOEN,
    STARTAVOND,
    UITKOMST,
    VERBETERD,
    VERDER,
    VERSLAG,
)
from tests.browser.maand_invullen import (
    affiche,
    bijeenkomst,
    dien_in,
    gelast_af,
    herhaal,
    kernagenda,
    koppel_terug,
    nieuwe_versie,
    oproep,
    project,
    schrijf,
    verslag,
    vul_in,
)
from tests.browser.maand_lezen import (
    GEZEGD,
    PAGINAS,
    PAPIER,
    PUNTEN,
    STANDEN,
    STROMEN,
    in_api,
    in_stroom,
    op_pagina,
    op_papier,
    punten_in_api,
)
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
    t.ga_verder(vrijwilliger)
    yield t
    t.page.close()


@pytest.fixture
def kantoor(new_context):
    """Somebody of communications, at a desk."""

    def van(wie: str) -> Page:
        t = Telefoon(new_context(viewport={"width": 1280, "height": 900}).new_page())
        t.ga_verder(wie)
        return t.page

    return van


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


def test_communications_sends_it_back_and_a_colleague_approves(telefoon, kantoor):
    t = telefoon
    stuur_terug(kantoor("communicatie"), "Kernagenda Deil", "Zet de inleiding erbij.")

    t.page.goto("/cms/")
    expect(t.page.get_by_text("Zet de inleiding erbij.")).to_be_visible()
    t.tik(t.page.get_by_role("link", name="Kernagenda Deil").first)
    t.page.wait_for_url(re.compile(r"/edit/$"))
    t.page.wait_for_load_state()
    schrijf(t, "inleiding", INLEIDING)
    dien_in(t)
    t.stand("Kernagenda verbeterd")
    keur_goed(kantoor("communicatie-2"), "Kernagenda Deil")


def test_a_season_a_project_and_two_calls(telefoon, kantoor):
    t = telefoon
    for wat in SEIZOEN:
        bijeenkomst(t, wat)
        assert (t.velden <= 4, t.klikken <= 2) == (True, True)
        t.stand(f"Een bijeenkomst, ingediend: {wat.titel}")
    project(t, PROJECT)
    t.stand("Een project met fasen en mijlpalen")
    for wat in (OPROEP, PEILING):
        oproep(t, wat)
    t.stand("Twee oproepen")
    keurder = kantoor("communicatie")
    for titel in (STARTAVOND.titel, SCHOUW.titel, PROJECT["title"], PEILING.titel):
        keur_goed(keurder, titel)
    # After the form and the button at its end, that is the third click.
    affiche(t, SCHOUW.titel)
    assert t.klikken == 1
    t.stand("Het affiche geprint")


def test_communications_corrects_a_word_and_plans(kantoor, page):
    eerste = kantoor("communicatie")
    open_om_te_veranderen(eerste, PRIKOCHTEND.titel)
    eerste.locator("#id_samenvatting").fill(VERBETERD)
    geef_aan_collega(eerste, PRIKOCHTEND.titel)
    open_om_te_veranderen(eerste, OPROEP.titel)
    moment = localtime() + timedelta(minutes=3)
    plan(eerste, OPROEP.titel, f"{moment:%d-%m-%Y %H:%M}")

    tweede = kantoor("communicatie-2")
    expect(bekijk(tweede, PRIKOCHTEND.titel)).to_contain_text(VERBETERD)
    keur_goed(tweede, PRIKOCHTEND.titel)
    keur_goed(tweede, OPROEP.titel, "Goedgekeurd, komt online op")
    assert OPROEP.titel not in op_pagina(page, "/deil/meedoen/")


def test_a_report_a_cancellation_feedback_and_a_second_version(telefoon, kantoor):
    t = telefoon
    verslag(t, STARTAVOND.titel, VERSLAG)
    zinnen = [tekst for tekst in t.getypt if " " in tekst]
    assert len(zinnen) == len(set(zinnen))
    assert t.minuten() <= 15
    t.stand("Van vellen naar een verslag: tien regels en drie afspraken")
    gelast_af(t, SCHOUW.titel, AFGELAST)
    t.stand("Een avond die niet doorgaat")
    koppel_terug(t, PEILING.titel, UITKOMST, MOTIVERING)
    t.stand("Een uitkomst")
    nieuwe_versie(t, "2", VERDER, ERBIJ)
    t.stand("Een tweede versie van de kernagenda")

    keurder = kantoor("communicatie")
    verschil = bekijk(keurder, STARTAVOND.titel)
    for woorden in (*GEZEGD, VERSLAG["aanwezigen"], *chain(*VERSLAG["afspraken"])):
        expect(verschil).to_contain_text(woorden)
    expect(verschil).not_to_contain_text(STARTAVOND.locatie)
    for titel in (STARTAVOND.titel, SCHOUW.titel, PEILING.titel, "Kernagenda Deil"):
        keur_goed(keurder, titel)


def test_residents_and_channels_read_what_was_typed(page, demo):
    # What was planned goes online by itself; until then the worker has it.
    oproep_adres = "/deil/meedoen/waar-moet-het-laatste-bankje-komen/"
    for _ in range(300):
        if page.request.get(oproep_adres).ok:
            break
        page.wait_for_timeout(1000)
    for lees, adressen in ((op_pagina, PAGINAS), (op_papier, PAPIER), (in_stroom, STROMEN)):
        for adres, woorden in adressen.items():
            gelezen = lees(page, adres)
            assert [woord for woord in woorden if woord not in gelezen] == [], adres
    punten = punten_in_api(page)
    assert {titel: punt["status"] for titel, punt in punten.items()} == STANDEN
    for punt in PUNTEN:
        for tekst in filter(None, (punt.omschrijving, punt.motivering)):
            assert tekst in str(punten[punt.titel])

    schouw = in_api(page, "agenda-items", SCHOUW.titel)
    startavond = in_api(page, "agenda-items", STARTAVOND.titel, "&van=2026-01-01")
    assert (schouw["status"], schouw["toelichting"]) == ("geannuleerd", AFGELAST)
    assert [zin for zin in GEZEGD if zin not in startavond["verslag"]["samenvatting"]["tekst"]] == []
    velden = ("wat", "wieSoort", "wie", "wanneer")
    gezegd = [tuple(afspraak[veld] for veld in velden) for afspraak in startavond["verslag"]["afspraken"]]
    assert gezegd == [(wat, soort.lower(), wie, dan) for wat, soort, wie, dan in VERSLAG["afspraken"]]
    peiling = in_api(page, "oproepen", PEILING.titel)
    assert (peiling["status"], peiling["uitkomst"]["tekst"]) == ("teruggekoppeld", UITKOMST)
    project = in_api(page, "projecten", PROJECT["title"])
    assert [mijlpaal["titel"] for mijlpaal in project["mijlpalen"]] == PROJECT["mijlpalen"]
    log = demo.log.read_text()
    assert "Traceback" not in log, log
    assert "Internal Server Error" not in log, log


def test_eight_weekly_meetings_are_made_and_approved_in_one_go(telefoon, kantoor):
    """From the empty form: four fields; after the approval, one tap to the poster."""
    t = telefoon
    vul_in(t, KOFFIE)
    herhaal(t, "8 bijeenkomsten liggen bij Communicatie")
    assert (t.velden <= 4, t.tikken <= 12) == (True, True)
    t.stand("Acht keer koffie")
    keur_samen_goed(kantoor("communicatie"), KOFFIE.titel, 8)
    affiche(t, KOFFIE.titel)
