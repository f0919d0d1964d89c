"""The pictures in the documentation: one of each kind of page that a visitor can meet, and none too many."""

import inspect
import re

from django.apps import apps
from playwright.sync_api import Playwright

from core.models import BasePage
from home import views
from tests.browser.paginas import AFGEBEELD, PAGINAS
from tests.browser.schermen import MAP, bestandsnaam
from tests.browser.test_toegankelijk import BREED, SMAL

MEESTE_BYTES = 1_500_000


def test_elk_scherm_staat_in_de_documentatie() -> None:
    """Make them anew as tests/browser/schermen.py tells."""
    verwacht = {bestandsnaam(naam, breedte) for naam in AFGEBEELD for breedte in (SMAL, BREED)}
    beelden = list(MAP.glob("*.webp"))
    assert {beeld.name for beeld in beelden} == verwacht
    assert set(re.findall(r"\]\(([\w-]+\.webp)\)", (MAP / "README.md").read_text())) == verwacht
    assert sum(beeld.stat().st_size for beeld in beelden) <= MEESTE_BYTES


def test_elke_soort_pagina_is_afgebeeld(playwright: Playwright, base_url: str) -> None:
    verzoek = playwright.request.new_context(base_url=base_url)
    adressen = [PAGINAS[naam].partition("?")[0] for naam in AFGEBEELD]
    antwoorden = [verzoek.get("/api/v1/paginas", params={"pad": adres}) for adres in adressen]
    soorten = {antwoord.json()["resultaten"][0]["soort"] for antwoord in antwoorden if antwoord.ok}
    verzoek.dispose()
    modellen = [model for model in apps.get_models() if issubclass(model, BasePage)]
    assert len(soorten) == len(modellen)
    overzichten = [
        naam
        for naam, view in inspect.getmembers(views, inspect.isfunction)
        if view.__module__ == "home.views" and naam[0] != "_"
    ]
    assert {f"/{naam}/" for naam in overzichten} <= set(adressen)
