"""Takes a long word of Dutch apart where nothing has it: *ouderenwoningen* is ouderen and woningen."""

import re
from collections.abc import Callable, Iterable, Iterator

from django.db import connection
from wagtail.models import Site

from search.bedoeling import kernen_van
from search.vraag import Zoekvraag, lees_vraag, synoniemen_van
from search.woorden import KORTSTE, LAATSTE, LANGSTE, UITGANG, WOORD
from search.zoeken import er_is_iets

# So many words of a question are looked at, and so many ways to take one apart are tried.
MEESTE, MEESTE_SNEDEN = 8, 4
# What Dutch puts between two words.
TUSSENKLANKEN = ("", "s", "en", "n", "e")
# One part alone is proposed from so many letters on: *water* says little of *waterschapsverkiezing*.
LANG_GENOEG = 5
# Which of these the site has, or has another form of: a stem and what may stand behind it.
BEKEND = """SELECT v.deel FROM unnest(%(delen)s::text[]) AS v(deel),
    LATERAL (SELECT coalesce((ts_lexize('dutch_stem', v.deel))[1], v.deel) AS stam) AS s
WHERE EXISTS (SELECT FROM search_woord w WHERE w.taal = ANY (%(talen)s::text[]) AND w.woord >= s.stam
    AND w.woord < s.stam || %(laatste)s::text AND length(w.woord) <= length(v.deel) + %(uitgang)s)"""

Snede = tuple[str, str]


def uiteen(vraag: Zoekvraag, site: Site) -> Zoekvraag | None:
    """The question with its long words in two, where pages have both; None when no word comes apart so."""
    return _met_anders(vraag, site, _in_tweeen)


def een_deel(vraag: Zoekvraag, site: Site) -> str:
    """The question with of each long word the part that pages have, to propose; empty when there is none."""
    anders = _met_anders(vraag, site, _het_bekende)
    return anders.getypt if anders and er_is_iets(anders, site) else ""


def _met_anders(
    vraag: Zoekvraag, site: Site, maak: Callable[[str, Zoekvraag, Site], str | None]
) -> Zoekvraag | None:
    """Who writes a question with quotes or a minus (nothing is `getypt`) means these words."""
    kernen = kernen_van(site)

    def anders(treffer: re.Match[str]) -> str:
        woord = treffer[0].lower()
        if not 2 * KORTSTE <= len(woord) <= LANGSTE or woord in kernen or _er_is(woord, vraag, site):
            return treffer[0]
        return maak(woord, vraag, site) or treffer[0]

    tekst = WOORD.sub(anders, vraag.getypt, count=MEESTE)
    return lees_vraag(tekst, vraag.taal, site) if tekst != vraag.getypt else None


def _in_tweeen(woord: str, vraag: Zoekvraag, site: Site) -> str | None:
    sneden = list(_sneden(woord))
    bekend = _bekend({deel for snede in sneden for deel in snede}, vraag.talen)
    # The longest parts: those are the least likely to be a part by chance.
    goed = sorted(
        (snede for snede in sneden if bekend.issuperset(snede)), key=lambda s: -len(s[0]) - len(s[1])
    )
    return next((" ".join(s) for s in goed[:MEESTE_SNEDEN] if all(_er_is(d, vraag, site) for d in s)), None)


def _het_bekende(woord: str, vraag: Zoekvraag, site: Site) -> str | None:
    """What it is, which stands at its end, goes before what it is of."""
    delen = {
        deel: woord.endswith(deel) for snede in _sneden(woord) for deel in snede if len(deel) >= LANG_GENOEG
    }
    goed = sorted(_bekend(delen, vraag.talen), key=lambda deel: (not delen[deel], -len(deel)))
    return next((deel for deel in goed[:MEESTE_SNEDEN] if _er_is(deel, vraag, site)), None)


def _sneden(woord: str) -> Iterator[Snede]:
    for plek in range(KORTSTE, len(woord) - KORTSTE + 1):
        for klank in TUSSENKLANKEN:
            eerste = woord[:plek].removesuffix(klank)
            if woord[:plek].endswith(klank) and len(eerste) >= KORTSTE:
                yield eerste, woord[plek:]


def _bekend(delen: Iterable[str], talen: list[str]) -> set[str]:
    delen = set(delen)
    with connection.cursor() as cursor:
        waarden = {"delen": sorted(delen), "talen": talen, "laatste": LAATSTE, "uitgang": UITGANG}
        cursor.execute(BEKEND, waarden)
        gevonden = {deel for (deel,) in cursor.fetchall()}
    return gevonden | {deel for deel in delen if synoniemen_van(deel)}


def _er_is(woord: str, vraag: Zoekvraag, site: Site) -> bool:
    return er_is_iets(lees_vraag(woord, vraag.taal, site), site)
