"""How a volunteer fills in the forms, with a thumb."""

import re
from datetime import timedelta

from django.utils.timezone import localdate
from playwright.sync_api import Locator, expect

from tests.browser.maand_inhoud import WAAROM, Bijeenkomst, Oproep, Punt
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
    expect(blok.get_by_text("Meer over dit punt")).to_be_visible()
    for naam, keuze in (("status", punt.status), ("trekker", punt.trekker)):
        knop = blok.locator(f"[data-contentpath={naam}]").get_by_label(keuze, exact=True)
        # What slid away under the thumb is tapped once more, as people do who look at what they chose.
        for _ in range(2):
            if not knop.is_checked():
                t.tik(knop)
        expect(knop).to_be_checked()
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


def op_dag(dagen: int) -> str:
    return (localdate() + timedelta(days=dagen)).strftime("%d-%m-%Y")


def bijeenkomst(t: Telefoon, wat: Bijeenkomst) -> None:
    vul_in(t, wat)
    dien_in(t)


def vul_in(t: Telefoon, wat: Bijeenkomst) -> None:
    _nieuw(t, "Nieuw agenda-item")
    t.vul(_veld(t, "title"), wat.titel)
    datum(t, "begin", f"{op_dag(wat.over_dagen)} 19:30")
    t.vul(_veld(t, "locatie"), wat.locatie)
    t.vul(_veld(t, "samenvatting"), wat.samenvatting)


def herhaal(t: Telefoon, melding: str) -> None:
    """As often as the screen proposes."""
    t.tik(t.page.locator("footer [data-w-dropdown-target=toggle]"))
    t.tik(t.page.get_by_role("button", name="Herhalen"))
    t.page.wait_for_url(re.compile("/herhalen/$"))
    t.tik(t.page.get_by_role("button", name="Maak ze en dien ze samen in"))
    # Eight pages take a while.
    t.page.wait_for_url(re.compile(r"^[^?]*/cms/$"))
    expect(t.page.get_by_text(melding)).to_be_visible()


def project(t: Telefoon, wat: dict) -> None:
    _nieuw(t, "Nieuw project")
    for naam in ("title", "samenvatting"):
        t.vul(_veld(t, naam), wat[naam])
    for naam in ("initiatiefnemer", "status"):
        t.kies(_veld(t, naam), wat[naam])
    for soort in ("fasen", "mijlpalen"):
        t.tik(t.page.locator(f"#panel-child-inhoud-{soort}-section > .w-panel__header [data-panel-toggle]"))
        for nummer, titel in enumerate(wat[soort]):
            t.tik(t.page.locator(f"#id_{soort}-ADD"))
            t.vul(_veld(t, f"{soort}-{nummer}-titel"), titel)
            if soort == "mijlpalen":
                datum(t, f"mijlpalen-{nummer}-datum", op_dag(20 * nummer - 10))
    dien_in(t)


def oproep(t: Telefoon, wat: Oproep) -> None:
    _nieuw(t, "Nieuwe oproep")
    t.vul(_veld(t, "title"), wat.titel)
    t.vul(_veld(t, "vraag"), wat.vraag)
    t.kies(_veld(t, "soort"), wat.soort)
    for naam, dagen in zip(("opent", "sluit", "terugkoppeling_uiterlijk"), wat.dagen, strict=True):
        datum(t, naam, op_dag(dagen))
    t.kies(_veld(t, "niveau"), wat.niveau)
    t.vul(_veld(t, "offline_meedoen"), wat.offline_meedoen)
    dien_in(t)


def verslag(t: Telefoon, titel: str, wat: dict) -> None:
    """What was said, line by line from the sheets; it is in the report then, and what was agreed comes below it."""
    t.page.goto("/cms/")
    t.tik(t.page.get_by_role("link", name=f"Stap voor stap: {titel}"))
    t.tik(t.page.get_by_role("link", name="Typ over wat er gezegd werd"))
    t.page.wait_for_url(re.compile("/inbreng/$"))
    tafel_was = thema_was = ""
    for tafel, thema, tekst in wat["regels"]:
        if tafel != tafel_was:
            t.vul(_veld(t, "tafel"), tafel)
        if thema != thema_was:
            t.kies(_veld(t, "thema"), thema)
        tafel_was, thema_was = tafel, thema
        if not _veld(t, "tekst").evaluate("veld => veld === document.activeElement"):
            t.tik(_veld(t, "tekst"))
        t.typ(tekst)
        with t.page.expect_navigation():
            t.page.keyboard.press("Enter")
    t.tik(t.page.get_by_role("button", name=re.compile("regels in het verslag")))
    t.page.wait_for_url(re.compile("/edit/"))
    t.page.wait_for_load_state()
    t.vul(_veld(t, "aantal_aanwezigen"), wat["aanwezigen"])
    for nummer, afspraak in enumerate(wat["afspraken"]):
        t.tik(t.page.locator("#id_afspraken-ADD"))
        wat_er_is, soort, wie, wanneer = afspraak
        for naam, waarde in (("wat", wat_er_is), ("wie", wie), ("wanneer", wanneer)):
            t.vul(_veld(t, f"afspraken-{nummer}-{naam}"), waarde)
        t.kies(_veld(t, f"afspraken-{nummer}-wie_soort"), soort)
    dien_in(t)


