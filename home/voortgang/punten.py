"""The points of all kernagenda's, counted by state: in each kern, and in each theme."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet

from kernpagina.keuzes import PuntStatus
from kernpagina.models import Kernagendapunt
from kernpagina.querysets import KernagendapuntQuerySet


class Geteld(NamedTuple):
    """So many points of a kern (by the number of its page) and a theme (by its key) are in this state."""

    kern: int | None
    thema: int
    status: str
    aantal: int


class Rij(NamedTuple):
    """What is counted together: a kern or a theme, with the points in each state in the order of the states."""

    wat: Any
    aantallen: list[int]
    totaal: int

    @property
    def cijfers(self) -> list[int]:
        """As they stand in a table, the total last."""
        return [*self.aantallen, self.totaal]


def openbare_punten() -> KernagendapuntQuerySet:
    return Kernagendapunt.objects.zichtbaar()


def tel(punten: QuerySet) -> list[Geteld]:
    """One query for all kernen and themes together."""
    groepen = punten.order_by().values_list("kernagenda__plek__kern", "thema", "status")
    return [Geteld(*rij) for rij in groepen.annotate(aantal=Count("pk"))]


def per(geteld: list[Geteld], veld: str, dingen: Mapping[Any, Any]) -> list[Rij]:
    """The same by kern or by theme (the name of the field), for these things by their key, in their order."""
    tellers: dict[Any, Counter] = {}
    for regel in geteld:
        tellers.setdefault(getattr(regel, veld), Counter())[regel.status] += regel.aantal
    return [_rij(ding, tellers[sleutel]) for sleutel, ding in dingen.items() if sleutel in tellers]


def samen(geteld: list[Geteld]) -> Rij:
    """Of everything together."""
    teller: Counter = Counter()
    for regel in geteld:
        teller[regel.status] += regel.aantal
    return _rij(None, teller)


def _rij(wat: Any, teller: Counter) -> Rij:
    return Rij(wat, [teller[status] for status in PuntStatus], teller.total())
