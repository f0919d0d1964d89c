"""Nothing that was typed is lost, also what was typed at an unlucky moment: while something is saved, or after an error."""

import os
import re

import pytest
from PIL import Image
from playwright.sync_api import Dialog, Locator, Page, Route, expect

from tests.browser.maand_invullen import datum
from tests.browser.telefoon import VOORPAGINA
from tests.browser.test_bewaren import FORMULIER, begin_item, dien_in, is_autosave, open_wat_er_ligt

BEGIN, MIDDEN = "We lopen langs de molens.", " Neem een jas mee."

VERSLAG = "#panel-child-inhoud-verslag_na_afloop-section [role=textbox]"


def wacht_tot(page: Page, klopt) -> None:
    for _ in range(300):
        if klopt():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never happened")


def mag_zo_weg(page: Page) -> bool:
    """Leave for the front page; False when the browser asks first, and then stay."""
    gevraagd: list[str] = []

    def blijf(dialoog: Dialog) -> None:
        gevraagd.append(dialoog.type)
        dialoog.dismiss()

    page.on("dialog", blijf)
    page.evaluate("() => { location.href = '/cms/'; }")
    wacht_tot(page, lambda: gevraagd or VOORPAGINA.search(page.url))
    page.remove_listener("dialog", blijf)
    return not gevraagd


@pytest.mark.parametrize("veld", ["samenvatting", "verslag"])
def test_what_is_typed_while_it_is_saved_is_saved_as_well(telefoon, veld):
    page = telefoon.page
    vast: list[Route] = []
    begin_item(telefoon, f"Molenloop {veld}")
    page.wait_for_url(re.compile(r"/edit/$"))
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()

    def houd_op(route: Route) -> None:
        if is_autosave(route.request):
            vast.append(route)
        else:
            route.continue_()

    page.route(FORMULIER, houd_op)
    if veld == "verslag":
        page.locator(".w-panel__header", has_text="Verslag").locator("[data-panel-toggle]").press("Enter")
    page.locator({"samenvatting": "#id_samenvatting", "verslag": VERSLAG}[veld]).tap()
    page.keyboard.type(BEGIN)
    wacht_tot(page, lambda: len(vast) == 1)
    page.keyboard.type(MIDDEN)
    vast[0].continue_()
    wacht_tot(page, lambda: len(vast) == 2)
    assert MIDDEN.strip() in vast[1].request.post_data
    assert not mag_zo_weg(page)
    vast[1].continue_()
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    page.wait_for_timeout(2000)
    # Nor does it go on saving what was saved.
    assert len(vast) == 2
    assert mag_zo_weg(page)
    page.locator("#bureau-kop ~ ul").get_by_role("link", name=f"Molenloop {veld}").tap()
    expect(page.locator("#page-edit-form")).to_contain_text(BEGIN + MIDDEN)


def test_what_is_typed_before_wagtail_looks_is_saved(telefoon):
    page = telefoon.page
    begin_item(telefoon, "Vroege vogels")
    page.wait_for_url(re.compile(r"/edit/$"))
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    page.reload(wait_until="domcontentloaded")
    page.locator("#id_samenvatting").press_sequentially(BEGIN)
    assert not page.locator("html[data-kijkt]").count()
    assert not mag_zo_weg(page)
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    assert mag_zo_weg(page)
    page.locator("#bureau-kop ~ ul").get_by_role("link", name="Vroege vogels").tap()
    expect(page.locator("#id_samenvatting")).to_have_value(BEGIN)


def test_who_leaves_what_couldnt_be_read_is_asked_first(telefoon):
    page = telefoon.page
    begin_item(telefoon, "Twijfelpad")
    page.wait_for_url(re.compile(r"/edit/$"))
    page.locator("#id_einde").press_sequentially("een uur of tien")
    page.keyboard.press("Tab")
    balk = page.locator(".werkplek-missers")
    expect(balk).to_contain_text("Einde")
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    assert not mag_zo_weg(page)
    page.locator("#id_einde").fill("")
    page.keyboard.press("Tab")
    expect(balk).to_be_hidden(timeout=30_000)
    assert mag_zo_weg(page)


