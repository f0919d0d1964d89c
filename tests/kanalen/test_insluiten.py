"""Small pages for elsewhere: in a frame on a village's own site, and on the screen in the village hall."""

import re

from kanalen import insluiten
from kernpagina.models import AgendaItemPage
from tests import factories


def test_insluiten_mag_overal_en_de_rest_nergens(client, beesd, projecten, oproepen, agenda):
    for soort in ("agenda", "projecten", "oproepen"):
        ingesloten = client.get(f"/insluiten/beesd/{soort}")
        assert "frame-ancestors *" in ingesloten.headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in ingesloten.headers
        assert "<script" not in ingesloten.content.decode()
    for adres in ("/beesd/", "/api/v1/kernen", "/beesd/scherm/", "/agenda.ics"):
        gewoon = client.get(adres)
        assert "frame-ancestors 'none'" in gewoon.headers["Content-Security-Policy"]
        assert gewoon.headers["X-Frame-Options"] == "DENY"


def test_de_code_om_te_plakken_staat_op_de_pagina_van_de_kern(client, beesd):
    pagina = client.get("/beesd/").content.decode()
    assert "&lt;iframe src=&quot;http://testserver/insluiten/beesd/agenda" in pagina or (
        '&lt;iframe src="http://testserver/insluiten/beesd/agenda"' in pagina
    )


def test_een_ingesloten_lijst_heeft_hele_adressen(client, agenda):
    item = factories.AgendaItemPageFactory(
        parent=agenda, title="Feest", begin=factories.moment("2999-01-01 20:00")
    )
    assert f'href="http://testserver{item.url}"' in client.get(
        "/insluiten/beesd/agenda"
    ).content.decode().replace("http://localhost", "")


def test_het_scherm_toont_wat_er_komt(client, agenda, projecten, oproepen):
    factories.AgendaItemPageFactory(parent=agenda, title="Feest", begin=factories.moment("2999-01-01 20:00"))
    factories.AgendaItemPageFactory(
        parent=agenda, title="Voorbij", begin=factories.moment("2020-01-01 20:00")
    )
    scherm = client.get("/beesd/scherm/").content.decode()
    assert "Feest" in scherm
    assert "Voorbij" not in scherm
    assert AgendaItemPage.objects.count() == 2
    assert 'http-equiv="refresh"' in scherm


def test_insluiten_en_scherm_in_een_andere_taal(client, agenda, oproepen):
    """The interface is in the language of the address; text of editors that isn't says so."""
    factories.AgendaItemPageFactory(parent=agenda, title="Feest", begin=factories.moment("2999-01-01 20:00"))
    factories.OproepPageFactory(parent=oproepen, title="Denk mee")
    scherm = client.get("/en/beesd/scherm/").content.decode()
    assert '<p class="scherm-soort">Calendar</p>' in scherm
    assert '<h2 lang="nl">Feest</h2>' in scherm
    kader = client.get("/en/insluiten/beesd/agenda").content.decode()
    assert 'rel="noopener" lang="nl">Feest</a>' in kader
    assert client.get("/insluiten/beesd/agenda").content.decode().count(" lang=") == 1


def test_de_code_om_te_plakken_is_hoog_genoeg_voor_wat_er_hoogstens_in_staat(client, agenda):
    """Without a script on the host's page a frame can't follow its content: so its content has a limit."""
    for dag in range(1, 9):
        factories.AgendaItemPageFactory(parent=agenda, begin=factories.moment(f"2999-01-0{dag} 20:00"))
    assert client.get("/insluiten/beesd/agenda").content.decode().count("<article>") == insluiten.MEESTE
    pagina = client.get("/beesd/").content.decode()
    for soort, hoogte in insluiten.HOOGTEN.items():
        assert re.search(rf'/insluiten/beesd/{soort}"[^>]* height="{hoogte}"', pagina.replace("&quot;", '"'))


def test_het_scherm_weet_wanneer_iets_voorbij_is(client, agenda, oproepen):
    """So that a screen without a connection doesn't announce what was yesterday."""
    begin = factories.moment("2999-06-01 22:00")
    factories.AgendaItemPageFactory(parent=agenda, begin=begin, einde=factories.moment("2999-06-02 01:00"))
    scherm = client.get("/beesd/scherm/").content.decode()
    assert 'data-tot="2999-06-03T00:00+02:00"' in scherm
    assert 'data-welkom="1" hidden' in scherm
    wacht = client.get("/beesd/scherm/vangnet.js")
    assert wacht.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "script-src 'self'" in client.get("/beesd/scherm/").headers["Content-Security-Policy"]
