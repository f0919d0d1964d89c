"""Autosave keeps what it can, and names the field that it can't read."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kernpagina.models import AgendaItemPage
from projecten.models import ProjectenPage, ProjectPage
from tests.formulier import lees_formulier

from .hulp import als

JSON = {"accept": "application/json"}
RIJ = {"ORDER": "1", "DELETE": "", "id": ""}


def rij(soort: str, nummer: int, **velden: str) -> dict[str, str]:
    alles = RIJ | {"ORDER": str(nummer + 1)} | velden
    return {f"{soort}-{nummer}-{naam}": waarde for naam, waarde in alles.items()}


@pytest.fixture
def client(dorp):
    return als(dorp, "redactie-beesd")


@pytest.fixture
def nieuw_project(dorp) -> str:
    lijst = ProjectenPage.objects.child_of(dorp.beesd).get()
    return reverse("wagtailadmin_pages:add", args=["projecten", "projectpage", lijst.pk])


@pytest.fixture
def nieuw_item(dorp) -> str:
    return reverse("wagtailadmin_pages:add", args=["kernpagina", "agendaitempage", dorp.agenda.pk])


def bewaar(client, adres: str, **anders) -> dict:
    return client.post(adres, lees_formulier(client, adres) | anders, headers=JSON).json()


def bewerk(antwoord: dict) -> str:
    return reverse("wagtailadmin_pages:edit", args=[antwoord["pk"]])


def concept(antwoord: dict):
    model = ProjectPage if ProjectPage.objects.filter(pk=antwoord["pk"]) else AgendaItemPage
    return model.objects.get(pk=antwoord["pk"]).get_latest_revision_as_object()


def test_the_rest_of_a_draft_is_kept_and_the_field_has_a_name(client, nieuw_project):
    fasen = rij("fasen", 0, titel="Plan") | rij("fasen", 1, titel="Bouw", begin="najaar 2026")
    antwoord = bewaar(
        client, nieuw_project, **{"title": "Speeltuin", "slug": "speeltuin", "fasen-TOTAL_FORMS": "2"} | fasen
    )
    assert antwoord["success"]
    (misser,) = antwoord["missers"]
    assert misser["zin"].startswith("Begin van fase 2: schrijf een maand als november 2027")
    assert misser["veld"] == "id_fasen-1-begin"
    bewaard = concept(antwoord)
    assert bewaard.title == "Speeltuin"
    assert [(fase.titel, fase.begin) for fase in bewaard.fasen.all()] == [("Plan", None), ("Bouw", None)]


def test_what_was_kept_before_stays(client, nieuw_item):
    goed = {
        "title": "Oogstfeest",
        "slug": "oogstfeest",
        "begin": "05-10-2031 19:30",
        "einde": "05-10-2031 21:00",
    }
    pagina = bewaar(client, nieuw_item, **goed)
    antwoord = bewaar(client, bewerk(pagina), einde="een uur of tien", locatie="Het plein")
    assert antwoord["success"]
    assert [(misser["veld"], misser["kwijt"]) for misser in antwoord["missers"]] == [("id_einde", True)]
    nu = concept(pagina)
    assert nu.locatie == "Het plein"
    assert nu.einde - nu.begin == timedelta(minutes=90)
    assert "missers" not in bewaar(client, bewerk(pagina), einde="05-10-2031 22:00")


def test_a_new_row_that_cant_do_without_waits_in_the_form(client, nieuw_project):
    mijlpalen = rij("mijlpalen", 0, titel="Spade", datum="ooit") | rij(
        "mijlpalen", 1, titel="Feest", datum="1-9-2031"
    )
    antwoord = bewaar(
        client,
        nieuw_project,
        **{"title": "Speeltuin", "slug": "speeltuin", "mijlpalen-TOTAL_FORMS": "2"} | mijlpalen,
    )
    assert antwoord["missers"][0]["zin"].startswith("Datum van mijlpaal 1: schrijf de dag")
    assert [mijlpaal.titel for mijlpaal in concept(antwoord).mijlpalen.all()] == ["Feest"]
    # The browser goes on with what it was told, and then types the date.
    anders = antwoord["field_updates"] | {
        "title": "Speeltuin",
        "slug": "speeltuin",
        "mijlpalen-TOTAL_FORMS": "2",
    }
    mijlpalen |= {"mijlpalen-0-datum": "1-8-2031"}
    antwoord = bewaar(client, bewerk(antwoord), **mijlpalen | anders)
    assert "missers" not in antwoord
    assert {mijlpaal.titel for mijlpaal in concept(antwoord).mijlpalen.all()} == {"Spade", "Feest"}


def test_which_words_arent_kept(client, nieuw_project):
    """Those of a row that lacks something go with it; of a field that is empty there were none."""
    pagina = bewerk(bewaar(client, nieuw_project, title="Speeltuin", slug="speeltuin"))
    antwoord = bewaar(
        client, pagina, **{"title": "", "mijlpalen-TOTAL_FORMS": "1"} | rij("mijlpalen", 0, titel="Feest")
    )
    kwijt = {misser["veld"]: misser["kwijt"] for misser in antwoord["missers"]}
    assert kwijt == {"id_title": False, "id_mijlpalen-0-datum": True}


def test_what_a_new_page_cant_do_without_is_asked_for_by_its_name(client, nieuw_item):
    antwoord = bewaar(client, nieuw_item, title="Oogstfeest", slug="oogstfeest", begin="in oktober")
    assert antwoord["error_code"] == "validation_error"
    assert antwoord["error_message"].startswith("Begin: schrijf dag en tijd als 24-11-2027 19:30")
    assert antwoord["missers"][0]["veld"] == "id_begin"
    antwoord = bewaar(client, nieuw_item, title="Oogstfeest", slug="oogstfeest")
    assert antwoord["error_message"] == "Begin: vul dit nog in."
    assert not AgendaItemPage.objects.filter(title="Oogstfeest")


@pytest.mark.parametrize(("veld", "waarde"), [("online_link", "geen adres"), ("aantal_aanwezigen", "veel")])
def test_any_field_that_cant_be_read(client, nieuw_item, veld, waarde):
    goed = {"title": "Oogstfeest", "slug": "oogstfeest", "begin": "05-10-2031 19:30"}
    antwoord = bewaar(client, nieuw_item, **goed | {veld: waarde, "locatie": "Het plein"})
    assert [misser["veld"] for misser in antwoord["missers"]] == [f"id_{veld}"]
    assert concept(antwoord).locatie == "Het plein"


def test_at_submitting_nothing_is_left_out(client, nieuw_item):
    goed = {"title": "Oogstfeest", "slug": "oogstfeest", "begin": "05-10-2031 19:30", "locatie": "Het plein"}
    pagina = bewaar(client, nieuw_item, **goed)
    gegevens = lees_formulier(client, bewerk(pagina)) | {"einde": "straks", "action-submit": "1"}
    antwoord = client.post(bewerk(pagina), gegevens)
    assert "einde" in antwoord.context["form"].errors
    assert 'value="straks"' in antwoord.content.decode()


def test_of_an_end_the_time_is_enough(client, nieuw_item):
    goed = {"title": "Dansavond", "slug": "dansavond", "begin": "5 oktober 2031 19.30"}
    for getypt, minuten in (("21.00", 90), ("01:00", 330)):
        antwoord = bewaar(client, nieuw_item, **goed, einde=getypt)
        assert "missers" not in antwoord
        nu = concept(antwoord)
        assert nu.einde - nu.begin == timedelta(minutes=minuten)


def test_a_month_is_enough_for_a_phase(client, nieuw_project):
    fasen = rij("fasen", 0, titel="Bouw", begin="november 2031", einde="feb. 2032")
    antwoord = bewaar(
        client, nieuw_project, **{"title": "Speeltuin", "slug": "speeltuin", "fasen-TOTAL_FORMS": "1"} | fasen
    )
    assert "missers" not in antwoord
    (fase,) = concept(antwoord).fasen.all()
    assert (fase.begin.isoformat(), fase.einde.isoformat()) == ("2031-11-01", "2032-02-29")


@pytest.mark.parametrize("einde", ["22.00", "05-10-2030 22:00"])
def test_where_only_the_begin_is_wrong_only_the_begin_is_named(client, nieuw_item, einde):
    """An end of which the day is that of the begin, and an end before the begin that was kept earlier."""
    goed = {"title": "Oogstfeest", "slug": "oogstfeest", "begin": "05-10-2031 19:30", "locatie": "Het plein"}
    pagina = bewerk(bewaar(client, nieuw_item, **goed))
    fout = {"begin": "volgende week", "einde": einde}
    assert [misser["veld"] for misser in bewaar(client, pagina, **fout)["missers"]] == ["id_begin"]
    gegevens = lees_formulier(client, pagina) | fout | {"action-submit": "1"}
    assert client.post(pagina, gegevens).context["form"].errors.keys() == {"begin"}


def test_a_phase_is_not_held_against_a_begin_that_cant_be_read(client, nieuw_project):
    velden = {
        "title": "Speeltuin",
        "slug": "speeltuin",
        "samenvatting": "Nieuw.",
        "initiatiefnemer": "inwoners",
    }
    velden |= {"status": "idee", "fasen-TOTAL_FORMS": "1"} | rij("fasen", 0, titel="Bouw", begin="mei 2031")
    antwoord = bewaar(client, nieuw_project, **velden)
    gegevens = lees_formulier(client, bewerk(antwoord)) | {"action-submit": "1"}
    gegevens |= {"fasen-0-begin": "najaar 2030", "fasen-0-einde": "november 2030"}
    form = client.post(bewerk(antwoord), gegevens).context["form"]
    assert [rij.errors.keys() for rij in form.formsets["fasen"].forms] == [{"begin"}]


def test_a_day_without_a_time_is_enough_only_for_what_lasts_all_day(client, nieuw_item):
    velden = {"title": "Kermis", "slug": "kermis", "begin": "5 oktober 2031 10.00", "locatie": "Plein"}
    antwoord = bewaar(client, nieuw_item, einde="6 oktober 2031", **velden)
    (misser,) = antwoord["missers"]
    assert misser["veld"] == "id_einde"
    assert misser["zin"].startswith("Einde: schrijf ook hoe laat")
    hele_dag = {"begin": "5 oktober 2031", "einde": "6 oktober 2031", "hele_dag": "on"}
    assert not bewaar(client, bewerk(antwoord), **hele_dag).get("missers")
    assert timezone.localdate(concept(antwoord).einde).isoformat() == "2031-10-06"