def test_an_end_that_goes_along_to_another_day_is_shown(telefoon):
    page = telefoon.page
    begin_item(telefoon, "Verplaatspad")
    page.wait_for_url(re.compile(r"/edit/$"))
    einde = page.locator("#id_einde")
    datum(telefoon, "einde", "05-10-2031 21:00")
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    page.wait_for_timeout(2000)
    datum(telefoon, "begin", "12-10-2031 19:30")
    expect(einde).to_have_value("12-10-2031 21:00", timeout=30_000)
    melding = page.get_by_text("Het einde ging mee naar de nieuwe dag: zondag 12 oktober 2031, 21.00 uur.")
    expect(melding).to_be_visible()
    einde.tap()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(einde).to_have_value("12-10-2031 21:00")
    datum(telefoon, "begin", "12-10-2031 19:00")
    expect(melding).to_be_hidden(timeout=30_000)
    page.wait_for_timeout(2000)
    dien_in(page)
    page.wait_for_url(re.compile(r"/cms/$"))
    open_wat_er_ligt(page, "Verplaatspad")
    expect(page.locator(".werkplek-verschillen")).to_contain_text("12 oktober 2031, 21.00 uur")


def kies_om_te_uploaden(page: Page, *knoppen: str) -> Locator:
    """The pop-up of a new agenda-item, where a file is added."""
    page.get_by_role("link", name="Nieuw agenda-item").first.tap()
    page.locator("html[data-kijkt]").wait_for(state="attached")
    uitklappen = (
        "document.querySelectorAll('[data-panel-toggle][aria-expanded=false]').forEach(b => b.click())"
    )
    page.evaluate(uitklappen)
    for knop in knoppen:
        page.get_by_role("button", name=knop).first.tap()
    venster = page.locator(".modal")
    venster.get_by_role("tab", name="Uploaden").tap()
    return venster


def upload(venster: Locator) -> None:
    venster.get_by_role("button", name=re.compile("^(U|Bezig met u)ploaden")).tap()


def gekozen(venster: Locator) -> str | None:
    return venster.locator("input[type=file]").evaluate("veld => veld.files[0]?.name")


def test_a_photo_goes_after_all_when_its_description_was_forgotten_first(telefoon, tmp_path):
    venster = kies_om_te_uploaden(telefoon.page, "Kies een afbeelding")
    bestand = tmp_path / "molen.png"
    Image.frombytes("RGB", (90, 70), os.urandom(90 * 70 * 3)).save(bestand)
    venster.locator("input[type=file]").set_input_files(bestand)
    expect(venster.locator("[name$=title]")).to_have_value("molen")
    venster.get_by_role("button", name="Uploaden").tap()
    expect(venster.get_by_text("Vul ‘Alternatieve tekst’ in.")).to_be_visible()
    venster.locator("[name$=alt_tekst]").fill("IMG_2034")
    upload(venster)
    expect(venster.get_by_text("Dit lijkt de naam van een bestand.")).to_be_visible()
    assert gekozen(venster) == "molen.png"
    venster.locator("[name$=alt_tekst]").fill("Een molen")
    upload(venster)
    expect(venster).to_be_hidden()


def test_a_document_is_still_there_when_its_title_was_refused(telefoon, tmp_path):
    venster = kies_om_te_uploaden(telefoon.page, "Voeg bijlage toe", "Kies een document")
    nep, echt = tmp_path / "nep.pdf", tmp_path / "plan.txt"
    nep.write_text("geen pdf")
    echt.write_text("Het plan")
    venster.locator("input[type=file]").set_input_files(nep)
    expect(venster.locator("[name$=title]")).to_have_value("nep")
    upload(venster)
    expect(venster.get_by_text("Dit is geen pdf-bestand")).to_be_visible()
    assert gekozen(venster) is None
    venster.locator("input[type=file]").set_input_files(echt)
    venster.locator("[name$=title]").fill("  ")
    upload(venster)
    expect(venster.get_by_text("Vul ‘Titel’ in.")).to_be_visible()
    assert gekozen(venster) == "plan.txt"
    venster.locator("[name$=title]").fill("Het plan")
    upload(venster)
    expect(venster).to_be_hidden()
