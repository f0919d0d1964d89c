"""What was approved for a moment: online then, and off again, also when nobody looked at the clock in time."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from berichten.models import Bericht, Soort
from core.goedkeuring.besluiten import KanNiet, publiceer_met_spoed
from core.goedkeuring.bewaking import EindeVoorbij
from core.models import Goedkeuring
from home.models import InformatiePage
from tests import factories
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.formulier import bewerk_url, lees_formulier
from werkplek import dienst

from .hulp import als, gezien, post

DAG = timedelta(days=1)


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


@pytest.fixture
def bericht(dorp):
    """A page that may vanish on a day."""
    pagina = dorp.home.add_child(instance=InformatiePage(title="Wegwerk", live=False, inhoud=[]))
    pagina.save_revision(user=dorp.gebruikers["communicatie"])
    return pagina


def vers(pagina):
    return type(pagina).objects.get(pk=pagina.pk)


def plan(pagina, dorp, **velden):
    """Submitted by one of communications and approved by the other."""
    versie, wacht = dien_in(vers(pagina), dorp.gebruikers["communicatie"], **velden)
    keur_goed(wacht, dorp.gebruikers["communicatie-2"])
    return versie


def werk(moment) -> int:
    with time_machine.travel(moment):
        return dienst.publiceer_gepland(timezone.now())


def test_a_plan_whose_last_day_passed_while_the_worker_stood_still(dorp, bericht):
    nu = timezone.now()
    plan(bericht, dorp, go_live_at=nu + DAG, expire_at=nu + 2 * DAG)
    assert werk(nu + 3 * DAG) == 0
    assert (vers(bericht).live, vers(bericht).first_published_at) == (False, None)
    assert post(Soort.GEPUBLICEERD) == {"communicatie@example.nl"}
    (mail,) = Bericht.objects.filter(soort=Soort.GEPUBLICEERD)
    assert mail.onderwerp == "Niet online gekomen: Wegwerk"
    assert "al voorbij" in mail.tekst
    # Once is enough.
    assert werk(nu + 4 * DAG) == 0
    assert Bericht.objects.filter(soort=Soort.GEPUBLICEERD).count() == 1


def test_what_would_be_off_again_at_once_is_not_approved(dorp, bericht):
    _, wacht = dien_in(bericht, dorp.gebruikers["communicatie"], expire_at=timezone.now() - DAG)
    adres = reverse("wagtailadmin_pages:workflow_action", args=[bericht.pk, "approve", wacht.pk])
    antwoord = als(dorp, "communicatie-2").post(adres, {"comment": ""}, follow=True)
    assert "al voorbij" in antwoord.content.decode()
    assert not vers(bericht).live
    assert vers(bericht).workflow_in_progress


def test_nor_does_wagtails_own_command_publish_it(dorp, bericht):
    nu = timezone.now()
    plan(bericht, dorp, go_live_at=nu + DAG, expire_at=nu + 2 * DAG)
    with time_machine.travel(nu + 3 * DAG), pytest.raises(EindeVoorbij):
        call_command("publish_scheduled")
    assert not vers(bericht).live


def test_nor_does_haste(dorp, bericht):
    user = dorp.gebruikers["communicatie"]
    user.user_permissions.add(Permission.objects.get(codename="spoedpublicatie"))
    dien_in(bericht, user, expire_at=timezone.now() - DAG)
    with pytest.raises(KanNiet):
        publiceer_met_spoed(vers(bericht), user, "haast", gezien(bericht))
    client = als(dorp, "communicatie")
    velden = {"reden": "haast", "gezien": gezien(bericht)}
    antwoord = client.post(reverse("werkplek:spoed", args=[bericht.pk]), velden, follow=True)
    assert "al voorbij" in antwoord.content.decode()
    assert not vers(bericht).live


def test_haste_doesnt_wait_for_the_moment_that_was_planned(dorp, item):
    user = dorp.gebruikers["communicatie"]
    user.user_permissions.add(Permission.objects.get(codename="spoedpublicatie"))
    dien_in(item, dorp.gebruikers["redactie-beesd"], go_live_at=timezone.now() + DAG)
    publiceer_met_spoed(vers(item), user, "Hoog water", gezien(item))
    assert vers(item).live
    assert not vers(item).workflow_in_progress


def test_it_goes_off_on_its_day_and_can_be_saved_again(dorp, bericht):
    nu = timezone.now()
    plan(bericht, dorp, expire_at=nu + DAG)
    assert vers(bericht).live
    werk(nu + 2 * DAG)
    assert (vers(bericht).live, vers(bericht).expired, vers(bericht).expire_at) == (False, True, None)
    with time_machine.travel(nu + 3 * DAG):
        client = als(dorp, "communicatie")
        velden = lees_formulier(client, bewerk_url(bericht))
        assert velden["expire_at"] in ([""], [])
        assert client.post(bewerk_url(bericht), velden | {"action-submit": "1"}).status_code == 302
        wacht = vers(bericht).current_workflow_task_state.specific
        keur_goed(wacht, dorp.gebruikers["communicatie-2"])
    assert vers(bericht).live


@pytest.mark.parametrize("hoe", ["met de hand", "met het commando van Wagtail"])
def test_taken_off_otherwise_it_can_be_saved_after_its_day_too(dorp, bericht, hoe):
    nu = timezone.now()
    plan(bericht, dorp, expire_at=nu + DAG)
    if hoe == "met de hand":
        factories.depubliceer(vers(bericht))
    with time_machine.travel(nu + 2 * DAG):
        call_command("publish_scheduled")
        client = als(dorp, "communicatie")
        velden = lees_formulier(client, bewerk_url(bericht)) | {"action-submit": "1"}
        assert client.post(bewerk_url(bericht), velden).status_code == 302
        assert vers(bericht).get_latest_revision_as_object().expire_at is None


def test_a_change_that_waits_when_its_page_goes_off_can_still_be_approved(dorp, bericht):
    nu = timezone.now()
    plan(bericht, dorp, expire_at=nu + DAG)
    dien_in(vers(bericht), dorp.gebruikers["communicatie"], title="Nog meer wegwerk")
    werk(nu + 2 * DAG)
    wacht = vers(bericht).current_workflow_task_state.specific
    keur_goed(wacht, dorp.gebruikers["communicatie-2"])
    assert (vers(bericht).live, vers(bericht).title) == (True, "Nog meer wegwerk")


def test_of_two_plans_whose_moment_came_the_last_goes_live_once(dorp, item):
    nu = timezone.now()
    eerste = plan(item, dorp, title="Eerste", go_live_at=nu + DAG)
    tweede = plan(item, dorp, title="Tweede", go_live_at=nu + 2 * DAG)
    # Wagtail keeps one plan of a page; a script may leave two.
    Goedkeuring.objects.update(vervallen_op=None)
    Revision.objects.filter(pk=eerste.pk).update(approved_go_live_at=nu + DAG)
    assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 2
    assert werk(nu + DAG + timedelta(hours=1)) == 1
    assert vers(item).title == "Eerste"
    tweede.refresh_from_db()
    assert tweede.approved_go_live_at, "the later one is still to come"
    Revision.objects.filter(pk=eerste.pk).update(approved_go_live_at=nu + DAG)
    assert werk(nu + 3 * DAG) == 1
    assert vers(item).title == "Tweede"
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    assert werk(nu + 4 * DAG) == 0


def test_a_later_version_still_comes_after_its_page_went_off(dorp, bericht):
    nu = timezone.now()
    plan(bericht, dorp, expire_at=nu + DAG)
    plan(bericht, dorp, title="Weer wegwerk", go_live_at=nu + 3 * DAG, expire_at=nu + 9 * DAG)
    werk(nu + 2 * DAG)
    assert not vers(bericht).live
    assert werk(nu + 4 * DAG) == 1
    assert (vers(bericht).live, vers(bericht).title) == (True, "Weer wegwerk")


def test_what_was_approved_for_one_place_doesnt_go_live_in_another(dorp, item):
    nu = timezone.now()
    versie = plan(item, dorp, go_live_at=nu + DAG)
    vers(item).move(dorp.agenda_heukelum, pos="last-child")
    versie.refresh_from_db()
    assert versie.approved_go_live_at is None
    assert Bericht.objects.get(soort=Soort.GEPUBLICEERD).onderwerp == "Niet online gekomen: Oogstfeest"
    assert werk(nu + 2 * DAG) == 0
    assert not vers(item).live
    # Another place among its sisters is no other place.
    versie = plan(item, dorp, title="Schouw", go_live_at=nu + DAG)
    agenda_item(dorp.agenda_heukelum, "Ander", live=False).move(vers(item), pos="left")
    vers(item).move(dorp.agenda_heukelum, pos="first-child")
    assert werk(nu + 2 * DAG) == 1


def test_a_page_deleted_after_it_was_approved_leaves_the_others(dorp, item):
    nu = timezone.now()
    plan(item, dorp, go_live_at=nu + DAG)
    ander = agenda_item(dorp.agenda, "Ander", live=False)
    plan(ander, dorp, go_live_at=nu + DAG)
    vers(item).delete()
    assert werk(nu + 2 * DAG) == 1
    assert vers(ander).live


def test_what_is_wrong_with_a_plan_names_the_fields_as_the_form_does(dorp):
    item = agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    client, adres = als(dorp, "redactie-beesd"), bewerk_url(item)
    plan = {"go_live_at": "2031-05-03 10:00", "expire_at": "2031-05-02 10:00"}
    html = client.post(adres, lees_formulier(client, adres) | plan).content.decode()
    assert "‘Komt online op’ moet voor ‘Gaat van de site op’ liggen." in html
    html = client.post(
        adres, lees_formulier(client, adres) | {"expire_at": "2025-05-02 10:00"}
    ).content.decode()
    assert "Kies bij ‘Gaat van de site op’ een latere dag" in html
    assert "ervaldatum" not in html
