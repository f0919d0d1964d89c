"""What watches the site is told what is the matter, and who doesn't know the key reads no numbers."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from berichten.models import Bericht
from core.inhoudsversie import Inhoudsversie
from machinekamer import hartslag
from machinekamer.models import Hartslag
from werkplek.management.commands.werk import Command

SLEUTEL = "een-sleutel-die-niemand-raadt"


@pytest.fixture
def alles_goed(db):
    hartslag.klop()


def onderdelen(client, **vraag) -> tuple[int, dict[str, str]]:
    antwoord = client.get("/healthz/ready", vraag)
    assert antwoord["Cache-Control"] == "no-store"
    assert antwoord.json()["gereed"] == (antwoord.status_code == 200)
    return antwoord.status_code, antwoord.json()["onderdelen"]


def test_when_all_is_well(client, alles_goed):
    met = ("databank", "migraties", "werk", "post", "edities")
    assert onderdelen(client) == (200, dict.fromkeys(met, "goed"))


def test_asking_costs_a_few_queries(client, alles_goed):
    onderdelen(client)
    with CaptureQueriesContext(connection) as vragen:
        onderdelen(client)
    assert len(vragen) <= 6


def test_without_a_worker(client, db):
    status, wat = onderdelen(client)
    assert (status, wat["databank"], wat["migraties"]) == (503, "goed", "goed")
    assert "nog nooit gezien" in wat["werk"]


def test_with_a_worker_that_hangs(client, alles_goed):
    Hartslag.objects.update(op=timezone.now() - timedelta(minutes=6))
    status, wat = onderdelen(client)
    assert status == 503
    assert "staat stil, sinds" in wat["werk"]


def test_who_manages_the_site_reads_it_first(client, alles_goed, dorp):
    def leest(wie: str) -> bool:
        client.force_login(dorp.gebruikers[wie])
        antwoord = client.get("/cms/")
        assert antwoord.status_code == 200
        return "Er staat iets stil" in antwoord.content.decode()

    assert not leest("beheer")
    Hartslag.objects.update(op=timezone.now() - timedelta(minutes=11))
    assert leest("beheer")
    assert not leest("communicatie")


def test_a_round_of_the_worker_is_a_heartbeat(client, db):
    werk = Command()
    werk.opgeruimd = timezone.now().date()
    with patch("werkplek.dienst.ronde"), patch("werkplek.management.commands.werk.close_old_connections"):
        werk._ronde()
    assert onderdelen(client)[0] == 200


def test_with_mail_that_stays_lying(client, alles_goed):
    oud = timezone.now() - timedelta(hours=3)
    bericht = Bericht.objects.create(sleutel="a", adres="jan@example.nl", onderwerp="Feest", tekst="Kom!")
    Bericht.objects.update(gemaakt_op=oud, volgende_poging=oud)
    status, wat = onderdelen(client)
    assert status == 503
    assert "Er wacht mail sinds" in wat["post"]
    assert "example" not in str(wat)
    # What will never go waits for nothing.
    bericht.mislukt_op = oud
    bericht.save()
    assert onderdelen(client)[0] == 200


def test_with_a_migration_that_was_not_done(client, alles_goed):
    with patch("machinekamer.gezondheid._laatste_migraties", return_value=(("core", "9999_nieuw"),)):
        status, wat = onderdelen(client)
    assert status == 503
    assert "manage.py migrate" in wat["migraties"]
    assert "core.9999_nieuw" in wat["migraties"]


def test_without_a_database(client):
    """And without what the driver says about it: that names the machine, and who logs in there."""
    weg = patch.object(connection, "cursor", side_effect=OperationalError("host db.intern user bloei"))
    with weg, patch.object(connection, "close"):
        status, wat = onderdelen(client)
        assert client.get("/healthz/live").status_code == 200
    assert status == 503
    assert wat["databank"] == "De databank is niet bereikbaar."
    assert set(wat) == {"databank", "migraties", "werk", "post", "edities"}
    assert "intern" not in str(wat)


def test_one_part_alone(client, db):
    assert onderdelen(client, alleen="databank,migraties") == (200, {"databank": "goed", "migraties": "goed"})
    assert client.get("/healthz/ready?alleen=weer").status_code == 400


@pytest.mark.parametrize("adres", ["/healthz/live", "/healthz/ready", "/metrics"])
def test_a_machine_asks_by_a_number_and_without_https(client, alles_goed, settings, adres):
    settings.SECURE_SSL_REDIRECT = True
    settings.METINGEN_SLEUTEL = SLEUTEL
    koppen = {"HTTP_HOST": "10.1.2.3:8000", "HTTP_AUTHORIZATION": f"Bearer {SLEUTEL}"}
    assert client.get(adres, **koppen).status_code == 200
    assert client.post(adres, **koppen).status_code == 405
    assert client.get("/", **koppen).status_code in (301, 400)


@pytest.mark.parametrize(
    "kop", [{}, {"HTTP_AUTHORIZATION": "Bearer iets anders"}, {"HTTP_AUTHORIZATION": "é"}]
)
def test_numbers_are_closed(client, db, settings, kop):
    assert client.get("/metrics", HTTP_AUTHORIZATION="Bearer ").status_code == 404
    settings.METINGEN_SLEUTEL = SLEUTEL
    assert client.get("/metrics", **kop).status_code == 404


def test_the_numbers_say_how_it_stands(client, alles_goed, settings):
    settings.METINGEN_SLEUTEL = SLEUTEL
    Bericht.objects.create(sleutel="a", adres="jan@example.nl", onderwerp="Feest", tekst="Kom!")
    oud = timezone.now() - timedelta(hours=3)
    Bericht.objects.update(gemaakt_op=oud, volgende_poging=oud)
    tekst = client.get("/metrics", HTTP_AUTHORIZATION=f"Bearer {SLEUTEL}").content.decode()
    getallen = dict(regel.rsplit(" ", 1) for regel in tekst.splitlines() if not regel.startswith("#"))
    assert getallen['bloei_gereed{onderdeel="werk"}'] == "1.0"
    assert getallen['bloei_gereed{onderdeel="post"}'] == "0.0"
    assert 10_800 <= float(getallen["bloei_post_oudste_seconden"]) < 10_900
    assert 0 <= float(getallen["bloei_werk_stil_seconden"]) < 60
    assert float(getallen["bloei_security_txt_seconden"]) > 90 * 24 * 3600


def test_the_numbers_survive_a_database_that_is_away(client, settings):
    settings.METINGEN_SLEUTEL = SLEUTEL
    weg = patch.object(connection, "cursor", side_effect=OperationalError)
    with weg, patch.object(connection, "close"):
        tekst = client.get("/metrics", HTTP_AUTHORIZATION=f"Bearer {SLEUTEL}").content.decode()
    assert 'bloei_gereed{onderdeel="databank"} 0.0' in tekst
    assert "bloei_werk_stil_seconden" not in tekst


def test_a_heartbeat_changes_nothing_public(db):
    voor = list(Inhoudsversie.objects.values_list("nummer"))
    hartslag.klop()
    assert list(Inhoudsversie.objects.values_list("nummer")) == voor
