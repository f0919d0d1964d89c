"""The address of a page in a language: always that of the Dutch page, with the language before it."""

from functools import cache

from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

from core.talen.taal import BRONTAAL, leestaal, talen


@cache
def voorvoegsel(taal: str) -> str:
    """`/`, `/en/`, `/pl/`."""
    with override(taal):
        return reverse("wagtail_serve", args=("",))


def pad_in_taal(pad: str, taal: str | None = None) -> str:
    """The path of a Dutch page in another language: `/beesd/` becomes `/pl/beesd/`."""
    return voorvoegsel(taal or leestaal()) + pad.removeprefix(voorvoegsel(BRONTAAL))


def uit_pad(pad: str) -> tuple[str | None, str]:
    """The language that a path says, if it says one, and the path of the Dutch page below the root of the site:
    `/pl/beesd/` is `("pl", "beesd/")`, `/beesd/` is `(None, "beesd/")`."""
    for taal in talen():
        if taal != BRONTAAL and pad.startswith(voor := voorvoegsel(taal)):
            return taal, pad.removeprefix(voor)
    return None, pad.removeprefix(voorvoegsel(BRONTAAL))


def adres_in_taal(pagina: Page, taal: str) -> str:
    """The absolute address of a Dutch page in a language."""
    with override(taal):
        return pagina.full_url


def canoniek_adres(pagina: Page) -> str:
    """The absolute address under which search engines know this text: the Dutch one for what isn't translated."""
    return adres_in_taal(pagina, getattr(pagina, "taal", BRONTAAL))
