"""A day or a month that somebody looks for: no text says it as it is typed, and the calendar has it. Pure: words and a day in."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.dates import MONTHS, MONTHS_3, MONTHS_ALT
from django.utils.translation import override

JJJJMMDD = re.compile(r"\b(?P<jaar>(?:19|20)\d\d)-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})\b")
DDMMJJJJ = re.compile(r"\b(?P<dag>\d{1,2})[-/.](?P<maand>\d{1,2})[-/.](?P<jaar>(?:19|20)\d\d)\b")
# 17-12 alone is a day; among other words it may be a score, or an age.
DDMM = re.compile(r"(?P<dag>\d{1,2})[-/](?P<maand>\d{1,2})")
WOORD, DAG, JAAR = re.compile(r"\w+"), re.compile(r"\d{1,2}"), re.compile(r"(?:19|20)\d\d")
# So short a name of a month is another word as well (may), so it has to be all there is, or have a day or a year with it.
KORT = 3


@dataclass(frozen=True)
class Gevraagd:
    """`dag` 0: the whole month. `mogelijk`: its first day as it comes, and as it was before that; the same when a year was named."""

    dag: int
    mogelijk: tuple[date, date]


def lees_dag(tekst: str, talen: Iterable[str], op: date) -> Gevraagd | None:
    """The first day or month in these words, with the names of the months in these languages; None when there is none, or when it doesn't exist."""
    for gevonden in _getallen(tekst, tuple(talen)):
        # 31-02-2026, 18/25: that is no day.
        with suppress(ValueError):
            return _gevraagd(gevonden, op)
    return None


def _getallen(tekst: str, talen: tuple[str, ...]) -> Iterator[dict[str, int]]:
    treffers = [JJJJMMDD.search(tekst), DDMMJJJJ.search(tekst), DDMM.fullmatch(tekst.strip())]
    yield from ({naam: int(waarde) for naam, waarde in t.groupdict().items()} for t in treffers if t)
    woorden, namen = WOORD.findall(tekst.lower()), _maanden(talen)
    for plaats, woord in enumerate(woorden):
        if woord in namen:
            voor, *erna = [woorden[plaats - 1] if plaats else "", *woorden[plaats + 1 : plaats + 3]]
            dag = next((int(w) for w in (voor, *erna[:1]) if DAG.fullmatch(w)), 0)
            jaar = next((int(w) for w in erna if JAAR.fullmatch(w)), 0)
            if len(woord) > KORT or dag or jaar or len(woorden) == 1:
                yield {"dag": dag, "maand": namen[woord], "jaar": jaar}


def _gevraagd(getallen: dict[str, int], op: date) -> Gevraagd:
    maand, dag, jaar = getallen["maand"], getallen["dag"], getallen.get("jaar", 0)
    if jaar:
        eerste = date(jaar, maand, dag or 1)
        return Gevraagd(dag, (eerste, eerste))
    komt = date(op.year, maand, dag or 1)
    if komt < (op if dag else op.replace(day=1)):
        return Gevraagd(dag, (komt.replace(year=op.year + 1), komt))
    return Gevraagd(dag, (komt, komt.replace(year=op.year - 1)))


@cache
def _maanden(talen: tuple[str, ...]) -> dict[str, int]:
    """The names of the months, also as they stand after a day (17 grudnia), and short."""
    namen: dict[str, int] = {}
    for taal in talen:
        with override(taal):
            for rij in (MONTHS, MONTHS_ALT, MONTHS_3):
                namen |= {str(naam).lower().rstrip("."): nummer for nummer, naam in rij.items()}
    return namen
