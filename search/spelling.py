"""Forgives typing errors in a search: the nearest words that do occur on the site.

The embedded PostgreSQL has no pg_trgm, and a few thousand words fit in memory.
"""

import re
from difflib import get_close_matches

from django.core.cache import cache
from wagtail.models import Site

from core.inhoudsversie import huidige_inhoudsversie
from core.models import Thema
from search.zoeken import doorzoekbaar, teksten

KORTSTE = 4
# Each unknown word is held against every word of the site: a question of a hundred of them would take seconds.
MEESTE = 12
BEWAAR = 600  # seconds
WOORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def verbeter(vraag: str, site: Site, taal: str) -> str:
    """The question with each unknown word replaced by the nearest known one; as it was when nothing is near."""
    bekend = _woorden(site, taal)

    def beter(treffer: re.Match[str]) -> str:
        woord = treffer[0].lower()
        if len(woord) < KORTSTE or woord in bekend:
            return treffer[0]
        return next(iter(get_close_matches(woord, bekend, n=1, cutoff=0.75)), treffer[0])

    return WOORD.sub(beter, vraag, count=MEESTE)


def _woorden(site: Site, taal: str) -> dict[str, None]:
    """The words in the titles and the index of all public pages, and in the themes.

    Kept for ten minutes, but no longer than they are public: a word that was taken off is never suggested.
    """
    sleutel = f"woorden-{site.pk}-{taal}-{huidige_inhoudsversie().nummer}"
    return cache.get_or_set(sleutel, lambda: _verzamel(site, taal), BEWAAR)


def _verzamel(site: Site, taal: str) -> dict[str, None]:
    sleutels = doorzoekbaar(site).values("translation_key")
    gelezen = teksten(taal).filter(translation_key__in=sleutels)
    stukken = [
        stuk or ""
        for rij in gelezen.values_list("index_entries__title_text", "index_entries__body_text")
        for stuk in rij
    ]
    stukken += Thema.objects.values_list("name", flat=True)
    gevonden = WOORD.findall(" ".join(stukken).lower())
    return dict.fromkeys(woord for woord in gevonden if len(woord) >= KORTSTE)
