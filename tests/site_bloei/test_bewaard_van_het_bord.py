"""What is kept is given by what hangs on the board, and the database is asked when that isn't certain, and once a second."""

import pytest

from core.inhoudsversie import NOOIT
from core.versiebord import Versiebord
from site_bloei import bewaard, bordlezer
from site_bloei.bewaard import Bewaard
from site_bloei.bordlezer import PACHT, PROBEER
from tests.site_bloei.bezoeker import Bezoeker, Teller


class Wereld:
    """A clock and a database that a test moves along, what was asked of it, and whether somebody holds the row."""

    def __init__(self, pad):
        self.bord = Versiebord(pad)
        self.nu, self.nummer, self.gevraagd, self.bezet = 1_000.0, 1, 0, False

    def versie(self):
        self.gevraagd += 1
        return NOOIT._replace(nummer=self.nummer)

    def hang_op(self, bord: Versiebord) -> None:
        if not self.bezet:
            bord.hang_op(bord.aangekondigd, self.nummer)

    def publiceer(self) -> None:
        self.bord.kondig_aan()
        self.nummer += 1


@pytest.fixture
def wereld(monkeypatch, tmp_path):
    wereld = Wereld(tmp_path / "bord")
    monkeypatch.setattr(bewaard, "monotonic", lambda: wereld.nu)
    monkeypatch.setattr(bewaard, "huidige_inhoudsversie", wereld.versie)
    monkeypatch.setattr(bordlezer, "hang_op_het_bord", wereld.hang_op)
    monkeypatch.setattr(bordlezer, "versiebord", lambda: wereld.bord)
    return wereld


@pytest.fixture
def bezoeker():
    return Bezoeker(Bewaard(Teller()))


def test_the_database_is_asked_once_for_many_visitors(wereld, bezoeker):
    assert {bezoeker.vraag("/x/")[2] for _ in range(9)} == {b"0001"}
    assert wereld.gevraagd == 1


def test_what_changed_shows_at_the_very_next_visit(wereld, bezoeker):
    bezoeker.vraag("/x/")
    wereld.publiceer()
    assert bezoeker.vraag("/x/")[2] == b"0002"
    assert bezoeker.vraag("/x/")[2] == b"0002"
    assert wereld.gevraagd == 2


def test_while_somebody_publishes_each_visit_asks(wereld, bezoeker):
    bezoeker.vraag("/x/")
    wereld.bord.kondig_aan()
    wereld.bezet = True
    assert {bezoeker.vraag("/x/")[2] for _ in range(3)} == {b"0001"}
    assert wereld.gevraagd == 4
    wereld.bezet, wereld.nu = False, wereld.nu + PROBEER
    for _ in range(3):
        bezoeker.vraag("/x/")
    assert wereld.gevraagd == 5


def test_what_was_written_past_the_board_shows_within_a_second(wereld, bezoeker):
    bezoeker.vraag("/x/")
    wereld.nummer = 7
    assert bezoeker.vraag("/x/")[2] == b"0001"
    wereld.nu += PACHT
    assert bezoeker.vraag("/x/")[2] == b"0002"
    # And nobody goes by the old one any more, also while nothing can be hung there.
    wereld.nummer, wereld.bezet, wereld.nu = 8, True, wereld.nu + PACHT
    assert bezoeker.vraag("/x/")[2] == b"0003"
    assert wereld.bord.nummer is None


def test_other_processes_hang_it_for_this_one(wereld, bezoeker):
    bezoeker.vraag("/x/")
    wereld.publiceer()
    bezoeker.vraag("/y/")
    wereld.hang_op(wereld.bord)
    gevraagd = wereld.gevraagd
    assert bezoeker.vraag("/y/")[2] == b"0002"
    assert wereld.gevraagd == gevraagd
