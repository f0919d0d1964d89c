"""A page that waits is changed by who may look at it: the change waits for a colleague, and never for nobody."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from core.goedkeuring.besluiten import mag_goedkeuren
from core.goedkeuring.rollen import communicatie_leden
from core.models import User
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.formulier import bewerk_url, lees_formulier

GOEDKEUREN = {"action-workflow-action": "1", "workflow-action-name": "approve"}


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


@pytest.fixture
def als(dorp):
    def klant(naam: str) -> Client:
        client = Client()
        client.force_login(dorp.gebruikers[naam])
        return client

    return klant


def vers(pagina: Page) -> AgendaItemPage:
    return AgendaItemPage.objects.get(pk=pagina.pk)


def meldingen(antwoord) -> str:
    return " ".join(str(melding) for melding in antwoord.context["messages"])


def nieuw_lid(naam: str) -> User:
    """One more colleague at communications."""
    nieuw = User.objects.create_user(naam, email=f"{naam}@example.nl", password="x")
    nieuw.groups.set(communicatie_leden().first().groups.all())
    return nieuw


def verander(pagina: Page, user, titel: str):
    """Save a waiting page with another title, as this user; return what waits then."""
    tekst = vers(pagina).get_latest_revision_as_object()
    tekst.title = titel
    tekst.save_revision(user=user)
    return vers(pagina).current_workflow_task_state.specific


def test_a_changed_word_waits_on_the_newest_version_for_a_colleague(dorp, item):
    redacteur, keurder, collega = (
        dorp.gebruikers[naam] for naam in ("redactie-beesd", "communicatie", "communicatie-2")
    )
    dien_in(item, redacteur)
    wacht = verander(item, keurder, "Het oogstfeest")
    assert wacht.revision_id == vers(item).latest_revision_id
    assert wacht.revision.as_object().title == "Het oogstfeest"
    assert (wacht.ingediend_door, wacht.schrijver) == (redacteur, keurder)
    with pytest.raises(PermissionDenied):
        keur_goed(wacht, keurder)
    keur_goed(wacht, collega)
    assert (vers(item).live, vers(item).title) == (True, "Het oogstfeest")
    assert not vers(item).has_unpublished_changes


def test_who_approves_never_becomes_the_submitter(dorp, item):
    """A version that nothing told of, as one written past the signals: approving it makes it wait, for anybody."""
    redacteur, keurder = dorp.gebruikers["redactie-beesd"], dorp.gebruikers["communicatie"]
    _, wacht = dien_in(item, redacteur)
    type(wacht).objects.filter(pk=wacht.pk).update(vingerafdruk="iets anders")
    keur_goed(wacht, keurder)
    wacht = vers(item).current_workflow_task_state.specific
    assert not vers(item).live
    assert wacht.ingediend_door == redacteur
    keur_goed(wacht, keurder)
    assert vers(item).live


def test_everybody_who_changed_it_while_it_waited_had_a_hand_in_it(dorp, item):
    een, twee = dorp.gebruikers["communicatie"], dorp.gebruikers["communicatie-2"]
    drie = nieuw_lid("communicatie-3")
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    verander(item, een, "Het oogstfeest")
    wacht = verander(item, twee, "Oogstfeest!")
    assert [mag_goedkeuren(lid, wacht) for lid in (een, twee, drie)] == [False, False, True]


def test_a_change_after_which_nobody_could_approve_is_refused(dorp, item, als):
    een = dorp.gebruikers["communicatie"]
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    wacht = verander(item, een, "Het oogstfeest")
    velden = lees_formulier(als("communicatie-2"), bewerk_url(item)) | {"title": "Nog een keer anders"}
    for knop in ({}, GOEDKEUREN):
        antwoord = als("communicatie-2").post(bewerk_url(item), velden | knop)
        assert "niemand van Communicatie meer" in meldingen(antwoord)
        assert "Nog een keer anders" in antwoord.content.decode(), "what was typed stays in the form"
    assert vers(item).current_workflow_task_state.pk == wacht.pk
    assert vers(item).latest_revision_id == wacht.revision_id
    keur_goed(wacht, dorp.gebruikers["communicatie-2"])
    assert vers(item).live


def test_nobody_submits_what_no_colleague_may_approve(dorp, item, als):
    item.get_latest_revision_as_object().save_revision(user=dorp.gebruikers["redactie-beesd"])
    tekst = vers(item).get_latest_revision_as_object()
    tekst.title = "Oogstfeest!"
    tekst.save_revision(user=dorp.gebruikers["communicatie"])
    client = als("communicatie-2")
    velden = lees_formulier(client, bewerk_url(item)) | {"action-submit": "1"}
    assert "niemand van Communicatie meer" in meldingen(client.post(bewerk_url(item), velden))
    assert not vers(item).workflow_in_progress
    client = als("communicatie")
    assert client.post(bewerk_url(item), velden).status_code == 302
    assert mag_goedkeuren(dorp.gebruikers["communicatie-2"], vers(item).current_workflow_task_state.specific)


def test_who_is_alone_keeps_a_new_page_as_a_draft(dorp, als):
    dorp.gebruikers["communicatie-2"].groups.clear()
    client = als("communicatie")
    adres = reverse("wagtailadmin_pages:add", args=["kernpagina", "agendaitempage", dorp.agenda.pk])
    velden = lees_formulier(client, adres) | {
        "title": "Alleen",
        "slug": "alleen",
        "begin": "05-10-2030 19:30",
        "locatie": "Dorpshuis",
        "samenvatting": "Kort.",
        "action-submit": "1",
    }
    assert "niemand van Communicatie meer" in meldingen(client.post(adres, velden, follow=True))
    pagina = AgendaItemPage.objects.get(title="Alleen")
    assert not pagina.workflow_in_progress
    assert pagina.current_workflow_state is None


def test_mending_a_word_and_approving_in_one_press_hands_it_to_a_colleague(dorp, item, als):
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    client = als("communicatie")
    velden = lees_formulier(client, bewerk_url(item)) | {"title": "Oogstfeest!"} | GOEDKEUREN
    antwoord = client.post(bewerk_url(item), velden, follow=True)
    assert antwoord.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
    assert "Je wijziging is bewaard en wacht nu op een collega" in meldingen(antwoord)
    assert not vers(item).live
    assert vers(item).get_latest_revision().as_object().title == "Oogstfeest!"
    versies = item.revisions.count()
    # The second press of a double click says so again, and makes nothing.
    assert "wacht nu op een collega" in meldingen(client.post(bewerk_url(item), velden, follow=True))
    assert item.revisions.count() == versies
    client = als("communicatie-2")
    velden = lees_formulier(client, bewerk_url(item)) | GOEDKEUREN
    assert "Goedgekeurd en online" in meldingen(client.post(bewerk_url(item), velden, follow=True))
    assert (vers(item).live, vers(item).has_unpublished_changes) == (True, False)


def test_a_double_click_on_approve_makes_no_draft(dorp, item, als):
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    client = als("communicatie")
    velden = lees_formulier(client, bewerk_url(item)) | GOEDKEUREN
    client.post(bewerk_url(item), velden)
    versies = item.revisions.count()
    antwoord = client.post(bewerk_url(item), velden, follow=True)
    assert "Deze pagina is al goedgekeurd, door communicatie" in meldingen(antwoord)
    assert item.revisions.count() == versies
    assert (vers(item).live, vers(item).has_unpublished_changes) == (True, False)


def test_a_double_click_on_submit_says_where_the_page_lies(dorp, item, als):
    client = als("redactie-beesd")
    velden = lees_formulier(client, bewerk_url(item)) | {"action-submit": "1"}
    client.post(bewerk_url(item), velden)
    versies = item.revisions.count()
    assert "ligt bij Communicatie" in meldingen(client.post(bewerk_url(item), velden, follow=True))
    assert item.revisions.count() == versies


def test_a_change_typed_while_a_colleague_approved_is_kept_as_a_draft(dorp, item, als):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    client = als("communicatie")
    velden = lees_formulier(client, bewerk_url(item)) | {"title": "Oogstfeest!"} | GOEDKEUREN
    keur_goed(wacht, dorp.gebruikers["communicatie-2"])
    client.post(bewerk_url(item), velden)
    assert (vers(item).live, vers(item).title, vers(item).draft_title) == (True, "Oogstfeest", "Oogstfeest!")


def test_approving_what_a_colleague_just_changed_asks_to_look_first(dorp, item, als):
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    client = als("communicatie-2")
    velden = lees_formulier(client, bewerk_url(item)) | GOEDKEUREN
    wacht = verander(item, dorp.gebruikers["communicatie"], "Iets heel anders")
    antwoord = client.post(bewerk_url(item), velden, follow=True).content.decode()
    assert "Jij had hier niets veranderd, dus dit is die nieuwe tekst. Lees die eerst." in antwoord
    assert not vers(item).live
    assert vers(item).current_workflow_task_state.pk == wacht.pk


def test_sent_back_and_corrected_by_communications_it_can_still_be_approved(dorp, item, als):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject", comment="Graag korter.")
    client = als("communicatie")
    velden = lees_formulier(client, bewerk_url(item)) | {"title": "Oogst", "action-submit": "1"}
    assert client.post(bewerk_url(item), velden).status_code == 302
    wacht = vers(item).current_workflow_task_state.specific
    assert wacht.ingediend_door == dorp.gebruikers["communicatie"]
    keur_goed(wacht, dorp.gebruikers["communicatie-2"])
    assert vers(item).title == "Oogst"


def test_a_button_that_gives_a_change_to_a_colleague_approves_nothing(dorp, item, als):
    """Also when what was changed was put back as it was."""
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    keurder = als("communicatie")
    adres = bewerk_url(item)
    gegevens = lees_formulier(keurder, adres) | GOEDKEUREN
    keurder.post(adres, gegevens | {"doorgeven": "ja"})
    assert not vers(item).live
    keurder.post(adres, gegevens)
    assert vers(item).live