def affiche(t: Telefoon, titel: str) -> None:
    """From the front page; what comes is paper."""
    t.page.goto("/cms/")
    knop = t.page.get_by_role("link", name=f"Affiche: {titel}").first
    assert t.page.request.get(knop.get_attribute("href")).headers["content-type"] == "application/pdf"
    t.tikken, t.klikken = t.tikken + 1, t.klikken + 1


def gelast_af(t: Telefoon, titel: str, waarom: str) -> None:
    """With the button on the front page: the reason is what there is to type."""
    t.page.goto("/cms/")
    t.tik(t.page.get_by_role("link", name=f"Afgelasten: {titel}"))
    expect(_veld(t, "toelichting")).to_be_focused()
    t.typ(waarom)
    dien_in(t)


def koppel_terug(t: Telefoon, titel: str, uitkomst: str, motivering: str) -> None:
    open_bestaande(t, titel)
    _klap_open(t, "Uitkomst (na afloop)")
    schrijf(t, "uitkomst", uitkomst)
    schrijf(t, "motivering", motivering)
    dien_in(t)


def nieuwe_versie(t: Telefoon, nummer: str, verder: tuple[str, str, str], erbij: Punt) -> None:
    """Of the kernagenda: one point got further, another came."""
    t.page.goto("/cms/")
    t.tik(t.page.get_by_role("link", name="Kernagenda bijwerken"))
    t.page.wait_for_load_state()
    t.vul(_veld(t, "versie"), nummer)
    titel, _, status = verder
    # What is folded is known by its heading.
    thema = t.page.locator(".werkplek-thema").filter(has_text=titel)
    punt = thema.locator("[data-streamfield-child]").filter(has_text=titel)
    t.tik(thema.locator("xpath=ancestor::*[@data-streamfield-child][1]").locator("[data-panel-toggle]").first)
    t.tik(punt.locator("[data-panel-toggle]").first)
    t.tik(punt.locator("[data-contentpath=status]").get_by_label(status, exact=True))
    # Asked for as soon as the state is another than online.
    t.vul(punt.locator("[data-contentpath=reden] input"), WAAROM)
    t.tik(thema.locator("[data-streamfield-list-container] > .c-sf-add-button").last)
    _punt(t, thema.locator(".werkplek-punt").last, erbij)
    dien_in(t)


def open_bestaande(t: Telefoon, titel: str) -> None:
    """By its name, with the search field of the first page."""
    t.page.goto("/cms/")
    t.vul(t.page.get_by_placeholder("Doorzoek"), titel)
    t.page.keyboard.press("Enter")
    t.page.wait_for_url(re.compile(r"[?]q="))
    t.tik(t.page.get_by_role("link", name=titel, exact=True).first)
    t.page.wait_for_url(re.compile("/edit/$"))
    t.page.wait_for_load_state()


def _klap_open(t: Telefoon, kop: str) -> None:
    t.tik(t.page.locator(".w-panel__header", has_text=kop).locator("[data-panel-toggle]"))


def schrijf(t: Telefoon, naam: str, tekst: str) -> None:
    veld = t.page.locator(f"[data-contentpath={naam}] [role=textbox]")
    t.tik(veld)
    # As somebody does: with the cursor there, and seeing that it is written.
    expect(veld).to_be_focused()
    t.typ(tekst)
    expect(veld).to_contain_text(tekst)


def dien_in(t: Telefoon) -> None:
    knop = t.page.get_by_role("button", name=re.compile("ndienen bij Communicatie")).first
    expect(knop).to_be_in_viewport()
    t.tik(knop)
    t.page.wait_for_url(re.compile(r"/cms/(pages/\d+/)?$"))


def _nieuw(t: Telefoon, knop: str) -> None:
    t.page.goto("/cms/")
    t.tik(t.page.get_by_role("link", name=knop).first)
    t.page.wait_for_url(re.compile("/pages/add/"))


def _veld(t: Telefoon, naam: str) -> Locator:
    return t.page.locator(f"#id_{naam}")


def datum(t: Telefoon, naam: str, waarde: str) -> None:
    t.vul(_veld(t, naam), waarde)
    # Who types has no calendar in the way.
    expect(t.page.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)
    t.volgende()
