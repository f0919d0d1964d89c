"""What a page says and offers as time goes by: before, during and after."""

import pytest
from bs4 import BeautifulSoup

from tests import factories
from tests.factories import moment

EERDER = {"opent": "2026-05-01", "sluit": "2026-05-31"}


def lees(client, pagina) -> BeautifulSoup:
    return BeautifulSoup(client.get(pagina.url).content, "html.parser")


@pytest.mark.parametrize(
    ("velden", "meedoen", "affiche", "belofte"),
    [
        ({}, "Meedoen kan", True, True),
        ({"opent": "2026-07-01", "sluit": "2026-07-09"}, "Meedoen kan", True, True),
        (EERDER, "Meedoen kon", False, True),
        ({**EERDER, "uitkomst": "<p>Een bankje.</p>"}, "Meedoen kon", False, False),
        ({**EERDER, "terugkoppeling_uiterlijk": "2026-06-14"}, "Meedoen kon", False, False),
    ],
    ids=["open", "gepland", "gesloten", "teruggekoppeld", "te laat"],
)
def test_oproep(client, oproepen, velden, meedoen, affiche, belofte) -> None:
    pagina = lees(client, factories.OproepPageFactory(parent=oproepen, **velden))
    feiten = [dt.get_text(strip=True) for dt in pagina.main.find_all("dt")]
    assert meedoen in feiten
    assert ("Je hoort uiterlijk wat ermee gebeurt op" in feiten) == belofte
    assert bool(pagina.find("a", href=lambda adres: adres.endswith("affiche-a4.pdf"))) == affiche


def test_wie_te_laat_is_zegt_bij_wie_je_het_vraagt(client, beesd, oproepen) -> None:
    beesd.gebiedsmakelaar_naam, beesd.gebiedsmakelaar_telefoon = "Noor", "0345 11 11 11"
    factories.publiceer(beesd)
    oproep = factories.OproepPageFactory(parent=oproepen, terugkoppeling_uiterlijk="2026-06-14", **EERDER)
    melding = lees(client, oproep).find(class_="utrecht-alert--error")
    assert "Noor" in melding.get_text()
    assert melding.find("a", href="tel:0345111111")


@pytest.mark.parametrize(("begin", "affiche"), [("2026-06-14 20:00", False), ("2026-06-16 20:00", True)])
def test_voor_wat_geweest_is_hangt_niemand_een_affiche_op(client, agenda, begin, affiche) -> None:
    pagina = lees(client, factories.AgendaItemPageFactory(parent=agenda, begin=moment(begin)))
    assert bool(pagina.find("a", href=lambda adres: adres.endswith("affiche-a4.pdf"))) == affiche


@pytest.mark.parametrize(
    ("begin", "einde", "blad", "te_horen", "te_zien"),
    [
        ("2026-06-16 20:00", None, "di16Jun", "dinsdag 16 juni 2026, ", "20.00 uur"),
        ("2027-01-04 20:00", None, "ma4Jan 2027", "maandag 4 januari 2027, ", "20.00 uur"),
        ("2026-06-20 10:00", "2026-06-21 16:00", "za20Jun", "", "zaterdag 20 juni 2026 tot en met zondag 21 juni 2026"),
    ],
)  # fmt: skip
def test_een_kaart_zegt_de_dag_een_keer(client, agenda, begin, einde, blad, te_horen, te_zien) -> None:
    """The leaf of the calendar for the eye, the words for the ear; and a year where it isn't this one."""
    factories.AgendaItemPageFactory(parent=agenda, begin=moment(begin), einde=einde and moment(einde))
    kaart = lees(client, agenda).find(class_="bloei-kaart")
    assert kaart.find(class_="bloei-datum").get_text() == blad
    verborgen = kaart.time.find(class_="bloei-onzichtbaar")
    assert (verborgen.extract().get_text() if verborgen else "") == te_horen
    assert kaart.time.get_text() == te_zien
