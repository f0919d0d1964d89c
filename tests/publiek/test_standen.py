"""What a page says and offers as time goes by: before, during and after."""

import json

import pypdfium2
import pytest

from core.models import GemeenteInstellingen
from kernpagina.models import AgendaPage
from projecten.models import ProjectFase
from tests import factories
from tests.factories import moment

from .hulp import AF, EERDER, KOMT, WAS, lees


def tekst(client, papier: str) -> str:
    document = pypdfium2.PdfDocument(client.get(papier).content)
    return " ".join(" ".join(bladzijde.get_textpage().get_text_bounded().split()) for bladzijde in document)


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
        ("2026-06-16 20:00", None, "di 16 Jun", "dinsdag 16 juni 2026, ", "Morgen, 20.00 uur"),
        ("2027-01-04 20:00", None, "ma 4 Jan 2027", "maandag 4 januari 2027, ", "20.00 uur"),
        ("2026-06-19 22:00", "2026-06-20 02:00", "vr 19 Jun", "vrijdag 19 juni 2026, ", "Over vier dagen, 22.00 tot 02.00 uur"),
        ("2026-06-20 10:00", "2026-06-21 16:00", "za 20 Jun", "", "Over vijf dagen, zaterdag 20 juni, 10.00 uur tot en met zondag 21 juni 2026, 16.00 uur"),
    ],
)  # fmt: skip
def test_een_kaart_zegt_de_dag_een_keer(client, agenda, begin, einde, blad, te_horen, te_zien) -> None:
    """The leaf of the calendar for the eye, the words for the ear; and a year where it isn't this one."""
    factories.AgendaItemPageFactory(parent=agenda, begin=moment(begin), einde=einde and moment(einde))
    kaart = lees(client, agenda).find(class_="bloei-kaart")
    assert kaart.find(class_="bloei-datum").get_text(" ", strip=True) == blad
    verborgen = kaart.time.find(class_="bloei-onzichtbaar")
    assert (verborgen.extract().get_text() if verborgen else "") == te_horen
    assert " ".join(kaart.time.parent.get_text().split()) == te_zien


PER_MAIL = {"aanmelden": "per e-mail", "aanmelden_contact": "kerngroep@beesd.example"}


@pytest.mark.parametrize(
    ("velden", "verwacht", "contact"),
    [
        ({"begin": KOMT, **PER_MAIL}, "Aanmelden per e-mail: kerngroep@beesd.example", True),
        ({"begin": KOMT, **PER_MAIL, "aanmelden_tot": "2026-06-15"}, "Aanmelden kan tot en met maandag 15 juni 2026.", True),
        ({"begin": KOMT, **PER_MAIL, "aanmelden_tot": "2026-06-14"}, "Aanmelden kan niet meer.", False),
        ({"begin": WAS, **PER_MAIL}, "Aanmelden kan niet meer.", False),
        ({"begin": KOMT, **PER_MAIL, **AF}, "Aanmelden kan niet meer.", False),
        ({"begin": KOMT}, "Aanmelden hoeft niet", False),
        ({"begin": WAS}, "", False),
        ({"begin": KOMT, **AF}, "", False),
    ],
    ids=["komt", "laatste dag", "te laat", "geweest", "gaat niet door", "hoeft niet", "hoefde niet", "hoeft niet meer"],
)  # fmt: skip
def test_aanmelden_zolang_het_kan(client, agenda, velden, verwacht, contact) -> None:
    """On the page, on the poster and in the API."""
    item = factories.AgendaItemPageFactory(parent=agenda, **velden)
    pagina = lees(client, item)
    feiten = {dt.get_text(strip=True): dt.find_next("dd").get_text() for dt in pagina.main.find_all("dt")}
    assert verwacht in feiten["Aanmelden"] if verwacht else "Aanmelden" not in feiten
    assert bool(pagina.main.find("a", href="mailto:kerngroep@beesd.example")) == contact
    affiche = tekst(client, f"{item.url}affiche-a4.pdf")
    assert ("kerngroep@beesd.example" in affiche) == contact
    assert ("Aanmelden" in affiche) == bool(verwacht)
    antwoord = client.get(f"/api/v1/agenda-items/{item.pk}").json()["aanmelden"]
    assert (antwoord["contact"] == "kerngroep@beesd.example") == contact


def test_wie_online_meedeed_wordt_niet_meer_genodigd(client, agenda) -> None:
    velden = {"vorm": "online", "online_link": "https://vergader.example"}
    for begin, genodigd in ((KOMT, True), (WAS, False)):
        pagina = lees(client, factories.AgendaItemPageFactory(parent=agenda, begin=begin, **velden))
        assert bool(pagina.main.find("a", href="https://vergader.example")) == genodigd


def test_het_eerste_scherm_nodigt_niet_uit_voor_wat_niet_doorgaat(client, beesd, agenda) -> None:
    maak = factories.AgendaItemPageFactory
    maak(parent=agenda, title="Borrel", begin=KOMT, **AF)
    maak(parent=agenda, title="Schouw", begin=KOMT, status="gewijzigd", toelichting="Later.")
    snel = lees(client, beesd).find(class_="bloei-snel")
    assert "Borrel" not in snel.get_text()
    assert "Schouw" in snel.get_text()
    assert "Gewijzigd" in snel.get_text()


