"""What pops up in the admin stays within reach of a thumb: a photo that is there already, and a moment that is typed."""

import os
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.telefoon import KIJKT, SCHERM, Telefoon, ga_verder
from tests.browser.test_bewaren import begin_item

# Nothing lies over the words.
VRIJ = """fout => [...fout.getClientRects()].every(
    ({left, top, bottom}) => [top + 2, bottom - 2].every(y => document.elementFromPoint(left + 2, y) === fout))"""


@pytest.fixture
def bureau(new_context) -> Page:
    """The front page of an editor."""
    context = new_context(**SCHERM)
    context.add_init_script(KIJKT)
    page = context.new_page()
    ga_verder(page, "redactie-beesd")
    return page


@pytest.fixture
def formulier(bureau: Page) -> Page:
    """The form of a new agenda-item, with everything in it unfolded. Nothing of it is kept."""
    page = bureau
    page.get_by_role("link", name="Nieuw agenda-item").first.tap()
    page.wait_for_url(re.compile("/add/"))
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "document.querySelectorAll('[data-panel-toggle][aria-expanded=false]').forEach(b => b.click())"
    )
    return page


def upload(page: Page, foto: Path) -> Locator:
    """Choose a photo of the telephone for the page; return the window in which that is done."""
    page.get_by_role("button", name="Kies een afbeelding").first.tap()
    venster = page.locator(".modal")
    venster.get_by_role("tab", name="Uploaden").tap()
    venster.locator("input[type=file]").set_input_files(foto)
    # The name of the file comes there by itself, a moment later.
    expect(venster.locator("[name$=title]")).to_have_value("ruis")
    venster.locator("[name$=alt_tekst]").fill("Ruis")
    venster.get_by_role("button", name="Uploaden").tap()
    return venster


def test_a_photo_that_is_there_already(formulier: Page, tmp_path: Path) -> None:
    foto = tmp_path / "ruis.jpg"
    Image.frombytes("RGB", (90, 70), os.urandom(90 * 70 * 3)).resize((900, 700)).save(foto)
    expect(upload(formulier, foto)).to_be_hidden()
    formulier.reload()
    formulier.wait_for_load_state("networkidle")
    formulier.evaluate(
        "document.querySelectorAll('[data-panel-toggle][aria-expanded=false]').forEach(b => b.click())"
    )
    venster = upload(formulier, foto)
    for naam in ("Gebruik nieuwe afbeelding", "Gebruik bestaande"):
        knop = venster.get_by_text(naam)
        expect(knop).to_be_in_viewport(ratio=1)
        vak, rand = knop.bounding_box(), venster.locator(".modal-body").bounding_box()
        assert rand["x"] <= vak["x"]
        assert vak["x"] + vak["width"] <= rand["x"] + rand["width"]


def test_no_field_is_wider_than_the_screen(formulier: Page) -> None:
    te_breed = """breedte => [...document.querySelectorAll('#page-edit-form select, #page-edit-form input')]
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > breedte).map(e => e.id)"""
    assert formulier.evaluate(te_breed, SCHERM["viewport"]["width"]) == []


def test_a_moment_that_is_typed_and_kept(formulier: Page) -> None:
    formulier.locator("[data-side-panel-toggle=status]").tap()
    formulier.get_by_role("button", name="Kies een andere dag").tap()
    kalender = formulier.locator(".xdsoft_datetimepicker:visible")
    for veld in ("go_live_at", "expire_at"):
        formulier.locator(f"[name={veld}]").tap()
        expect(kalender).to_have_count(1)
        formulier.locator(f"[name={veld}]").press_sequentially("03-05-2031 10:00")
        expect(kalender).to_have_count(0)
    formulier.get_by_role("button", name="Bewaar de dagen").tap(trial=True)


