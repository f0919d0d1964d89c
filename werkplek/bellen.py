"""Whom to telephone, as the editor is told of it: in mail about the page, on the front page and step by step."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden.bellen import te_bellen
from meedoen.aanmelden.stappen import haal


def wie_te_bellen(pagina: Page, *, weg: bool = False) -> dict[str, Any]:
    """For a mail: how many, and where they stand. Empty when there is nobody. `weg`: it goes off the site."""
    if not isinstance(pagina, AgendaItemPage | OproepPage):
        return {}
    # As it is in the database: what a mail is about may be a draft.
    zin = bel_nog(len(te_bellen(haal(pagina.pk), weg=weg)))
    lijst = settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:aanmeldingen", args=[pagina.pk])
    return {"bel_nog": zin, "bel_lijst": lijst} if zin else {}


def bel_nog(aantal: int) -> str:
    mensen = "1 persoon" if aantal == 1 else f"{aantal} personen"
    return f"Bel nog {mensen} zonder e-mail: die horen niet vanzelf wat er veranderd is." if aantal else ""
