"""The edit forms of the admin, filled in as a browser would."""

from django.test import Client
from django.urls import reverse
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import querydict_from_html

STREAMFIELDS = ("inhoud", "onderdelen")


def bewerk_url(pagina: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pagina.pk])


def lees_formulier(client: Client, url: str) -> dict[str, list[str]]:
    """What the browser would send if the editor changes nothing: the values of each field.

    StreamFields are drawn by a script in the browser; here they are empty.
    """
    antwoord = client.get(url)
    assert antwoord.status_code == 200, antwoord
    gegevens = querydict_from_html(antwoord.content.decode(), form_id="page-edit-form")
    return dict(gegevens.lists()) | {f"{veld}-count": ["0"] for veld in STREAMFIELDS}


def paginatypen() -> list[type[Page]]:
    return [model for model in get_page_models() if model is not Page]
