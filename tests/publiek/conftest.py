"""What visitors see, on a Monday in June 2026."""

from datetime import date, timedelta
from functools import cache

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from wagtail.models import Page

from core.models import BloeiImage, Thema
from kernpagina.models import AgendaItemThema, AgendaPage, KernagendaPage, KernPage, OproepenPage, OproepThema
from projecten.models import ProjectenPage, ProjectFase, ProjectThema
from tests import factories
from tests.factories import moment, onderdeel, publiceer, punt

NU = moment("2026-06-15 12:00")
VOET = ["/toegankelijkheid/", "/privacy/", "/beveiliging/", "/contact/"]
BLOKKEN = [
    ("oproepen", {"titel": "", "aantal": 12}),
    ("agenda", {"titel": "", "aantal": 12}),
    ("kernagenda", {"titel": "", "aantal": 12, "alleen_prioriteit": False}),
    ("projecten", {"titel": "", "aantal": 12}),
    ("inwonersgroepen", None),
]


@pytest.fixture(autouse=True)
def half_juni():
    with time_machine.travel(NU, tick=False):
        yield


def een_foto() -> BloeiImage:
    return BloeiImage.objects.first() or factories.ImageFactory()


def maak_items(ouder: Page, aantal: int, themas: list[Thema], **velden) -> None:
    """Agenda-items that are still to come, with themes and a picture."""
    for nummer in range(aantal):
        begin = moment("2026-06-16 20:00") + timedelta(hours=nummer)
        item = factories.AgendaItemPageFactory(parent=ouder, begin=begin, foto=een_foto(), **velden)
        for thema in themas:
            AgendaItemThema.objects.create(tag=thema, content_object=item)


def maak_oproepen(ouder: Page, aantal: int, themas: list[Thema], **velden) -> None:
    """Calls that are open, with themes."""
    for _ in range(aantal):
        oproep = factories.OproepPageFactory(parent=ouder, **velden)
        for thema in themas:
            OproepThema.objects.create(tag=thema, content_object=oproep)


def maak_projecten(ouder: Page, aantal: int, themas: list[Thema], **velden) -> None:
    """Projects that are running, with themes, a picture and a phase."""
    for _ in range(aantal):
        project = factories.ProjectPageFactory(parent=ouder, foto=een_foto(), **velden)
        ProjectFase.objects.create(
            project=project, titel="Bouwen", begin=date(2026, 1, 1), locale=project.locale
        )
        for thema in themas:
            ProjectThema.objects.create(tag=thema, content_object=project)


def maak_punten(kernagenda: Page, aantal: int, thema: Thema) -> None:
    punten = [punt(f"Punt {nummer}", prioriteit=True) for nummer in range(aantal)]
    veld = kernagenda._meta.get_field("onderdelen")
    kernagenda.onderdelen = veld.stream_block.to_python([onderdeel(thema, *punten)])
    publiceer(kernagenda)


def vul_kern(kern: Page, aantal: int, themas: list[Thema]) -> None:
    """This many of everything in a kern."""
    maak_items(factories.lijst_van(kern, AgendaPage), aantal, themas)
    maak_oproepen(factories.lijst_van(kern, OproepenPage), aantal, themas)
    maak_projecten(factories.lijst_van(kern, ProjectenPage), aantal, themas)


@pytest.fixture(scope="module")
def _gevuld_dorp(_dorp, django_db_blocker):
    """One of everything, at fixed addresses: once for a module, because it takes many queries."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(NU, tick=False):
        factories.InformatiePageFactory(title="Over ons")
        for titel in ("Over", "Toegankelijkheid", "Privacy", "Beveiliging", "Contact"):
            factories.InformatiePageFactory(title=titel, rol=titel.lower())
        beesd = KernPage.objects.get()
        lijst_van, begin = factories.lijst_van, factories.moment("2026-06-20 20:00")
        factories.AgendaItemPageFactory(parent=lijst_van(beesd, AgendaPage), title="Avond", begin=begin)
        factories.ProjectPageFactory(parent=lijst_van(beesd, ProjectenPage), title="Speeltuin")
        factories.OproepPageFactory(parent=lijst_van(beesd, OproepenPage), title="Denk mee")
        maak_punten(lijst_van(beesd, KernagendaPage), 2, factories.ThemaFactory(name="Wonen"))
        beesd.inhoud = BLOKKEN
        publiceer(beesd)
        yield cache(lambda url, status: lees(Client(), url, status))
        transaction.set_rollback(True)


@pytest.fixture
def gevuld_dorp(_gevuld_dorp, home):
    return home


def lees(client, url, status=200):
    antwoord = client.get(url)
    assert antwoord.status_code == status, url
    return BeautifulSoup(antwoord.content, "html.parser")
