"""What visitors see, on a Monday in June 2026."""

from datetime import date, timedelta

import pytest
import time_machine
from wagtail.models import Page

from core.models import BloeiImage, Thema
from kernpagina.models import AgendaItemThema, AgendaPage, OproepenPage, OproepThema
from projecten.models import ProjectenPage, ProjectFase, ProjectThema
from tests import factories
from tests.factories import moment, onderdeel, publiceer, punt

NU = moment("2026-06-15 12:00")


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
