"""What was answered is answered again, for as long as nothing public has changed."""

from datetime import date, timedelta
from threading import Event, Thread

import pytest
from django.db import DatabaseError, connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.inhoudsversie import NOOIT
from core.voorwaardelijk import TE_BEWAREN
from site_bloei import bewaard
from site_bloei.bewaard import Bewaard, sleutel_van
from site_bloei.bewaarplaats import Antwoord, Bewaarplaats
from site_bloei.wsgi import application
from tests import factories

pytestmark = pytest.mark.django_db
KOPPEN = [("ETag", 'W/"e"'), ("Content-Type", "text/plain"), ("Content-Length", "4")]


class Bezoeker:
    """Asks a WSGI application, as a browser would."""

    def __init__(self, applicatie):
        self.applicatie = applicatie

    def vraag(self, pad: str, **koppen: str) -> tuple[int, dict[str, str], bytes]:
        environ = RequestFactory().get(pad, **koppen).environ
        environ.pop("HTTP_COOKIE", None)
        environ |= koppen
        gezegd = []
        delen = self.applicatie(environ, lambda status, koppen, *fout: gezegd.extend([status, koppen]))
        inhoud = b"".join(delen)
        getattr(delen, "close", lambda: None)()
        return int(gezegd[0][:3]), dict(gezegd[1]), inhoud


class Teller:
    """An application that counts what it is asked, and says so; it may be kept unless `koppen` says otherwise."""

    def __init__(self, koppen=KOPPEN, status="200 OK"):
        self.koppen, self.status, self.keren = koppen, status, 0

    def __call__(self, environ, start_response):
        self.keren += 1
        environ[TE_BEWAREN] = True
        start_response(self.status, list(self.koppen))
        return [f"{self.keren:04}".encode()]


@pytest.fixture
def site(beesd, verbinding_blijft):
    """The site with nothing kept yet. The very first question makes the row with the municipality's details."""
    Bezoeker(application.applicatie).vraag("/")
    return Bezoeker(Bewaard(application.applicatie))


ADRESSEN = [
    "/", "/beesd/", "/beesd/agenda/", "/agenda/", "/meedoen/", "/projecten/", "/kernagendapunten/", "/en/beesd/",
    "/api/v1/kernen", "/api/v1/agenda-items?metInhoud=true", "/agenda.ics", "/beesd/nieuw.xml", "/sitemap.xml", "/insluiten/beesd/agenda",
]  # fmt: skip


@pytest.mark.parametrize("adres", ADRESSEN)
def test_a_second_answer_costs_one_query_and_is_the_same(site, adres):
    eerst = site.vraag(adres)
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        daarna = site.vraag(adres)
    assert eerst[0] == 200
    assert len(vragen) == 1
    assert eerst[1].pop("Cache-Status") == "bloei; fwd=miss"
    assert daarna[1].pop("Cache-Status") == "bloei; hit"
    assert daarna == eerst
    status, koppen, inhoud = site.vraag(adres, HTTP_IF_NONE_MATCH=eerst[1]["ETag"])
    assert (status, inhoud, koppen["ETag"]) == (304, b"", eerst[1]["ETag"])


def test_the_next_look_shows_what_was_published(site, agenda):
    assert b"Oogstfeest" not in site.vraag("/beesd/agenda/")[2]
    item = factories.AgendaItemPageFactory(
        parent=agenda, title="Oogstfeest", begin=timezone.now() + timedelta(days=3)
    )
    factories.publiceer(item)
    assert b"Oogstfeest" in site.vraag("/beesd/agenda/")[2]
    item.specific.unpublish()
    assert b"Oogstfeest" not in site.vraag("/beesd/agenda/")[2]


def test_tomorrow_is_another_answer(site, time_machine):
    time_machine.move_to("2026-06-15 12:00")
    site.vraag("/agenda/")
    assert site.vraag("/agenda/")[1]["Cache-Status"] == "bloei; hit"
    time_machine.move_to("2026-06-16 12:00")
    assert site.vraag("/agenda/")[1]["Cache-Status"] == "bloei; fwd=miss"


@pytest.mark.parametrize(
    "koppen",
    [
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_AUTHORIZATION": "Basic x"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"REQUEST_METHOD": "POST"},
    ],
)
def test_who_may_see_something_else_gets_an_answer_of_their_own(koppen):
    teller = Teller()
    bezoeker = Bezoeker(Bewaard(teller))
    bezoeker.vraag("/x/")
    assert bezoeker.vraag("/x/", **koppen)[2] == b"0002"
    assert bezoeker.vraag("/x/")[2] == b"0001"


