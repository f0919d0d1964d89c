"""Forgives typing errors in a search: the nearest words that do occur on the site."""

import re

from wagtail.models import Site

from search.vraag import Zoekvraag
from search.woorden import KORTSTE, WOORD, dichtbij
from search.zoeken import vind

# So many words of a question are held against those of the site: a hundred of them would take seconds.
MEESTE = 6


def verbeter(vraag: str, site: Site, taal: str) -> str:
    """The question with each unknown word replaced by the nearest that a public page has; as it was when nothing is near."""
    talen = Zoekvraag(vraag, taal).talen

    def openbaar(woord: str) -> bool:
        return bool(vind(Zoekvraag(woord, taal), site))

    def beter(treffer: re.Match[str]) -> str:
        woord = treffer[0].lower()
        if len(woord) < KORTSTE:
            return treffer[0]
        buren = dichtbij(woord, talen)
        if woord in buren and openbaar(woord):
            return treffer[0]
        return next((buur for buur in buren if buur != woord and openbaar(buur)), treffer[0])

    return WOORD.sub(beter, vraag, count=MEESTE)
