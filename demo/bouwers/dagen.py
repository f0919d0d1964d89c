"""Relative dates: the demo is about now, whenever somebody loads it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
KLOKWISSEL = "klokwissel"
Dag = tuple[str, int | str]


@dataclass(frozen=True)
class Dagen:
    """Turns what the content says about time into dates, counted from `vandaag`."""

    vandaag: date

    def dag(self, wanneer: Dag) -> date:
        """`("do", 2)`: the Thursday of the week after next; `("za", "klokwissel")`: of the weekend in which
        the clock changes. Week 1 always lies ahead and week -1 always behind us."""
        weekdag, week = wanneer
        if week == KLOKWISSEL:
            zondag = self.klokwissel()
        else:
            zondag = (
                self.vandaag - timedelta(days=self.vandaag.weekday()) + timedelta(weeks=int(week), days=6)
            )
        return zondag - timedelta(days=6 - WEEKDAGEN.index(weekdag))

    def moment(self, wanneer: Dag, tijd: str = "00:00") -> datetime:
        """That day and time in the time zone of the site."""
        return timezone.make_aware(datetime.combine(self.dag(wanneer), time.fromisoformat(tijd)))

    def over(self, dagen: int) -> date:
        return self.vandaag + timedelta(days=dagen)

    def begin_maand(self, maanden: int) -> date:
        """The first day of the month, so many months from now."""
        jaar, maand = divmod(self.vandaag.year * 12 + self.vandaag.month - 1 + maanden, 12)
        return date(jaar, maand + 1, 1)

    def einde_maand(self, maanden: int) -> date:
        eerste = self.begin_maand(maanden)
        return eerste.replace(day=monthrange(eerste.year, eerste.month)[1])

    def klokwissel(self) -> date:
        """The last Sunday of March or October, whichever comes first, at least two days ahead."""
        for jaar in (self.vandaag.year, self.vandaag.year + 1):
            for maand in (3, 10):
                laatste = date(jaar, maand, 31)
                zondag = laatste - timedelta(days=(laatste.weekday() + 1) % 7)
                if zondag > self.over(1):
                    return zondag
        raise AssertionError("Elk jaar verspringt de klok.")
