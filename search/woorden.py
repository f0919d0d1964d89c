"""The words of the site: what a visitor may have meant, and what else is the same thing in Dutch.

The embedded PostgreSQL has no pg_trgm. Words in a table of their own, in order from both ends, do without.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from django.db import connection

KORTSTE, LANGSTE = 4, 60
WOORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Of a word so many others are looked for, and so many are held against a typing error.
MEESTE_VERWANT, MEESTE_BUREN = 8, 400
# What Dutch puts behind a word: bankje, bankjes.
UITGANG = 3
# A word may be misspelled in its beginning or in its end; three letters of the other are right.
ZEKER = 3
# No letter comes after it.
LAATSTE = "\U0010ffff"
# Letters with a mark, and as one types them who hasn't those on the keyboard. PostgreSQL's own (unaccent) may not be there.
MET = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžłøđħı"
ZONDER = "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzlodhi"
ZONDER_TEKENS = str.maketrans(MET, ZONDER)

# The words between two borders in one of the orders, for each word that is asked about.
TUSSEN = """(SELECT woord FROM search_woord WHERE taal = ANY (%(talen)s::text[]) AND {kolom} >= v.{van} AND {kolom} < v.{van} || %(laatste)s::text
    AND length(woord) BETWEEN v.kort AND v.lang ORDER BY length(woord), woord LIMIT %(meeste)s)"""


def woorden_in(tekst: str) -> set[str]:
    return {woord for woord in WOORD.findall(tekst.lower()) if KORTSTE <= len(woord) <= LANGSTE}


def leg_vast(taal: str, teksten: Iterable[str]) -> None:
    """Keep the words of these texts that aren't kept yet."""
    woorden: set[str] = set()
    for tekst in teksten:
        woorden |= woorden_in(tekst)
    with connection.cursor() as cursor:
        # In one order, so that two who write the same words wait for each other and don't lock each other up.
        cursor.execute(
            """INSERT INTO search_woord (taal, woord, achterom)
            SELECT %(taal)s::text, w, reverse(w) FROM unnest(%(woorden)s::text[]) AS w
            WHERE NOT EXISTS (SELECT FROM search_woord WHERE taal = %(taal)s::text AND woord = w) ORDER BY w
            ON CONFLICT DO NOTHING""",
            {"taal": taal, "woorden": sorted(woorden)},
        )


def verwant(woorden: Iterable[str], talen: Iterable[str]) -> dict[str, list[str]]:
    """For each word those that are it with an ending, or end with it: *bankje* bankjes, *borrel* dorpsborrel; and those
    that are it with marks, or without: *zolty* żółty."""
    gevraagd = [
        (w, w.translate(ZONDER_TEKENS), w[::-1], len(w), len(w) + UITGANG, LANGSTE)
        for w in woorden
        if KORTSTE <= len(w) <= LANGSTE
    ]
    # In the words of the index: PostgreSQL has to know them when it makes a plan that is kept.
    vooraan = TUSSEN.format(kolom=f"translate(woord, '{MET}', '{ZONDER}')", van="begin")
    achteraan = TUSSEN.format(kolom="achterom", van="einde").replace("v.lang", "v.langst")
    gevonden = _zoek(f"{vooraan} UNION ALL {achteraan}", gevraagd, talen, MEESTE_VERWANT)
    return {woord: [ander for ander in rij if ander != woord] for woord, rij in gevonden.items()}


def dichtbij(woord: str, talen: Iterable[str]) -> list[str]:
    """The words of the site that look like this one, the nearest first; itself when the site has it."""
    zeker, marge = woord[:ZEKER], max(2, len(woord) // 4)
    gevraagd = [
        (woord, zeker, woord[::-1][:ZEKER], len(woord) - marge, len(woord) + marge, len(woord) + marge)
    ]
    vooraan = TUSSEN.format(kolom="woord", van="begin")
    achteraan = TUSSEN.format(kolom="achterom", van="einde")
    buren = _zoek(f"{vooraan} UNION ALL {achteraan}", gevraagd, talen, MEESTE_BUREN).get(woord, [])
    return get_close_matches(woord, buren, n=3, cutoff=0.75)


def _zoek(vraag: str, gevraagd: list[tuple], talen: Iterable[str], meeste: int) -> dict[str, list[str]]:
    if not gevraagd:
        return {}
    woord, begin, einde, kort, lang, langst = map(list, zip(*gevraagd, strict=True))
    gevonden: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT DISTINCT v.woord, x.woord FROM unnest(%(woord)s::text[], %(begin)s::text[], %(einde)s::text[],
                %(kort)s::int[], %(lang)s::int[], %(langst)s::int[]) AS v(woord, begin, einde, kort, lang, langst),
                LATERAL ({vraag}) AS x ORDER BY 1, 2""",  # noqa: S608 - our own names
            {
                "woord": woord, "begin": begin, "einde": einde, "kort": kort, "lang": lang, "langst": langst,
                "talen": list(talen), "laatste": LAATSTE, "meeste": meeste,
            },
        )  # fmt: skip
        for van, ander in cursor.fetchall():
            gevonden.setdefault(van, []).append(ander)
    return gevonden
