from datetime import date, timedelta

from demo.bouwers.dagen import Dagen

EEN_JAAR = [date(2026, 1, 1) + timedelta(days=dag) for dag in range(400)]


def test_week_1_komt_nog_en_week_min_1_is_geweest():
    for vandaag in EEN_JAAR:
        dagen = Dagen(vandaag)
        for weekdag in ("ma", "wo", "zo"):
            assert dagen.dag((weekdag, -1)) < vandaag < dagen.dag((weekdag, 1))
        assert dagen.dag(("do", 2)).weekday() == 3


def test_maanden_lopen_door_over_de_jaargrens():
    dagen = Dagen(date(2026, 11, 22))
    assert dagen.begin_maand(3) == date(2027, 2, 1)
    assert dagen.einde_maand(3) == date(2027, 2, 28)
    assert dagen.begin_maand(-11) == date(2025, 12, 1)


def test_klokwissel_is_de_nacht_waarin_de_klok_verspringt():
    for vandaag in EEN_JAAR:
        dagen = Dagen(vandaag)
        zaterdag = dagen.moment(("za", "klokwissel"), "12:00")
        zondag = dagen.moment(("zo", "klokwissel"), "12:00")
        assert zaterdag.date() > vandaag
        assert zaterdag.utcoffset() != zondag.utcoffset(), vandaag
