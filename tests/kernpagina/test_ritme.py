"""On which days something comes back."""

from datetime import UTC, date, timedelta

import pytest

from core.kopie import op_andere_dag
from kernpagina.ritme import MEESTE, Ritme, dagen_van, ritmes_van
from tests.factories import moment

TWEEDE_DINSDAG = date(2026, 12, 8)
VIJFDE_DINSDAG = date(2026, 12, 29)


def test_each_rhythm_keeps_its_weekday():
    def dagen(begin: date, ritme: Ritme) -> list[str]:
        return [f"{dag:%d-%m}" for dag in dagen_van(begin, ritme, aantal=4)]

    assert dagen(TWEEDE_DINSDAG, Ritme.WEEK) == ["08-12", "15-12", "22-12", "29-12"]
    assert dagen(TWEEDE_DINSDAG, Ritme.TWEE_WEKEN) == ["08-12", "22-12", "05-01", "19-01"]
    assert dagen(TWEEDE_DINSDAG, Ritme.MAAND) == ["08-12", "12-01", "09-02", "09-03"]
    assert dagen(VIJFDE_DINSDAG, Ritme.MAAND_LAATSTE) == ["29-12", "26-01", "23-02", "30-03"]


def test_until_a_day_from_a_day_and_never_more_than_sixty():
    assert dagen_van(TWEEDE_DINSDAG, Ritme.WEEK, tot=date(2026, 12, 22))[-1] == date(2026, 12, 22)
    assert len(dagen_van(TWEEDE_DINSDAG, Ritme.WEEK, tot=date(2040, 1, 1), aantal=1000)) == MEESTE
    later = dagen_van(TWEEDE_DINSDAG, Ritme.WEEK, vanaf=date(2031, 1, 1), aantal=1)
    assert later[0].weekday() == TWEEDE_DINSDAG.weekday()
    assert date(2031, 1, 1) <= later[0] < date(2031, 1, 8)


@pytest.mark.parametrize(
    ("dag", "keuzes"),
    [
        (TWEEDE_DINSDAG, ["week", "twee-weken", "maand"]),
        (VIJFDE_DINSDAG, ["week", "twee-weken", "maand-laatste"]),
        (date(2027, 2, 23), ["week", "twee-weken", "maand", "maand-laatste"]),
    ],
)
def test_only_what_a_day_can_begin(dag, keuzes):
    assert [keuze for keuze, _ in ritmes_van(dag)] == keuzes
    assert "dinsdag" in ritmes_van(dag)[0][1]


def test_the_time_on_the_clock_stays_when_summer_begins_and_ends():
    voor, na = moment("2027-03-23 19:30"), moment("2027-03-30 19:30")
    assert op_andere_dag(voor, 7) == na
    assert na.astimezone(UTC) - voor.astimezone(UTC) == timedelta(days=7, hours=-1)
    assert op_andere_dag(moment("2026-10-20 19:30"), 7) == moment("2026-10-27 19:30")
