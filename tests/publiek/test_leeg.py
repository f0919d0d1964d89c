"""Of what nobody filled in, nothing is said: no guess, and no dash."""

import pytest

from kernpagina.models import AgendaAfspraak
from tests import factories

from .hulp import WAS, lees


@pytest.mark.parametrize("kosten", ["", "5 euro"])
def test_wat_het_kost(client, agenda, kosten) -> None:
    pagina = lees(client, factories.AgendaItemPageFactory(parent=agenda, kosten=kosten))
    feiten = {
        dt.get_text(strip=True): dt.find_next("dd").get_text(strip=True) for dt in pagina.main.find_all("dt")
    }
    assert feiten.get("Kosten", "") == kosten
    assert "ratis" not in pagina.main.get_text()


def test_een_afspraak_zonder_iemand_of_zonder_dag(client, agenda) -> None:
    item = factories.AgendaItemPageFactory(parent=agenda, begin=WAS, verslag="<p>Gezellig.</p>")
    for nummer, velden in enumerate(({"wie": "De kerngroep"}, {"wanneer": "voor de zomer"}, {})):
        AgendaAfspraak.objects.create(
            agenda_item=item, wat=f"Bord {nummer}", sort_order=nummer, locale=item.locale, **velden
        )
    regels = lees(client, item).find(class_="bloei-afspraken").find_all("li")
    gezegd = [[regel.get_text(strip=True) for regel in afspraak.find_all("p")] for afspraak in regels]
    assert gezegd == [["Bord 0", "Wie:De kerngroep"], ["Bord 1", "Wanneer:voor de zomer"], ["Bord 2"]]
