"""What was chosen stands above what was found, and can be taken away; and where to tap to call."""

import pytest
from bs4 import BeautifulSoup

from core.models import GemeenteInstellingen
from tests import factories

from .conftest import lees

NUMMER = "Bel 0345 72 88 00."


def keuzes(pagina: BeautifulSoup) -> dict[str, str]:
    chips = pagina.select(".bloei-gekozen a")
    return {" ".join(chip.get_text().split()): chip["href"] for chip in chips}


def test_keuzes_zijn_te_zien_en_weg_te_halen(client, home, beesd) -> None:
    factories.ThemaFactory(name="Wonen", slug="wonen")
    pagina = lees(client, "/agenda/?kern=beesd&thema=wonen&soort=schouw&periode=week&pagina=1")
    assert keuzes(pagina) == {
        "Haal weg:Thema: Wonen": "?kern=beesd&soort=schouw&periode=week#resultaten",
        "Haal weg:Soort: Schouw": "?kern=beesd&thema=wonen&periode=week#resultaten",
        "Haal weg:Kern: Beesd": "?thema=wonen&soort=schouw&periode=week#resultaten",
    }
    assert not pagina.find("details", class_="bloei-filter").has_attr("open")
    volgorde = pagina.main.find_all(["h2", "nav"])
    assert volgorde.index(pagina.find(class_="bloei-gekozen")) < volgorde.index(pagina.find(id="resultaten"))


@pytest.mark.parametrize(
    "adres", ["/agenda/", "/meedoen/", "/projecten/", "/kernagendapunten/", "/beesd/kernagenda/"]
)
def test_zonder_keuze_staat_er_niets(client, kernagenda, adres) -> None:
    assert not keuzes(lees(client, adres))
    assert not keuzes(lees(client, f"{adres}?periode=week&pagina=1"))


def test_wat_niet_bestaat_is_geen_keuze_maar_een_fout(client, beesd) -> None:
    pagina = lees(client, "/agenda/?kern=nergens&soort=schouw")
    assert list(keuzes(pagina)) == ["Haal weg:Soort: Schouw"]
    assert pagina.find("details", class_="bloei-filter").has_attr("open")


def test_een_nummer_in_gewone_tekst_is_te_tikken(client, agenda, oproepen) -> None:
    tekst = [("tekst", f"<p>{NUMMER}</p>")]
    oproep = factories.OproepPageFactory(
        parent=oproepen,
        vraag=NUMMER,
        offline_meedoen=NUMMER,
        voor_wie=NUMMER,
        wat_staat_vast=NUMMER,
        inhoud=tekst,
    )
    item = factories.AgendaItemPageFactory(parent=agenda, samenvatting=NUMMER, routehint=NUMMER, inhoud=tekst)
    assert len(lees(client, oproep.url).main.select('a[href="tel:0345728800"]')) == 5
    assert len(lees(client, item.url).main.select('a[href="tel:0345728800"]')) == 3
    # All of a card is one link already.
    assert not lees(client, oproepen.url).select('.bloei-kaart a[href^="tel:"]')


@pytest.mark.parametrize("telefoon", ["0345 72 88 00", ""])
def test_contact_heeft_een_nummer(client, home, telefoon) -> None:
    gegevens = {"telefoon": telefoon, "email": "gemeente@example.nl", "adres": "", "website": ""}
    GemeenteInstellingen.objects.update_or_create(defaults=gegevens)
    pagina = lees(client, factories.InformatiePageFactory(title="Contact", rol="contact").url).main
    assert len(pagina.select('a[href="tel:0345728800"]')) == (2 if telefoon else 0)
    assert [dt.get_text() for dt in pagina.find_all("dt")] == [
        "Wie",
        *["Telefoon"] * bool(telefoon),
        "E-mail",
    ]
