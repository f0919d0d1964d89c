"""Every page in every state: no finding of axe-core, no scrolling sideways, in both widths and both themes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page

from tests.browser import schermen
from tests.browser.paginas import AFGEBEELD, PAGINAS
from tests.browser.ruimte import ruim

SMAL, BREED, HOOG = 320, 1280, 800


# Each width in each theme, and each language: all twelve would take three times as long.
STANDEN = [(SMAL, "light", ""), (SMAL, "dark", "/en"), (BREED, "light", "/pl"), (BREED, "dark", "")]


@pytest.mark.usefixtures("knoppen")
@pytest.mark.parametrize(("naam", "adres"), PAGINAS.items(), ids=PAGINAS.keys())
def test_axe_en_passend(page: Page, axe: Callable, naam: str, adres: str) -> None:
    # Without movement a change of theme is there at once, and axe doesn't measure colours that are halfway.
    page.emulate_media(reduced_motion="reduce")
    for breedte, thema, taal in STANDEN:
        page.set_viewport_size({"width": breedte, "height": HOOG})
        page.emulate_media(color_scheme="light")
        page.goto(taal + adres)
        if naam in AFGEBEELD and not taal:
            schermen.maak(page, naam, breedte)
        page.emulate_media(color_scheme=thema)
        with _alles_opengeklapt(page):
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= breedte
            with ruim(page):
                assert page.evaluate("document.documentElement.scrollWidth") <= breedte
        assert page.locator("h1").count() == 1


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


def test_hoog_contrast_en_eigen_kleuren(page: Page, axe: Callable) -> None:
    page.emulate_media(contrast="more")
    page.goto("/beesd/kernagenda/")
    axe(page)
    page.emulate_media(forced_colors="active")
    rand = page.locator(".bloei-status").first.evaluate("e => getComputedStyle(e).borderTopWidth")
    assert rand == "1px"


def test_doelen_zijn_groot_genoeg(page: Page) -> None:
    """Whatever one taps is at least 24 by 24 pixels, but for a link within a sentence (WCAG 2.5.8)."""
    page.set_viewport_size({"width": SMAL, "height": HOOG})
    for adres in ("/", "/beesd/", "/agenda/", "/beesd/kernagenda/", "/beesd/agenda/inwonersavond-plein/"):
        page.goto(adres)
        te_klein = page.evaluate(
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
