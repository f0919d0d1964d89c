"""Answers kept in the memory of this process: the latest asked for, and never more than a fixed number of bytes."""

from collections import OrderedDict
from threading import Lock

from django.http import HttpResponse

# Some nine calendars of 5,000 events.
RUIMTE = 32 * 1024 * 1024


class Bewaarplaats:
    """`ruimte` is in bytes of content. What was asked for longest ago makes place for what is new."""

    def __init__(self, ruimte: int = RUIMTE) -> None:
        self.ruimte = ruimte
        self.bezet = 0
        self._antwoorden: OrderedDict[str, HttpResponse] = OrderedDict()
        self._slot = Lock()

    def pak(self, sleutel: str) -> HttpResponse | None:
        with self._slot:
            if (antwoord := self._antwoorden.get(sleutel)) is None:
                return None
            self._antwoorden.move_to_end(sleutel)
        return _kopie(antwoord)

    def zet(self, sleutel: str, antwoord: HttpResponse) -> None:
        if len(antwoord.content) > self.ruimte:
            return
        with self._slot:
            if oud := self._antwoorden.pop(sleutel, None):
                self.bezet -= len(oud.content)
            self._antwoorden[sleutel] = _kopie(antwoord)
            self.bezet += len(antwoord.content)
            while self.bezet > self.ruimte:
                _, weg = self._antwoorden.popitem(last=False)
                self.bezet -= len(weg.content)


def _kopie(antwoord: HttpResponse) -> HttpResponse:
    """Whoever gets an answer puts headers on it and packs it; the one that is kept stays as it was."""
    kopie = HttpResponse(antwoord.content, status=antwoord.status_code)
    kopie.headers = type(antwoord.headers)(dict(antwoord.headers.items()))
    return kopie
