"""While the database is away: what was right a moment ago is given, and nothing that may have changed since."""

from datetime import date

import pytest
from django.db import OperationalError

from core.inhoudsversie import NOOIT, Versie
from site_bloei import bewaard
from site_bloei.bewaard import GEZIEN, LANGST_ZONDER, RUST, Bewaard
from tests.site_bloei.bezoeker import KOPPEN, Bezoeker, Teller

ZONDER = "bloei; hit; detail=zonder-databank"


class Wereld:
    """A clock, a day and a database that a test moves along, and how often the database was asked."""

    def __init__(self):
        self.nu, self.dag, self.nummer, self.weg, self.gevraagd = 1_000.0, date(2026, 6, 15), 1, False, 0

    def versie(self) -> Versie:
        self.gevraagd += 1
        if self.weg:
            raise OperationalError("weg")
        return NOOIT._replace(nummer=self.nummer)


@pytest.fixture
def wereld(monkeypatch):
    wereld = Wereld()
    monkeypatch.setattr(bewaard, "monotonic", lambda: wereld.nu)
    monkeypatch.setattr(bewaard, "vandaag", lambda: wereld.dag)
    monkeypatch.setattr(bewaard, "huidige_inhoudsversie", wereld.versie)
    monkeypatch.setattr(bewaard.connection, "close", lambda: None)
    return wereld


@pytest.fixture
def bezoeker():
    return Bezoeker(Bewaard(Teller()))


def test_what_was_right_goes_on_and_the_rest_is_up_to_django(wereld, bezoeker):
    assert bezoeker.vraag("/x/")[2] == b"0001"
    wereld.weg = True
    status, koppen, inhoud = bezoeker.vraag("/x/")
    assert (status, inhoud, koppen["Cache-Status"]) == (200, b"0001", ZONDER)
    assert bezoeker.vraag("/x/", HTTP_IF_NONE_MATCH=dict(KOPPEN)["ETag"])[0] == 304
    # Never kept, or for who may see something else.
    assert bezoeker.vraag("/y/")[2] == b"0002"
    assert bezoeker.vraag("/x/", HTTP_COOKIE="sessionid=x")[2] == b"0003"


def test_what_is_of_an_earlier_version_is_not_given(wereld, bezoeker):
    """It may have been withdrawn: the newer version was seen, this answer wasn't made anew."""
    bezoeker.vraag("/x/")
    wereld.nummer = 2
    bezoeker.vraag("/y/")
    wereld.weg = True
    assert bezoeker.vraag("/x/")[2] == b"0003"
    assert bezoeker.vraag("/y/")[1]["Cache-Status"] == ZONDER


def test_what_was_not_seen_to_be_right_for_a_while_is_not_given(wereld, bezoeker):
    bezoeker.vraag("/x/")
    wereld.nu += GEZIEN + 1
    wereld.weg = True
    assert bezoeker.vraag("/x/")[2] == b"0002"


def test_it_is_not_given_for_ever(wereld, bezoeker):
    """Another machine may still reach the database, and take something off."""
    bezoeker.vraag("/x/")
    wereld.weg = True
    assert bezoeker.vraag("/x/")[1]["Cache-Status"] == ZONDER
    wereld.nu += LANGST_ZONDER + 1
    assert bezoeker.vraag("/x/")[2] == b"0002"


def test_tomorrow_is_another_answer_without_a_database_too(wereld, bezoeker):
    bezoeker.vraag("/x/")
    wereld.weg, wereld.dag = True, date(2026, 6, 16)
    assert bezoeker.vraag("/x/")[2] == b"0002"


def test_a_database_that_is_away_is_asked_once_a_second(wereld, bezoeker):
    bezoeker.vraag("/x/")
    wereld.weg, wereld.gevraagd = True, 0
    for _ in range(50):
        bezoeker.vraag("/x/")
    assert wereld.gevraagd == 2
    wereld.nu += RUST
    for _ in range(50):
        bezoeker.vraag("/x/")
    assert wereld.gevraagd == 4


def test_when_it_is_back_the_next_look_is_right(wereld, bezoeker):
    bezoeker.vraag("/x/")
    wereld.weg = True
    bezoeker.vraag("/x/")
    wereld.weg, wereld.nummer = False, 2
    wereld.nu += RUST
    assert bezoeker.vraag("/x/")[1]["Cache-Status"] == "bloei; fwd=miss"
    assert bezoeker.vraag("/x/")[1]["Cache-Status"] == "bloei; hit"


def test_a_connection_that_died_is_not_a_database_that_is_away(wereld, bezoeker, monkeypatch):
    bezoeker.vraag("/x/")
    echt, keren = wereld.versie, []

    def eerst_dood():
        keren.append(1)
        if len(keren) == 1:
            raise OperationalError("terminating connection due to administrator command")
        return echt()

    monkeypatch.setattr(bewaard, "huidige_inhoudsversie", eerst_dood)
    assert bezoeker.vraag("/x/")[1]["Cache-Status"] == "bloei; hit"
