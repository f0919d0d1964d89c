"""From writing to reading: what people see and which mail they get on the way."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from berichten.models import Afmelding, Bericht, Soort
from core.goedkeuring.besluiten import publiceer_met_spoed
from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.models import Goedkeuring
from kernpagina.models import AgendaItemPage, OproepenPage, OproepPage
from tests.goedkeuring.dorp import agenda_item, dien_in, keur_goed
from werkplek import dienst, intrekken
from werkplek.models import Besluit, IntrekVerzoek
from werkplek.overzicht import bureau_van, wat_wacht
from werkplek.panels import snelkoppelingen
from werkplek.rapport import doorlooptijden


def als(dorp, naam: str) -> Client:
    client = Client()
    client.force_login(dorp.gebruikers[naam])
    return client


def post(soort: Soort) -> set[str]:
    return set(Bericht.objects.filter(soort=soort).values_list("adres", flat=True))


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
    client = als(dorp, "redactie-beesd")
    assert "Mail van Bloei!" in client.get(reverse("wagtailadmin_account")).content.decode()


def test_planned_page_goes_live_and_says_so(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    nu = timezone.now()
    _, wacht = dien_in(item, redacteur, go_live_at=nu + timedelta(days=3))
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert not AgendaItemPage.objects.get(pk=item.pk).live
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


def test_editor_asks_to_take_a_page_off_and_communications_decides(dorp):
    pagina = agenda_item(dorp.agenda, "Oud nieuws", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    adres = reverse("werkplek:intrekken", args=[pagina.pk])
    assert als(dorp, "redactie-heukelum").get(adres).status_code in (302, 404)
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
        publiceer_met_spoed(item, dorp.gebruikers[naam], "haast")
    assert als(dorp, naam).post(
        reverse("werkplek:spoed", args=[item.pk]), {"reden": "haast"}
    ).status_code in (302, 403)
    assert not AgendaItemPage.objects.get(pk=item.pk).live


def test_haste_needs_the_permission_and_a_reason_and_stands_in_the_log(dorp, item):
    user = dorp.gebruikers["communicatie"]
    user.user_permissions.add(Permission.objects.get(codename="spoedpublicatie"))
    client = als(dorp, "communicatie")
    adres = reverse("werkplek:spoed", args=[item.pk])
    client.post(adres, {"reden": " "})
    assert not AgendaItemPage.objects.get(pk=item.pk).live
    client.post(adres, {"reden": "Hoog water."})
    assert AgendaItemPage.objects.get(pk=item.pk).live
    assert PageLogEntry.objects.get(action="bloei.spoedpublicatie").data["reden"] == "Hoog water."


def test_home_of_communications_shows_what_waits_oldest_first(dorp, item):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    ander = agenda_item(dorp.agenda_heukelum, "Schouw", live=False)
    dien_in(ander, dorp.gebruikers["communicatie"])
    type(wacht).objects.filter(pk=wacht.pk).update(started_at=timezone.now() - timedelta(days=14))
    rijen = wat_wacht(timezone.localdate())
    assert [(rij.titel, rij.kern) for rij in rijen] == [("Oogstfeest", "Beesd"), ("Schouw", "Heukelum")]
    assert rijen[0].kleur == "te-laat"
    html = als(dorp, "communicatie").get(reverse("wagtailadmin_home")).content.decode()
    assert html.index("Oogstfeest") < html.index("Schouw")
    assert "Een collega keurt dit goed" in html


def test_home_of_an_editor_has_shortcuts_that_land_on_the_form(dorp, item):
    client = als(dorp, "redactie-beesd")
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    for label in ("Nieuw agenda-item", "Nieuw project", "Nieuwe oproep", "Kernagenda bijwerken"):
        assert label in html
    assert "Oogstfeest" in html
    for _, adres in snelkoppelingen(dorp.beesd):
        antwoord = client.get(adres)
        assert antwoord.status_code == 200
        assert "page-edit-form" in antwoord.content.decode()


def test_desk_of_an_editor(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    concept = agenda_item(dorp.agenda, "Nog bezig", live=False, eigenaar=redacteur)
    _, wacht = dien_in(item, redacteur)
    bureau = bureau_van(redacteur, timezone.localdate())
    assert [pagina.pk for pagina in bureau.concepten] == [concept.pk]
    assert [staat.pagina.pk for staat in bureau.ingediend] == [item.pk]
    wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject", comment="Kort!")
    assert bureau_van(redacteur, timezone.localdate()).teruggestuurd[0].current_task_state.comment == "Kort!"
    assert bureau_van(dorp.gebruikers["redactie-heukelum"], timezone.localdate()).teruggestuurd == []


def test_menu_of_an_editor_holds_what_an_editor_can_use(dorp):
    html = als(dorp, "redactie-beesd").get(reverse("wagtailadmin_home")).content.decode()
    for weg in ("/cms/reports/", "/cms/snippets/", "guide.wagtail.org", "/cms/settings/"):
        assert weg not in html
    for wel in ("/cms/images/", "/cms/documents/", "/cms/handleiding/"):
        assert wel in html


def test_explorer_of_an_editor_opens_in_their_own_kern(dorp):
    antwoord = als(dorp, "redactie-beesd").get(reverse("wagtailadmin_explore_root"), follow=True)
    assert antwoord.context["parent_page"].pk == dorp.beesd.pk


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_turnaround_can_be_taken_along(dorp, item, soort):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    (rij,) = doorlooptijden()
    assert (rij.kern, rij.goedgekeurd, rij.werkdagen_langst) == ("Beesd", 1, 0)
    client = als(dorp, "communicatie")
    assert "Beesd" in client.get(reverse("werkplek:doorlooptijd")).content.decode()
    uitvoer = client.get(reverse("werkplek:doorlooptijd"), {"export": soort})
    assert uitvoer.status_code == 200
    assert b"".join(uitvoer)[:4] == (b"Maan" if soort == "csv" else b"PK\x03\x04")
    assert als(dorp, "redactie-beesd").get(reverse("werkplek:doorlooptijd")).status_code == 302


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


def test_handbook_opens(dorp):
    for hoofdstuk in ("redactie", "communicatie"):
        html = (
            als(dorp, "redactie-beesd")
            .get(reverse("werkplek:handleiding", args=[hoofdstuk]))
            .content.decode()
        )
        assert "<h2>" in html


def test_reminder_once_a_day(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    nu = timezone.now()
    dienst.herinner(nu)
    assert post(Soort.HERINNERING) == set()
    later = nu + timedelta(days=7)
    dienst.herinner(later)
    dienst.herinner(later)
    assert Bericht.objects.filter(soort=Soort.HERINNERING).count() == 2


def test_only_communications_decides_on_a_withdrawal(dorp):
    pagina = agenda_item(dorp.agenda, "Blijft", live=True)
    with pytest.raises(PermissionDenied):
        intrekken.haal_weg(pagina, dorp.gebruikers["beheer"], "zomaar")
    assert AgendaItemPage.objects.get(pk=pagina.pk).live


def test_one_round_of_the_worker_does_it_all(dorp, item, mailoutbox, monkeypatch):
    # It would end the transaction of this test, as it ends a connection that was left in a bad state.
    monkeypatch.setattr("werkplek.management.commands.werk.close_old_connections", lambda: None)
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    call_command("werk", eenmaal=True)
    assert {bericht.to[0] for bericht in mailoutbox} == {
        "communicatie@example.nl",
        "communicatie-2@example.nl",
    }
    call_command("werk", eenmaal=True)
    assert len(mailoutbox) == 2


def test_one_part_that_fails_doesnt_stop_the_others(dorp, item, mailoutbox):
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    with patch("werkplek.dienst.publiceer_gepland", side_effect=RuntimeError("kapot")):
        dienst.ronde(timezone.now())
    assert len(mailoutbox) == 2


def test_calls_that_owe_an_answer_remind_editor_and_communications(dorp):
    dag = timezone.localdate()
    with zonder_goedkeuring("tests"):
        OproepenPage.objects.child_of(dorp.beesd).get().add_child(
            instance=OproepPage(
                title="Denk mee",
                vraag="Wat vind je?",
                soort="ideeën",
                opent=dag - timedelta(days=40),
                sluit=dag - timedelta(days=20),
                terugkoppeling_uiterlijk=dag + timedelta(days=5),
                niveau="raadplegen",
                offline_meedoen="In het dorpshuis",
            )
        )
    dienst.herinner(timezone.now())
    dienst.herinner(timezone.now())
    wie = {
        f"{naam}@example.nl"
        for naam in ("redactie-beesd", "redactie-beesd-2", "communicatie", "communicatie-2")
    }
    assert post(Soort.TERUGKOPPELING) == wie
    assert Bericht.objects.count() == 4
    dienst.herinner(timezone.now() + timedelta(days=6))
    assert Bericht.objects.filter(onderwerp__startswith="Terugkoppeling te laat").count() == 4


def test_what_is_over_stays_readable(dorp):
    item = agenda_item(dorp.agenda, "Voorbij", live=False)
    item.expire_at = timezone.now() + timedelta(days=1)
    with pytest.raises(ValidationError, match="archief"):
        item.full_clean()
