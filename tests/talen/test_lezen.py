"""A visitor reads a page in a language: the translation where there is one, else the Dutch page, marked as such."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import GemeenteInstellingen
from kernpagina.keuzes import AgendaStatus
from kernpagina.models import OproepenPage, OproepPage
from tests.dorp import agenda_item
from tests.meedoen.aanmeldhulp import avond_in
from tests.meedoen.hulp import oproep_in
from tests.talen.vertaler import begin, publiceer, vertaal


@pytest.fixture
def oproep(dorp) -> OproepPage:
    lijst = OproepenPage.objects.child_of(dorp.beesd).get()
    with zonder_goedkeuring("tests"):
        pagina = lijst.add_child(
            instance=OproepPage(
                title="Denk mee over het plein",
                slug="plein",
                vraag="Wat wil je op het plein?",
                soort="ideeën",
                opent=date(2026, 1, 1),
                sluit=date(2099, 1, 1),
                terugkoppeling_uiterlijk=date(2099, 2, 1),
                niveau="raadplegen",
                offline_meedoen="Kom langs in het dorpshuis.",
                live=False,
            )
        )
        pagina.save_revision().publish()
    return OproepPage.objects.get(pk=pagina.pk)


def tekst(antwoord) -> str:
    return re.sub(r"\s+", " ", antwoord.content.decode())


NIET_VERTAALD = {
    "en": "This page has not been translated yet",
    "pl": "Ta strona nie została jeszcze przetłumaczona",
}


def test_een_formulier_zegt_ook_dat_de_vraag_in_het_nederlands_is(client, dorp, oproep):
    uitdagen = oproep_in(dorp.beesd, "uitdaagrecht", title="Neem het over", slug="over")
    paden = [f"{oproep.url}reageer/", f"{avond_in(dorp).url}aanmelden/", f"{uitdagen.url}uitdagen/"]
    for pad in paden:
        for taal, zin in NIET_VERTAALD.items():
            assert zin in client.get(f"/{taal}{pad}").content.decode(), pad
        assert "bloei-taalmelding" not in client.get(pad).content.decode()
    vertaal(oproep, "pl")
    assert NIET_VERTAALD["pl"] not in client.get(f"/pl{paden[0]}").content.decode()


def test_een_vertaling_staat_op_hetzelfde_adres_met_de_taal_ervoor(client, oproep):
    vertaal(oproep, "pl")
    antwoord = client.get("/pl/beesd/meedoen/plein/")
    assert antwoord.status_code == 200
    html = tekst(antwoord)
    assert '<html lang="pl"' in html
    assert "pl: Wat wil je op het plein?" in html
    assert "pl: " not in tekst(client.get("/beesd/meedoen/plein/"))


def test_de_paginas_erboven_zijn_er_zonder_dat_iemand_ze_vertaalde(client, oproep):
    vertaal(oproep, "pl")
    for adres in ("/pl/", "/pl/beesd/", "/pl/beesd/meedoen/", "/en/beesd/meedoen/plein/"):
        assert client.get(adres).status_code == 200, adres
    assert "pl: Denk mee over het plein" in tekst(client.get("/pl/beesd/meedoen/"))


def test_de_paginas_boven_een_vertaling_gaan_nooit_live(client, dorp, oproep):
    vertaal(oproep, "pl")
    dorp.beesd.refresh_from_db()
    dorp.beesd.intro = "Een nieuwe intro"
    publiceer(dorp.beesd)
    spiegels = dorp.beesd.get_translations()
    assert [spiegel.live for spiegel in spiegels] == [False]
    assert "Een nieuwe intro" in tekst(client.get("/pl/beesd/"))


def test_een_onvertaalde_pagina_is_nederlands_en_zegt_dat(client, oproep):
    html = tekst(client.get("/en/beesd/meedoen/plein/"))
    assert '<html lang="en"' in html
    assert "This page has not been translated yet" in html
    assert 'rel="canonical" href="http://localhost/beesd/meedoen/plein/"' in html


def test_een_concept_in_een_andere_taal_leest_niemand(client, oproep):
    begin(oproep, "pl")
    html = tekst(client.get("/pl/beesd/meedoen/plein/"))
    assert "Wat wil je op het plein?" in html
    assert 'hreflang="pl" href="http' not in html


def test_feiten_gelden_meteen_in_elke_taal(client, dorp):
    item = agenda_item(dorp.agenda, "Inwonersavond", live=True, samenvatting="Over het plein")
    vertaal(item, "pl")
    item.refresh_from_db()
    item.status = AgendaStatus.GEANNULEERD
    item.toelichting = "De zaal is dicht."
    item = publiceer(item)
    html = tekst(client.get(item.url.replace("/beesd", "/pl/beesd")))
    assert "To zostało odwołane." in html
    assert "pl: Over het plein" in html
    assert 'lang="nl">De zaal is dicht.' in html


def test_wie_de_nederlandse_pagina_weghaalt_haalt_haar_in_elke_taal_weg(client, oproep):
    vertaal(oproep, "pl")
    with zonder_goedkeuring("tests"):
        oproep.refresh_from_db()
        oproep.unpublish()
    assert client.get("/pl/beesd/meedoen/plein/").status_code == 404
    assert "pl: Denk mee" not in tekst(client.get("/pl/beesd/meedoen/"))


def test_een_verplaatste_pagina_houdt_haar_vertaling(client, dorp, oproep):
    vertaal(oproep, "pl")
    with zonder_goedkeuring("tests"):
        oproep.refresh_from_db()
        oproep.move(OproepenPage.objects.child_of(dorp.heukelum).get(), "last-child")
    html = tekst(client.get("/pl/heukelum/meedoen/plein/"))
    assert "pl: Wat wil je op het plein?" in html


def test_links_blijven_in_de_taal(client, oproep):
    vertaal(oproep, "pl")
    for adres in (
        "/pl/",
        "/pl/beesd/",
        "/pl/beesd/meedoen/",
        "/pl/beesd/meedoen/plein/",
        "/pl/zoeken/?q=plein",
    ):
        html = client.get(adres).content.decode()
        links = re.findall(r'<a [^>]*href="(/[^"]*)"([^>]*)', html)
        fout = [link for link, rest in links if not link.startswith("/pl/") and "hreflang" not in rest]
        assert fout == [], adres


def test_de_taalkeuze_blijft_op_dezelfde_pagina(client, oproep):
    html = client.get("/pl/beesd/meedoen/?thema=wonen").content.decode()
    assert 'href="/beesd/meedoen/?thema=wonen" lang="nl" hreflang="nl"' in html
    assert 'href="/en/beesd/meedoen/?thema=wonen" lang="en" hreflang="en"' in html


def test_hreflang_noemt_de_talen_die_er_echt_zijn(client, oproep):
    vertaal(oproep, "pl")
    html = client.get("/beesd/meedoen/plein/").content.decode()
    assert 'hreflang="pl" href="http://localhost/pl/beesd/meedoen/plein/"' in html
    assert 'hreflang="nl" href="http://localhost/beesd/meedoen/plein/"' in html
    assert 'hreflang="x-default" href="http://localhost/beesd/meedoen/plein/"' in html
    assert 'hreflang="en" href="http://' not in html


def test_de_taal_volgt_uit_het_adres_en_nergens_anders_uit(client, oproep):
    client.cookies["django_language"] = "pl"
    antwoord = client.get("/beesd/", headers={"accept-language": "pl"})
    assert antwoord.headers["Content-Language"] == "nl"
    assert "Accept-Language" not in antwoord.headers.get("Vary", "")
    assert '<html lang="nl"' in antwoord.content.decode()


def test_een_vertaalde_lijst_kost_evenveel_vragen(client, dorp):
    def vragen() -> int:
        with CaptureQueriesContext(connection) as gesteld:
            html = tekst(client.get("/pl/beesd/agenda/"))
        assert "pl: Avond" in html
        return len(gesteld)

    vertaal(agenda_item(dorp.agenda, "Avond", live=True), "pl")
    vragen()
    een = vragen()
    for nummer in range(4):
        vertaal(agenda_item(dorp.agenda, f"Avond {nummer}", live=True), "pl")
    assert vragen() == een


def test_wie_nederlands_leest_betaalt_niet_voor_andere_talen(client, dorp):
    item = agenda_item(dorp.agenda, "Avond", live=True)

    def vragen() -> int:
        client.get("/beesd/agenda/")
        with CaptureQueriesContext(connection) as gesteld:
            client.get("/beesd/agenda/")
        return len(gesteld)

    GemeenteInstellingen.load()  # made when it is first asked for, and that changes the content
    zonder = vragen()
    vertaal(item, "pl")
    assert vragen() == zonder