@pytest.mark.parametrize(
    ("status", "koppen"),
    [
        ("200 OK", [*KOPPEN, ("Set-Cookie", "a=b")]),
        ("200 OK", [*KOPPEN, ("Vary", "Accept-Encoding, User-Agent")]),
        ("200 OK", KOPPEN[1:]),
        ("404 Not Found", KOPPEN),
        ("302 Found", KOPPEN),
    ],
)
def test_what_is_for_one_asker_is_not_kept(status, koppen):
    bezoeker = Bezoeker(Bewaard(Teller(koppen, status)))
    assert bezoeker.vraag("/x/")[2] == b"0001"
    assert bezoeker.vraag("/x/")[2] == b"0002"


def test_what_no_view_said_may_be_kept_is_not(site, client):
    for _ in range(2):
        assert "Cache-Status" not in site.vraag("/zoeken/?q=plein")[1]
        assert "Cache-Status" not in site.vraag("/cms/login/")[1]
        assert "Cache-Status" not in site.vraag("/bestaat-niet/")[1]


def test_a_page_of_somebody_who_is_logged_in_says_nothing_of_keeping(beheer, beesd):
    antwoord = beheer.get("/beesd/")
    assert "ETag" not in antwoord.headers
    assert "public" not in antwoord.headers.get("Cache-Control", "")


def test_an_answer_differs_by_what_it_says_it_differs_by(site):
    assert site.vraag("/api/v1/kernen")[1]["Content-Type"].startswith("application/json")
    geo = site.vraag("/api/v1/kernen", HTTP_ACCEPT="application/geo+json")
    assert geo[1]["Content-Type"].startswith("application/geo+json")
    assert site.vraag("/beesd/", HTTP_ACCEPT_ENCODING="gzip, br")[1]["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in site.vraag("/beesd/")[1]


def test_who_asks_whether_it_changed_leaves_no_empty_answer_behind(site):
    etag = site.vraag("/beesd/")[1]["ETag"]
    site.applicatie.plaats = Bewaarplaats(bewaard.RUIMTE)
    assert site.vraag("/beesd/", HTTP_IF_NONE_MATCH=etag)[0] == 304
    assert site.vraag("/beesd/", HTTP_IF_NONE_MATCH=etag)[1]["Cache-Status"] == "bloei; hit"
    status, koppen, inhoud = site.vraag("/beesd/")
    assert (status, koppen["Cache-Status"]) == (200, "bloei; fwd=miss")
    assert b"Beesd" in inhoud


def test_without_the_database_the_site_itself_answers(monkeypatch):
    def weg():
        raise DatabaseError

    monkeypatch.setattr(bewaard, "huidige_inhoudsversie", weg)
    monkeypatch.setattr(bewaard.connection, "close", lambda: None)
    teller = Teller()
    bezoeker = Bezoeker(Bewaard(teller))
    assert [bezoeker.vraag("/x/")[2] for _ in range(2)] == [b"0001", b"0002"]


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


def test_a_popular_page_is_made_once(versie):
    traag = Traag()
    traag.door.set()
    bezoeker = Bezoeker(Bewaard(traag))
    bezoeker.vraag("/x/")
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
    traag = Traag()
    traag.door.set()
    bezoeker = Bezoeker(Bewaard(traag))
    bezoeker.vraag("/x/")
    versie["nummer"] = 2
    traag.begonnen.clear()
    traag.door.clear()
    uit = []
    draden = [Thread(target=lambda: uit.append(bezoeker.vraag("/x/")[2])) for _ in range(3)]
    draden[0].start()
    assert traag.begonnen.wait(10)
    for draad in draden[1:]:
        draad.start()
    traag.door.set()
    for draad in draden:
        draad.join()
    assert uit == [b"0002"] * 3


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


def test_what_is_kept_has_a_limit():
    def antwoord(lengte: int) -> Antwoord:
        return Antwoord(1, date(2026, 6, 15), (), b"x" * (lengte - 1_000))

    plek = Bewaarplaats(ruimte=10_000)
    for letter in "abc":
        plek.zet((letter,), antwoord(4_000))
        assert letter == "c" or plek.pak(("a",))
    # `a` was asked for last before `c` came, so `b` went.
    assert plek.pak(("b",)) is None
    assert plek.pak(("a",))
    plek.zet(("groot",), antwoord(11_000))
    assert plek.pak(("groot",)) is None
    assert plek.bezet == 8_000


def test_a_very_long_question_is_not_kept():
    for lengte, mag in ((20, True), (600, False)):
        environ = RequestFactory().get("/agenda/", {"q": "a" * lengte}).environ
        environ.pop("HTTP_COOKIE", None)
        assert (sleutel_van(environ) is not None) is mag
