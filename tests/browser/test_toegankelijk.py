"""Every page in every state: no finding of axe-core, no scrolling sideways, in both widths and both themes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page

from tests.browser import schermen
from tests.browser.paginas import AFGEBEELD, PAGINAS
from tests.browser.ruimte import dubbel, ruim

SMAL, BREED, HOOG = 320, 1280, 800


# Each width in each theme, and each language: all twelve would take three times as long. Another language is another page;
# another width or theme is the same one.
STANDEN = {"": [(SMAL, "light"), (BREED, "dark")], "/en": [(SMAL, "dark")], "/pl": [(BREED, "light")]}
# What axe sees of a width or a theme. All else it reads in the page, of which it saw the wide one in Polish.
VAN_HET_SCHERM = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
# What is folded is looked at as well on a page of each kind and with each form; its colours are those of when it is open.
DICHT = {
    "voorpagina", "informatie", "kern", "kernagenda", "agenda", "agenda-item", "projecten", "project", "oproepen",
    "oproep-open", "oproep-reageren", "oproep-reageren-op-plan", "huisregels", "alle-agenda", "alle-oproepen",
    "alle-projecten", "alle-punten", "zoeken-gevonden", "404",
}  # fmt: skip
# The first screen of a telephone is the village: pixels from the top to its name. Frames and the screen in the hall have no
# header; this one begins at what changed.
HOOGSTE = 150
ZONDER_KOP = ("scherm", "insluiten", "kernagenda-versies")


@pytest.mark.usefixtures("knoppen")
@pytest.mark.parametrize(("naam", "adres"), PAGINAS.items(), ids=PAGINAS.keys())
def test_axe_en_passend(guest: Page, axe: Callable, naam: str, adres: str) -> None:
    # Without movement a change of theme is there at once, and axe doesn't measure colours that are halfway.
    guest.emulate_media(reduced_motion="reduce")
    for taal, standen in STANDEN.items():
        guest.set_viewport_size({"width": standen[0][0], "height": HOOG})
        guest.emulate_media(color_scheme="light")
        guest.goto(taal + adres)
        assert guest.get_attribute("html", "lang") == (taal[1:] or "nl")
        if naam in AFGEBEELD and not naam.startswith(ZONDER_KOP):
            _het_dorp_komt_voor_het_menu(guest, standen[0][0])
        if not taal:
            _dubbele_letters_passen(guest, naam)
        if naam in DICHT:
            axe(guest, rules={"color-contrast": {"enabled": False}})
        for nummer, (breedte, thema) in enumerate(standen):
            guest.set_viewport_size({"width": breedte, "height": HOOG})
            guest.emulate_media(color_scheme="light")
            if naam in AFGEBEELD and not taal:
                schermen.maak(guest, naam, breedte)
            guest.emulate_media(color_scheme=thema)
            with _alles_opengeklapt(guest):
                axe(guest, **({"runOnly": VAN_HET_SCHERM} if nummer else {}))
                assert _breedte(guest) <= breedte
                with ruim(guest):
                    assert _breedte(guest) <= breedte
                if nummer == 0 and not taal:
                    _dubbele_letters_passen(guest, naam)
        assert guest.locator("h1").count() == 1


def _het_dorp_komt_voor_het_menu(page: Page, daarna: int) -> None:
    """On telephones from 320 to 390 pixels wide; 320 is also 1280 pixels at a zoom of 400 %, with 256 pixels of height."""
    for breedte in (390, SMAL):
        page.set_viewport_size({"width": breedte, "height": 256})
        assert page.locator("h1").evaluate("h1 => h1.getBoundingClientRect().top") < HOOGSTE
    page.set_viewport_size({"width": daarna, "height": HOOG})


def _dubbele_letters_passen(page: Page, naam: str) -> None:
    """Letters of twice the size on a telephone: everything is read by going down (WCAG 1.4.4 and 1.4.10)."""
    # The screen in the hall has a size of its own.
    if naam != "scherm":
        with dubbel(page):
            assert _breedte(page) <= SMAL


def _breedte(page: Page) -> int:
    return page.evaluate("document.scrollingElement.scrollWidth")


@pytest.mark.parametrize("code", [500, 503])
def test_foutpagina(page: Page, axe: Callable, base_url: str, code: int) -> None:
    """These pages are made without the database, so they are shown here from their template."""
    from django.template.loader import render_to_string

    html = render_to_string(f"{code}.html").replace("/static/", f"{base_url}/static/")
    page.route(
        "**/voorbeeld", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")
    )
    page.set_viewport_size({"width": SMAL, "height": HOOG})
    page.goto("/voorbeeld")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMAL


def test_hoog_contrast_en_eigen_kleuren(guest: Page, axe: Callable) -> None:
    guest.emulate_media(contrast="more")
    guest.goto("/beesd/kernagenda/")
    axe(guest)
    guest.emulate_media(forced_colors="active")
    rand = guest.locator(".bloei-status").first.evaluate("e => getComputedStyle(e).borderTopWidth")
    assert rand == "1px"


def test_doelen_zijn_groot_genoeg(guest: Page) -> None:
    """Whatever one taps is at least 24 by 24 pixels, but for a link within a sentence (WCAG 2.5.8)."""
    guest.set_viewport_size({"width": SMAL, "height": HOOG})
    for adres in ("/", "/beesd/", "/agenda/", "/beesd/kernagenda/", "/beesd/agenda/inwonersavond-plein/"):
        guest.goto(adres)
        te_klein = guest.evaluate(
            """() => [...document.querySelectorAll('a, button, input, select, summary')]
                .filter(e => e.checkVisibility() && getComputedStyle(e).display !== 'inline' && !e.closest('svg'))
                .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
                .filter(([, r]) => r.width > 1 && (r.width < 24 || r.height < 24)).map(([t]) => t)"""
        )
        assert te_klein == [], adres


@contextmanager
def _alles_opengeklapt(page: Page) -> Iterator[None]:
    page.evaluate(
        "dicht = [...document.querySelectorAll('details:not([open])')]; dicht.forEach(d => d.open = true)"
    )
    yield
    page.evaluate("dicht.forEach(d => d.open = false)")
