"""The HTML of every page in every language, checked by html-validate."""

from itertools import product
from pathlib import Path

from playwright.sync_api import APIRequestContext, Playwright

from tests.browser.html import keur_html
from tests.browser.paginas import PAGINAS

TALEN = ("", "/en", "/pl")


def test_geen_fouten_in_de_html(playwright: Playwright, base_url: str, knoppen: None, tmp_path: Path) -> None:
    verzoek: APIRequestContext = playwright.request.new_context(base_url=base_url)
    for (naam, adres), taal in product(PAGINAS.items(), TALEN):
        antwoord = verzoek.get(taal + adres)
        # A key that opens nothing has a page of its own in this list.
        assert antwoord.status != 410 or "werkt-niet" in naam
        (tmp_path / f"{naam}{taal.replace('/', '-')}.html").write_text(antwoord.text())
    verzoek.dispose()
    keur_html(tmp_path)
