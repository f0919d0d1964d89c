"""Answers kept in the memory of this process: the latest asked for, and never more than a fixed number of bytes.

What others share (`site_bloei/gedeeld.py`) stands behind it.
"""

from collections import OrderedDict
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from threading import Lock

from core.inhoudsversie import Versie

Kop = tuple[str, str]
# What Python needs beside the bytes themselves, for each answer and each header.
BIJKOMEND = 1_000


@dataclass(frozen=True, slots=True)
class Antwoord:
    """An answer as it went out. `inhoud` is None when the asker had it already: then only its ETag is known."""

    nummer: int  # of the version of the content (core.inhoudsversie)
    dag: date  # in the Netherlands: what is coming follows from it
    koppen: tuple[Kop, ...]
    inhoud: bytes | None

    @property
    def etag(self) -> str:
        return next((waarde for naam, waarde in self.koppen if naam.lower() == "etag"), "")

    @property
    def omvang(self) -> int:
        """In bytes, about."""
        return (
            BIJKOMEND + sum(len(naam) + len(waarde) for naam, waarde in self.koppen) + len(self.inhoud or b"")
        )


class Bewaarplaats:
    """`ruimte` is in bytes. What was asked for longest ago makes place for what is new."""

    def __init__(self, ruimte: int) -> None:
        self.ruimte = ruimte
        self.bezet = 0
        self._antwoorden: OrderedDict[tuple, Antwoord] = OrderedDict()
        self._slot = Lock()

    def pak(self, sleutel: tuple) -> Antwoord | None:
        with self._slot:
            if antwoord := self._antwoorden.get(sleutel):
                self._antwoorden.move_to_end(sleutel)
            return antwoord

    def zet(self, sleutel: tuple, antwoord: Antwoord) -> None:
        if antwoord.omvang > self.ruimte:
            return
        with self._slot:
            if oud := self._antwoorden.pop(sleutel, None):
                self.bezet -= oud.omvang
            self._antwoorden[sleutel] = antwoord
            self.bezet += antwoord.omvang
            while self.bezet > self.ruimte:
                _, weg = self._antwoorden.popitem(last=False)
                self.bezet -= weg.omvang

    def vergeet(self, sleutel: tuple) -> None:
        with self._slot:
            if oud := self._antwoorden.pop(sleutel, None):
                self.bezet -= oud.omvang

    def haal(self, sleutel: tuple, versie: Versie, dag: date) -> Antwoord | None:
        """What somebody else made under this version, on this day. Alone, there is nobody else."""
        return None

    def deel(self, sleutel: tuple, versie: Versie, antwoord: Antwoord) -> None:
        """Let others have it, who read the same version."""

    def beurt(self, sleutel: tuple, versie: Versie, dag: date, geduld: float) -> AbstractContextManager[bool]:
        """While in here, nobody else makes this answer. Another that does is waited for so many seconds; False is: it still
        does."""
        return nullcontext(True)
