"""A meeting gets another day: its end goes along, and who moved it hears what to tell."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item, keur_goed
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als, vers

JSON = {"accept": "application/json"}
TIJD = "%d-%m-%Y %H:%M"


def moment(tekst: str) -> datetime:
    return datetime.strptime(tekst, TIJD).replace(tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def client(dorp):
    return als(dorp, "redactie-beesd")


@pytest.fixture
def maak(dorp):
    def maak(begin="11-12-2030 15:00", einde="11-12-2030 16:00", **velden) -> AgendaItemPage:
        tijden = {"begin": moment(begin), "einde": moment(einde)}
        return agenda_item(dorp.agenda, "Middag", live=True, **tijden | velden)

    return maak


def tijden(item: AgendaItemPage) -> tuple[str, str]:
    nu = vers(item).get_latest_revision_as_object()
    plaats = ZoneInfo("Europe/Amsterdam")
    return nu.begin.astimezone(plaats).strftime(TIJD), nu.einde.astimezone(plaats).strftime(TIJD)


def stuur(client, item, **anders):
    antwoord = client.post(bewerk_url(item), lees_formulier(client, bewerk_url(item)) | anders, follow=True)
    return [str(melding) for melding in antwoord.context["messages"]], antwoord


@pytest.mark.parametrize("dag", ["04-12-2030", "18-12-2030", "01-08-2031"])
def test_het_einde_gaat_mee_naar_de_nieuwe_dag(client, maak, dag):
    item = maak()
    for knop in ({}, {"action-submit": "1"}):
        meldingen, _ = stuur(client, item, begin=f"{dag} 15:00", **knop)
        assert tijden(item) == (f"{dag} 15:00", f"{dag} 16:00")
        assert any("Het einde ging mee naar de nieuwe dag" in zin for zin in meldingen) is not bool(knop)


def test_ook_van_een_nacht_en_van_een_hele_dag(client, maak):
    nacht = maak("31-12-2030 20:00", "01-01-2031 02:00")
    stuur(client, nacht, begin="30-12-2030 20:00")
    assert tijden(nacht) == ("30-12-2030 20:00", "31-12-2030 02:00")
    dag = maak("11-12-2030 00:00", "11-12-2030 00:00", hele_dag=True)
    stuur(client, dag, begin="04-12-2030 00:00")
    assert tijden(dag) == ("04-12-2030 00:00", "04-12-2030 00:00")


def test_wat_meer_dagen_duurt_blijft_zoals_het_is_met_een_vraag(client, maak):
    item = maak("11-12-2030 15:00", "13-12-2030 16:00")
    meldingen, _ = stuur(client, item, begin="04-12-2030 15:00")
    assert tijden(item) == ("04-12-2030 15:00", "13-12-2030 16:00")
    assert any("Het einde bleef zoals het was" in zin for zin in meldingen)


@pytest.mark.parametrize(
    ("begin", "einde", "hele_dag", "nieuw"),
    [
        # An evening that went on into the night, made a whole day with the same save.
        ("11-12-2030 20:00", "12-12-2030 01:00", False, "03-01-2031 01:00"),
        # More days: their end would lie before their begin.
        ("11-12-2030 00:00", "12-12-2030 00:00", True, "03-01-2031 00:00"),
        ("11-12-2030 15:00", "13-12-2030 16:00", False, "04-01-2031 16:00"),
    ],
)
def test_een_dag_zonder_tijd_neemt_het_einde_mee(client, maak, begin, einde, hele_dag, nieuw):
    item = maak(begin, einde, hele_dag=hele_dag)
    meldingen, _ = stuur(client, item, begin="2-1-2031", hele_dag="on")
    assert tijden(item) == ("02-01-2031 00:00", nieuw)
    assert any("Het einde ging mee naar de nieuwe dag" in zin for zin in meldingen)


def test_de_melding_noemt_het_einde(client, maak):
    meldingen, _ = stuur(client, maak(), begin="14-12-2030 15:30")
    assert any(
        "Het einde ging mee naar de nieuwe dag: zaterdag 14 december 2030, 16.00 uur." in m for m in meldingen
    )
    tot_middernacht = maak("11-12-2030 20:00", "12-12-2030 00:00")
    meldingen, _ = stuur(client, tot_middernacht, begin="14-12-2030 20:00")
    assert any("de nieuwe dag: zaterdag 14 december 2030, 24.00 uur." in m for m in meldingen)


@pytest.mark.parametrize(
    ("einde", "hele_dag", "zin"),
    [
        ("12-12-2030 00:00", True, "14 december tot en met zondag 15 december 2030."),
        (
            "12-12-2030 16:00",
            False,
            "14 december, 15.00 uur tot en met zondag 15 december 2030, 16.00 uur.",
        ),
    ],
)
def test_van_wat_meer_dagen_duurt_noemt_de_melding_begin_en_einde(client, maak, einde, hele_dag, zin):
    tijd = "00:00" if hele_dag else "15:00"
    item = maak(f"11-12-2030 {tijd}", einde, hele_dag=hele_dag)
    anders = {"begin": f"14-12-2030 {tijd}"} | ({"hele_dag": "on"} if hele_dag else {})
    gelezen = " ".join(stuur(client, item, **anders)[0])
    # The 14th lies after the end that it had, so that goes along.
    assert f"Het is nu zaterdag {zin}" in gelezen


@pytest.mark.parametrize("velden", [{"begin": "14-12-2030 23:00"}, {"einde": "10-12-2030 16:00"}])
def test_een_einde_voor_het_begin_wordt_ook_van_een_concept_gezegd(client, maak, velden):
    item = maak()
    meldingen, _ = stuur(client, item, **velden)
    dag = "zaterdag 14 december" if "begin" in velden else "dinsdag 10 december"
    zin = f"Let op: het einde ({dag} 2030, 16.00 uur) ligt voor het begin. Pas het einde aan"
    assert [zin in melding for melding in meldingen].count(True) == 1
    assert not any("ging mee" in melding for melding in meldingen)
    # And by every save after it, for as long as it is so; also by those of the browser.
    gedaan = lees_formulier(client, bewerk_url(item))
    assert zin in client.post(bewerk_url(item), gedaan, headers=JSON).json()["field_updates"]["einde_zegt"]
    gedaan = lees_formulier(client, bewerk_url(item)) | {
        "begin": "09-12-2030 15:00",
        "einde": "09-12-2030 16:00",
    }
    assert "einde_zegt" not in client.post(bewerk_url(item), gedaan, headers=JSON).json()["field_updates"]


def test_wie_een_dag_zonder_jaar_schrijft_hoort_welk_jaar_het_werd(dorp, maak):
    item = maak()
    with time_machine.travel("2030-12-12 12:00+01:00"):
        client = als(dorp, "redactie-beesd")
        meldingen, antwoord = stuur(client, item, begin="11 december 15 uur", einde="25")
        assert "Deze tijd bestaat niet: 25.00. Schrijf hoe laat" in antwoord.content.decode()
        meldingen, _ = stuur(client, item, begin="11 december 15 uur", einde="11 dec 17u")
        assert tijden(item) == ("11-12-2031 15:00", "11-12-2031 17:00")
        assert any("Begin: zonder jaar is dat donderdag 11 december 2031." in zin for zin in meldingen)
        meldingen, _ = stuur(client, item, title="Andere naam")
    assert not any("zonder jaar" in zin for zin in meldingen)


def test_een_einde_dat_iemand_zelf_koos_blijft(client, maak):
    item = maak()
    stuur(client, item, begin="10-12-2030 15:00", einde="11-12-2030 17:00")
    assert tijden(item) == ("10-12-2030 15:00", "11-12-2030 17:00")
    item = maak()
    stuur(client, item, begin="11-12-2030 14:00")
    assert tijden(item) == ("11-12-2030 14:00", "11-12-2030 16:00")


def test_een_formulier_dat_vanzelf_bewaart_en_dan_indient(client, maak):
    """The browser goes on with the form as it was drawn: it shows the end of before."""
    item = maak(status="gewijzigd", toelichting="Een andere dag.")
    velden = lees_formulier(client, bewerk_url(item)) | {"einde": "11-12-2030 17:00"}
    for begin in ("11-12-2030 15:00", "1-12-2030 15:00", "14-12-2030 15:00"):
        antwoord = client.post(bewerk_url(item), velden | {"begin": begin}, headers=JSON).json()
        assert antwoord["success"]
        velden |= antwoord["field_updates"] | {"loaded_revision_id": antwoord["revision_id"]}
        velden |= {"loaded_revision_created_at": antwoord["revision_created_at"]}
        dag = begin.split()[0].zfill(10)
        assert tijden(item) == (f"{dag} 15:00", f"{dag} 17:00")
    assert "Het einde ging mee" in antwoord["field_updates"]["einde_zegt"]
    assert (antwoord["field_updates"]["einde_mee"], velden["einde"]) == (tijden(item)[1], "11-12-2030 17:00")
    velden |= {"begin": "14-12-2030 15:00", "action-submit": "1"}
    client.post(bewerk_url(item), velden)
    assert vers(item).workflow_in_progress
    assert tijden(item) == ("14-12-2030 15:00", "14-12-2030 17:00")


def test_wat_er_mis_is_met_een_einde_dat_meeging_staat_bij_dat_einde(client, maak):
    item = maak()
    velden = {"begin": "04-12-2030 17:00", "action-submit": "1"}
    _, antwoord = stuur(client, item, **velden)
    assert "einde" in antwoord.context["form"].errors
    assert antwoord.context["form"]["einde"].value() == "04-12-2030 16:00"


def test_wie_verplaatst_hoort_dat_het_ook_gezegd_moet_worden(client, dorp, maak):
    item = maak()
    meldingen, _ = stuur(client, item, title="Een andere naam")
    assert not any("Gewijzigd" in zin for zin in meldingen)
    meldingen, _ = stuur(client, item, locatie="De kerk")
    assert any("status op ‘Gewijzigd’" in zin for zin in meldingen)
    meldingen, _ = stuur(client, item, **{"action-submit": "1"})
    assert any("status op ‘Gewijzigd’" in zin for zin in meldingen)
    scherm = reverse("werkplek:veranderd", args=[item.pk])
    samen = f"{reverse('werkplek:samen')}?kern=Beesd"
    for adres in (scherm, samen):
        # To who decides, in words for who decides.
        gelezen = als(dorp, "communicatie").get(adres).content.decode()
        assert "Stuur terug met de vraag om bij ‘Gaat het door?’ ‘Gewijzigd’ te kiezen" in gelezen
        assert "Zet bij" not in gelezen
    eigen = client.get(bewerk_url(item)).content.decode()
    assert "Zet bij ‘Gaat het door?’ de status op ‘Gewijzigd’" in eigen
    assert "Stuur terug" not in eigen
    wacht = vers(item).current_workflow_task_state.specific
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    gewijzigd = {"status": "gewijzigd", "toelichting": "Nu in de kerk."}
    meldingen, _ = stuur(client, item, **gewijzigd, begin="12-12-2030 15:00")
    assert len([zin for zin in meldingen if "toelichting" in zin or "Gewijzigd" in zin]) == 0


def test_een_tweede_keer_verplaatst_vraagt_om_een_nieuwe_uitleg(client, maak):
    item = maak(status="gewijzigd", toelichting="Nu in de kerk.")
    meldingen, _ = stuur(client, item, begin="12-12-2030 15:00")
    assert any("Klopt die nog?" in zin for zin in meldingen)
    meldingen, _ = stuur(client, item, begin="12-12-2030 15:00", toelichting="Een dag later.")
    assert not any("Klopt die nog?" in zin for zin in meldingen)


def test_van_wat_niet_online_staat_of_voorbij_is_hoeft_niemand_het_te_zeggen(client, maak):
    geweest = maak("11-12-2020 15:00", "11-12-2020 16:00")
    meldingen, _ = stuur(client, geweest, locatie="De kerk")
    assert not any("Gewijzigd" in zin for zin in meldingen)
