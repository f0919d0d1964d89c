"""What is printed: readable by everybody, nothing cut off, the QR code leads back, and never a draft."""

import re

import pytest
import time_machine
from django.urls import reverse

from kernpagina.keuzes import PuntStatus
from tests import factories

from .hulp import controleer, lees, tekst, zet_punten

A4, A3, A5 = (595, 842), (842, 1191), (420, 595)  # points


@pytest.fixture
def bijeenkomst(agenda):
    return factories.AgendaItemPageFactory(
        parent=agenda, title="Inwonersavond over het plein", begin=factories.moment("2026-03-12 19:30")
    )


@pytest.fixture
def oproep(oproepen):
    return factories.OproepPageFactory(parent=oproepen, title="Denk mee over het plein")


@pytest.mark.parametrize(("formaat", "maat"), [("a4", A4), ("a3", A3)])
def test_affiche(client, beesd, bijeenkomst, formaat: str, maat: tuple[int, int]) -> None:
    document = lees(client, f"{bijeenkomst.url}affiche-{formaat}.pdf")
    assert len(document) == 1
    assert tuple(round(zijde) for zijde in document[0].get_size()) == maat
    assert "Inwonersavond over het plein" in tekst(document)
    assert "donderdag 12 maart 2026, 19.30" in tekst(document)
    controleer(client, document, bijeenkomst)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Aanmelden hoeft niet"),
        ({"aanmelden": "per e-mail", "aanmelden_contact": "a@b.nl"}, "Aanmelden per e-mail: a@b.nl"),
        (
            {"aanmelden": "per e-mail", "aanmelden_contact": "a@b.nl", "aanmelden_tot": "2026-01-01"},
            "Aanmelden kan niet meer.",
        ),
    ],
)
def test_over_aanmelden_zegt_een_affiche_het_een_keer(client, beesd, bijeenkomst, velden, zin) -> None:
    for naam, waarde in velden.items():
        setattr(bijeenkomst, naam, waarde)
    factories.publiceer(bijeenkomst)
    with time_machine.travel(factories.moment("2026-02-01 12:00")):
        gelezen = tekst(lees(client, f"{bijeenkomst.url}affiche-a4.pdf"))
    assert zin in gelezen
    assert gelezen.count("Aanmelden") == 1


def test_affiche_van_een_oproep(client, beesd, oproep) -> None:
    document = lees(client, f"{oproep.url}affiche-a4.pdf")
    assert oproep.vraag in tekst(document)
    controleer(client, document, oproep)


def test_folder(client, beesd, kernagenda, themas) -> None:
    punten = [factories.punt(f"Punt {n}", status=PuntStatus.GEPLAND) for n in range(12)]
    zet_punten(
        kernagenda, factories.onderdeel(themas[0], *punten[:7]), factories.onderdeel(themas[1], *punten[7:])
    )
    document = lees(client, f"{kernagenda.url}folder.pdf")
    assert len(document) == 2
    assert [round(zijde) for zijde in document[0].get_size()] == [842, 595]
    for punt in punten:
        assert punt["value"]["titel"] in tekst(document)
    controleer(client, document, kernagenda)


def test_voorrang_staat_in_de_folder(client, beesd, kernagenda, themas) -> None:
    zet_punten(
        kernagenda, factories.onderdeel(themas[0], factories.punt("Eerst dit"), factories.punt("Dan dat"))
    )
    assert "voorrang" not in tekst(lees(client, f"{kernagenda.url}folder.pdf"))
    eerst = factories.punt("Eerst dit", prioriteit=True)
    zet_punten(kernagenda, factories.onderdeel(themas[0], eerst, factories.punt("Dan dat")))
    gelezen = tekst(lees(client, f"{kernagenda.url}folder.pdf"))
    assert gelezen.count("Dit heeft voorrang") == 1
    assert gelezen.index("Eerst dit") < gelezen.index("Dit heeft voorrang") < gelezen.index("Dan dat")


def test_een_lijst_blijft_een_lijst_in_de_folder(client, beesd, kernagenda, themas) -> None:
    kernagenda.inleiding = "<p>Wij willen:</p><ol><li>rust</li><li>groen</li></ol>"
    lijst = "<p>Dit kan wel:</p><ul><li>een <b>bank</b>.</li><li>een boom</li></ul><p>En meer.</p>"
    punt = factories.punt(
        "Een zwembad", status=PuntStatus.NIET_HAALBAAR, motivering=lijst, omschrijving=lijst
    )
    zet_punten(kernagenda, factories.onderdeel(themas[0], punt))
    gelezen = tekst(lees(client, f"{kernagenda.url}folder.pdf"))
    assert "Wij willen: 1. rust 2. groen" in gelezen
    assert gelezen.count("Dit kan wel: • een bank. • een boom En meer.") == 2


def test_een_lange_kernagenda_krijgt_een_inlegvel(client, beesd, kernagenda, themas) -> None:
    lang = [factories.punt(f"Punt {n}", omschrijving="<p>Een lang verhaal. </p>" * 12) for n in range(60)]
    zet_punten(kernagenda, factories.onderdeel(themas[0], *lang))
    document = lees(client, f"{kernagenda.url}folder.pdf")
    assert len(document) > 2
    assert "Punt 59" in tekst(document)
    controleer(client, document, kernagenda)


def test_maand(client, beesd, agenda, bijeenkomst) -> None:
    document = lees(client, f"{agenda.url}maand.pdf?maand=2026-03")
    assert tuple(round(zijde) for zijde in document[0].get_size()) == A5
    assert "Inwonersavond over het plein" in tekst(document)
    controleer(client, document, agenda)
    gewoon = client.get(f"{agenda.url}maand.txt?maand=2026-03").content.decode()
    assert "do 12 maart, 19.30" in gewoon
    assert "Inwonersavond" not in client.get(f"{agenda.url}maand.txt?maand=2026-04").content.decode()


