"""Days that are taken as they are typed, but that somebody may have typed wrong."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from core.models import BloeiDocument
from kernpagina.models import AgendaBijlage, OproepPage
from projecten.models import ProjectenPage, ProjectFase
from tests import factories
from tests.dorp import agenda_item, dien_in
from tests.factories import ProjectPageFactory
from tests.formulier import bewerk_url, lees_formulier
from werkplek.mijn_paginas import AFGELAST_HET
from werkplek.twijfels import twijfels

from .hulp import als, vers

VAKER = "klopt het jaar?"


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


def stuur(dorp, pagina, knop: str, **velden) -> list[str]:
    """The messages that an editor reads after pressing this button with these days in the form."""
    client = als(dorp, "redactie-beesd")
    gegevens = lees_formulier(client, bewerk_url(pagina)) | velden | ({knop: "1"} if knop else {})
    antwoord = client.post(bewerk_url(pagina), gegevens, follow=True)
    return [str(melding) for melding in antwoord.context["messages"]]


def moment(dagen: int) -> str:
    return (timezone.localtime() + timedelta(days=dagen)).strftime("%Y-%m-%d 19:30")


@pytest.mark.parametrize("knop", ["", "action-submit"])
def test_a_year_that_has_passed_is_asked_about_and_not_refused(dorp, item, knop):
    (zin,) = [zin for zin in stuur(dorp, item, knop, begin=moment(-350), einde="") if VAKER in zin]
    dag = timezone.localdate() - timedelta(days=350)
    assert f"Deze bijeenkomst was op {date_format(dag, 'l j F Y')}." in zin
    assert vers(item).workflow_in_progress is bool(knop)
    if knop:
        wacht = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[item.pk]))
        assert "Anders: stuur terug met de vraag om de goede dag." in wacht.content.decode()
        # The front page leads to the form as well, with the same buttons.
        formulier = als(dorp, "communicatie").get(bewerk_url(item)).content.decode()
        assert "Anders: stuur terug met de vraag om de goede dag." in formulier
    assert "tuur terug" not in zin


def test_online_after_it_was(dorp, item):
    meldingen = stuur(dorp, item, "action-submit", begin=moment(5), einde="", go_live_at=moment(10))
    assert any("komt pas online op" in zin for zin in meldingen)
    assert not any(VAKER in zin for zin in meldingen)
    assert vers(item).workflow_in_progress


def test_midnight_is_seldom_meant(dorp, item):
    dag = moment(5).split()[0]
    for velden, gevraagd in (({"begin": f"{dag} 00:00"}, True), ({"begin": dag, "hele_dag": "on"}, False)):
        meldingen = stuur(dorp, item, "", einde="", **velden)
        assert any("midden in de nacht" in zin for zin in meldingen) is gevraagd
    stuur(dorp, item, "action-submit", begin=f"{dag} 00:00", einde="", hele_dag="")
    wacht = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[item.pk]))
    assert "Stuur terug met de vraag om dat aan te vinken." in wacht.content.decode()


def test_what_is_as_usual_gets_no_warning(dorp, item):
    for velden in ({}, {"begin": moment(5), "einde": "", "go_live_at": moment(2)}):
        assert not any("Let op" in zin for zin in stuur(dorp, item, "", **velden))


def test_a_report_of_what_visitors_know_as_over_gets_no_warning(dorp):
    geweest = agenda_item(
        dorp.agenda,
        "Burendag",
        live=True,
        eigenaar=dorp.gebruikers["redactie-beesd"],
        begin=timezone.now() - timedelta(days=9),
    )
    assert not any("Let op" in zin for zin in stuur(dorp, geweest, "action-submit", samenvatting="Leuk"))


def test_a_whole_day_with_a_time_is_asked_about(dorp, item):
    dag = moment(5).split()[0]
    zin = "lezen bezoekers de tijd niet die erbij staat (19.30 uur)"
    for velden, gevraagd in (
        ({"begin": moment(5), "einde": "", "hele_dag": "on"}, True),
        ({"begin": dag, "einde": moment(6), "hele_dag": "on"}, True),
        ({"begin": dag, "einde": dag, "hele_dag": "on"}, False),
        ({"begin": moment(5), "einde": "", "hele_dag": ""}, False),
    ):
        assert any(zin in melding for melding in stuur(dorp, item, "", **velden)) is gevraagd, velden


def test_whole_days_end_with_a_day_whatever_time_was_typed_at_their_begin(dorp, item):
    dag, eerder = moment(5).split()[0], moment(4).split()[0]
    for einde, achterstevoren in ((dag, False), (eerder, True)):
        velden = {"begin": moment(5), "einde": einde, "hele_dag": "on"}
        meldingen = stuur(dorp, item, "", **velden)
        assert any("ligt voor het begin" in zin for zin in meldingen) is achterstevoren
    stuur(dorp, item, "action-submit", **velden | {"einde": dag})
    assert vers(item).workflow_in_progress


@pytest.mark.parametrize("tot", ["24.00", "{dag} 24.00"])
def test_a_whole_day_till_midnight_is_one_day(dorp, item, tot):
    dag = moment(5).split()[0]
    stuur(dorp, item, "action-submit", begin=dag, einde=tot.format(dag=dag), hele_dag="on")
    nu = vers(item).get_latest_revision_as_object()
    assert nu.begin == nu.einde


def test_papers_without_a_report_are_asked_about(dorp, item):
    stuk = BloeiDocument.objects.create(title="stuk", file=ContentFile(b"x", "stuk.txt"))
    item.bijlagen.add(AgendaBijlage(document=stuk))
    item.save_revision()
    zin = "Zonder verslag staan ze niet op de pagina"
    assert any(zin in melding for melding in stuur(dorp, item, ""))
    item = vers(item).get_latest_revision_as_object()
    item.verslag = "<p>Het was gezellig.</p>"
    item.save_revision()
    assert not any(zin in melding for melding in stuur(dorp, item, ""))


@pytest.mark.parametrize("knop", ["", "action-submit"])
def test_a_year_that_is_far_ahead_is_asked_about_too(dorp, item, knop):
    (zin,) = [zin for zin in stuur(dorp, item, knop, begin="2062-06-04 19:30", einde="") if VAKER in zin]
    assert "Begin: zondag 4 juni 2062." in zin
    assert vers(item).workflow_in_progress is bool(knop)
    if knop:
        wacht = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[item.pk]))
        assert "Begin: zondag 4 juni 2062." in wacht.content.decode()
        assert "Anders: stuur terug met de vraag om de goede dag." in wacht.content.decode()


def test_who_just_sent_it_back_is_not_told_to(dorp, item):
    stuur(dorp, item, "action-submit", begin="2062-06-04 19:30", einde="")
    client = als(dorp, "communicatie")
    velden = lees_formulier(client, bewerk_url(item)) | {
        "action-workflow-action": "true",
        "workflow-action-name": "reject",
        "workflow-action-extra-data": '{"comment": "Bedoel je 2027?"}',
    }
    antwoord = client.post(bewerk_url(item), velden, follow=True)
    gezegd = " ".join(str(melding) for melding in antwoord.context["messages"])
    assert "Teruggestuurd" in gezegd
    assert "stuur terug" not in gezegd


def test_so_is_a_far_day_to_come_online(dorp, item):
    meldingen = stuur(dorp, item, "", begin=moment(5), einde="", go_live_at="2062-06-04 09:00")
    assert any("Komt online op: zondag 4 juni 2062" in zin for zin in meldingen)


def test_so_are_the_days_of_calls_and_of_the_phases_of_projects(dorp):
    ver, over = date(2062, 6, 4), date(2028, 6, 4)
    project = ProjectPageFactory(parent=factories.lijst_van(dorp.beesd, ProjectenPage))
    project.fasen.add(ProjectFase(titel="Bouwen", begin=over, einde=ver))
    oproep = OproepPage(opent=over, sluit=ver, terugkoppeling_uiterlijk=ver, locale=project.locale)
    for pagina, genoemd in ((project, "Einde van fase"), (oproep, "Sluit op: zondag 4 juni 2062")):
        (raad,) = [een for een in twijfels(pagina, None, date(2026, 11, 28)) if VAKER in een.schrijver]
        assert genoemd in raad.schrijver
        assert "zondag 4 juni 2062" in raad.keurder
        assert "2028" not in raad.schrijver
        # What visitors know already isn't asked again.
        assert not [een for een in twijfels(pagina, pagina, date(2026, 11, 28)) if VAKER in een.schrijver]


def test_a_day_to_come_online_that_has_passed_is_no_plan(dorp, item):
    """It comes online at once when it is approved, and nothing says otherwise."""
    meldingen = stuur(dorp, item, "action-submit", begin=moment(5), einde="", go_live_at=moment(-27))
    assert any("na goedkeuring komt de pagina meteen online" in zin for zin in meldingen)
    assert vers(item).get_latest_revision_as_object().go_live_at is None


def test_nor_is_one_that_passed_while_it_waited(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], go_live_at=timezone.now() - timedelta(days=1))
    wacht = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[item.pk])).content.decode()
    assert "na goedkeuring komt de pagina meteen online" in wacht


def test_called_off_with_the_words_of_an_earlier_change_is_asked_about(dorp):
    later = {"status": "gewijzigd", "toelichting": "We zijn een week later."}
    eigenaar = dorp.gebruikers["redactie-beesd"]
    online = agenda_item(dorp.agenda, "Burendag", live=True, eigenaar=eigenaar, **later)
    zin = "nog die van daarvoor: “We zijn een week later.”"
    assert not any(zin in een for een in stuur(dorp, online, "", locatie="De kerk"))
    assert any(zin in een for een in stuur(dorp, online, "action-submit", status="geannuleerd"))
    wacht = als(dorp, "communicatie").get(reverse("werkplek:veranderd", args=[online.pk])).content.decode()
    assert "Stuur anders terug met de vraag om een nieuwe." in wacht
    nieuw = {"status": "geannuleerd", "toelichting": "De zaal is dicht."}
    ander = agenda_item(dorp.agenda, "Borrel", live=True, eigenaar=eigenaar, **later)
    assert not any("van daarvoor" in een for een in stuur(dorp, ander, "action-submit", **nieuw))


def test_the_button_to_call_off_asks_for_its_own_words(dorp):
    later = {"status": "gewijzigd", "toelichting": "We zijn een week later."}
    eigenaar = dorp.gebruikers["redactie-beesd"]
    online = agenda_item(dorp.agenda, "Burendag", live=True, eigenaar=eigenaar, **later)
    velden = lees_formulier(als(dorp, "redactie-beesd"), f"{bewerk_url(online)}{AFGELAST_HET.split('#')[0]}")
    assert velden["status"] == ["geannuleerd"]
    assert velden["toelichting"][0].strip() == ""