def test_het_eerste_scherm_zegt_wat_er_straks_te_doen_is(client, beesd, oproepen) -> None:
    for dag in (9, 2):
        velden = {"opent": f"2026-07-0{dag}", "sluit": "2026-07-19"}
        factories.OproepPageFactory(parent=oproepen, title=f"Vanaf {dag}", **velden)
    snel = lees(client, beesd).find(class_="bloei-snel").get_text()
    assert "Vanaf 2" in snel
    assert "Meedoen kan van 2 juli tot en met 19 juli 2026" in snel
    assert "Vanaf 9" not in snel


def test_bij_een_project_staat_alles_waar_het_hoort(client, agenda, oproepen, projecten) -> None:
    project = factories.ProjectPageFactory(parent=projecten)
    item, oproep = factories.AgendaItemPageFactory, factories.OproepPageFactory
    item(parent=agenda, project=project, title="Komt", begin=KOMT)
    item(parent=agenda, project=project, title="Afgelast", begin=KOMT, **AF)
    item(parent=agenda, project=project, title="Was", begin=WAS)
    oproep(parent=oproepen, project=project, title="Open")
    oproep(parent=oproepen, project=project, title="Straks", opent="2026-07-01", sluit="2026-07-09")
    oproep(parent=oproepen, project=project, title="Dicht", **EERDER)
    secties = {
        sectie.h2.get_text(): [kaart.h3.get_text() for kaart in sectie.find_all("article")]
        for sectie in lees(client, project).main.find_all("section")
        if sectie.article
    }
    assert secties == {
        "Dit kun je nu doen": ["Open", "Komt"],
        "Dit komt nog": ["Straks"],
        "Dit gaat niet door": ["Afgelast"],
        "Eerder bij dit project": ["Dicht", "Was"],
    }


def test_wat_bij_een_pagina_hoort_zegt_hoe_het_ermee_staat(client, agenda, oproepen) -> None:
    oproep = factories.OproepPageFactory(parent=oproepen, **EERDER)
    item = factories.AgendaItemPageFactory(parent=agenda, begin=KOMT, oproep=oproep)
    assert "Gesloten" in lees(client, item).find(attrs={"aria-labelledby": "hoort-bij"}).get_text()


def test_een_affiche_van_wat_dicht_is_nodigt_niemand_uit(client, oproepen) -> None:
    affiche = tekst(client, f"{factories.OproepPageFactory(parent=oproepen, **EERDER).url}affiche-a4.pdf")
    assert "Gesloten" in affiche
    assert "van 1 mei tot en met 31 mei 2026" in affiche
    assert "Doe mee" not in affiche
    assert "doe mee" not in affiche
    assert "dorpshuis" not in affiche


def test_een_oproep_over_de_jaarwisseling_noemt_beide_jaren(client, oproepen) -> None:
    velden = {"opent": "2026-12-04", "sluit": "2027-01-01", "terugkoppeling_uiterlijk": "2027-03-01"}
    pagina = lees(client, factories.OproepPageFactory(parent=oproepen, **velden))
    assert "van 4 december 2026 tot en met 1 januari 2027" in pagina.main.get_text()
    assert "Meedoen kan vanaf vrijdag 4 december 2026." in pagina.main.get_text()


@pytest.mark.parametrize("kop", ["Wie kun je bellen of mailen?", "Wie kan ik bellen?"])
@pytest.mark.parametrize("telefoon", ["0345 72 88 00", ""])
def test_een_kop_heeft_iets_onder_zich(client, beesd, kop, telefoon) -> None:
    """The number of the municipality where the village has none of its own; without a number no heading."""
    factories.AgendaItemPageFactory(parent=factories.lijst_van(beesd, AgendaPage), begin=WAS)
    beesd.inhoud = json.dumps([{"type": "inwonersgroepen", "value": None}])
    factories.publiceer(beesd)
    GemeenteInstellingen.objects.update_or_create(defaults={"telefoon": telefoon, "email": ""})
    koppen = lees(client, beesd).main.find_all("h2", string=lambda s: s and kop in s) + [
        h2 for h2 in lees(client, beesd).main.find_all("h2") if h2.svg and kop in h2.get_text()
    ]
    assert bool(koppen) == bool(telefoon)
    for gevonden in koppen:
        assert gevonden.parent.find("a", href="tel:0345728800")


@pytest.mark.parametrize(("status", "loopt"), [("uitvoering", True), ("gereed", False), ("gestopt", False)])
def test_wat_over_is_is_nergens_meer_mee_bezig(client, projecten, status, loopt) -> None:
    """Whatever the dates of its phases say."""
    project = factories.ProjectPageFactory(parent=projecten, status=status, reden_gestopt="Geen geld.")
    ProjectFase.objects.create(project=project, titel="Bouwen", begin="2026-01-01", locale=project.locale)
    tijdlijn = lees(client, project).find(class_="bloei-tijdlijn")
    assert ("Hier zijn we nu" in tijdlijn.get_text()) == loopt
    assert bool(tijdlijn.find(attrs={"aria-current": "step"})) == loopt
    assert ("Nu:" in lees(client, projecten).main.get_text()) == loopt


def test_wat_veranderde_en_geweest_is_is_geweest(client, agenda) -> None:
    velden = {"status": "gewijzigd", "toelichting": "In de kerk."}
    pagina = lees(client, factories.AgendaItemPageFactory(parent=agenda, begin=WAS, **velden))
    assert "Dit is geweest." in pagina.find(class_="utrecht-alert").get_text()
