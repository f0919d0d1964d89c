"""What was answered is answered again, for as long as nothing public has changed."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection, connections
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core import inhoudsversie
from core.inhoudsversie import Inhoudsversie, huidige_inhoudsversie, verhoog_inhoudsversie
from site_bloei import bewaard
from site_bloei.bewaard import Bewaard, sleutel_van
from site_bloei.bewaarplaats import Antwoord, Bewaarplaats
from site_bloei.wsgi import site as django_site
from tests import factories
from tests.site_bloei.bezoeker import KOPPEN, Bezoeker, Teller

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(beesd, verbinding_blijft):
    """The site with nothing kept yet. The very first question makes the row with the municipality's details."""
    Bezoeker(django_site).vraag("/")
    return Bezoeker(Bewaard(django_site))


ADRESSEN = [
    "/", "/beesd/", "/beesd/agenda/", "/agenda/", "/meedoen/", "/projecten/", "/kernagendapunten/", "/en/beesd/",
    "/api/v1/kernen", "/api/v1/agenda-items?metInhoud=true", "/agenda.ics", "/beesd/nieuw.xml", "/sitemap.xml", "/insluiten/beesd/agenda",
]  # fmt: skip


@pytest.mark.parametrize("adres", ADRESSEN)
def test_a_second_answer_costs_one_number_and_is_the_same(site, adres):
    eerst = site.vraag(adres)
    geteld = patch.object(bewaard, "huidige_inhoudsversie", wraps=huidige_inhoudsversie)
    with CaptureQueriesContext(connection) as vragen, geteld as nummer:
        daarna = site.vraag(adres)
    assert eerst[0] == 200
    assert (len(vragen), nummer.call_count) == (0, 1)
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


def test_the_version_is_that_of_the_last_change():
    for _ in range(2):
        verhoog_inhoudsversie()
        versie = huidige_inhoudsversie()
        rij = Inhoudsversie.objects.get()
        assert versie == (rij.nummer, rij.gewijzigd)


def test_a_connection_that_was_cut_off_is_said_and_made_anew(monkeypatch):
    eigen = connections.create_connection("default")
    monkeypatch.setattr(inhoudsversie, "connections", {"default": eigen})
    try:
        nummer = huidige_inhoudsversie()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [eigen.connection.info.backend_pid])
        with pytest.raises(OperationalError):
            huidige_inhoudsversie()
        eigen.close()
        assert huidige_inhoudsversie() == nummer
    finally:
        eigen.close()


def test_a_prepared_question_that_was_thrown_away_is_prepared_again(monkeypatch):
    """psycopg does so by itself, after a ROLLBACK for one."""
    eigen = connections.create_connection("default")
    monkeypatch.setattr(inhoudsversie, "connections", {"default": eigen})
    try:
        nummer = huidige_inhoudsversie()
        eigen.connection.execute("DEALLOCATE ALL")
        assert huidige_inhoudsversie() == nummer
    finally:
        eigen.close()


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
