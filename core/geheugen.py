"""What a process remembers of the database between visits, for as long as nothing public changes (docs/adr/0034).

Menus, addresses and the like stand on every page, and nearly always they are what they were. They are kept under the
number of the content (`core.inhoudsversie`), which is read at the beginning of a visit and before anything else: whoever
changes something raises it in the same transaction, so the very next visit asks anew, in whichever process.

Only for visitors without a cookie. Whoever is logged in, looks at a preview or writes gets everything from the database.
"""

from collections import OrderedDict
from collections.abc import Callable, Generator, Hashable, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from datetime import date
from sys import getsizeof
from threading import Lock
from typing import Any, NamedTuple, TypeVar
from weakref import WeakSet

from django.db import connection
from django.http import HttpRequest
from wagtail.models import Page

from core.inhoudsversie import Versie, huidige_inhoudsversie
from core.tijd import vandaag

D = TypeVar("D")
P = TypeVar("P", bound=Page)

# In the WSGI environment: the version that was read before Django began.
GELEZEN = "bloei.versie"
# Some kilobytes each: menus of 26 kernen in ten languages, and what texts point at.
PLAATSEN = 1_500


class _Moment(NamedTuple):
    nummer: int
    dag: date  # what is coming follows from it


class Geheugen:
    """Things by their key, all of one moment; what was asked for longest ago makes place for what is new.

    `omvang` says how many of the places a thing takes: one, unless things differ much.
    """

    def __init__(self, plaatsen: int = PLAATSEN, omvang: Callable[[Any], int] = lambda ding: 1) -> None:
        alle.add(self)
        self.plaatsen = plaatsen
        self.omvang = omvang
        self._bezet = 0
        self._moment: _Moment | None = None
        self._dingen: OrderedDict[Hashable, Any] = OrderedDict()
        self._slot = Lock()

    def __len__(self) -> int:
        return len(self._dingen)

    def pak(self, moment: _Moment, sleutels: Iterable[Hashable]) -> dict[Hashable, Any]:
        """What is kept under these keys at this moment."""
        with self._slot:
            if moment != self._moment:
                return {}
            gevonden = [sleutel for sleutel in sleutels if sleutel in self._dingen]
            for sleutel in gevonden:
                self._dingen.move_to_end(sleutel)
            return {sleutel: self._dingen[sleutel] for sleutel in gevonden}

    def zet(self, moment: _Moment, dingen: dict[Hashable, Any]) -> None:
        with self._slot:
            if self._moment is None or moment > self._moment:
                self._dingen.clear()
                self._moment, self._bezet = moment, 0
            # A visit that began before the last change has nothing to tell the others.
            if moment != self._moment:
                return
            for sleutel, ding in dingen.items():
                if sleutel in self._dingen:
                    self._bezet -= self.omvang(self._dingen[sleutel])
                self._dingen[sleutel] = ding
                self._bezet += self.omvang(ding)
            while self._bezet > self.plaatsen:
                self._bezet -= self.omvang(self._dingen.popitem(last=False)[1])

    def vergeet(self) -> None:
        with self._slot:
            self._dingen.clear()
            self._moment, self._bezet = None, 0


alle: WeakSet[Geheugen] = WeakSet()
geheugen = Geheugen()
# Of pages and feeds, in bytes: a dash in a text makes each of its letters take two. Apart from menus and addresses: those
# may not make place for these.
stukken = Geheugen(plaatsen=8_000_000, omvang=getsizeof)
_versie: ContextVar[Versie | None] = ContextVar("versie", default=None)


@contextmanager
def bezoek(request: HttpRequest) -> Generator[None]:
    """Within this, what is remembered may be used, as far as this visitor is nobody in particular."""
    onbekend = request.method in ("GET", "HEAD") and not request.COOKIES
    gelezen = request.META.get(GELEZEN)
    if gelezen:
        # A moment ago the database answered: Django needn't ask whether it does before its first question.
        setattr(connection, "health_check_done", True)  # noqa: B010 - Django's own name for it
    versie = (gelezen or huidige_inhoudsversie()) if onbekend else None
    token = _versie.set(versie)
    try:
        yield
    finally:
        _versie.reset(token)


def versie_van_bezoek() -> Versie:
    """The version of the content that this visit began with; the newest where there is no such visit."""
    return _versie.get() or huidige_inhoudsversie()


def onthoud(sleutel: Hashable, maak: Callable[[], D], waar: Geheugen = geheugen) -> D:
    """What `maak` gives, made once as long as nothing public changes. It is shared by visitors: nobody may change it."""
    return onthoud_elk([sleutel], lambda _: [maak()], waar)[0]


def onthoud_elk(
    sleutels: list[Any], maak: Callable[[list[Any]], list[D]], waar: Geheugen = geheugen
) -> list[D]:
    """The same for a number of things, of which those that aren't known yet are made in one go."""
    versie = _versie.get()
    if versie is None:
        return maak(sleutels)
    moment = _Moment(versie.nummer, vandaag())
    bekend = waar.pak(moment, sleutels)
    nieuw = [sleutel for sleutel in dict.fromkeys(sleutels) if sleutel not in bekend]
    if nieuw:
        gemaakt = dict(zip(nieuw, maak(nieuw), strict=True))
        waar.zet(moment, gemaakt)
        bekend |= gemaakt
    return [bekend[sleutel] for sleutel in sleutels]


def eigen(pagina: P) -> P:
    """A copy of a page that is remembered, to lay a text over or hang something on."""
    return copy(pagina)
