"""Lists in pages: how many there are is counted once, and of a page the numbers come first and the rows later.

The last page costs as much as the first: what stands past the middle is counted from the end.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Self, TypeVar, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, F, Func, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

from core.geheugen import Geheugen, onthoud

PER_PAGINA = 20
Rijen = TypeVar("Rijen", bound=QuerySet)
# Which rows are on a page of a list: what anybody can ask for may not take the place of what all ask for.
lijsten = Geheugen(plaatsen=1_000)


def delen(rijen: Rijen) -> Sequence[Rijen]:
    """The parts of a list, one after another, each in an order that an index has; see `InDelen`."""
    return cast("Sequence[Rijen]", rijen.in_delen()) if isinstance(rijen, InDelen) else [rijen]


class InDelen(QuerySet):
    """Rows whose order no index has, as a few lists that each do: going on and still to come, open and closed."""

    def in_delen(self) -> Sequence[Self]:
        return [self]

    def eerste(self, aantal: int) -> Self:
        """The first so many of this list, in one query that reads no more than that."""
        return alleen(self, [deel[:aantal] for deel in delen(self)])[:aantal]


def tel(rijen: QuerySet) -> int:
    """How many there are; counted once, until the content changes."""
    # Compiled as the question that counts it: what the order and the columns take is left out.
    vraag = rijen.order_by().values("pk").query.sql_with_params()
    return onthoud(repr(vraag), rijen.count)


def blad(rijen: Rijen, begin: int, eind: int) -> Rijen:
    """The rows from `begin` to `eind` of this list, in its order."""
    stukken, voor = [], 0
    for deel in delen(rijen):
        aantal = tel(deel)
        van, tot = max(0, begin - voor), min(aantal, eind - voor)
        if van < tot:
            verst = van > aantal - tot
            stukken.append(deel.reverse()[aantal - tot : aantal - van] if verst else deel[van:tot])
        voor += aantal
    return alleen(rijen, stukken)


def alleen(rijen: Rijen, stukken: Sequence[QuerySet]) -> Rijen:
    """Of these rows those in the pieces. Their numbers are one array, so the wide rows are found by number, and what
    belongs to a row is worked out for these alone."""
    if not stukken:
        return rijen.none()
    nummers = [ArraySubquery(stuk.values("pk")) for stuk in stukken]
    samen = Func(
        *nummers, template="(%(expressions)s)", arg_joiner=" || ", output_field=nummers[0].output_field
    )
    return rijen.filter(
        Func(F("pk"), samen, template="%(expressions)s", arg_joiner=" = ANY ", output_field=BooleanField())
    )


def tel_lijst(rijen: Callable[[], QuerySet], sleutel: Hashable) -> int:
    """How many there are in all parts of the list with this key, which is what `rijen` gives."""
    return onthoud(("aantal", sleutel), lambda: sum(tel(deel) for deel in delen(rijen())), lijsten)


def nummers(rijen: Callable[[], QuerySet], begin: int, eind: int, sleutel: Hashable) -> list[int]:
    """The numbers of the rows from `begin` to `eind` of the list with this key, in its order."""
    return onthoud(
        ("blad", sleutel, begin, eind),
        lambda: list(blad(rijen(), begin, eind).values_list("pk", flat=True)),
        lijsten,
    )


def op_nummer(rijen: QuerySet, nummers: Sequence[int]) -> list[Any]:
    """Those of these rows that have one of these numbers, in the order of the numbers."""
    gevonden = {rij.pk: rij for rij in rijen.order_by().filter(pk__in=nummers)} if nummers else {}
    return [gevonden[nummer] for nummer in nummers if nummer in gevonden]


class Bladrijen(Sequence):
    """The rows of one page, so many, read by `lees` as soon as somebody looks at them."""

    def __init__(self, aantal: int, lees: Callable[[], list[Any]]) -> None:
        self._aantal = aantal
        self._lees = lees

    @cached_property
    def _gelezen(self) -> list[Any]:
        return self._lees()

    def __len__(self) -> int:
        return self._aantal

    def __getitem__(self, waar: Any) -> Any:
        return self._gelezen[waar]


class Bladwijzer(Page):
    """A page of a list, with the numbers of the pages around it."""

    # What its rows are remembered by where they are shown, as one of the lists at its address; "" where they aren't.
    stuk = ""

    @property
    def nummers(self) -> Iterator[int | None]:
        """The first, the last, and those around this one; None where some are left out."""
        for nummer in self.paginator.get_elided_page_range(self.number, on_each_side=2, on_ends=1):
            yield nummer if isinstance(nummer, int) else None


class Bladen(Paginator):
    """`sleutel` says which list it is: what follows from it, the content and the day is remembered. `verrijk` hangs on the
    rows of a page what belongs to them."""

    def __init__(
        self,
        rijen: QuerySet | Sequence,
        per_pagina: int,
        sleutel: Hashable,
        verrijk: Callable[[list[Any]], list[Any]] | None,
    ) -> None:
        super().__init__(rijen, per_pagina)
        self.sleutel = sleutel
        self.verrijk = verrijk or list

    @cached_property
    def count(self) -> int:
        lijst = self.object_list
        return tel_lijst(lambda: lijst, self.sleutel) if isinstance(lijst, QuerySet) else len(lijst)

    def page(self, number: int | str) -> Page:
        nummer = self.validate_number(number)
        begin = (nummer - 1) * self.per_page
        eind = begin + self.per_page
        if isinstance(self.object_list, QuerySet):
            lijst = self.object_list
            hier = nummers(lambda: lijst, begin, eind, self.sleutel)
            rijen = Bladrijen(len(hier), lambda: self.verrijk(op_nummer(lijst, hier)))
        else:
            rijen = self.object_list[begin:eind]
        return Bladwijzer(rijen, nummer, self)


def pagineer(
    rijen: QuerySet | Sequence,
    request: HttpRequest,
    per_pagina: int = PER_PAGINA,
    verrijk: Callable[[list[Any]], list[Any]] | None = None,
) -> Bladwijzer:
    """The page of a list that `?pagina=` asks for; a number that makes no sense gives the nearest."""
    # Of a list for everybody all follows from its address. There may be more lists than one at an address.
    soort = rijen.model._meta.label if isinstance(rijen, QuerySet) else ""
    sleutel = (soort, request.get_host(), request.path, request.GET.urlencode())
    blad = cast("Bladwijzer", Bladen(rijen, per_pagina, sleutel, verrijk).get_page(request.GET.get("pagina")))
    # Not what anybody can ask for with a choice.
    if request.GET.keys() <= {"pagina"}:
        blad.stuk = f"{soort} {blad.number}"
    return blad
