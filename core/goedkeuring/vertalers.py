"""Who wrote what a translation would put live."""

from itertools import chain

from bs4 import BeautifulSoup
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride, StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from core.talen.taal import BRONTAAL, taal_van


def vertalers(pagina: Page) -> set[int]:
    """The keys of the users who wrote sentences of this translation that are not live, or put something else in the
    place of a link or a picture of the Dutch page; empty for a Dutch page.

    The text that is live decides, not the moment: a sentence may be older than what is live and yet never have
    been approved.
    """
    if taal_van(pagina.locale_id) == BRONTAAL:
        return set()
    zinnen = _van(pagina, StringTranslation.objects.all()).filter(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL
    )
    rijen = list(zinnen.values_list("context__path", "data", "last_translated_by_id"))
    live = _live_zinnen(pagina) if rijen and pagina.live else set()
    schrijvers = (wie for pad, zin, wie in rijen if (pad, _genormaliseerd(zin)) not in live)
    keuzes = _van(pagina, SegmentOverride.objects.all()).values_list("last_translated_by_id", flat=True)
    return set(chain(schrijvers, keuzes)) - {None}


def _van(pagina: Page, rijen: QuerySet) -> QuerySet:
    return rijen.filter(context__object_id=pagina.translation_key, locale_id=pagina.locale_id)


def _live_zinnen(pagina: Page) -> set[tuple[str, str]]:
    """What visitors read, sentence by sentence with its path; the row of a live page is what they read."""
    return {
        (segment.path, _genormaliseerd(segment.string.data))
        for segment in extract_segments(type(pagina.specific)._base_manager.get(pk=pagina.pk))
        if isinstance(segment, StringSegmentValue)
    }


def _genormaliseerd(zin: str) -> str:
    return str(BeautifulSoup(zin, "html.parser")).strip()
