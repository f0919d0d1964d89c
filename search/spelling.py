"""Forgives typing errors in a search: the nearest words that do occur on the site."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from wagtail.models import Site

from search.bedoeling import kernen_van
from search.vraag import Zoekvraag
from search.woorden import KORTSTE, WOORD, dichtbij
from search.zoeken import vind

# So many words of a question are held against those of the site: a hundred of them would take seconds.
MEESTE = 6
# A word with one error is surely meant from so many letters on, with two from so many; of a shorter one it is asked.
ZEKER_BIJ_EEN, ZEKER_BIJ_TWEE = 6, 10
# With another letter in front a shorter word is another word, or somebody's name: Kees is no wees.
ANDER_BEGIN = 6
LIJKT_OP_KERN = 0.8


class Verbetering(NamedTuple):
    """The question as it may have been meant, and whether that is certain enough to search by it without asking."""

    tekst: str
    zeker: bool


def verbeter(vraag: str, site: Site, taal: str) -> Verbetering:
    """The question with each unknown word replaced by the nearest that a public page has; as it was when nothing is near.
    The name of a village goes before a word that is as near."""
    talen = Zoekvraag(vraag, taal).talen
    kernen = [naam for naam in kernen_van(site) if naam.isalpha()]
    zeker = True

    def openbaar(woord: str) -> bool:
        return bool(vind(Zoekvraag(woord, taal), site))

    def beter(treffer: re.Match[str]) -> str:
        nonlocal zeker
        woord = treffer[0].lower()
        if len(woord) < KORTSTE or woord in kernen:
            return treffer[0]
        buren = dichtbij(woord, talen)
        if woord in buren and openbaar(woord):
            return treffer[0]
        kern = get_close_matches(woord, kernen, n=1, cutoff=LIJKT_OP_KERN)
        gelijkend = [buur for buur in buren if buur != woord and _lijkt(woord, buur)]
        beste = next(iter(kern), None) or next((buur for buur in gelijkend if openbaar(buur)), None)
        if beste is None:
            return treffer[0]
        zeker = zeker and _is_zeker(woord, beste)
        return beste

    return Verbetering(WOORD.sub(beter, vraag, count=MEESTE), zeker)


def _lijkt(woord: str, ander: str) -> bool:
    return (woord[0] == ander[0] or len(woord) >= ANDER_BEGIN) and _fouten(woord, ander) <= 2


def _is_zeker(woord: str, ander: str) -> bool:
    if woord[0] != ander[0]:
        return False
    fouten = _fouten(woord, ander)
    return len(woord) >= (ZEKER_BIJ_EEN if fouten <= 1 else ZEKER_BIJ_TWEE)


def _fouten(een: str, ander: str) -> int:
    """How many letters are to be changed, added, left out or swapped with the next one to make one of the other."""
    eerder, vorige = list[int](), list(range(len(ander) + 1))
    for i, letter in enumerate(een, 1):
        rij = [i]
        for j, tegen in enumerate(ander, 1):
            beste = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (letter != tegen))
            if i > 1 and j > 1 and letter == ander[j - 2] and een[i - 2] == tegen:
                beste = min(beste, eerder[j - 2] + 1)
            rij.append(beste)
        eerder, vorige = vorige, rij
    return vorige[-1]
