"""Searching finds each page in its own language, by the word forms of that language."""

import pytest
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Site

from core.goedkeuring.bestanden import paginas_met
from core.models import BloeiImage
from core.talen.lezen import in_leestaal
from search.zoeken import zoek
from tests.dorp import agenda_item
from tests.talen.vertaler import begin, publiceer, vertaal, vul_in
from vertalen.indienen import maak_versie

VERTALING = {
    "en": {"Speeltuin": "Playgrounds", "Over de bankjes": "About the benches"},
    "pl": {"Speeltuin": "Plac zabaw", "Over de bankjes": "O ławkach w parku"},
}


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Speeltuin", live=True, samenvatting="Over de bankjes", slug="speeltuin")


def titels(vraag: str, taal: str) -> list[str]:
    site = Site.objects.get(is_default_site=True)
    return [pagina.title for pagina in in_leestaal(zoek(vraag, site, taal), taal)]


@pytest.mark.parametrize(
    ("taal", "vraag"),
    [("nl", "speeltuinen"), ("nl", "bankjes"), ("en", "playground"), ("en", "bench"), ("pl", "ławkach")],
)
def test_woordvormen_van_de_eigen_taal(item, taal, vraag):
    for code, woorden in VERTALING.items():
        vertaal(item, code, hoe=lambda zin, woorden=woorden: woorden.get(zin, zin))
    verwacht = {"nl": "Speeltuin", "en": "Playgrounds", "pl": "Plac zabaw"}[taal]
    assert titels(vraag, taal) == [verwacht]


@pytest.mark.parametrize(
    ("taal", "vraag"),
    [("pl", "lawkach"), ("pl", "Lawkach zabaw"), ("nl", "reunie"), ("en", "facade")],
)
def test_zonder_de_tekens_op_een_letter_is_het_hetzelfde_woord(dorp, taal, vraag):
    item = agenda_item(
        dorp.agenda, "Speeltuin", live=True, samenvatting="Reünie met façade", slug="speeltuin"
    )
    pools = {"Speeltuin": "Plac zabaw", "Reünie met façade": "O ławkach w parku"}
    vertaal(item, "pl", hoe=lambda zin: pools.get(zin, zin))
    assert len(titels(vraag, taal)) == 1


def test_wat_niet_vertaald_is_wordt_in_het_nederlands_gevonden(client, item):
    assert titels("speeltuinen", "pl") == ["Speeltuin"]
    html = client.get("/pl/zoeken/?q=speeltuinen").content.decode()
    assert 'href="/pl/beesd/agenda/speeltuin/" lang="nl">Speeltuin' in html


def test_een_pagina_staat_er_een_keer_in(client, item):
    vertaal(item, "en", hoe=lambda zin: VERTALING["en"].get(zin, zin))
    assert titels("bankjes", "en") == []
    html = client.get("/en/zoeken/?q=benches").content.decode()
    assert html.count("Playgrounds</a>") == 1
    assert 'href="/en/beesd/agenda/speeltuin/"' in html
    (gevonden,) = zoek("benches", Site.objects.get(is_default_site=True), "en")
    assert (gevonden.pk, gevonden.fragment.count("\ue000")) == (item.pk, 1)


def test_een_concept_wordt_niet_gevonden(item):
    vertaling = begin(item, "en")
    vul_in(vertaling, hoe=lambda zin: VERTALING["en"].get(zin, zin))
    maak_versie(vertaling)
    assert titels("benches", "en") == []
    assert titels("speeltuinen", "en") == ["Speeltuin"]


def test_een_nieuwe_plaats_wordt_in_elke_taal_gevonden(item):
    vertaal(item, "pl", hoe=lambda zin: VERTALING["pl"].get(zin, zin))
    item.refresh_from_db()
    item.locatie = "Klokhuis"
    publiceer(item)
    assert titels("Klokhuis", "pl") == ["Plac zabaw"]
    assert titels("Dorpshuis", "pl") == []


def test_een_foto_is_in_gebruik_zolang_de_nederlandse_pagina_haar_toont(item):
    """A translation has a column for it that nobody reads: the photograph of before is free again."""
    oud, nieuw = (
        BloeiImage.objects.create(title=naam, file=get_test_image_file(), alt_tekst="een plein")
        for naam in ("oud", "nieuw")
    )
    item.foto = oud
    doel = vertaal(publiceer(item), "pl")
    assert doel.foto == oud
    item.refresh_from_db()
    item.foto = nieuw
    publiceer(item)
    assert not paginas_met(oud).exists()
    assert set(paginas_met(nieuw).values_list("pk", flat=True)) == {item.pk}
