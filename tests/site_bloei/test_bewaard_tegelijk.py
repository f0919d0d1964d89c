"""Many who ask the same at once: one request makes the answer, the others get the former one or wait."""

from threading import Event, Thread

import pytest

from core.inhoudsversie import NOOIT
from site_bloei import bewaard
from site_bloei.bewaard import Bewaard
from tests.site_bloei.bezoeker import Bezoeker, Teller

pytestmark = pytest.mark.django_db


@pytest.fixture
def versie(monkeypatch):
    """The number that the database would give; threads have no part in a test's transaction."""
    nu = {"nummer": 1}
    monkeypatch.setattr(bewaard, "huidige_inhoudsversie", lambda: NOOIT._replace(**nu))
    return nu


class Traag(Teller):
    """Waits in the middle until it is told to go on."""

    def __init__(self):
        super().__init__()
        self.begonnen, self.door = Event(), Event()

    def __call__(self, environ, start_response):
        self.begonnen.set()
        assert self.door.wait(10)
        return super().__call__(environ, start_response)


def bewaard_onder_een() -> tuple[Bezoeker, Traag]:
    """A visitor who got the first answer, of version 1; the next one waits for nobody yet."""
    traag = Traag()
    traag.door.set()
    bezoeker = Bezoeker(Bewaard(traag))
    bezoeker.vraag("/x/")
    return bezoeker, traag


def tegelijk(bezoeker: Bezoeker, traag: Traag, aantal: int) -> list[tuple]:
    """The answers to so many who ask the same while the answer to the first of them is being made."""
    traag.begonnen.clear()
    traag.door.clear()
    uit: list[tuple] = []
    draden = [Thread(target=lambda: uit.append(bezoeker.vraag("/x/"))) for _ in range(aantal)]
    draden[0].start()
    assert traag.begonnen.wait(10)
    for draad in draden[1:]:
        draad.start()
    traag.door.set()
    for draad in draden:
        draad.join()
    return uit


def test_a_popular_page_is_made_once(versie):
    bezoeker, traag = bewaard_onder_een()
    versie["nummer"] = 2
    traag.begonnen.clear()
    traag.door.clear()
    uit = []
    eerste = Thread(target=lambda: uit.append(bezoeker.vraag("/x/")[2]))
    eerste.start()
    assert traag.begonnen.wait(10)
    # The former one, at once; who looks at the number of the one that came after it, sees the new one.
    _, koppen, inhoud = bezoeker.vraag("/x/")
    assert (inhoud, koppen["Cache-Status"]) == (b"0001", "bloei; fwd=stale")
    traag.door.set()
    eerste.join()
    assert uit == [b"0002"]
    assert bezoeker.vraag("/x/")[2] == b"0002"
    assert bezoeker.applicatie.geteld == {"miss": 2, "stale": 1, "hit": 1}


def test_no_former_answer_is_given_for_longer_than_a_second(versie, monkeypatch):
    monkeypatch.setattr(bewaard, "OUD_MAG", 0)
    bezoeker, traag = bewaard_onder_een()
    versie["nummer"] = 2
    assert [antwoord[2] for antwoord in tegelijk(bezoeker, traag, 3)] == [b"0002"] * 3


def test_after_a_failure_the_next_request_makes_it(versie):
    class Stuk(Teller):
        def __call__(self, environ, start_response):
            if not self.keren:
                self.keren = 1
                raise RuntimeError
            return super().__call__(environ, start_response)

    bezoeker = Bezoeker(Bewaard(Stuk()))
    with pytest.raises(RuntimeError):
        bezoeker.vraag("/x/")
    assert bezoeker.vraag("/x/")[2] == b"0002"


def test_what_is_gone_does_not_come_back(versie):
    """A 404 isn't kept, so each time somebody asks it is looked for anew; those who ask meanwhile wait for that."""
    bezoeker, traag = bewaard_onder_een()
    versie["nummer"] = 2
    traag.status = "404 Not Found"
    assert bezoeker.vraag("/x/")[0] == 404
    assert [antwoord[0] for antwoord in tegelijk(bezoeker, traag, 4)] == [404] * 4


def test_an_answer_of_before_the_last_but_one_change_is_not_given(versie):
    """Nobody asked for it since, so this process doesn't know how long it has been wrong."""
    bezoeker, traag = bewaard_onder_een()
    bezoeker.applicatie._gold[(1, next(iter(bezoeker.applicatie._gold))[1])] -= 2
    versie["nummer"] = 2
    assert [antwoord[2] for antwoord in tegelijk(bezoeker, traag, 2)] == [b"0002"] * 2
