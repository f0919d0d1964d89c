"""Two people in one page: on a narrow telephone both texts can be read, and every word fits the button it is about."""

import re

from playwright.sync_api import Page, expect

from tests.browser.telefoon import SCHERM
from tests.browser.test_bewaren import SAMENVATTING, begin_item
from tests.browser.test_goedkeuring import log_in

KNOP, INDIENEN = "Laat beide teksten zien", re.compile("ndienen bij Communicatie")
SMAL = 320
# What sticks out of a narrow screen, within a message.
STEEKT_UIT = """breedte => [...document.querySelectorAll('.messages, .messages *')]
    .filter(e => e.getBoundingClientRect().right > breedte + 1 || e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
    .map(e => `${e.tagName}.${e.className}`)"""


def bewaard(page: Page) -> None:
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible(timeout=30_000)


def typ(page: Page, veld: str, tekst: str) -> None:
    page.locator("html[data-kijkt]").wait_for(state="attached")
    page.locator(veld).fill(tekst)


def test_both_texts_are_read_on_a_narrow_telephone(telefoon, new_context, axe):
    page = telefoon.page
    begin_item(telefoon, "Botsavond")
    page.wait_for_url(re.compile(r"/edit/$"))
    bewaard(page)
    adres = page.url
    page.goto(adres)
    page.set_viewport_size({**SCHERM["viewport"], "width": SMAL})
    page.locator("html[data-kijkt]").wait_for(state="attached")

    collega = log_in(new_context(viewport={"width": 1280, "height": 900}), "communicatie")
    collega.goto(adres)
    collega.wait_for_timeout(3000)
    collega.locator("#id_locatie").fill("Kerkgebouw aan de Voorstraat in Beesd, op de eerste verdieping")
    bewaard(collega)

    typ(page, "#id_samenvatting", SAMENVATTING)
    knop = page.get_by_role("button", name=KNOP)
    expect(page.get_by_text(f"Kies ‘{KNOP}’")).to_be_visible(timeout=30_000)
    expect(knop).to_have_count(1)
    expect(page.get_by_role("button", name=INDIENEN)).to_have_count(0)
    # Nothing is named where there is nothing to name, nor asked again by a dialog.
    expect(page.locator(".werkplek-missers")).to_have_text("Ga erheen")
    # The keys that save do ask, in the same words, once Wagtail knows of it.
    expect(page.locator(".w-editing-sessions__session--saved")).to_have_count(1, timeout=30_000)
    page.keyboard.press("Control+s")
    dialoog = page.get_by_role("dialog", name=re.compile("Er is een nieuwe tekst van"))
    expect(dialoog.get_by_role("button", name=KNOP)).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialoog).to_be_hidden()
    assert page.locator(".w-slim-header .w-overflow-auto").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    knop.tap()
    expect(page.get_by_text("Er wordt niets overschreven zolang")).to_be_visible()
    tabellen = page.locator(".messages table")
    expect(tabellen).to_have_count(2)
    expect(tabellen.first).to_contain_text(SAMENVATTING)
    expect(tabellen.last).to_contain_text("Kerkgebouw")
    assert page.evaluate(STEEKT_UIT, SMAL) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SMAL
    # Half faded in, no words have contrast.
    page.locator(".messages").evaluate(
        "m => Promise.all(m.getAnimations({subtree: true}).map(beweging => beweging.finished))"
    )
    # Wagtail's button for who else is here has its name in a bubble that isn't there yet.
    axe(page, rules={"button-name": {"enabled": False}})

    # Both are on the screen: the one button leads there, and nothing says to ask for them.
    erheen = page.get_by_role("button", name="Naar beide teksten")
    expect(page.get_by_role("button", name=INDIENEN)).to_have_count(0)
    vinkje = page.get_by_label("Toch mijn tekst bewaren")
    page.locator("#id_samenvatting").scroll_into_view_if_needed()
    erheen.tap()
    expect(vinkje).to_be_focused()
    expect(page.get_by_text(f"Kies ‘{KNOP}’")).to_have_count(0)
    expect(page.get_by_role("button", name=KNOP)).to_have_count(0)
    vinkje.check()
    expect(erheen).to_have_count(0)
    # From then on it is kept by itself again.
    bewaard(page)
    expect(page.get_by_text(f"Kies ‘{KNOP}’")).to_have_count(0)
    page.get_by_role("button", name=INDIENEN).first.tap()
    page.wait_for_url(re.compile(r"/cms/$"))


def test_who_typed_nothing_reads_of_whom_the_new_text_is(telefoon, new_context):
    """Somebody who only looked, and the writer in a second tab: there is one new text, and nothing of one's own."""
    page = telefoon.page
    begin_item(telefoon, "Leesavond")
    page.wait_for_url(re.compile(r"/edit/$"))
    bewaard(page)
    page.goto(page.url)
    kijker = log_in(new_context(viewport={"width": 1280, "height": 900}), "communicatie")
    tabblad = page.context.new_page()
    for ander in (kijker, tabblad):
        ander.goto(page.url)
    typ(page, "#id_samenvatting", SAMENVATTING)
    bewaard(page)
    for ander, wie in (
        (kijker, re.compile(r"Er is een nieuwe tekst van \w.+\. Lees die eerst\.")),
        (tabblad, "van jezelf"),
    ):
        ander.bring_to_front()
        expect(ander.locator(".werkplek-melding:visible")).to_contain_text(wie, timeout=30_000)
        expect(ander.get_by_role("button", name=KNOP)).to_have_count(0)
    # Who begins to type after all, has two texts again.
    lezen = tabblad.get_by_role("button", name="Lees de nieuwe tekst")
    expect(lezen).to_be_visible()
    tabblad.locator("#id_locatie").press_sequentially("!")
    expect(tabblad.get_by_role("button", name=KNOP)).to_be_visible()
    expect(lezen).to_have_count(0)
    kijker.bring_to_front()
    kijker.get_by_role("button", name="Lees de nieuwe tekst").click()
    expect(kijker.get_by_text("dus dit is die nieuwe tekst")).to_be_visible()
    expect(kijker.locator("#id_samenvatting")).to_have_value(SAMENVATTING)
