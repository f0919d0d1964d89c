"""A page is found by its whole address, and nobody passes a restriction because it was once not there."""

import pytest
from wagtail.models import Page, PageViewRestriction

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.weg import zoek_pagina
from projecten.models import ProjectenPage
from tests.factories import AgendaItemPageFactory, lijst_van, publiceer


@pytest.fixture
def item(agenda):
    return AgendaItemPageFactory(parent=agenda, title="Avond", slug="avond")


def gevonden(rf, pad):
    uitkomst = zoek_pagina(rf.get(f"/{pad}"), pad)
    return uitkomst and uitkomst.page.pk


def test_elke_pagina_wordt_gevonden_waar_wagtail_haar_vindt(rf, home, item):
    paginas = Page.objects.descendant_of(home, inclusive=True)
    assert len(paginas) > 5
    for pagina in paginas:
        pad = pagina.url_path.removeprefix(home.url_path)
        assert gevonden(rf, pad) == Page.route_for_request(rf.get(f"/{pad}"), pad).page.pk == pagina.pk


@pytest.mark.parametrize(
    "pad", ["avond/", "agenda/avond/", "beesd/avond/", "beesd/agenda/avond/avond/", "x/beesd/"]
)
def test_een_deel_van_een_adres_is_geen_adres(rf, item, pad):
    assert gevonden(rf, pad) is None


def test_wat_van_de_site_ging_of_verhuisde_is_bij_het_volgende_bezoek_weg(client, beesd, item):
    assert [client.get("/beesd/agenda/avond/").status_code for _ in range(2)] == [200, 200]
    item.unpublish()
    assert client.get("/beesd/agenda/avond/").status_code == 404
    publiceer(item)
    assert client.get("/beesd/agenda/avond/").status_code == 200
    item.move(lijst_van(beesd, ProjectenPage), pos="last-child")
    assert client.get("/beesd/projecten/avond/").status_code == 200
    assert client.get("/beesd/agenda/avond/").status_code in (301, 404)


def test_een_afscherming_geldt_meteen_ook_voor_wat_eronder_staat(client, beesd, item):
    assert [client.get("/beesd/agenda/avond/").status_code for _ in range(2)] == [200, 200]
    afscherming = PageViewRestriction.objects.create(page=beesd.page_ptr, restriction_type="login")
    assert client.get("/beesd/agenda/avond/").status_code == 302
    assert client.get("/beesd/").status_code == 302
    afscherming.delete()
    assert client.get("/beesd/agenda/avond/").status_code == 200


def test_een_spiegel_van_een_afgeschermde_pagina_is_ook_afgeschermd(client, home, item):
    with zonder_goedkeuring("tests"):
        item.create_alias(parent=home, update_slug="spiegel")
    assert client.get("/spiegel/").status_code == 200
    PageViewRestriction.objects.create(page=item.page_ptr, restriction_type="login")
    assert client.get("/spiegel/").status_code == 302
