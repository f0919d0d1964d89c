"""One form makes one page with each row once, and nobody overwrites what a colleague wrote without seeing it."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from kernpagina.models import AgendaItemPage
from projecten.models import ProjectenPage, ProjectPage
from tests.dorp import agenda_item
from tests.formulier import bewerk_url, lees_formulier

from .hulp import als

JSON = {"accept": "application/json"}


def velden(client: Client, adres: str, **anders) -> dict:
    """The fields of a form as it is opened now, with something else filled in."""
    return lees_formulier(client, adres) | anders


@pytest.fixture
def nieuw(dorp) -> str:
    return reverse("wagtailadmin_pages:add", args=["kernpagina", "agendaitempage", dorp.agenda.pk])


def test_a_form_that_is_sent_twice_makes_one_page(dorp, nieuw):
    client = als(dorp, "redactie-beesd")
    gegevens = velden(
        client, nieuw, title="Oogstfeest", slug="oogstfeest", begin="05-10-2031 19:30", locatie="Plein"
    )
    assert client.post(nieuw, gegevens, headers=JSON).json()["success"]
    gegevens |= {"samenvatting": "Neem een stoel mee.", "action-submit": "1"}
    assert client.post(nieuw, gegevens).status_code == 302
    (pagina,) = AgendaItemPage.objects.filter(title="Oogstfeest")
    assert pagina.get_latest_revision_as_object().samenvatting == "Neem een stoel mee."
    assert pagina.workflow_in_progress


def test_a_token_is_of_one_form_and_one_person(dorp, nieuw):
    client = als(dorp, "redactie-beesd")
    een, twee = (velden(client, nieuw)["sleutel"] for _ in range(2))
    assert een != twee
    eigen = velden(client, nieuw, title="Van mij", begin="05-10-2031 19:30", locatie="Plein", slug="van-wie")
    assert client.post(nieuw, eigen, headers=JSON).json()["success"]
    ander = als(dorp, "redactie-beesd-2")
    assert ander.post(
        nieuw, {**eigen, "title": "Van een ander", "slug": "van-een-ander"}, headers=JSON
    ).json()["success"]
    assert set(AgendaItemPage.objects.values_list("title", flat=True)) == {"Van mij", "Van een ander"}


def test_rows_of_a_form_that_is_sent_twice_stand_there_once(dorp):
    lijst = ProjectenPage.objects.child_of(dorp.beesd).get()
    client = als(dorp, "redactie-beesd")
    adres = reverse("wagtailadmin_pages:add", args=["projecten", "projectpage", lijst.pk])
    rij = {
        "mijlpalen-TOTAL_FORMS": "1",
        "mijlpalen-0-id": "",
        "mijlpalen-0-ORDER": "1",
        "mijlpalen-0-DELETE": "",
    }
    rij |= {"mijlpalen-0-datum": "05-10-2031", "mijlpalen-0-titel": "Eerste spa"}
    gegevens = velden(
        client,
        adres,
        title="Speeltuin",
        slug="speeltuin",
        samenvatting="Een plek.",
        initiatiefnemer="inwoners",
        status="idee",
        **rij,
    )
    assert client.post(adres, gegevens, headers=JSON).json()["success"]
    # What was typed since then is the text of the same row.
    gegevens |= {"mijlpalen-0-titel": "Eerste spade", "action-submit": "1"}
    antwoord = client.post(adres, gegevens)
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    (pagina,) = ProjectPage.objects.filter(title="Speeltuin")
    titels = [mijlpaal.titel for mijlpaal in pagina.get_latest_revision_as_object().mijlpalen.all()]
    assert titels == ["Eerste spade"]


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


@pytest.mark.parametrize("knop", [{}, {"action-submit": "1"}])
def test_who_saves_second_sees_both_texts_first(dorp, item, knop):
    een, twee = als(dorp, "redactie-beesd"), als(dorp, "redactie-beesd-2")
    adres = bewerk_url(item)
    mijn, hun = velden(een, adres, locatie="De kerk"), velden(twee, adres, locatie="Het plein")
    assert twee.post(adres, hun).status_code == 302
    antwoord = een.post(adres, mijn | knop)
    html = antwoord.content.decode()
    assert "heeft deze pagina bewaard terwijl jij schreef" in html
    assert "De kerk" in html
    assert "Het plein" in html
    assert nu(item).locatie == "Het plein"
    # Pressing the button again, or autosave, changes nothing of that.
    weer = dict(querydict_from_html(html, form_id="page-edit-form").lists())
    weer |= {f"{veld}-count": ["0"] for veld in ("inhoud",)}
    buiten = {"botsing_sinds": waarde(html, "botsing_sinds")}
    een.post(adres, weer | buiten | knop)
    assert een.post(adres, weer | buiten, headers=JSON).json()["error_code"] == "invalid_revision"
    assert nu(item).locatie == "Het plein"
    een.post(adres, weer | buiten | knop | {"toch_bewaren": waarde(html, "toch_bewaren")})
    assert nu(item).locatie == "De kerk"


@pytest.mark.parametrize("knop", [{}, {"action-submit": "1"}])
def test_ones_own_text_in_another_window_isnt_overwritten_unseen(dorp, item, knop):
    telefoon, laptop = als(dorp, "redactie-beesd"), als(dorp, "redactie-beesd")
    adres = bewerk_url(item)
    oud, nieuw = velden(telefoon, adres, locatie="De kerk"), velden(laptop, adres, locatie="Het plein")
    assert laptop.post(adres, nieuw, headers=JSON).json()["success"]
    geweigerd = telefoon.post(adres, oud, headers=JSON).json()
    assert geweigerd["error_code"] == "invalid_revision"
    assert "in een ander venster" in geweigerd["error_message"]
    html = telefoon.post(adres, oud | knop).content.decode()
    assert "Je hebt deze pagina zelf ook bewaard, in een ander venster." in html
    assert nu(item).locatie == "Het plein"
    # The window in which it was saved goes on, and is never asked.
    verder = nieuw | {"locatie": "Het park"}
    assert laptop.post(adres, verder | knop).status_code == 302
    assert nu(item).locatie == "Het park"
    gekozen = {veld: waarde(html, veld) for veld in ("toch_bewaren", "botsing_sinds")}
    assert "botsing_sinds" in telefoon.post(adres, oud | gekozen).content.decode()


def test_an_answer_that_got_lost_doesnt_stop_autosave(dorp, item):
    client = als(dorp, "redactie-beesd")
    adres = bewerk_url(item)
    formulier = velden(client, adres, locatie="De kerk")
    for plek in ("De kerk", "Het plein"):
        # The browser didn't hear of the version that was made, so it doesn't name it.
        assert client.post(adres, formulier | {"locatie": plek}, headers=JSON).json()["success"]
    assert nu(item).locatie == "Het plein"


def test_who_saves_alone_is_asked_nothing(dorp, item):
    client = als(dorp, "redactie-beesd")
    adres = bewerk_url(item)
    for plek in ("De kerk", "Het plein"):
        assert client.post(adres, velden(client, adres, locatie=plek)).status_code == 302
        assert nu(item).locatie == plek


def test_somebody_who_is_gone_is_asked_to_log_in(dorp):
    adres = reverse("werkplek:sessie")
    assert Client().get(adres).status_code == 302
    antwoord = als(dorp, "redactie-beesd").get(adres)
    assert antwoord.json()["wie"] == dorp.gebruikers["redactie-beesd"].pk
    assert antwoord.json()["csrf"]
    assert "no-cache" in antwoord["Cache-Control"]


def test_who_submits_is_back_where_the_work_lies_and_reads_what_comes_next(dorp, nieuw, item):
    client = als(dorp, "redactie-beesd")
    gegevens = {"title": "Oogst", "slug": "oogst", "begin": "05-10-2031 19:30", "locatie": "De kerk"}
    for adres, anders in ((bewerk_url(item), {}), (nieuw, gegevens)):
        formulier = velden(client, adres, **anders) | {"action-submit": "1"}
        antwoord = client.post(f"{adres}?next=/cms/pages/", formulier, follow=True)
        assert antwoord.redirect_chain == [("/cms/", 302)]
        assert "Je krijgt mail als de pagina online staat" in antwoord.content.decode()


def test_who_types_on_hears_that_the_page_is_gone(dorp, item):
    client, adres = als(dorp, "redactie-beesd"), reverse("werkplek:sessie")
    assert client.get(adres, {"pagina": item.pk}).json()["weg"] is False
    item.delete()
    for nummer, weg in ((item.pk, True), ("9" * 30, True), ("", False), ("x", False)):
        assert client.get(adres, {"pagina": nummer}).json()["weg"] is weg


def nu(item) -> AgendaItemPage:
    return AgendaItemPage.objects.get(pk=item.pk).get_latest_revision_as_object()


def waarde(html: str, naam: str) -> str:
    return html.partition(f'name="{naam}" value="')[2].partition('"')[0]


def test_a_draft_is_kept_with_what_doesnt_fit_together_yet(dorp, nieuw):
    """Off, and why not yet; an end before the begin: asked for at submitting, and nothing is lost until then."""
    client = als(dorp, "redactie-beesd")
    gegevens = velden(
        client, nieuw, title="Oogstfeest", slug="oogstfeest", begin="05-10-2031 19:30", locatie="Plein"
    )
    gegevens |= {"status": "geannuleerd", "einde": "04-10-2031 19:30", "breedtegraad": "51.9"}
    antwoord = client.post(nieuw, gegevens, headers=JSON).json()
    assert antwoord["success"]
    adres = reverse("wagtailadmin_pages:edit", args=[antwoord["pk"]])
    formulier = client.post(adres, velden(client, adres) | {"action-submit": "1"}).context["form"]
    assert {"toelichting", "einde", "lengtegraad"} <= formulier.errors.keys()


def test_a_number_in_words_arrives_and_is_answered(dorp, nieuw):
    """A field for numbers of the browser would send nothing, and say nothing."""
    client = als(dorp, "redactie-beesd")
    assert 'type="number"' not in client.get(nieuw).content.decode()
    gegevens = velden(client, nieuw, title="Feest", begin="05-10-2031 19:30", breedtegraad="51,9")
    gegevens["max_aantal"] = "honderd"
    rij = {"titel": "Welkom", "duur": "half uur", "id": "", "ORDER": "1", "DELETE": ""}
    gegevens |= {f"programma-0-{naam}": waarde for naam, waarde in rij.items()}
    gegevens["programma-TOTAL_FORMS"] = "1"
    antwoord = client.post(nieuw, gegevens, headers=JSON).json()
    zinnen = [misser["zin"] for misser in antwoord["missers"] if misser["kwijt"]]
    vraag = "schrijf een heel getal in cijfers, zoals 30."
    namen = ("Hoeveel mensen passen er?", "Duur in minuten van programmaonderdeel 1")
    assert zinnen == [f"{naam}: {vraag}" for naam in namen]
    assert AgendaItemPage.objects.get().breedtegraad == 51.9


def test_an_empty_form_says_what_to_fill_in_and_nothing_of_the_address(dorp, nieuw):
    client = als(dorp, "redactie-beesd")
    antwoord = client.post(nieuw, velden(client, nieuw, **{"action-submit": "1"}))
    fouten = antwoord.context["form"].errors
    assert fouten["locatie"] == ["Vul ‘Locatie’ in. Waar is het? Bijvoorbeeld: het dorpshuis."]
    assert "title" in fouten
    assert "slug" not in fouten


@pytest.mark.parametrize(
    ("titel", "getypt", "adres"),
    [
        ("🎄🎄", "", "agenda-item"), ("???", " ", "agenda-item"), ("Україна", "", "україна"),
        ("Inloop", "de inloop, 12.30 uur", "de-inloop-1230-uur"), ("Inloop", "/", "inloop"), ("Inloop", "Inloop_A", "Inloop_A"),
    ],
)  # fmt: skip
def test_whatever_the_title_is_nobody_is_asked_for_an_address(dorp, nieuw, titel, getypt, adres):
    """It stands on a tab that may never be opened."""
    client = als(dorp, "redactie-beesd")
    waarden = {"title": titel, "slug": getypt, "begin": "05-10-2031 19:30", "locatie": "Plein"}
    assert client.post(nieuw, velden(client, nieuw, **waarden), headers=JSON).json()["success"]
    assert client.post(nieuw, velden(client, nieuw, **waarden, **{"action-submit": "1"})).status_code == 302
    assert set(AgendaItemPage.objects.values_list("slug", flat=True)) == {adres, f"{adres}-2"}


def test_an_address_that_the_browser_did_not_write_yet_follows_from_the_title(dorp, nieuw):
    agenda_item(dorp.agenda, "Fête op het plein", slug="fete-op-het-plein", live=True)
    velden_ = {"title": "Fête op het plein", "begin": "05-10-2031 19:30", "locatie": "Plein", "slug": ""}
    client = als(dorp, "redactie-beesd")
    gegevens = velden(client, nieuw, **velden_, **{"action-submit": "1"})
    assert client.post(nieuw, gegevens).status_code == 302
    assert AgendaItemPage.objects.filter(slug="fete-op-het-plein-2", title=velden_["title"]).exists()
