"""Kept answers shared by Valkey: made once for all, never stale, and a Valkey that fails costs no more than time."""

from datetime import timedelta

import pytest

from core.inhoudsversie import NOOIT
from site_bloei import bewaard, gedeeld, kasten
from tests.site_bloei.bezoeker import KOPPEN
from tests.site_bloei.village import open_directory
from tests.site_bloei.wereld import GEDEELD, HIT, MIS, Wereld, hoe
from tests.uitrol.valkey import draaiende_valkey


@pytest.fixture(scope="module")
def server():
    with open_directory() as map_, draaiende_valkey(map_) as server:
        yield server


@pytest.fixture
def wereld(server, monkeypatch, settings):
    settings.VALKEY_URL = server.url
    # A busy machine is no slow Valkey.
    monkeypatch.setattr(kasten, "GEDULD", 10.0)
    server.klant.flushall()
    wereld = Wereld()
    monkeypatch.setattr(bewaard, "huidige_inhoudsversie", wereld.lees)
    return wereld


def test_made_once_for_all_processes(wereld):
    een, ander = wereld.proces(), wereld.proces()
    assert hoe(een.vraag("/x/")) == (b"0001", MIS)
    gekregen = ander.vraag("/x/")
    assert hoe(gekregen) == (b"0001", GEDEELD)
    assert gekregen[1] == {**dict(KOPPEN), "Cache-Status": GEDEELD}
    # From then on it has it itself.
    assert hoe(ander.vraag("/x/")) == (b"0001", HIT)
    assert wereld.proces().vraag("/x/", HTTP_IF_NONE_MATCH=dict(KOPPEN)["ETag"])[0] == 304
    # What differs in what an answer may differ by, is another answer.
    assert hoe(wereld.proces().vraag("/x/", HTTP_ACCEPT_ENCODING="gzip")) == (b"0002", MIS)


def test_never_of_another_version_day_or_restored_database(wereld, monkeypatch):
    wereld.proces().vraag("/x/")
    for anders in ({"nummer": 2}, {"gewijzigd": NOOIT.gewijzigd + timedelta(microseconds=1)}):
        wereld.versie = NOOIT._replace(nummer=1)._replace(**anders)
        assert hoe(wereld.proces().vraag("/x/"))[1] == MIS
    wereld.versie = NOOIT._replace(nummer=1)
    assert hoe(wereld.proces().vraag("/x/")) == (b"0001", GEDEELD)
    morgen = bewaard.vandaag() + timedelta(days=1)
    monkeypatch.setattr(bewaard, "vandaag", lambda: morgen)
    assert hoe(wereld.proces().vraag("/x/"))[1] == MIS


def test_nothing_is_shared_by_who_is_another(wereld, settings):
    wereld.proces().vraag("/x/")
    gedeeld._geheim.cache_clear()
    settings.SECRET_KEY = "de sleutel van een ander"
    assert hoe(wereld.proces().vraag("/x/"))[1] == MIS
    gedeeld._geheim.cache_clear()


@pytest.mark.parametrize("wat", [b"", b"x", b"\x80\x04K\x01.", b"x" * 400])
def test_what_somebody_else_put_there_is_not_given(wereld, wat, server):
    wereld.proces().vraag("/x/")
    (naam,) = server.klant.keys()
    echt = server.klant.get(naam)
    for vals in (wat, echt[:-1], echt[:-4] + b"9999"):
        server.klant.set(naam, vals)
        assert hoe(wereld.proces().vraag("/x/"))[1] == MIS
    # A whole one, under the name of another answer.
    wereld.proces().vraag("/y/")
    ander = next(sleutel for sleutel in server.klant.scan_iter() if sleutel != naam)
    server.klant.set(ander, echt)
    assert hoe(wereld.proces().vraag("/y/"))[1] == MIS


def test_what_may_not_be_kept_is_not_shared(wereld, server):
    wereld.teller.koppen = [*KOPPEN, ("Set-Cookie", "x=y")]
    wereld.proces().vraag("/x/")
    wereld.teller.koppen, wereld.teller.status = KOPPEN, "304 Not Modified"
    wereld.proces().vraag("/x/")
    assert server.klant.keys() == []


def test_it_forgets_by_itself(wereld, server):
    wereld.proces().vraag("/x/")
    (naam,) = server.klant.keys()
    assert 0 < server.klant.ttl(naam) <= kasten.HOUDBAAR


def mis() -> float:
    return gedeeld.GEDEELD_MIS.labels("fout")._value.get()


def test_a_full_one_costs_nothing(wereld, server):
    klant = server.klant
    voor = mis()
    klant.config_set("maxmemory", 1)
    try:
        proces = wereld.proces()
        assert hoe(proces.vraag("/x/")) == (b"0001", MIS)
        assert hoe(proces.vraag("/x/")) == (b"0001", HIT)
    finally:
        klant.config_set("maxmemory", 0)
    assert mis() == voor + 1


def test_a_slow_one_is_waited_for_once_and_then_left_alone(wereld, monkeypatch, server):
    voor = mis()
    monkeypatch.setattr(gedeeld, "RUST", 30.0)
    monkeypatch.setattr(kasten, "GEDULD", 0.05)
    proces = wereld.proces()
    server.klant.client_pause(300)
    for nummer in range(20):
        assert proces.vraag(f"/{nummer}/")[0] == 200
    assert mis() == voor + 1


def test_one_that_went_is_asked_again_when_it_is_back(wereld, monkeypatch, server):
    monkeypatch.setattr(gedeeld, "RUST", 0.0)
    proces = wereld.proces()
    proces.vraag("/x/")
    server.eindig()
    assert hoe(proces.vraag("/y/")) == (b"0002", MIS)
    assert hoe(proces.vraag("/x/")) == (b"0001", HIT)
    server.begin()
    assert hoe(proces.vraag("/z/")) == (b"0003", MIS)
    assert hoe(wereld.proces().vraag("/z/")) == (b"0003", GEDEELD)