def test_de_maand_zegt_tot_wanneer_het_duurt(client, beesd, agenda) -> None:
    """An evening into the next month stands in its own month only, a fair in both, with both its days."""
    maak, moment = factories.AgendaItemPageFactory, factories.moment
    maak(parent=agenda, title="Bal", begin=moment("2026-03-31 22:00"), einde=moment("2026-04-01 02:00"))
    maak(parent=agenda, title="Kermis", begin=moment("2026-03-30 10:00"), einde=moment("2026-04-02 17:00"))
    maart, april = (
        client.get(f"{agenda.url}maand.txt?maand=2026-{maand}").content.decode() for maand in ("03", "04")
    )
    kermis = "maandag 30 maart, 10.00 uur tot en met donderdag 2 april 2026, 17.00 uur: Kermis"
    assert "di 31 maart, 22.00 tot 02.00 uur: Bal" in maart
    assert "Bal" not in april
    assert kermis in maart
    assert kermis in april
    assert "Kermis" in tekst(lees(client, f"{agenda.url}maand.pdf?maand=2026-04"))


@pytest.mark.parametrize("maand", ["2026-13", "0000-00", "x" * 300, "2026-03-01"])
def test_van_wat_geen_maand_is_wordt_geen_andere_gedrukt(client, beesd, agenda, maand: str) -> None:
    assert client.get(f"{agenda.url}maand.txt", {"maand": maand}).status_code == 404
    assert client.get(f"{agenda.url}maand.txt", {"maand": ""}).status_code == 200


def test_tekst_van_een_redacteur_wordt_nooit_opmaak(client, beesd, agenda) -> None:
    titel = '#panic("au") *vet* $x$ \\ "] <b> @label `code`'
    item = factories.AgendaItemPageFactory(parent=agenda, title=titel, slug="raar")
    assert titel in tekst(lees(client, f"{item.url}affiche-a4.pdf"))


def test_een_bestand_heet_ook_met_een_bijzondere_letter_zoals_het_heet(client, beesd, agenda) -> None:
    """RFC 6266; everything that is downloaded below the address of a page."""
    item = factories.AgendaItemPageFactory(parent=agenda, title="Święto", slug="święto")
    for bestand in ("affiche-a4.pdf", "afspraak.ics"):
        kop = client.get(f"{item.url}{bestand}")["Content-Disposition"]
        assert kop.isascii()
        assert "filename*=utf-8''" in kop
        assert "%C5%9Bwi%C4%99to" in kop


def test_een_redacteur_drukt_vanuit_het_beheer(
    client, beheer, beesd, agenda, kernagenda, bijeenkomst, oproep
) -> None:
    """Each button in the admin leads to something that can be printed, and a draft has none. A call that is over has no form."""

    def knoppen(pagina) -> list[str]:
        html = beheer.get(reverse("wagtailadmin_pages:edit", args=[pagina.pk])).content.decode()
        return sorted(set(re.findall(rf'href="({pagina.url}[\w-]+\.(?:pdf|txt))"', html)))

    for pagina, aantal in ((bijeenkomst, 4), (oproep, 2), (kernagenda, 1), (agenda, 2), (beesd, 0)):
        gevonden = knoppen(pagina)
        assert len(gevonden) == aantal, pagina
        assert all(client.get(adres).status_code == 200 for adres in gevonden)
    factories.depubliceer(bijeenkomst)
    bijeenkomst.refresh_from_db()
    assert knoppen(bijeenkomst) == []


def test_een_concept_wordt_niet_gedrukt(client, beesd, bijeenkomst) -> None:
    bijeenkomst.title = "Geheim plan"
    bijeenkomst.save_revision()
    assert "Geheim plan" not in tekst(lees(client, f"{bijeenkomst.url}affiche-a4.pdf"))
    adres = bijeenkomst.url
    factories.depubliceer(bijeenkomst)
    assert client.get(f"{adres}affiche-a4.pdf").status_code == 404
    assert client.get(f"/deelbeeld/{bijeenkomst.pk}.png").status_code == 404
    assert client.get(f"/p/{bijeenkomst.pk}").status_code == 404


def test_alleen_waar_het_hoort(client, beesd, agenda, bijeenkomst) -> None:
    assert client.get(f"{bijeenkomst.url}folder.pdf").status_code == 404
    assert client.get(f"{agenda.url}affiche-a4.pdf").status_code == 404
    assert client.get("/bestaat-niet/folder.pdf").status_code == 404
    assert client.post(f"{bijeenkomst.url}affiche-a4.pdf").status_code == 405


@pytest.mark.parametrize("pad", ["%00", "beesd/%00", "beesd/%FF", "%ED%A0%80", "beesd//agenda", "a" * 3000])
@pytest.mark.parametrize("soort", ["folder.pdf", "affiche-a4.pdf", "maand.pdf", "maand.txt", "afspraak.ics"])
def test_een_adres_dat_niet_bestaan_kan_is_er_niet(client, beesd, pad: str, soort: str) -> None:
    assert client.get(f"/{pad}/{soort}").status_code == 404


def test_beeld_bij_een_gedeelde_link(client, beesd, bijeenkomst) -> None:
    antwoord = client.get(f"/deelbeeld/{bijeenkomst.pk}.png")
    assert antwoord["Content-Type"] == "image/png"
    breedte_en_hoogte = antwoord.content[16:24]
    assert breedte_en_hoogte == (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")
    html = client.get(bijeenkomst.url).content.decode()
    assert f'<meta property="og:image" content="http://localhost/deelbeeld/{bijeenkomst.pk}.png">' in html
