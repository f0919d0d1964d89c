"""From the front page to a meeting, into one's calendar, and how to join a call: with keys only."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

MET_EN_ZONDER = pytest.mark.parametrize("script", [True, False], ids=["met-script", "zonder-script"])
MEESTE_STAPPEN = 150


@pytest.fixture
def bezoeker(browser: Browser, base_url: str, browser_context_args: dict, script: bool):
    context = browser.new_context(
        **{**browser_context_args, "base_url": base_url, "java_script_enabled": script}
    )
    yield context.new_page()
    context.close()


@MET_EN_ZONDER
def test_bijeenkomst_vinden_en_in_de_agenda_zetten(bezoeker: Page) -> None:
    bezoeker.goto("/")
    _ga_naar(bezoeker, "Agenda")
    expect(bezoeker.get_by_role("heading", level=1)).to_have_text("Agenda van alle kernen")
    _tab_naar(bezoeker, "Kies wat je wilt zien")
    bezoeker.keyboard.press("Enter")
    bezoeker.keyboard.press("Tab")  # past all that stands before the choices
    assert _waar(bezoeker) == "Kies wat je wilt zien"
    bezoeker.keyboard.press("Enter")
    _tab_naar_veld(bezoeker, "kern")
    bezoeker.keyboard.type("Beesd")
    _ga_naar(bezoeker, "Toon")
    expect(bezoeker).to_have_url(re.compile(r"/agenda/\?.*kern=beesd.*#resultaten$"))
    _ga_naar(bezoeker, "Inwonersavond over het plein")
    expect(bezoeker.get_by_role("heading", level=1)).to_have_text("Inwonersavond over het plein")
    _tab_naar(bezoeker, "Zet in je agenda")
    with bezoeker.expect_download() as download:
        bezoeker.keyboard.press("Enter")
    assert "BEGIN:VEVENT" in download.value.path().read_text()


@MET_EN_ZONDER
def test_uitvinden_hoe_je_meedoet(bezoeker: Page) -> None:
    bezoeker.goto("/beesd/")
    bezoeker.keyboard.press("Tab")
    assert _waar(bezoeker) == "Naar de inhoud"
    bezoeker.keyboard.press("Enter")
    _ga_naar(bezoeker, "Denk mee over het plein")
    expect(bezoeker.get_by_role("heading", name="Zo doe je mee")).to_be_visible()
    expect(bezoeker.get_by_role("heading", name="Zonder internet")).to_be_visible()
    expect(bezoeker.get_by_role("heading", name="Onze belofte")).to_be_visible()


@MET_EN_ZONDER
def test_zoeken_en_kiezen(bezoeker: Page) -> None:
    bezoeker.goto("/")
    _tab_naar_veld(bezoeker, "q")
    bezoeker.keyboard.type("speltuin")
    bezoeker.keyboard.press("Enter")
    expect(bezoeker.get_by_text("We zochten op")).to_be_visible()
    _ga_naar(bezoeker, "Nieuwe speeltuin")
    expect(bezoeker.get_by_role("heading", level=1)).to_have_text("Nieuwe speeltuin")


@MET_EN_ZONDER
def test_kern_kiezen(bezoeker: Page) -> None:
    bezoeker.goto("/")
    _ga_naar(bezoeker, "Beesd")
    expect(bezoeker.get_by_role("heading", level=1)).to_have_text("Beesd")


def _ga_naar(page: Page, naam: str) -> None:
    """Tab to what is called so, see that the focus shows, and press Enter."""
    _tab_naar(page, naam)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def _tab_naar(page: Page, naam: str) -> None:
    for _stap in range(MEESTE_STAPPEN):
        page.keyboard.press("Tab")
        if _waar(page) == naam:
            assert _ring(page), f"{naam}: de focus is niet te zien"
            return
    raise AssertionError(f"{naam} is met Tab niet te bereiken")


def _tab_naar_veld(page: Page, naam: str) -> None:
    for _stap in range(MEESTE_STAPPEN):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == naam:
            return
    raise AssertionError(f"Het veld {naam} is met Tab niet te bereiken")


def _waar(page: Page) -> str:
    """The name of what has the focus. The browser's own evaluate works without script on the page too."""
    return page.evaluate(
        "(e => e.getAttribute('aria-label') || e.textContent.replace(/\\\\s+/g, ' ').trim())(document.activeElement)"
    )


def _ring(page: Page) -> bool:
    """Whether the focus shows: an outline on the element, or on what it draws over its card."""
    return page.evaluate(
        """(e => [null, '::after'].some(deel => {
            const s = getComputedStyle(e, deel);
            return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
        }))(document.activeElement)"""
    )
