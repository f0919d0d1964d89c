"""A month of the calendar as days in weeks: pure functions, a date and items in."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from core.wanneer import op_kalender


@dataclass
class Dag:
    dag: date
    vandaag: bool
    items: list[Any] = field(default_factory=list)


@dataclass
class Maand:
    """`kolom` is the column (1 is Monday) in which the first day stands."""

    eerste: date
    dagen: list[Dag]
    aantal: int

    @property
    def laatste(self) -> date:
        return self.dagen[-1].dag

    @property
    def kolom(self) -> int:
        return self.eerste.isoweekday()

    @property
    def vorige(self) -> date:
        return (self.eerste - timedelta(days=1)).replace(day=1)

    @property
    def volgende(self) -> date:
        return self.laatste + timedelta(days=1)

    @property
    def weekdagen(self) -> list[date]:
        maandag = self.eerste - timedelta(days=self.eerste.weekday())
        return [maandag + timedelta(days=n) for n in range(7)]


def lees_maand(tekst: str | None, op: date) -> date | None:
    """The first day of the month that `2026-03` names, or of that of `op` when none is named; None for what is no month."""
    if not tekst:
        return op.replace(day=1)
    try:
        return date.fromisoformat(f"{tekst}-01") if 1000 < int(tekst[:4]) < 9000 else None
    except ValueError:
        return None


def laatste_dag(eerste: date) -> date:
    return eerste.replace(day=monthrange(eerste.year, eerste.month)[1])


def in_maand(items: Iterable[Any], eerste: date) -> list[Any]:
    """Those that stand on a day of the month or later; not the evening that went on into its first night."""
    return [item for item in items if op_kalender(item)[1] >= eerste]


def rooster(eerste: date, items: Iterable[Any], op: date) -> Maand:
    """The items on each day under which they stand, see `core.wanneer.op_kalender`."""
    dagen = [
        Dag(dag, dag == op) for n in range(laatste_dag(eerste).day) for dag in [eerste + timedelta(days=n)]
    ]
    alle = in_maand(items, eerste)
    for item in alle:
        van, tot = op_kalender(item)
        for dag in dagen:
            if van <= dag.dag <= tot:
                dag.items.append(item)
    return Maand(eerste, dagen, len(alle))
