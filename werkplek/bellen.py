"""Whom to telephone, as the editor is told of it: in mail about the page, on the front page and step by step."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden.bellen import te_bellen, zonder_mail
from meedoen.aanmelden.stappen import haal


def wie_te_bellen(pagina: Page, *, weg: bool = False) -> dict[str, Any]:
    """For a mail: how many, and where they stand. Empty when there is nobody. `weg`: it goes off the site."""
    # Nobody, for most pages: then it needn't be looked up how these stand.
    if not (
        isinstance(pagina, AgendaItemPage | OproepPage) and zonder_mail().filter(pagina=pagina.pk).exists()
    ):
        return {}
    # As it is in the database: what a mail is about may be a draft.
    hier = haal(pagina.pk)
    zin = bel_nog(hier, len(te_bellen(hier, weg=weg)))
    lijst = settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:aanmeldingen", args=[pagina.pk])
    return {"bel_nog": zin, "bel_lijst": lijst} if zin else {}


def bel_nog(pagina: Page, aantal: int) -> str:
    if not aantal:
        return ""
    wie = (
        "1 persoon zonder e-mail: die hoort" if aantal == 1 else f"{aantal} personen zonder e-mail: die horen"
    )
    wat = "dat het niet doorgaat" if getattr(pagina, "geannuleerd", False) else "wat er veranderd is"
    return f"Bel nog {wie} niet vanzelf {wat}."
