"""Deciding about a page: what follows, and what one reads of a page that waits or is planned."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file

from core.goedkeuring.besluiten import trek_terug
from core.models import BloeiImage
from core.tijd import vandaag
from tests.dorp import agenda_item, dien_in, keur_goed
from tests.formulier import bewerk_url, lees_formulier
from werkplek.bureau import bureau_van
from werkplek.mijn_paginas import paginas_van

from .hulp import als, besluit, meldingen, vers


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


def test_after_deciding_comes_the_next_one(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    _, eerste = dien_in(item, redacteur, title="Een")
    ander = agenda_item(dorp.agenda, "Twee", live=False, eigenaar=redacteur)
    _, tweede = dien_in(ander, redacteur)
    client = als(dorp, "communicatie")
    antwoord = besluit(client, eerste, "approve")
    assert antwoord.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
    assert "Goedgekeurd en online: Een" in meldingen(antwoord)
    assert reverse("werkplek:veranderd", args=[ander.pk]) in meldingen(antwoord)
    antwoord = besluit(client, tweede, "reject", comment="Te kort")
    assert "Teruggestuurd: Twee" in meldingen(antwoord)
    assert "Volgende" not in meldingen(antwoord)
    # A second press finds it done, and says so.
    assert "al teruggestuurd, door communicatie" in meldingen(besluit(client, tweede, "reject"))


def test_who_decides_about_what_was_taken_back_and_submitted_anew_is_told(dorp, item):
    redacteur = dorp.gebruikers["redactie-beesd"]
    _, eerste = dien_in(item, redacteur, title="Een")
    trek_terug(eerste.workflow_state, redacteur)
    dien_in(item, redacteur, title="Twee")
    zin = meldingen(besluit(als(dorp, "communicatie"), eerste, "approve"))
    assert "De tekst is intussen veranderd. Kijk eerst wat er nu staat." in zin
    assert vers(item).title == "Oogstfeest"


def test_approved_for_later_says_when(dorp, item):
    moment = timezone.localtime().replace(year=2031, month=5, day=3, hour=10, minute=0)
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"], go_live_at=moment)
    zin = meldingen(besluit(als(dorp, "communicatie"), wacht, "approve"))
    assert "Goedgekeurd, komt online op 3 mei 2031, 10.00 uur: Oogstfeest" in zin


def test_a_moment_that_has_passed_is_now(dorp, item):
    _, wacht = dien_in(
        item, dorp.gebruikers["redactie-beesd"], title="Nu", go_live_at=timezone.now() - timedelta(days=1)
    )
    assert "Goedgekeurd en online: Nu" in meldingen(besluit(als(dorp, "communicatie"), wacht, "approve"))
    assert vers(item).title == "Nu"


def test_the_picture_of_a_waiting_page_changed_by_who_would_approve_it(dorp):
    """Its text goes public with the page: who wrote that, doesn't approve it."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    foto = BloeiImage.objects.create(title="plein", file=get_test_image_file(), alt_tekst="Een plein")
    nieuw = agenda_item(dorp.agenda, "Met foto", live=False, eigenaar=redacteur)
    _, wacht = dien_in(nieuw, redacteur, foto=foto)
    client = als(dorp, "communicatie")
    client.post(
        reverse("wagtailimages:edit", args=[foto.pk]),
        {"title": "plein", "alt_tekst": "Zelf bedacht", "collection": foto.collection_id},
    )
    foto.refresh_from_db()
    assert foto.alt_tekst == "Zelf bedacht"
    antwoord = besluit(als(dorp, "communicatie-2"), wacht, "approve")
    assert "Nog niet goedgekeurd: Met foto" in meldingen(antwoord)
    wacht = vers(nieuw).current_workflow_task_state.specific
    besluit(client, wacht, "approve")
    assert not vers(nieuw).live
    besluit(als(dorp, "communicatie-2"), wacht, "approve")
    assert vers(nieuw).live


