"""Which languages there are, and which one is being read."""

from functools import cache

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Locale

BRONTAAL: str = settings.LANGUAGE_CODE


def talen() -> dict[str, str]:
    """The languages of the site by their code, the source language first."""
    return dict(settings.WAGTAIL_CONTENT_LANGUAGES)


def vertaald_in(locale_id: int) -> str:
    """The name of the language into which a page was translated; empty for a Dutch page."""
    taal = taal_van(locale_id)
    return "" if taal == BRONTAAL else talen().get(taal, taal)


def leestaal() -> str:
    """The language of what is being shown; the source language where there is none, as in a command."""
    taal = get_language() or BRONTAAL
    return taal if taal in talen() else BRONTAAL


def taal_van(locale_id: int) -> str:
    """The code of a Wagtail locale, without a query for each page."""
    return _codes().get(locale_id) or _opnieuw().get(locale_id, BRONTAAL)


def nummer_van(taal: str) -> int | None:
    """The number of the Wagtail locale of a language; None for one that nothing is written in."""
    return next((pk for codes in (_codes, _opnieuw) for pk, code in codes().items() if code == taal), None)


@cache
def _codes() -> dict[int, str]:
    return dict(Locale.all_objects.values_list("pk", "language_code"))


def _opnieuw() -> dict[int, str]:
    _codes.cache_clear()
    return _codes()
