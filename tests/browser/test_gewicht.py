"""What a page costs a visitor on a slow line."""

import gzip

import pytest
from playwright.sync_api import Page, Request

MEESTE_BYTES = 40_000  # HTML and CSS, gzipped
MEESTE_VERZOEKEN = 8  # beside pictures


@pytest.mark.parametrize("adres", ["/", "/beesd/", "/beesd/agenda/", "/beesd/kernagenda/"])
def test_licht(page: Page, adres: str) -> None:
    verzoeken: list[Request] = []
    page.on("request", lambda verzoek: verzoeken.append(verzoek))
    page.goto(adres, wait_until="networkidle")
    tekst = [v.response().body() for v in verzoeken if v.resource_type in ("document", "stylesheet")]
    assert sum(len(gzip.compress(deel)) for deel in tekst) <= MEESTE_BYTES
    anders = [v.url for v in verzoeken if not (v.resource_type == "image" and "/media/" in v.url)]
    assert len(anders) <= MEESTE_VERZOEKEN, anders
    assert not [v for v in verzoeken if v.resource_type in ("script", "font", "xhr", "fetch")]


def test_fotos(page: Page) -> None:
    """Modern formats first, dimensions set, lazy below the first screen, an alternative text, a maker."""
    page.goto("/beesd/")
    for foto in page.locator("main picture").all():
        soorten = [bron.get_attribute("type") for bron in foto.locator("source").all()]
        assert soorten == ["image/avif", "image/webp"]
        img = foto.locator("img")
        assert img.get_attribute("width")
        assert img.get_attribute("height")
        assert img.get_attribute("alt") is not None
    luie = [img.get_attribute("loading") for img in page.locator("main picture img").all()]
    assert luie[0] is None
    assert set(luie[1:]) == {"lazy"}
    assert page.get_by_text("Foto:").first.is_visible()
