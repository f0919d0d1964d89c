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