def test_what_is_wrong_with_the_days_is_shown(bureau: Page) -> None:
    """They are typed in a window over the form, that is closed when the error is told."""
    begin_item(Telefoon(bureau), "Blijft staan")
    bureau.wait_for_url(re.compile(r"/edit/$"))
    bureau.locator("[data-side-panel-toggle=status]").tap()
    bureau.get_by_role("button", name="Kies een andere dag").tap()
    bureau.locator("[name=expire_at]").press_sequentially("03-05-2031 10:00")
    bureau.get_by_role("button", name="Bewaar de dagen").tap()
    # The bar names it as well, as soon as it has looked.
    fout = bureau.locator(".w-dialog").get_by_text("Wat voorbij is, blijft te lezen in het archief").first
    expect(fout).to_be_hidden()
    bureau.get_by_role("button", name="eerste fout").tap()
    expect(fout).to_be_in_viewport()
    bureau.get_by_role("button", name="Sluit dialoog").tap()
    expect(fout).to_be_hidden()
    bureau.locator(".werkplek-missers").get_by_role("button", name="Ga erheen").tap()
    expect(bureau.locator("[name=expire_at]")).to_be_focused()


def test_who_begins_is_left_in_peace_and_a_message_stands_free(formulier: Page) -> None:
    """A field that isn't filled in yet is asked for once it was passed over. The button of the menu covers no word."""
    balk = formulier.locator(".werkplek-missers")
    formulier.locator("html[data-kijkt]").wait_for(state="attached")
    formulier.locator("#id_title").press_sequentially("Borrel in het Klokhuis")
    expect(balk).to_have_attribute("data-noemt", "", timeout=30_000)
    expect(balk).to_be_hidden()
    expect(formulier.locator(".footer__save-warning")).to_be_hidden()
    formulier.locator("#id_locatie").press_sequentially("Klokhuis")
    formulier.locator("#id_samenvatting").tap()
    expect(balk).to_be_visible(timeout=30_000)
    assert balk.bounding_box()["height"] < 60
    balk.locator("summary").tap()
    expect(balk.get_by_text("Begin: vul dit nog in.")).to_be_visible()
    balk.get_by_role("button", name="Ga erheen").tap()
    expect(formulier.locator("#id_begin")).to_be_focused()
    formulier.keyboard.press("Escape")
    formulier.get_by_role("button", name=re.compile("ndienen bij Communicatie")).first.tap()
    bericht = formulier.locator(".messages li").get_by_text("Er is niets verloren")
    expect(bericht).to_be_visible()
    # The first error stands free of what sticks to the foot of a small screen.
    formulier.set_viewport_size({"width": SCHERM["viewport"]["width"], "height": 500})
    expect(balk).to_be_visible(timeout=30_000)
    formulier.get_by_role("button", name="eerste fout").tap()
    fout = formulier.locator(".error-message").first
    expect(fout).to_be_focused()
    formulier.wait_for_timeout(1000)
    assert fout.evaluate(VRIJ)
    formulier.set_viewport_size(SCHERM["viewport"])
    formulier.evaluate("window.scrollTo(0, 0); document.querySelector('main').scrollTo(0, 0)")
    knop = formulier.locator(".sidebar-nav-toggle").bounding_box()
    woorden = formulier.evaluate("""() => {
        const bereik = document.createRange();
        bereik.selectNodeContents(document.querySelector('.messages li'));
        return Math.min(...[...bereik.getClientRects()].map(r => r.left));
    }""")
    assert woorden >= knop["x"] + knop["width"]
    assert knop["y"] + knop["height"] <= formulier.locator(".messages").bounding_box()["height"]


@pytest.mark.parametrize("zoek", [False, True])
def test_a_list_is_read_in_words(bureau: Page, zoek: bool) -> None:
    if zoek:
        bureau.goto("/cms/pages/search/?q=plein")
    else:
        bureau.get_by_role("link", name="Alle agenda-items").tap()
    titels = bureau.locator("td.title")
    expect(titels.first).to_be_visible()
    assert all(vak["width"] > 250 for vak in (titel.bounding_box() for titel in titels.all()))
    expect(bureau.locator(".werkplek-wanneer", has_text=" uur").first).to_be_visible()
    assert bureau.evaluate("document.querySelector('.listing').scrollWidth") <= SCHERM["viewport"]["width"]


def test_calling_off_is_one_reason_and_one_button(bureau: Page) -> None:
    bureau.get_by_role("link", name=re.compile("^Afgelasten: ")).first.tap()
    expect(bureau.locator("#id_toelichting")).to_be_focused()
    expect(bureau.locator("#id_toelichting")).to_be_in_viewport()
    expect(bureau.locator("#id_status")).to_have_value("geannuleerd")
