"""The edit forms of the admin, filled in as a browser would."""

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text

STREAMFIELDS = ("inhoud", "onderdelen")


def bewerk_url(pagina: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pagina.pk])


def lees_formulier(client: Client, url: str) -> dict[str, list[str]]:
    """What the browser would send if the editor changes nothing: the values of each field.

    StreamFields are drawn by a script in the browser; here they are empty.
    """
    antwoord = client.get(url)
    assert antwoord.status_code == 200, antwoord
    html = antwoord.content.decode()
    gegevens = dict(querydict_from_html(html, form_id="page-edit-form").lists())
    # Wagtail's reader sends nothing for these.
    vinkjes = BeautifulSoup(html, "html.parser").select(
        "#page-edit-form input[type=checkbox][checked]:not([value])"
    )
    gegevens |= {str(vinkje["name"]): ["on"] for vinkje in vinkjes}
    return gegevens | {f"{veld}-count": ["0"] for veld in STREAMFIELDS}


def stroom_in_formulier(pagina: Page, veld: str) -> dict[str, str]:
    """What the script in the browser would send of this StreamField, with what the page holds in memory."""
    waarde = getattr(pagina, veld)
    return nested_form_data({veld: _in_formulier(waarde.stream_block, waarde)})


def _in_formulier(blok: blocks.Block, waarde) -> dict | str:
    if isinstance(blok, blocks.StructBlock):
        delen = {naam: _in_formulier(deel, waarde[naam]) for naam, deel in blok.child_blocks.items()}
        # A box that isn't ticked isn't sent.
        return {naam: deel for naam, deel in delen.items() if deel or waarde[naam] not in (None, False)}
    if isinstance(blok, blocks.BaseStreamBlock | blocks.ListBlock):
        kinderen = waarde.bound_blocks if isinstance(blok, blocks.ListBlock) else waarde
        rijen = {
            str(plek): {
                "id": kind.id,
                "type": kind.block.name,
                "order": str(plek),
                "deleted": "",
                "value": _in_formulier(kind.block, kind.value),
            }
            for plek, kind in enumerate(kinderen)
        }
        return rijen | {"count": str(len(rijen))}
    if isinstance(blok, blocks.RichTextBlock):
        return rich_text(waarde.source, features=blok.features)
    kaal = blok.get_prep_value(waarde)
    return "" if kaal in (None, False) else str(kaal)


def paginatypen() -> list[type[Page]]:
    return [model for model in get_page_models() if model is not Page]
