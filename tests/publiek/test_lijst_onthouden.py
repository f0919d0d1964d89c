"""The cards of a list are drawn once as long as nothing changes, and their rows are read only for that."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import GemeenteInstellingen
from core.paginering import PER_PAGINA
from kernpagina.models import AgendaItemPage
from tests import factories
from tests.publiek.conftest import vul_kern

LIJSTEN = ["/beesd/agenda/", "/beesd/projecten/", "/beesd/meedoen/", "/agenda/", "/projecten/", "/meedoen/"]
# What only a card shows.
VELDEN = ('"samenvatting"', '"vraag"')


def leest_rijen(client, adres: str) -> bool:
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(adres).status_code == 200
    return any(veld in vraag["sql"].split(" FROM ")[0] for vraag in vragen for veld in VELDEN)


@pytest.mark.parametrize("adres", LIJSTEN)
def test_wat_getekend_is_wordt_niet_nog_eens_gelezen(client, beesd, themas, adres):
    GemeenteInstellingen.load()  # made when it is first asked for, and that changes the content
    vul_kern(beesd, 2, themas)
    assert leest_rijen(client, adres)
    assert not leest_rijen(client, adres)
    # What anybody can ask for with a choice doesn't take the place of what all ask for.
    for _ in range(2):
        assert leest_rijen(client, f"{adres}?thema={themas[0].slug}")


def test_elke_bladzijde_is_een_eigen_stuk_en_na_een_publicatie_een_ander(client, agenda):
    for nummer in range(PER_PAGINA + 1):
        begin = factories.moment(f"2999-06-{nummer + 1:02} 20:00")
        factories.AgendaItemPageFactory(parent=agenda, title=f"Avond {nummer}.", begin=begin)
    for _ in range(2):
        eerste, tweede, onzin = (
            client.get(f"/beesd/agenda/{q}").text for q in ("", "?pagina=2", "?pagina=x")
        )
        assert ("Avond 0." in eerste, "Avond 20." in eerste) == (True, False)
        assert ("Avond 0." in tweede, "Avond 20." in tweede) == (False, True)
        assert "Avond 0." in onzin
    laatste = AgendaItemPage.objects.get(title="Avond 20.")
    laatste.title = "Afsluiting"
    factories.publiceer(laatste)
    assert "Afsluiting" in client.get("/beesd/agenda/?pagina=2").text
    factories.depubliceer(laatste)
    assert "Afsluiting" not in client.get("/beesd/agenda/?pagina=2").text


def test_wie_is_ingelogd_leest_de_lijst_zelf(beheer, beesd, themas):
    vul_kern(beesd, 1, themas)
    assert [leest_rijen(beheer, "/beesd/agenda/") for _ in range(2)] == [True, True]
