"""Channels that ask for a language get what the site shows in it."""

import json
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import Thema
from kernpagina.models import AgendaItemPage, AgendaPage
from tests.dorp import agenda_item
from tests.talen.vertaler import begin, publiceer, vertaal
from tests.talen.wereld import maak_alles


@pytest.fixture
def item(dorp) -> AgendaItemPage:
    return agenda_item(dorp.agenda, "Avond", live=True, samenvatting="Over het plein", slug="avond")


def lijst(client, taal: str) -> list[dict]:
    return client.get("/api/v1/agenda-items", {"taal": taal}).json()["resultaten"]


def test_een_vertaling_met_haar_kern_en_de_feiten_van_nu(client, item):
    vertaal(item, "pl")
    item.refresh_from_db()
    item.status, item.toelichting = "geannuleerd", "De zaal is dicht."
    item.themas.add(Thema.objects.get_or_create(name="Wonen", slug="wonen")[0])
    publiceer(item)
    (pools,) = lijst(client, "pl")
    assert pools["titel"] == "pl: Avond"
    assert pools["taal"] == "pl"
    assert pools["status"] == "geannuleerd"
    assert pools["kern"]["slug"] == "beesd"
    assert [thema["slug"] for thema in pools["themas"]] == ["wonen"]
    assert pools["url"].endswith("/pl/beesd/agenda/avond/")
    assert client.get(pools["url"].split("localhost", 1)[-1].removeprefix(":80")).status_code == 200


def test_wat_niet_vertaald_is_komt_in_het_nederlands(client, item):
    begin(item, "pl")
    (pools,) = lijst(client, "pl")
    assert (pools["titel"], pools["taal"], pools["kern"]["slug"]) == ("Avond", "nl", "beesd")


def test_wat_in_het_nederlands_weg_is_is_overal_weg(client, item):
    vertaal(item, "pl")
    with zonder_goedkeuring("tests"):
        AgendaItemPage.objects.get(pk=item.pk).unpublish()
    assert lijst(client, "pl") == []


def test_een_verplaatste_pagina_neemt_haar_vertaling_mee(client, dorp, item):
    vertaal(item, "pl")
    with zonder_goedkeuring("tests"):
        AgendaItemPage.objects.get(pk=item.pk).move(
            AgendaPage.objects.child_of(dorp.heukelum).get(), "last-child"
        )
    (pools,) = lijst(client, "pl")
    assert pools["kern"]["slug"] == "heukelum"
    assert pools["url"].endswith("/pl/heukelum/agenda/avond/")


def test_een_pagina_noemt_haar_vertalingen(client, item):
    vertaal(item, "pl")
    begin(item, "en")
    pagina = client.get("/api/v1/paginas", {"pad": "/beesd/agenda/avond/"}).json()["resultaten"][0]
    assert [v["taal"] for v in pagina["vertalingen"]] == ["pl"]


@pytest.mark.parametrize(
    ("vraag", "taal"),
    [
        ({"pad": "/pl/beesd/agenda/avond/"}, "pl"),
        ({"pad": "/beesd/agenda/avond/", "taal": "pl"}, "pl"),
        ({"pad": "/pl/beesd/agenda/avond/", "taal": "en"}, "pl"),
        ({"pad": "/en/beesd/agenda/avond/"}, "nl"),
        ({"pad": "/beesd/agenda/avond/", "taal": "en"}, "nl"),
        ({"pad": "/beesd/agenda/avond/"}, "nl"),
    ],
)
def test_een_pad_geeft_wat_de_site_daar_toont(client, item, vraag, taal):
    vertaal(item, "pl")
    (pagina,) = client.get("/api/v1/paginas", vraag).json()["resultaten"]
    assert pagina["taal"] == taal


@pytest.mark.parametrize("pad", ["/en/", "/en/beesd/", "/pl/", "/pl/beesd/agenda/"])
def test_een_pad_zonder_vertaling_geeft_de_nederlandse_pagina(client, item, pad):
    (pagina,) = client.get("/api/v1/paginas", {"pad": pad}).json()["resultaten"]
    assert (pagina["taal"], pagina["pad"]) == ("nl", pad[3:])


@pytest.mark.parametrize("pad", ["/en/nergens/", "/xx/beesd/", "/nl/beesd/", "//beesd/"])
def test_een_pad_dat_de_site_niet_kent(client, item, pad):
    assert client.get("/api/v1/paginas", {"pad": pad}).status_code == 404


@pytest.mark.parametrize("pad", ["/agenda.ics", "/beesd/agenda.ics", "/nieuw.xml", "/beesd/nieuw.xml"])
def test_feeds_per_taal(client, item, pad):
    vertaal(item, "pl")
    pools, engels = (client.get(f"/{taal}{pad}").content.decode() for taal in ("pl", "en"))
    assert "pl: Avond" in pools
    assert "/pl/beesd/agenda/avond/" in pools
    assert "Avond" in engels
    assert "pl: " not in engels


