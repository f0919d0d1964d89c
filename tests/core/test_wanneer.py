"""Days and times in words: one evening, several days, and years where they are needed; in every language."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from core.wanneer import maanden, nabij, op_een_dag, op_kalender, periode, tijd_op, wanneer
from tests.factories import moment


def item(begin: str, einde: str | None = None, hele_dag: bool = False) -> SimpleNamespace:
    return SimpleNamespace(begin=moment(begin), einde=moment(einde) if einde else None, hele_dag=hele_dag)


@pytest.mark.parametrize(
    ("wat", "nl", "en", "pl"),
    [
        (item("2027-03-19 19:30", "2027-03-19 21:30"),
         "vrijdag 19 maart 2027, 19.30 tot 21.30 uur", "Friday 19 March 2027, 19:30 to 21:30", "piątek, 19 marca 2027, w godz. 19:30–21:30"),
        (item("2027-03-19 22:00", "2027-03-20 02:00"),
         "vrijdag 19 maart 2027, 22.00 tot 02.00 uur", "Friday 19 March 2027, 22:00 to 02:00", "piątek, 19 marca 2027, w godz. 22:00–02:00"),
        (item("2026-12-31 22:00", "2027-01-01 06:00"),
         "donderdag 31 december 2026, 22.00 tot 06.00 uur", "Thursday 31 December 2026, 22:00 to 06:00", "czwartek, 31 grudnia 2026, w godz. 22:00–06:00"),
        (item("2027-03-19 19:30", "2027-03-20 00:00"),
         "vrijdag 19 maart 2027, 19.30 tot 24.00 uur", "Friday 19 March 2027, 19:30 to 24:00", "piątek, 19 marca 2027, w godz. 19:30–24:00"),
        (item("2027-03-19 10:00", "2027-03-21 17:00"),
         "vrijdag 19 maart, 10.00 uur tot en met zondag 21 maart 2027, 17.00 uur",
         "Friday 19 March, 10:00 until Sunday 21 March 2027, 17:00",
         "piątek, 19 marca, godz. 10:00 – niedziela, 21 marca 2027, godz. 17:00"),
        (item("2027-03-19 10:00", "2027-03-22 00:00"),
         "vrijdag 19 maart, 10.00 uur tot en met zondag 21 maart 2027, 24.00 uur",
         "Friday 19 March, 10:00 until Sunday 21 March 2027, 24:00",
         "piątek, 19 marca, godz. 10:00 – niedziela, 21 marca 2027, godz. 24:00"),
        (item("2026-12-30 00:00", "2027-01-01 00:00", hele_dag=True),
         "woensdag 30 december 2026 tot en met vrijdag 1 januari 2027",
         "Wednesday 30 December 2026 until Friday 1 January 2027",
         "środa, 30 grudnia 2026 – piątek, 1 stycznia 2027"),
        (item("2027-03-19 00:00", hele_dag=True), "vrijdag 19 maart 2027", "Friday 19 March 2027", "piątek, 19 marca 2027"),
        (item("2027-03-19 20:00"), "vrijdag 19 maart 2027, 20.00 uur", "Friday 19 March 2027, 20:00", "piątek, 19 marca 2027, godz. 20:00"),
    ],
)  # fmt: skip
def test_wanneer(wat, nl: str, en: str, pl: str) -> None:
    for taal, verwacht in (("nl", nl), ("en", en), ("pl", pl)):
        with override(taal):
            assert wanneer(wat) == verwacht


@pytest.mark.parametrize(
    ("begin", "einde", "hele_dag", "een_avond"),
    [
        ("2027-03-19 22:00", "2027-03-20 06:00", False, True),
        ("2027-03-19 22:00", "2027-03-20 06:01", False, False),
        ("2027-03-19 04:00", "2027-03-20 05:00", False, False),  # more than a day
        ("2027-03-19 22:00", "2027-03-21 02:00", False, False),  # two nights
        ("2027-03-19 00:00", "2027-03-20 00:00", True, False),  # two whole days
        ("2027-03-27 23:00", "2027-03-28 05:00", False, True),  # the clock goes forward
    ],
)
def test_een_avond(begin: str, einde: str, hele_dag: bool, een_avond: bool) -> None:
    wat = item(begin, einde, hele_dag)
    assert op_een_dag(wat) == een_avond
    assert (op_kalender(wat)[0] == op_kalender(wat)[1]) == een_avond


def test_een_latere_dag_heeft_geen_begintijd() -> None:
    kermis = item("2027-03-19 10:00", "2027-03-21 17:00")
    assert [tijd_op(kermis, date(2027, 3, dag)) for dag in (19, 20, 21)] == [
        "10.00 uur",
        "tot en met 21 maart",
        "tot 17.00 uur",
    ]


@pytest.mark.parametrize(
    ("van", "tot", "verwacht"),
    [
        (date(2026, 12, 4), date(2027, 1, 1), "van 4 december 2026 tot en met 1 januari 2027"),
        (date(2026, 3, 4), date(2026, 4, 1), "van 4 maart tot en met 1 april 2026"),
        (date(2026, 3, 4), date(2026, 3, 4), "op 4 maart 2026"),
    ],
)
def test_periode(van: date, tot: date, verwacht: str) -> None:
    assert periode(van, tot) == verwacht


@pytest.mark.parametrize(
    ("van", "tot", "verwacht"),
    [
        (date(2026, 12, 1), date(2027, 1, 31), "december 2026 tot en met januari 2027"),
        (date(2026, 12, 1), date(2026, 12, 31), "december 2026"),
        (date(2026, 12, 1), None, "vanaf december 2026"),
        (None, date(2026, 12, 31), "tot en met december 2026"),
        (None, None, ""),
    ],
)
def test_maanden(van: date | None, tot: date | None, verwacht: str) -> None:
    assert maanden(van, tot) == verwacht


@pytest.mark.parametrize(
    ("begin", "einde", "verwacht"),
    [
        ("2026-06-14 20:00", None, ""),
        ("2026-06-15 00:00", None, "vandaag"),
        ("2026-06-15 23:59", None, "vandaag"),
        ("2026-06-16 20:00", None, "morgen"),
        ("2026-06-17 20:00", None, "overmorgen"),
        ("2026-06-21 20:00", None, "over zes dagen"),
        ("2026-06-22 20:00", None, "over een week"),
        ("2026-06-23 20:00", None, ""),
        ("2026-06-14 22:00", "2026-06-15 02:00", ""),  # last night's party
        ("2026-06-14 10:00", "2026-06-16 17:00", "nu bezig"),
        ("2026-06-14 10:00", "2026-06-15 17:00", "nu bezig"),  # its last day
        ("2026-06-15 10:00", "2026-06-17 17:00", "vandaag"),  # its first
        ("2026-06-12 10:00", "2026-06-15 00:00", ""),  # ended at midnight
    ],
)
def test_nabij(begin: str, einde: str | None, verwacht: str) -> None:
    assert nabij(item(begin, einde), date(2026, 6, 15)) == verwacht


def test_nabij_in_elke_taal() -> None:
    gezegd = {}
    for taal in ("nl", "en", "pl"):
        with override(taal):
            gezegd[taal] = [nabij(item(f"2026-06-{dag} 20:00"), date(2026, 6, 15)) for dag in range(15, 23)]
    assert all(len(set(woorden)) == 8 and all(woorden) for woorden in gezegd.values())
    assert not set(gezegd["nl"]) & set(gezegd["en"]) | set(gezegd["nl"]) & set(gezegd["pl"])
