"""Long words of Dutch, as people type them, for pages that write them apart."""

import pytest
from bs4 import BeautifulSoup

from tests import factories

PAGINAS = {
    "Woningen voor ouderen": "Oud worden in je eigen dorp.",
    "Betaalbare woningen voor jongeren": "Blijven wonen waar je bent opgegroeid.",
    "Licht op het pad": "Een lamp bij de school.",
    "Veilig langs de dijk": "Het verkeer rijdt er te hard.",
    "Nieuwe speeltuin": "Klimmen en klauteren.",
}


@pytest.fixture
def paginas(projecten) -> None:
    for titel, samenvatting in PAGINAS.items():
        financiering = "2.000 euro uit het kernbudget" if titel == "Nieuwe speeltuin" else ""
        factories.ProjectPageFactory(
            parent=projecten, title=titel, samenvatting=samenvatting, financiering=financiering
        )


def zoek(client, vraag: str) -> tuple[list[str], str]:
    """The titles, and all that the page says."""
    soep = BeautifulSoup(client.get("/zoeken/", {"q": vraag}).content, "html.parser")
    return [kop.get_text().strip() for kop in soep.select(".bloei-treffer h3")], " ".join(
        soep.main.text.split()
    )


@pytest.mark.parametrize(
    ("vraag", "titel"),
    [
        ("ouderenwoning", "Woningen voor ouderen"),
        ("Ouderenwoningen", "Woningen voor ouderen"),
        ("ouderenwoningen beesd", "Woningen voor ouderen"),
        ("jongerenwoningen", "Betaalbare woningen voor jongeren"),
        ("woningbouw", "Woningen voor ouderen"),
        ("verkeersveiligheid", "Veilig langs de dijk"),
        ("straatverlichting", "Licht op het pad"),
        ("kernbudget", "Nieuwe speeltuin"),
    ],
)
def test_wie_aaneen_schrijft_vindt_wat_los_staat(client, paginas, vraag, titel) -> None:
    assert titel in zoek(client, vraag)[0][:2]


def test_er_staat_bij_waarop_gezocht_is_ook_in_de_api(client, paginas) -> None:
    titels, tekst = zoek(client, "ouderenwoningen")
    assert titels == ["Woningen voor ouderen"]
    assert "We zochten op ouderen woningen" in tekst
    assert "Niets heeft al je woorden" not in tekst
    assert client.get("/api/v1/zoek", {"q": "ouderenwoningen"}).json()["gezochtOp"] == "ouderen woningen"


def test_van_wat_maar_half_bekend_is_wordt_die_helft_voorgesteld(client, paginas) -> None:
    titels, tekst = zoek(client, "speeltuinhekwerk")
    assert not titels
    assert "Bedoel je speeltuin?" in tekst


def test_wie_een_woord_typte_hoort_niet_dat_het_er_een_moet_zijn(client, paginas) -> None:
    assert "Gebruik één woord" not in zoek(client, "zeppelin")[1]
    assert "Gebruik één woord" in zoek(client, "zeppelin hangar")[1]


def test_woorden_tussen_aanhalingstekens_blijven_heel(client, paginas) -> None:
    assert zoek(client, '"ouderenwoningen"')[0] == []
