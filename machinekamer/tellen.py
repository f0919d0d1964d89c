"""What became of requests, counted for Prometheus a second later and many at once.

Its own counters are written to a file that all processes read, each under a lock: of a kept answer that took a third of
the processor time.
"""

import atexit
import os
import time
from bisect import bisect_left
from collections import Counter, deque
from functools import cache
from threading import Lock, Thread
from typing import NamedTuple

from prometheus_client import Counter as Teller
from prometheus_client import Histogram

VERZOEKEN = Teller("bloei_verzoeken", "Wat er werd gevraagd.", ["deel", "methode", "status"])
DUUR = Histogram(
    "bloei_verzoek_seconden", "Hoe lang een antwoord duurde.", ["deel"],
    buckets=(0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)  # fmt: skip
BEWAARD = Teller("bloei_bewaard", "Wat er van bewaarde antwoorden werd.", ["uitkomst"])
GEDEELD_MIS = Teller("bloei_gedeeld_mis", "Hoe vaak wat processen delen niet gaf wat hoort.", ["soort"])
LEESKOPIE = Teller("bloei_leeskopie", "Of een antwoord van de leeskopie kwam.", ["uitkomst"])
TUSSENPOOS = 1.0  # seconds
_verzoeken, _duur, _bewaard = cache(VERZOEKEN.labels), cache(DUUR.labels), cache(BEWAARD.labels)


class Verzoek(NamedTuple):
    deel: str
    methode: str
    status: str
    seconden: float
    uitkomst: str  # of an answer that may be kept; else nothing


_rij: deque[Verzoek] = deque()
_slot = Lock()
_loopt: list[Thread] = []


def tel(verzoek: Verzoek) -> None:
    _rij.append(verzoek)
    if not _loopt:
        _begin()


def meld() -> None:
    """Tell Prometheus what was counted since the last time."""
    verzoeken = [_rij.popleft() for _ in range(len(_rij))]
    for soort, aantal in Counter(verzoek[:3] for verzoek in verzoeken).items():
        _verzoeken(*soort).inc(aantal)
    for uitkomst, aantal in Counter(v.uitkomst for v in verzoeken if v.uitkomst).items():
        _bewaard(uitkomst).inc(aantal)
    for deel in {verzoek.deel for verzoek in verzoeken}:
        _meld_duur(deel, [verzoek.seconden for verzoek in verzoeken if verzoek.deel == deel])


def _meld_duur(deel: str, seconden: list[float]) -> None:
    # As `observe` does for one, which is all that there is to call.
    duur = _duur(deel)
    duur._sum.inc(sum(seconden))
    for emmer, aantal in Counter(
        bisect_left(duur._upper_bounds, duur_ervan) for duur_ervan in seconden
    ).items():
        duur._buckets[emmer].inc(aantal)


def _begin() -> None:
    with _slot:
        if not _loopt:
            draad = Thread(target=_meld_steeds, name="tellen", daemon=True)
            _loopt.append(draad)
            draad.start()


def _meld_steeds() -> None:
    while True:
        time.sleep(TUSSENPOOS)
        meld()


def _na_fork() -> None:
    """A thread doesn't survive a fork, and what the other process counted is its own."""
    _loopt.clear()
    _rij.clear()


os.register_at_fork(after_in_child=_na_fork)
atexit.register(meld)
