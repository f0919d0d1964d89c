"""Which agenda-items are coming, past, or within some days, on the clock of West Betuwe."""

from datetime import date

import pytest

from kernpagina.models import AgendaItemPage
from tests.factories import AgendaItemPageFactory, moment

# What it is, begin, end, all day, the first day and the last day on which it counts as going on.
GEVALLEN = [
    ("gewone avond", "2026-06-10 19:30", "2026-06-10 21:30", False, "2026-06-10", "2026-06-10"),
    ("zonder einde", "2026-06-10 19:30", None, False, "2026-06-10", "2026-06-10"),
    ("om middernacht begonnen", "2026-06-10 00:00", None, False, "2026-06-10", "2026-06-10"),
    ("vlak na middernacht", "2026-06-10 00:30", "2026-06-10 01:30", False, "2026-06-10", "2026-06-10"),
    ("tot middernacht", "2026-06-10 20:00", "2026-06-11 00:00", False, "2026-06-10", "2026-06-10"),
    ("tot na middernacht", "2026-06-10 20:00", "2026-06-11 01:00", False, "2026-06-10", "2026-06-11"),
    ("hele dag", "2026-06-10 00:00", None, True, "2026-06-10", "2026-06-10"),
    ("hele dagen", "2026-06-10 00:00", "2026-06-12 00:00", True, "2026-06-10", "2026-06-12"),
    ("weekend met tijden", "2026-06-12 20:00", "2026-06-14 12:00", False, "2026-06-12", "2026-06-14"),
    ("avond voor zomertijd", "2026-03-28 23:30", None, False, "2026-03-28", "2026-03-28"),
    ("avond van zomertijd", "2026-03-29 23:30", None, False, "2026-03-29", "2026-03-29"),
    ("hele dag van zomertijd", "2026-03-29 00:00", None, True, "2026-03-29", "2026-03-29"),
    ("avond van wintertijd", "2026-10-25 23:30", None, False, "2026-10-25", "2026-10-25"),
    ("hele dag van wintertijd", "2026-10-25 00:00", None, True, "2026-10-25", "2026-10-25"),
    ("oudjaar", "2026-12-31 22:00", "2027-01-01 02:00", False, "2026-12-31", "2027-01-01"),
]


def dag(tekst: str, erbij: int = 0) -> date:
    return date.fromordinal(date.fromisoformat(tekst).toordinal() + erbij)


@pytest.mark.parametrize(
    ("begin", "einde", "hele_dag", "eerste", "laatste"),
    [geval[1:] for geval in GEVALLEN],
    ids=[geval[0] for geval in GEVALLEN],
)
def test_eerste_en_laatste_dag(agenda, begin, einde, hele_dag, eerste, laatste):
    item = AgendaItemPageFactory(
        parent=agenda, begin=moment(begin), einde=moment(einde) if einde else None, hele_dag=hele_dag
    )
    items = AgendaItemPage.objects.all()
    erna, ervoor = dag(laatste, 1), dag(eerste, -1)

    assert items.komend(op=dag(laatste)).exists(), "op de laatste dag hoort het bij wat komt"
    assert not items.komend(op=erna).exists(), "een dag later niet meer"
    assert not items.voorbij(op=dag(laatste)).exists()
    assert items.voorbij(op=erna).exists()
    assert [item.is_voorbij(op) for op in (dag(eerste), dag(laatste), erna)] == [False, False, True]

    assert items.tussen(dag(eerste), dag(eerste)).exists()
    assert items.tussen(dag(laatste), dag(laatste)).exists()
    assert not items.tussen(None, ervoor).exists()
    assert items.tussen(None, dag(eerste)).exists()
    assert items.tussen(dag(laatste), None).exists()
    assert not items.tussen(erna, None).exists()
    assert items.tussen(None, None).exists()


def test_volgorde(agenda):
    later, eerder = (
        AgendaItemPageFactory(parent=agenda, begin=moment(begin)) for begin in ("2026-06-12", "2026-06-11")
    )
    assert list(AgendaItemPage.objects.komend(op=date(2026, 6, 1))) == [eerder, later]
    assert list(AgendaItemPage.objects.voorbij(op=date(2026, 7, 1))) == [later, eerder]


def test_geannuleerd_telt_niet_als_doorgaand(agenda):
    gaat_door = AgendaItemPageFactory(parent=agenda)
    weg = AgendaItemPageFactory(parent=agenda, status="geannuleerd", toelichting="Te warm.")
    assert list(AgendaItemPage.objects.doorgaand()) == [gaat_door]
    assert (weg.geannuleerd, gaat_door.geannuleerd) == (True, False)