def test_a_waiting_page_is_to_read_and_can_be_taken_back(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nieuw")
    client = als(dorp, "redactie-beesd")
    html = client.get(bewerk_url(item)).content.decode()
    assert "ligt bij Communicatie" in html
    assert "page-edit-form" not in html
    assert "contenteditable" not in html
    adres = reverse("werkplek:terughalen", args=[item.pk])
    assert adres in html
    # Who neither wrote nor submitted it, leaves it where it is.
    for wie in ("redactie-beesd-2", "redactie-heukelum", "beheer"):
        als(dorp, wie).post(adres)
        assert vers(item).workflow_in_progress
    assert client.get(adres).status_code == 405
    client.post(adres)
    assert not vers(item).workflow_in_progress
    assert "page-edit-form" in client.get(bewerk_url(item)).content.decode()


@pytest.mark.parametrize("diende_in", ["redactie-beesd-2", "communicatie"])
def test_who_cannot_take_a_page_back_reads_whom_to_ask(dorp, item, diende_in):
    """No sentence names a button that isn't there; also not in a form that was open when a colleague submitted the page."""
    item.owner = dorp.gebruikers[diende_in]
    item.save()
    client, adres = als(dorp, "redactie-beesd"), bewerk_url(item)
    open_ = lees_formulier(client, adres)
    dien_in(item, dorp.gebruikers[diende_in], title="Nieuw")
    geweigerd = client.post(adres, open_ | {"title": "Later"}, headers={"accept": "application/json"}).json()
    assert "Wat je hier nog typt, wordt niet bewaard." in geweigerd["error_message"]
    assert "Haal" not in geweigerd["error_message"]
    html = client.get(adres).content.decode()
    vraag = f"Vraag dan {dorp.gebruikers[diende_in]} om hem terug te halen"
    assert (f"{vraag}, of vraag Communicatie" in html, f"{vraag}. Daarna" in html) == (
        diende_in != "communicatie",
        diende_in == "communicatie",
    )
    for knop in ("Haal de pagina", reverse("werkplek:terughalen", args=[item.pk])):
        assert knop not in html
        if diende_in == "redactie-beesd-2":
            assert knop in als(dorp, diende_in).get(adres).content.decode()


@pytest.mark.parametrize("hoe", ["terughalen", "formulier"])
def test_what_was_just_sent_back_is_not_taken_back(dorp, item, hoe):
    """Who still has the page open that waited: the remark stays, above the form and on the front page."""
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    client = als(dorp, "redactie-beesd")
    besluit(als(dorp, "communicatie"), wacht, "reject", comment="Noem de zaal")
    if hoe == "terughalen":
        antwoord = client.post(reverse("werkplek:terughalen", args=[item.pk]), follow=True)
        assert meldingen(antwoord).strip() == "Deze pagina is al teruggestuurd, door communicatie."
    else:
        knoppen = {"action-cancel-workflow": "1"}
        client.post(bewerk_url(item), lees_formulier(client, bewerk_url(item)) | knoppen)
    antwoord = client.get(bewerk_url(item))
    assert "Noem de zaal" in antwoord.content.decode()
    assert "action-cancel-workflow" not in antwoord.content.decode()
    bureau = bureau_van(dorp.gebruikers["redactie-beesd"], vandaag())
    assert ([staat.pagina.pk for staat in bureau.teruggestuurd], bureau.concepten) == ([item.pk], [])


def test_who_takes_back_what_was_just_approved_hears_so(dorp, item):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"])
    besluit(als(dorp, "communicatie"), wacht, "approve")
    client = als(dorp, "redactie-beesd")
    antwoord = client.post(reverse("werkplek:terughalen", args=[item.pk]), follow=True)
    assert meldingen(antwoord).strip() == "Deze pagina is al goedgekeurd, door communicatie."


def test_a_planned_page_is_to_read_for_everybody(dorp, item):
    _, wacht = dien_in(item, dorp.gebruikers["redactie-beesd"], go_live_at=timezone.now() + timedelta(days=3))
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    for wie in ("redactie-beesd", "communicatie"):
        html = als(dorp, wie).get(bewerk_url(item)).content.decode()
        assert "page-edit-form" not in html
        assert ("Planning annuleren" in html) == (wie == "communicatie")
        assert "Dat kan weer als Communicatie de planning annuleert" in html
    redacteur = dorp.gebruikers["redactie-beesd"]
    (rij,) = [rij for soort in paginas_van(redacteur, vandaag()) for rij in soort.rijen]
    assert rij.acties[0] == ("Bekijken", bewerk_url(item))
    # Called off by communications, who touched it last, it lies on the desk of who wrote it.
    afplannen = reverse(
        "wagtailadmin_pages:revisions_unschedule", args=[item.pk, vers(item).latest_revision_id]
    )
    als(dorp, "communicatie").post(afplannen)
    vers(item).save_revision(user=dorp.gebruikers["communicatie"])
    assert [pagina.pk for pagina in bureau_van(redacteur, vandaag()).concepten] == [item.pk]


def test_the_buttons_on_a_waiting_page_say_what_happens(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"], title="Nieuw")
    html = als(dorp, "communicatie").get(bewerk_url(item)).content.decode()
    assert html.count("Wijziging aan een collega geven") >= 2, (
        "the button to save, and the one to approve once changed"
    )
    assert re.search(r"Ligt bij Communicatie \((nu|.* geleden) ingediend\)", html)
    for weg in ("Concept opslaan", "Herstart workflow", "/unpublish/"):
        assert weg not in html
    assert reverse("werkplek:intrekken", args=[item.pk]) in html


def test_the_state_of_a_page_in_words(dorp, item):
    nieuw = agenda_item(dorp.agenda, "Concept", live=False)
    standen = [item.status_string, nieuw.status_string]
    for pagina in (item, nieuw):
        _, wacht = dien_in(pagina, dorp.gebruikers["redactie-beesd"], title="Anders")
        standen.append(vers(pagina).status_string)
        wacht.task.specific.on_action(wacht, dorp.gebruikers["communicatie"], "reject", comment="Korter.")
        standen.append(vers(pagina).status_string)
    assert standen == [
        "online",
        "in concept",
        "online, wijziging bij Communicatie",
        "online, wijziging teruggestuurd",
        "bij Communicatie",
        "teruggestuurd",
    ]


def test_what_is_online_already_isnt_given_to_anybody(dorp):
    item = agenda_item(dorp.agenda, "Schouw", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])
    redacteur = als(dorp, "redactie-beesd")
    velden = lees_formulier(redacteur, bewerk_url(item)) | {"action-submit": "1"}
    antwoord = redacteur.post(bewerk_url(item), velden, follow=True)
    assert "Er is niets veranderd" in meldingen(antwoord)
    # The form that comes back holds nothing that would be kept by itself.
    assert 'data-w-unsaved-force-value="false"' in antwoord.content.decode()
    assert not vers(item).workflow_in_progress
    redacteur.post(bewerk_url(item), velden | {"locatie": "De kerk"})
    assert vers(item).workflow_in_progress


def test_who_is_of_communications_gives_a_page_to_a_colleague(dorp):
    item = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    for wie, zin in (
        ("redactie-beesd", "Indienen bij Communicatie"),
        ("communicatie", "Aan een collega geven"),
    ):
        for adres in (bewerk_url(item), f"/cms/pages/add/kernpagina/agendaitempage/{dorp.agenda.pk}/"):
            html = als(dorp, wie).get(adres).content.decode()
            assert zin in html
            assert ("Indienen bij Communicatie" in html) is (wie == "redactie-beesd")


def test_beside_another_day_it_says_that_a_colleague_approves_then(dorp):
    item = agenda_item(dorp.agenda, "Schouw", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    html = als(dorp, "communicatie").get(bewerk_url(item)).content.decode()
    assert "Wie hier een dag kiest, keurt de pagina niet zelf goed: dat doet een collega." in html
