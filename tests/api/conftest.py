"""A village in which something of everything happens, around one day."""

import json
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
import time_machine
from wagtail.models import Page

from core.blocks import InhoudBlock
from kernpagina.blocks import KernInhoudBlock
from kernpagina.models import AgendaPage, KernagendaPage, KernPage, OproepenPage
from projecten.models import ProjectenPage, ProjectFase, ProjectMijlpaal, ProjectPage
from tests import factories
from tests.blokken import van_elk_een

VANDAAG = date(2026, 6, 15)


def op_die_dag() -> AbstractContextManager[object]:
    """Stand on 15 June 2026, at noon in West Betuwe."""
    return time_machine.travel(factories.moment("2026-06-15 12:00"), tick=True)


@pytest.fixture
def vandaag():
    with op_die_dag():
        yield VANDAAG


def alle_blokken(foto, document, pagina: Page, stroom: type[InhoudBlock] = InhoudBlock) -> str:
    """One of every block of running text, as it is stored."""
    tekst = (
        f'<p data-block-key="a">Lees <a linktype="page" id="{pagina.pk}">de pagina</a>, '
        f'<a id="{document.pk}" linktype="document">het stuk</a> of <a href="https://example.org/">elders</a>.</p>'
    )
    gekozen = {"page": pagina.pk, "bloeiimage": foto.pk, "bloeidocument": document.pk}
    return json.dumps(
        van_elk_een(stroom, "Tekst van {}".format, lambda plek: tekst, "https://example.org/", gekozen)
    )


@pytest.fixture(scope="module")
def _rijk(_dorp, django_db_blocker):
    """Made once for a module, within the transaction of `_dorp`."""
    with django_db_blocker.unblock(), op_die_dag():
        maak_rijk(KernPage.objects.get())


@pytest.fixture
def rijk(_rijk, beesd, themas, vandaag):
    """Beesd with one of everything, each tied to the others, and every block in it."""
    return beesd


def maak_rijk(beesd: KernPage) -> None:
    kernagenda, agenda, projecten, oproepen = (
        factories.lijst_van(beesd, soort)
        for soort in (KernagendaPage, AgendaPage, ProjectenPage, OproepenPage)
    )
    themas = factories.drie_themas()
    foto, document = factories.ImageFactory(), factories.DocumentFactory()
    inhoud = alle_blokken(foto, document, agenda)
    project = factories.ProjectPageFactory(
        parent=projecten, title="Nieuwe speeltuin", foto=foto, inhoud=inhoud
    )
    project.fasen = [
        ProjectFase(titel="Plan", begin=date(2026, 1, 1), einde=date(2026, 5, 31)),
        ProjectFase(
            titel="Bouw", begin=date(2026, 6, 1), einde=date(2026, 6, 15), omschrijving="<p>Wij bouwen.</p>"
        ),
        ProjectFase(titel="Feest", begin=date(2026, 6, 16)),
    ]
    project.mijlpalen = [ProjectMijlpaal(datum=date(2026, 6, 20), titel="Open")]
    project.themas.add(themas[0])
    project = factories.publiceer(project)
    oproep = factories.OproepPageFactory(parent=oproepen, title="Denk mee", project=project, inhoud=inhoud)
    oproep.themas.add(themas[0])
    factories.publiceer(oproep)
    item = factories.AgendaItemPageFactory(
        parent=agenda,
        title="Inwonersavond plein",
        begin=factories.moment("2026-06-20 19:30"),
        einde=factories.moment("2026-06-20 21:30"),
        project=project,
        oproep=oproep,
        foto=foto,
        inhoud=inhoud,
        verslag="<p>Het was druk.</p>",
    )
    item.themas.add(themas[1])
    factories.publiceer(item)
    kernagenda.onderdelen = json.dumps(
        [
            factories.onderdeel(
                themas[0],
                factories.punt(
                    "Een plek om te spelen",
                    project=project.pk,
                    omschrijving="<p>Met een schommel</p>",
                    motivering="<p>Ja</p>",
                    naam_trekker="Kerngroep",
                    planning="2027",
                ),
            )
        ]
    )
    factories.publiceer(kernagenda)
    beesd.foto, beesd.breedtegraad, beesd.lengtegraad, beesd.inhoud = (
        foto,
        51.8897,
        5.1919,
        alle_blokken(foto, document, agenda, KernInhoudBlock),
    )
    factories.publiceer(beesd)


def maak_veel(beesd: KernPage, aantal: int) -> None:
    """Add that many of each kind to the village."""
    for n in range(aantal):
        factories.AgendaItemPageFactory(
            parent=factories.lijst_van(beesd, AgendaPage),
            begin=factories.moment("2026-07-01 20:00") + timedelta(days=n),
        )
        factories.ProjectPageFactory(parent=factories.lijst_van(beesd, ProjectenPage))
        factories.OproepPageFactory(parent=factories.lijst_van(beesd, OproepenPage))


@pytest.fixture
def adressen(rijk, client) -> list[str]:
    """Every address of the API that answers 200 in this village, lists with their text and details."""
    lijsten = ("kernen", "agenda-items", "projecten", "oproepen", "paginas")
    project = ProjectPage.objects.get()
    paden = [f"/api/v1/{lijst}?metInhoud=true&paginaGrootte=100" for lijst in lijsten]
    paden += [
        "/api/v1/wijzigingen",
        "/api/v1/site",
        "/api/v1/omleidingen",
        "/api/v1/kernagendapunten",
        "/api/v1/themas",
        "/api/v1/zoek?q=speeltuin",
    ]
    paden += ["/api/v1/kernen/beesd", "/api/v1/kernen/beesd/kernagenda", f"/api/v1/projecten/{project.pk}"]
    paden += [
        f"/api/v1/oproepen/{project.oproepen.get().pk}",
        f"/api/v1/agenda-items/{project.agenda_items.get().pk}",
    ]
    return [
        *paden,
        *(f"/api/v1/paginas/{pk}" for pk in Page.objects.filter(depth__gt=1).values_list("pk", flat=True)),
    ]
