"""A list that the site itself made has a title in the language one reads, unless somebody gave it another."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale

from home.inrichting import lees_kernen, zorg_voor_kern
from kernpagina.models import AgendaPage, KernagendaPage, KernPage
from tests.factories import opzetten, publiceer
from tests.talen.vertaler import vertaal


@pytest.fixture
def beesd(home) -> KernPage:
    """With its lists, as the command makes them."""
    KernPage.objects.all().delete()
    with opzetten():
        zorg_voor_kern(home, next(kern for kern in lees_kernen() if kern.slug == "beesd"))
    return KernPage.objects.get(slug="beesd")


def lees(client, adres: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(adres).content, "html.parser")


@pytest.mark.parametrize(
    ("lijst", "nl", "en", "pl"),
    [
        ("agenda", "Agenda Beesd", "Calendar Beesd", "Kalendarz Beesd"),
        ("projecten", "Projecten in Beesd", "Projects in Beesd", "Projekty: Beesd"),
        ("meedoen", "Meedoen in Beesd", "Taking part in Beesd", "Weź udział: Beesd"),
        ("kernagenda", "Kernagenda Beesd", "Kernagenda of Beesd", "Kernagenda: Beesd"),
    ],
)
def test_de_titel_van_een_lijst_volgt_de_taal(client, beesd, lijst, nl, en, pl) -> None:
    for taal, titel in (("", nl), ("/en", en), ("/pl", pl)):
        pagina = lees(client, f"{taal}/beesd/{lijst}/")
        assert pagina.h1.get_text() == titel
        assert not pagina.h1.has_attr("lang")
        assert pagina.title.get_text().strip().startswith(titel)
        assert not pagina.title.has_attr("lang")
        # Of a list that holds no text of editors nothing is left to translate.
        assert bool(pagina.find(class_="bloei-taalmelding")) == (lijst == "kernagenda" and taal != "")


def test_wat_mensen_schrijven_blijft_hun_tekst(client, beesd) -> None:
    agenda = AgendaPage.objects.child_of(beesd).get()
    agenda.title = "Agenda en meer"
    pagina = lees(client, f"/en{publiceer(agenda).url}")
    assert pagina.h1.get_text() == "Agenda en meer"
    assert pagina.h1["lang"] == "nl"
    assert pagina.find(class_="bloei-taalmelding")


def test_een_vertaling_gaat_voor(client, beesd) -> None:
    kernagenda = KernagendaPage.objects.child_of(beesd).get()
    Locale.objects.get_or_create(language_code="en")
    vertaal(kernagenda, "en")
    pagina = lees(client, "/en/beesd/kernagenda/")
    assert pagina.h1.get_text() == "en: Kernagenda Beesd"
