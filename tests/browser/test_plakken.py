"""What an editor hears when something of a pasted text can't stay as it was. Needs no demo: the script alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

SCRIPT = Path(__file__).parents[2] / "static" / "werkplek" / "plakken.js"
# As Wagtail draws an editor, in short.
EDITOR = """<div><div class="Draftail-Editor"><div class="public-DraftEditor-content" contenteditable><p>x</p></div></div></div>"""
PLAK = """html => {
  const klembord = new DataTransfer();
  klembord.setData('text/html', html);
  const plak = new ClipboardEvent('paste', {clipboardData: klembord, bubbles: true});
  document.querySelector('.public-DraftEditor-content p').dispatchEvent(plak);
}"""


@pytest.fixture
def editor(browser: Browser):
    page = browser.new_page()
    page.set_content(EDITOR)
    page.add_script_tag(path=SCRIPT)
    yield page
    page.close()


@pytest.mark.parametrize("hoe", ["geplakt", "ingevoegd"])
def test_what_is_too_long_stays_whole_and_is_said(editor, hoe) -> None:
    """A browser would cut it off at the end of the field, and say nothing. Also what no key of *paste* was pressed for."""
    editor.evaluate("document.body.innerHTML = '<p><textarea maxlength=10>Het </textarea></p><input>'")
    veld, melding = editor.locator("textarea"), editor.locator("textarea + [role=status]")
    for tekst, wordt in (("dorp", "Het dorp"), ("shuis van ons", "Het dorpshuis van ons")):
        if hoe == "geplakt":
            editor.locator("input").fill(tekst)
            editor.keyboard.press("Control+A")
            editor.keyboard.press("Control+X")
        veld.focus()
        editor.keyboard.press("Control+End")
        if hoe == "geplakt":
            editor.keyboard.press("Control+V")
        else:
            editor.keyboard.insert_text(tekst)
        assert veld.input_value() == wordt
    assert melding.inner_text() == "Er passen 10 tekens in, en het zijn er nu 21. Maak het korter."
    veld.press("Backspace")
    assert "het zijn er nu 20" in melding.inner_text(), "it stays until the text fits"
    veld.fill("Het dorp")
    assert melding.is_hidden()


def test_who_types_until_a_field_is_full_is_told(editor) -> None:
    editor.evaluate("document.body.innerHTML = '<p><input maxlength=10></p>'")
    veld, melding = editor.locator("input"), editor.locator("input + [role=status]")
    veld.press_sequentially("Het dorpshuis")
    assert veld.input_value() == "Het dorpsh"
    assert melding.inner_text() == "Er passen 10 tekens in. Meer kan hier niet."
    veld.press("Backspace")
    assert melding.is_hidden()


def test_a_row_of_a_table_is_one_line(editor) -> None:
    editor.evaluate(
        "document.querySelector('.Draftail-Editor').addEventListener('paste', e => "
        "{ window.geplakt = (window.geplakt ?? []).concat(e.clipboardData.getData('text/html')) })"
    )
    editor.evaluate(
        PLAK,
        "<p>Wanneer</p><table><tr><th>Dag</th><th>Wat</th></tr>"
        "<tr><td><p>12 mei</p></td><td><b>Borrel</b></td><td></td></tr></table>",
    )
    assert editor.evaluate("geplakt") == ["<p>Wanneer</p><p>Dag – Wat</p><p>12 mei  – <b>Borrel</b></p>"]


def test_what_word_brings_along_is_said(editor) -> None:
    melding = editor.locator(".Draftail-Editor + [role=status]")
    for html, verwacht in (
        ("<h2 class=MsoHeading>Kop</h2><p>Tekst</p>", ["kop"]),
        ("<p>Tekst</p><table class=MsoTable><tr><td>1</td></tr></table>", ["tabel"]),
        (
            "<h1>Kop</h1><table><tr><td>1</td></tr></table><img src=x onerror='document.title = 1'>",
            ["kop", "tabel"],
        ),
        ("<p>Gewoon</p><ul><li>lijst</li></ul>", []),
    ):
        editor.evaluate(PLAK, html)
        assert [woord for woord in ("kop", "tabel") if woord in melding.inner_text()] == verwacht
    assert melding.is_hidden()
    assert editor.title() == ""
