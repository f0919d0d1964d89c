"""Paper for the table and what is brought round after it: of what is public, to read for everybody, with a code that leads on."""

import json
from datetime import date

import pytest

from core.tijd import vandaag
from kernpagina.models import Afspraak, AgendaAfspraak
from tests import factories

from .hulp import controleer, lees, tekst, zet_punten

A4, A5 = (595, 842), (420, 595)  # points


@pytest.fixture
def avond(agenda):
    return factories.AgendaItemPageFactory(parent=agenda, title="Avond over het plein")


def test_een_vel_voor_elk_thema_en_een_voor_de_rest(client, beesd, kernagenda, themas, avond):
    zonder = lees(client, f"{avond.url}tafelvellen.pdf")
    assert "Wat komt er op tafel?" in tekst(zonder)
    controleer(client, zonder, avond)
    groen, wonen, _ = themas
    zet_punten(
        kernagenda,
        factories.onderdeel(wonen, factories.punt("Starters")),
        factories.onderdeel(groen, factories.punt("Bomen")),
    )
    vellen = lees(client, f"{avond.url}tafelvellen.pdf")
    assert len(vellen) == 3, "of the kernagenda, as the meeting names none"
    avond.themas.add(wonen)
    factories.publiceer(avond)
    vellen = lees(client, f"{avond.url}tafelvellen.pdf")
    assert [str(thema) in tekst(vellen) for thema in (wonen, groen)] == [True, False]
    assert "Verder" in tekst(vellen)
    controleer(client, vellen, avond)


def test_kaartjes_van_wat_openbaar_is_en_over_de_themas_van_de_avond(
    client, beesd, kernagenda, themas, avond
):
    groen, wonen, _ = themas
    punten = [factories.punt(f"Punt {nummer}") for nummer in range(9)]
    zet_punten(
        kernagenda,
        factories.onderdeel(wonen, *punten),
        factories.onderdeel(groen, factories.punt("Bomen", prioriteit=True)),
    )
    kernagenda.onderdelen = json.dumps([factories.onderdeel(groen, factories.punt("Geheim plan"))])
    kernagenda.save_revision()
    kaartjes = lees(client, f"{avond.url}kaartjes.pdf")
    gelezen = tekst(kaartjes)
    assert [f"Punt {nummer}" in gelezen for nummer in range(9)] == [True] * 9
    assert "Dit heeft voorrang" in gelezen
    assert "Geheim" not in gelezen
    assert len(kaartjes) == 2
    assert gelezen.count("Jouw idee") == 16 - 11
    controleer(client, kaartjes, avond)
    avond.themas.add(groen)
    factories.publiceer(avond)
    gelezen = tekst(lees(client, f"{avond.url}kaartjes.pdf"))
    assert "Bomen" in gelezen
    assert "Punt 1" not in gelezen


def test_op_tafel_leidt_de_code_naar_de_oproep_zolang_die_open_is(client, beesd, oproepen, avond):
    op = vandaag()
    oproep = factories.OproepPageFactory(
        parent=oproepen, title="Denk mee", opent=op, sluit=op, terugkoppeling_uiterlijk=op
    )
    avond.oproep = oproep
    factories.publiceer(avond)
    controleer(client, lees(client, f"{avond.url}tafelvellen.pdf"), oproep)
    factories.depubliceer(oproep)
    controleer(client, lees(client, f"{avond.url}kaartjes.pdf"), avond)


def test_van_wat_niet_doorgaat_ligt_er_niets_op_tafel(client, beheer, beesd, avond):
    adressen = [f"{avond.url}tafelvellen.pdf", f"{avond.url}kaartjes.pdf"]

    def knoppen() -> list[bool]:
        pagina = beheer.get(f"/cms/pages/{avond.pk}/edit/").content.decode()
        return [adres in pagina for adres in adressen]

    assert knoppen() == [True, True]
    avond.status, avond.toelichting = "geannuleerd", "Griep."
    factories.publiceer(avond)
    assert knoppen() == [False, False]
    assert [client.get(adres).headers.get("Location") for adres in adressen] == [avond.url, avond.url]


def test_dit_spraken_we_af_is_er_als_het_verslag_online_staat(client, beheer, beesd, avond):
    avond.afspraken = [
        AgendaAfspraak(wat="Bankje plaatsen", wie="Buurtteam", wie_soort="samen", uiterlijk=date(2026, 5, 3)),
        AgendaAfspraak(wat="Snelheid meten", wie_soort="gemeente", wanneer="voor de zomer"),
    ]
    avond = factories.publiceer(avond)
    assert client.get(f"{avond.url}afspraken-a5.pdf").status_code == 404, (
        "nothing of a report without a report"
    )
    avond.verslag, avond.aantal_aanwezigen = "<p>Een goed gesprek.</p>", 47
    avond.save_revision()
    assert client.get(f"{avond.url}afspraken-a5.pdf").status_code == 404, "a draft"
    factories.publiceer(avond)
    Afspraak.objects.filter(wat="Snelheid meten").update(stand="gedaan", uitleg="De slangen lagen er.")
    for formaat, maat in (("a5", A5), ("a4", A4)):
        folder = lees(client, f"{avond.url}afspraken-{formaat}.pdf")
        assert len(folder) == 1
        assert tuple(round(zijde) for zijde in folder[0].get_size()) == maat
        gelezen = tekst(folder)
        for woorden in (
            "Dit spraken we af", "Er waren 47 mensen.", "Bankje plaatsen", "Buurtteam (Inwoners en gemeente samen)",
            "Uiterlijk 3 mei 2026", "voor de zomer", "Gedaan: De slangen lagen er.",
        ):  # fmt: skip
            assert woorden in gelezen
        controleer(client, folder, avond)
    assert f"{avond.url}afspraken-a5.pdf" in beheer.get(f"/cms/pages/{avond.pk}/edit/").content.decode()