def test_de_feed_zegt_per_bericht_in_welke_taal_het_is(client, dorp, item):
    vertaal(item, "pl")
    agenda_item(dorp.agenda, "Markt", live=True, slug="markt")
    per_taal = {taal: _berichten(client, taal) for taal in ("nl", "pl")}
    assert per_taal["pl"]["pl: Avond"][0] == "pl"
    assert per_taal["pl"]["Markt"] == per_taal["nl"]["Markt"]
    assert per_taal["nl"]["Markt"][0] == "nl"
    assert per_taal["pl"]["pl: Avond"][1] != per_taal["nl"]["Avond"][1]
    assert len({kenmerk for _, kenmerk in per_taal["pl"].values()}) == len(per_taal["pl"])
    assert per_taal["pl"] == _berichten(client, "pl"), "een kenmerk blijft"


def _berichten(client, taal: str) -> dict[str, tuple[str, str]]:
    """The entries of the feed, as language and id by their title."""
    pad = "/nieuw.xml" if taal == "nl" else f"/{taal}/nieuw.xml"
    feed = ET.fromstring(client.get(pad).content)  # noqa: S314 - our own
    atom, xml = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/XML/1998/namespace}"
    assert feed.get(f"{xml}lang") == taal
    return {
        bericht.findtext(f"{atom}title"): (bericht.get(f"{xml}lang"), bericht.findtext(f"{atom}id"))
        for bericht in feed.iter(f"{atom}entry")
    }


def test_een_afspraak_in_elke_taal(client, item):
    item.online_link = "https://a.example/"
    vertaal(publiceer(item), "pl")
    assert "SUMMARY:pl: Avond" in client.get("/pl/beesd/agenda/avond/afspraak.ics").content.decode()
    engels = client.get("/en/beesd/agenda/avond/afspraak.ics").content.decode()
    assert "SUMMARY:Avond" in engels
    assert 'LABEL="Take part online"' in engels


def test_een_nieuw_feit_telt_als_wijziging_in_elke_taal(client, dorp, item):
    """Who mirrors the Polish site by date hears of an evening that is called off."""
    vertaal(item, "pl")
    (eerst,) = lijst(client, "pl")
    item.refresh_from_db()
    item.status, item.toelichting = "geannuleerd", "De zaal is dicht."
    publiceer(item)
    (pools,) = lijst(client, "pl")
    assert pools["gewijzigd"] > eerst["gewijzigd"]


def punten(client, taal: str) -> list[dict]:
    return client.get("/api/v1/kernagendapunten", {"taal": taal}).json()["resultaten"]


def test_een_punt_is_in_elke_taal_even_ver(client, dorp):
    """As on the site: the text of the translation, the state of the Dutch point, and no point more or less."""
    paginas = maak_alles(dorp)
    kernagenda = vertaal(paginas["/beesd/kernagenda/"], "pl").get_translation(paginas["/"].locale)
    eerste, tweede = punten(client, "pl")
    assert eerste["titel"].startswith("pl: ")
    assert (eerste["taal"], tweede["status"]) == ("pl", "bezig")
    inhoud = list(kernagenda.onderdelen.raw_data)
    inhoud[0]["value"]["punten"][1]["value"] |= {"status": "gereed", "reden": "Af."}
    nieuw = {**inhoud[0]["value"]["punten"][1], "id": str(uuid4())}
    nieuw["value"] = {**nieuw["value"], "titel": "Nieuw punt"}
    inhoud[0]["value"]["punten"].append(nieuw)
    kernagenda.onderdelen = json.dumps(inhoud)
    publiceer(kernagenda)
    _, tweede, derde = punten(client, "pl")
    assert (tweede["taal"], tweede["status"]) == ("pl", "gereed")
    assert "/pl/beesd/kernagenda/#" in tweede["url"]
    assert (derde["taal"], derde["titel"]) == ("nl", "Nieuw punt")
    heel = client.get("/api/v1/kernen/beesd/kernagenda", {"taal": "pl"}).json()
    assert [punt for thema in heel["themas"] for punt in thema["punten"]] == punten(client, "pl")
    kern = client.get("/api/v1/kernen/beesd", {"taal": "pl"}).json()
    assert kern["aantallen"]["kernagendapunten"] == 3
    project = client.get(
        f"/api/v1/projecten/{paginas['/beesd/projecten/speeltuin/'].pk}", {"taal": "pl"}
    ).json()
    velden = ("id", "titel", "status", "url")
    assert project["kernagendapunten"] == [
        {veld: punt[veld] for veld in velden} for punt in punten(client, "pl")
    ]
