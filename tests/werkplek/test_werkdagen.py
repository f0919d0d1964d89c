from datetime import date

import pytest

from werkplek.werkdagen import feestdagen, is_werkdag, werkdagen_sinds


def test_public_holidays_of_2026():
    assert {date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25)} <= feestdagen(2026)
    assert not is_werkdag(date(2026, 4, 27))


def test_kings_day_moves_from_a_sunday_to_saturday():
    assert date(2025, 4, 26) in feestdagen(2025)


@pytest.mark.parametrize(
    ("begin", "tot", "dagen"),
    [
        (date(2026, 11, 20), date(2026, 11, 20), 0),
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 12, 24), date(2026, 12, 28), 1),
        (date(2026, 4, 2), date(2026, 4, 7), 1),
        (date(2026, 4, 7), date(2026, 4, 2), 0),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(begin, tot, dagen):
    assert werkdagen_sinds(begin, tot) == dagen
