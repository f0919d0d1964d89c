"""From writing to reading: what people see and which mail they get on the way."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from berichten.models import Afmelding, Bericht, Soort
from core.goedkeuring.besluiten import publiceer_met_spoed
from core.goedkeuring.rollen import mag_spoedpublicatie
from core.models import Goedkeuring
from kernpagina.models import AgendaItemPage
from tests.dorp import agenda_item, dien_in, keur_goed
from werkplek import dienst, intrekken
from werkplek.models import Besluit, IntrekVerzoek

from .hulp import als, gezien, na_de_rust, post


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


def test_mail_of_each_step_goes_to_who_needs_it(dorp, item):
    redacteur, keurder = dorp.gebruikers["redactie-beesd"], dorp.gebruikers["communicatie"]
    _, wacht = dien_in(item, redacteur)
    assert post(Soort.INGEDIEND) == {"communicatie@example.nl", "communicatie-2@example.nl"}
    wacht.task.specific.on_action(wacht, keurder, "reject", comment="Graag de tijd erbij.")
    bericht = Bericht.objects.get(soort=Soort.TERUGGESTUURD)
    assert bericht.adres == "redactie-beesd@example.nl"
    assert "Graag de tijd erbij." in bericht.tekst
    assert f"/cms/pages/{item.pk}/edit/" in bericht.tekst
    staat = item.current_workflow_state
    staat.resume(redacteur)
    keur_goed(item.current_workflow_task_state, keurder)
    na_de_rust()
    bericht = Bericht.objects.get(soort=Soort.GOEDGEKEURD)
    assert bericht.adres == "redactie-beesd@example.nl"
    assert "staat nu online" in bericht.tekst
    assert "<p>" in bericht.html


def test_communications_isnt_asked_to_approve_its_own_work(dorp, item):
    dien_in(item, dorp.gebruikers["communicatie"])
    assert post(Soort.INGEDIEND) == {"communicatie-2@example.nl"}


def test_who_switched_a_kind_of_mail_off_gets_none_of_it(dorp, item):
    Afmelding.objects.create(user=dorp.gebruikers["communicatie"], soort=Soort.INGEDIEND)
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    assert post(Soort.INGEDIEND) == {"communicatie-2@example.nl"}


def test_mail_is_chosen_in_the_account(dorp):
    adres = reverse("wagtailadmin_account")
    keuzes = {}
    for naam in ("redactie-beesd", "communicatie"):
        client = als(dorp, naam)
        velden = client.get(adres).context["panels_by_tab"]
        (formulier,) = (
            paneel.get_form() for tab in velden.values() for paneel in tab if paneel.name == "mail"
        )
        keuzes[naam] = {soort for soort, _ in formulier.fields["soorten"].choices}
        html = client.get(adres).content.decode()
        assert "Mail van Bloei!" in html
        # Wagtail's own switches for what is mailed by us would do nothing.
        assert "rejected_notifications" not in html
        velden = querydict_from_html(html)
        velden.setlist("mail-soorten", [Soort.GOEDGEKEURD])
        velden["name_email-first_name"], velden["name_email-last_name"] = "Sam", "de Boer"
        assert client.post(adres, velden).status_code == 302
        uit = set(dorp.gebruikers[naam].afmeldingen.values_list("soort", flat=True))
        assert uit == keuzes[naam] - {Soort.GOEDGEKEURD}
    assert Soort.INGEDIEND in keuzes["communicatie"] - keuzes["redactie-beesd"]


def test_planned_page_goes_live_and_says_so(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    nu = timezone.now()
    _, wacht = dien_in(item, redacteur, go_live_at=nu + timedelta(days=3))
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert not AgendaItemPage.objects.get(pk=item.pk).live
    na_de_rust()
    assert "komt vanzelf online" in Bericht.objects.get(soort=Soort.GOEDGEKEURD).tekst
    assert dienst.publiceer_gepland(nu) == 0
    with time_machine.travel(nu + timedelta(days=4)):
        assert dienst.publiceer_gepland(timezone.now()) == 1
        assert dienst.publiceer_gepland(timezone.now()) == 0
    assert AgendaItemPage.objects.get(pk=item.pk).live
    assert post(Soort.GEPUBLICEERD) == {"redactie-beesd@example.nl"}


def test_communications_pulls_a_planned_page_back(dorp, item):
    nu = timezone.now()
    versie, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"], go_live_at=nu + timedelta(days=3))
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    adres = reverse("wagtailadmin_pages:revisions_unschedule", args=[item.pk, versie.pk])
    assert als(dorp, "redactie-beesd").post(adres).status_code == 302
    versie.refresh_from_db()
    assert versie.approved_go_live_at
    als(dorp, "communicatie-2").post(adres)
    versie.refresh_from_db()
    assert versie.approved_go_live_at is None
    assert not Goedkeuring.objects.openstaand().exists()
    # Who was told that it would come by itself, is told that it won't; once, however often it's pressed.
    als(dorp, "communicatie").post(adres)
    assert post(Soort.GEPUBLICEERD) == {"redactie-beesd@example.nl"}
    bericht = Bericht.objects.get(soort=Soort.GEPUBLICEERD)
    assert bericht.onderwerp == "Planning geannuleerd: Oogstfeest"
    assert "communicatie-2 heeft de planning van Oogstfeest geannuleerd." in bericht.tekst
    assert date_format(timezone.localtime(nu + timedelta(days=3)), "l j F") in bericht.tekst


def test_editor_asks_to_take_a_page_off_and_communications_decides(dorp):
    pagina = agenda_item(dorp.agenda, "Oud nieuws", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    adres = reverse("werkplek:intrekken", args=[pagina.pk])
    assert als(dorp, "redactie-heukelum").get(adres).status_code == 404
    redacteur = als(dorp, "redactie-beesd")
    assert redacteur.get(adres).status_code == 200
    redacteur.post(adres, {"reden": "Klopt niet meer."})
    verzoek = IntrekVerzoek.objects.get()
    assert AgendaItemPage.objects.get(pk=pagina.pk).live
    assert post(Soort.INTREKVERZOEK) == {"communicatie@example.nl", "communicatie-2@example.nl"}
    besluit = reverse("werkplek:besluit", args=[verzoek.pk])
    redacteur.post(besluit, {"besluit": "ingetrokken"})
    assert AgendaItemPage.objects.get(pk=pagina.pk).live
    assert "Klopt niet meer." in als(dorp, "communicatie").get(reverse("wagtailadmin_home")).content.decode()
    als(dorp, "communicatie").post(besluit, {"besluit": "ingetrokken"})
    assert not AgendaItemPage.objects.get(pk=pagina.pk).live
    assert post(Soort.INGETROKKEN) == {"redactie-beesd@example.nl"}
    verzoek.refresh_from_db()
    assert verzoek.besluit == Besluit.INGETROKKEN


def test_communications_takes_a_page_off_at_once(dorp):
    pagina = agenda_item(dorp.agenda, "Fout", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    als(dorp, "communicatie").post(reverse("werkplek:intrekken", args=[pagina.pk]), {"reden": "Privacy."})
    assert not AgendaItemPage.objects.get(pk=pagina.pk).live
    assert PageLogEntry.objects.get(action="bloei.ingetrokken").data["reden"] == "Privacy."


@pytest.mark.parametrize("naam", ["redactie-beesd", "communicatie", "beheer"])
def test_nobody_publishes_with_haste_by_default(dorp, item, naam):
    with pytest.raises(PermissionDenied):
        publiceer_met_spoed(item, dorp.gebruikers[naam], "haast", gezien(item))
    assert als(dorp, naam).post(
        reverse("werkplek:spoed", args=[item.pk]), {"reden": "haast", "gezien": gezien(item)}
    ).status_code in (302, 403)
    assert not AgendaItemPage.objects.get(pk=item.pk).live


def test_an_administrator_gives_the_right_to_publish_with_haste_on_a_form(dorp, item):
    user = dorp.gebruikers["communicatie"]
    recht = Permission.objects.get(codename="spoedpublicatie")
    adres = reverse("wagtailusers_groups:edit", args=[user.groups.get().pk])
    client = als(dorp, "beheer")
    html = client.get(adres).content.decode()
    assert "Met spoed publiceren, zonder goedkeuring van een ander" in html
    velden = querydict_from_html(html, form_index=0)
    velden.appendlist("permissions", str(recht.pk))
    antwoord = client.post(adres, velden)
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    assert mag_spoedpublicatie(user)
    assert not mag_spoedpublicatie(dorp.gebruikers["redactie-beesd"])


def test_autosave_doesnt_touch_a_running_approval(dorp, item):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    versies = item.revisions.count()
    antwoord = als(dorp, "communicatie").post(
        reverse("wagtailadmin_pages:edit", args=[item.pk]),
        {"title": "Getypt"},
        headers={"accept": "application/json"},
    )
    assert antwoord.json()["error_code"] == "locked"
    wacht.refresh_from_db()
    assert wacht.status == "in_progress"
    assert item.revisions.count() == versies


def test_a_page_that_waits_says_how_to_go_on(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    adres = reverse("wagtailadmin_pages:edit", args=[item.pk])
    assert "ligt bij Communicatie" in als(dorp, "redactie-beesd").get(adres).content.decode()
    assert "ligt bij Communicatie" not in als(dorp, "communicatie").get(adres).content.decode()


def test_only_communications_decides_on_a_withdrawal(dorp):
    pagina = agenda_item(dorp.agenda, "Blijft", live=True)
    with pytest.raises(PermissionDenied):
        intrekken.haal_weg(pagina, dorp.gebruikers["beheer"], "zomaar")
    assert AgendaItemPage.objects.get(pk=pagina.pk).live


def test_what_is_over_stays_readable(dorp):
    item = agenda_item(dorp.agenda, "Voorbij", live=False)
    item.expire_at = timezone.now() + timedelta(days=1)
    with pytest.raises(ValidationError, match="archief"):
        item.full_clean()


@pytest.mark.parametrize("wie", ["communicatie", "beheer"])
def test_what_is_online_is_taken_off_before_it_can_be_deleted_or_moved(dorp, wie):
    item = agenda_item(dorp.agenda, "Staat online", live=True)
    client = als(dorp, wie)
    client.post(reverse("wagtailadmin_pages:delete", args=[item.pk]))
    client.post(reverse("wagtailadmin_pages:delete", args=[dorp.agenda.pk]))
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[item.pk, dorp.agenda_heukelum.pk]))
    assert AgendaItemPage.objects.child_of(dorp.agenda).get(pk=item.pk).live


def test_sent_back_with_a_remark_only(dorp, item):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    adres = reverse("wagtailadmin_pages:workflow_action", args=[item.pk, "reject", wacht.pk])
    als(dorp, "communicatie").post(adres, {"comment": " "})
    wacht.refresh_from_db()
    assert wacht.status == "in_progress"
