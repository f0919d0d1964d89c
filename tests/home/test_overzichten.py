"""The overviews over all kernen: what they show, what they cost, and nonsense in the address."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kernpagina import afspraken
from tests import factories

OVERZICHTEN = [
    "/agenda/",
    "/agenda/?weergave=maand&maand=2026-06",
    "/meedoen/",
    "/projecten/",
    "/kernagendapunten/",
    "/afspraken/",
    "/voortgang/",
]


@pytest.fixture
def twintig(beesd, agenda, projecten, oproepen):
    """A function that makes so many more pages of each kind."""

    def maak(aantal: int) -> None:
        for _ in range(aantal):
            avond = factories.AgendaItemPageFactory(parent=agenda, verslag="<p>Goed.</p>")
            avond.afspraken.create(wat="Bankje", uiterlijk=date(2026, 6, 1), locale=avond.locale)
            afspraken.werk_bij(avond)
            factories.ProjectPageFactory(parent=projecten)
            factories.OproepPageFactory(parent=oproepen)

    return maak


@pytest.mark.parametrize("adres", OVERZICHTEN)
def test_kost_voor_twintig_net_zoveel_als_voor_een(client: Client, twintig, adres: str, time_machine) -> None:
    time_machine.move_to("2026-06-05 12:00 +0200")
    twintig(1)
    client.get(adres)
    eerst = _vragen(client, adres)
    twintig(10)
    assert _vragen(client, adres) == eerst


@pytest.mark.parametrize("adres", OVERZICHTEN[:1] + OVERZICHTEN[2:])
@pytest.mark.parametrize(
    "onzin", ["kern=nee&thema=nee&soort=nee&status=nee", "pagina=-4", "pagina=nee", "kern=%00", "x=1"]
)
def test_onzin_is_geen_fout(client: Client, beesd, adres: str, onzin: str) -> None:
    assert client.get(f"{adres}?{onzin}").status_code == 200


def test_foute_keuze_staat_bij_het_veld(client: Client, beesd) -> None:
    html = client.get("/agenda/?kern=bestaat-niet").content.decode()
    assert 'aria-invalid="true" aria-describedby="id_kern_fout"' in html
    assert 'id="id_kern_fout"' in html


def test_filter_op_kern(client: Client, home, agenda) -> None:
    deil = factories.KernPageFactory(parent=home, title="Deil")
    hier = factories.AgendaItemPageFactory(
        parent=agenda, title="Hier", begin=factories.moment("2099-01-01 10:00")
    )
    factories.AgendaItemPageFactory(
        parent=factories.lijst_van(deil, type(agenda)),
        title="Daar",
        begin=factories.moment("2099-01-01 10:00"),
    )
    html = client.get("/agenda/?kern=beesd").content.decode()
    assert hier.url in html
    assert ">Daar<" not in html
    assert "1 gevonden" in html


def test_oude_naam_leidt_naar_de_nieuwe(client: Client, agenda, django_capture_on_commit_callbacks) -> None:
    """An address stays, also when an editor gives the page another one."""
    item = factories.AgendaItemPageFactory(parent=agenda, slug="oud")
    item.slug = "nieuw"
    with django_capture_on_commit_callbacks(execute=True):
        factories.publiceer(item)
    for taal in ("", "/en", "/pl"):
        antwoord = client.get(f"{taal}/beesd/agenda/oud/")
        assert antwoord.status_code == 301
        assert antwoord.headers["Location"].endswith(f"{taal}/beesd/agenda/nieuw/")
    assert client.get("/pl/beesd/agenda/nooit-geweest/").status_code == 404


def test_een_kern_met_een_andere_naam(
    client: Client, beesd, agenda, django_capture_on_commit_callbacks
) -> None:
    """What lies below it moves along, each to its own new address."""
    factories.AgendaItemPageFactory(parent=agenda, slug="avond")
    beesd.refresh_from_db()
    beesd.slug = "beest"
    with django_capture_on_commit_callbacks(execute=True):
        factories.publiceer(beesd)
    for taal in ("", "/pl"):
        antwoord = client.get(f"{taal}/beesd/agenda/avond/")
        assert antwoord.status_code == 301
        assert antwoord.headers["Location"].endswith(f"{taal}/beest/agenda/avond/")


def test_canoniek_zonder_keuzes(client: Client, beesd) -> None:
    html = client.get("/agenda/?kern=beesd").content.decode()
    assert '<link rel="canonical" href="http://localhost/agenda/">' in html
    assert '<meta name="robots" content="noindex, follow">' in html


def test_databank_weg_is_geen_fout_van_de_pagina(client: Client, home, monkeypatch) -> None:
    from django.db import OperationalError

    def kapot(*args, **kwargs):
        raise OperationalError("weg")

    monkeypatch.setattr("home.models.HomePage.get_context", kapot)
    client.raise_request_exception = False
    antwoord = client.get("/")
    assert antwoord.status_code == 503
    assert antwoord.headers["Retry-After"] == "900"


def _vragen(client: Client, adres: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        assert client.get(adres).status_code == 200
    return len(vragen)
