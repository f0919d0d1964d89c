"""The log as a channel gets it."""

from unittest.mock import patch

import pytest
from wagtail.models import PageViewRestriction, Site

from api.routers import wijzigingen
from home.inrichting import richt_in
from kernpagina.models import AgendaItemPage, AgendaPage
from tests import factories
from volgen.models import Gevolgd, Wijziging

from .conftest import maak_veel
from .test_vragen import MEESTE_LIJST, kosten

LOG = "/api/v1/wijzigingen"


@pytest.fixture
def sinds(client, rijk):
    """What the log says since this fixture was made."""
    na = client.get(LOG).json()["laatste"]
    return lambda vraag="": client.get(f"{LOG}?na={na}{vraag}").json()


def test_van_het_begin_af_staat_alles_erin(client, rijk):
    alles = client.get(LOG).json()
    paginas = client.get("/api/v1/paginas?paginaGrootte=100").json()["resultaten"]
    assert {regel["id"] for regel in alles["resultaten"]} == {pagina["id"] for pagina in paginas}
    laatste = {regel["id"]: str(regel["nummer"]) for regel in alles["resultaten"]}
    assert laatste == {pagina["id"]: pagina["versie"] for pagina in paginas}
    assert {regel["url"] for regel in alles["resultaten"]} == {pagina["url"] for pagina in paginas}
    assert alles["volgende"] is None
    assert client.get(f"{LOG}?na={alles['laatste']}").json() == {**alles, "resultaten": []}


def test_in_stukken_is_het_hetzelfde(client, rijk):
    heel = client.get(LOG).json()["resultaten"]
    delen, volgende = [], LOG
    with patch.object(wijzigingen, "PER_KEER", 5):
        while volgende:
            stuk = client.get(volgende).json()
            assert len(stuk["resultaten"]) <= 5
            delen += stuk["resultaten"]
            volgende = stuk["volgende"]
    assert len(heel) > 10
    assert delen == heel


def test_wat_gevraagd_wordt(client, rijk, sinds):
    elders = factories.KernPageFactory(title="Heukelum")
    item = factories.AgendaItemPageFactory(
        parent=factories.lijst_van(elders, AgendaPage),
        title="Koffie",
        samenvatting="Kom langs. Neem taart mee.",
    )
    factories.depubliceer(AgendaItemPage.objects.get(title="Inwonersavond plein"))
    alles = sinds()
    (koffie,) = [regel for regel in sinds("&kern=heukelum")["resultaten"] if regel["id"] == item.pk]
    assert (koffie["soort"], koffie["titel"], koffie["regel"]) == ("nieuw", "Koffie", "Kom langs.")
    assert koffie["kern"]["naam"] == "Heukelum"
    assert koffie["apiUrl"].endswith(f"/api/v1/paginas/{item.pk}")
    weg = sinds("&soort=weg")
    (regel,) = weg["resultaten"]
    assert (regel["titel"], regel["regel"], regel["url"], regel["kern"]["slug"]) == (
        None,
        None,
        None,
        "beesd",
    )
    assert weg["laatste"] == alles["laatste"]  # also what wasn't asked for is behind us
    assert client.get(regel["apiUrl"].removeprefix("http://testserver")).status_code == 404
    assert client.get(f"{LOG}?na=-1").status_code == 400
    assert client.get(f"{LOG}?na={2**63}").status_code == 400
    assert client.get(f"{LOG}?kern=nergens").status_code == 400
    te_ver = client.get(f"{LOG}?na={alles['laatste'] + 1}")
    assert te_ver.status_code == 400
    assert f"het laatste nummer is {alles['laatste']}." in te_ver.json()["fouten"][0]["reden"]


def test_een_afgeschermde_kern_heeft_geen_naam_meer(client, rijk, sinds):
    PageViewRestriction.objects.create(page=rijk, restriction_type="login")
    assert {regel["soort"] for regel in sinds()["resultaten"]} == {"weg"}
    alles = client.get(LOG).content.decode()
    assert "Beesd" not in alles
    assert "beesd" not in alles


def test_een_andere_site_heeft_dit_logboek_niet(client, rijk, settings):
    ander = factories.HomePageFactory(parent=factories.wortel(), title="Elders", slug="elders")
    Site.objects.create(hostname="127.0.0.1", root_page=ander)
    assert client.get(LOG, headers={"host": "127.0.0.1"}).json()["resultaten"] == []
    assert "Elders" not in client.get(LOG).content.decode()


def test_lezen_kost_even_weinig_voor_een_als_voor_veel(client, rijk):
    weinig = kosten(client, LOG)
    maak_veel(rijk, 10)
    assert Wijziging.objects.laatste() > 40
    assert kosten(client, LOG) == weinig <= MEESTE_LIJST


def test_wat_er_voor_het_logboek_was_komt_erin_bij_het_inrichten(client, rijk):
    Gevolgd.objects.all().delete()
    Wijziging.objects.all().delete()
    assert client.get(LOG).json()["resultaten"] == []
    richt_in(kernen=[])
    assert rijk.pk in {regel["id"] for regel in client.get(LOG).json()["resultaten"]}
