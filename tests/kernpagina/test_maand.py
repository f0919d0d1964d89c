"""The month view: days in weeks, pure functions."""

from datetime import date
from types import SimpleNamespace

import pytest

from kernpagina.maand import lees_maand, rooster
from tests.factories import moment


def item(begin: str, einde: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(begin=moment(begin), einde=moment(einde) if einde else None, hele_dag=False)


def test_dagen_en_kolom() -> None:
    maart = rooster(date(2026, 3, 1), [], date(2026, 3, 29))
    assert len(maart.dagen) == 31
    assert maart.kolom == 7  # a Sunday
    assert (maart.vorige, maart.volgende) == (date(2026, 2, 1), date(2026, 4, 1))
    assert [d.dag.day for d in maart.dagen if d.vandaag] == [29]
    assert [d.isoweekday() for d in maart.weekdagen] == [1, 2, 3, 4, 5, 6, 7]


def test_een_item_staat_op_elke_dag_waarop_het_duurt() -> None:
    kermis = item("2026-03-28 10:00", "2026-03-30 17:00")
    avond = item("2026-03-29 23:30")
    maart = rooster(date(2026, 3, 1), [kermis, avond], date(2026, 3, 1))
    assert [d.dag.day for d in maart.dagen if kermis in d.items] == [28, 29, 30]
    assert [d.dag.day for d in maart.dagen if avond in d.items] == [29]
    assert maart.aantal == 2


@pytest.mark.parametrize("einde", ["2026-03-01 00:00", "2026-03-01 02:00"])
def test_een_avond_staat_op_zijn_eigen_dag(einde: str) -> None:
    """Also where it goes on into the first night of another month."""
    avond = item("2026-02-28 20:00", einde)
    februari, maart = (rooster(date(2026, maand, 1), [avond], date(2026, 2, 1)) for maand in (2, 3))
    assert [d.dag.day for d in februari.dagen if d.items] == [28]
    assert not [d for d in maart.dagen if d.items]
    assert (februari.aantal, maart.aantal) == (1, 0)


@pytest.mark.parametrize(
    ("tekst", "eerste"),
    [("2026-02", date(2026, 2, 1)), (None, date(2026, 5, 1)), ("", date(2026, 5, 1)), ("2026-13", None),
     ("nee", None), ("9999-12", None), ("2026-1\x00", None)],
)  # fmt: skip
def test_lees_maand(tekst: str | None, eerste: date | None) -> None:
    assert lees_maand(tekst, date(2026, 5, 17)) == eerste
