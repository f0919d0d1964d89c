"""Meetings that come back: made, submitted, approved and changed in one go, each a page of its own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from core.goedkeuring.besluiten import keur_goed
from core.models import Goedkeuring
from kernpagina.models import AgendaItemPage, ReeksDeel
from tests.dorp import agenda_item, dien_in
from tests.formulier import bewerk_url
from werkplek.mijn_paginas import paginas_van

from .hulp import als, besluit, post, vers

DAGEN = 4


@pytest.fixture
def redacteur(dorp):
    return dorp.gebruikers["redactie-beesd"]


@pytest.fixture
def koffie(dorp, redacteur):
    begin = timezone.localtime() + timedelta(days=10)
    begin = begin.replace(hour=10, minute=0, second=0, microsecond=0)
    return agenda_item(
        dorp.agenda, "Koffie", live=False, eigenaar=redacteur, begin=begin, einde=begin + timedelta(hours=2),
        aanmelden_tot=begin.date() - timedelta(days=1),
    )  # fmt: skip


def herhaal(client, item, *, aantal=DAGEN, overslaan=(), **velden):
    adres = reverse("werkplek:herhalen", args=[item.pk])
    dagen = [rij.dag for rij in client.get(adres).context["dagen"]][:aantal]
    gegevens = {
        "ritme": "week", "aantal": aantal, "getoond": f"week|{aantal}|", "maak": "ja",
        "dag": [dag.isoformat() for nummer, dag in enumerate(dagen) if nummer not in overslaan],
    }  # fmt: skip
    return client.post(adres, gegevens | velden, follow=True)


def reeks(item) -> list[AgendaItemPage]:
    return [deel.item for deel in ReeksDeel.objects.in_reeks_met(item).select_related("item")]


def wacht(items) -> list:
    return [item.current_workflow_task_state.specific for item in items]


def samen(client, items, knop, **velden):
    adres = f"{reverse('werkplek:samen')}?reeks={items[0].reeksdeel.reeks}"
    gegevens = {"wacht": [stap.pk for stap in wacht(items)], knop: "ja", **velden}
    return client.post(adres, gegevens, follow=True)


def meldingen(antwoord) -> str:
    return " ".join(str(melding) for melding in antwoord.context["messages"])


@pytest.fixture
def gemaakt(dorp, koffie):
    herhaal(als(dorp, "redactie-beesd"), koffie)
    return reeks(koffie)


def test_a_series_is_made_and_submitted_in_one_go_without_the_days_that_were_skipped(dorp, koffie):
    client = als(dorp, "redactie-beesd")
    assert "3 bijeenkomsten liggen bij Communicatie" in meldingen(herhaal(client, koffie, overslaan=[2]))
    items = reeks(koffie)
    eerste = timezone.localdate(koffie.begin)
    assert [timezone.localdate(item.begin) - eerste for item in items] == [
        timedelta(weeks=week) for week in (0, 1, 3)
    ]
    for item in items:
        assert timezone.localtime(item.begin).hour == 10
        assert item.einde - item.begin == timedelta(hours=2)
        assert item.aanmelden_tot == timezone.localdate(item.begin) - timedelta(days=1)
        assert (item.live, item.workflow_in_progress, item.owner) == (False, True, koffie.owner)
    for eigen in ("slug", "translation_key"):
        assert len({getattr(item, eigen) for item in items}) == len(items)
    # Pressed twice, or once more later: what is there stays as it is.
    assert "waren er al" in meldingen(herhaal(client, koffie, overslaan=[2]))
    assert len(reeks(koffie)) == 3


def test_days_that_were_not_on_the_screen_are_shown_first(dorp, koffie):
    antwoord = herhaal(als(dorp, "redactie-beesd"), koffie, ritme="twee-weken")
    assert "Klopt het?" in meldingen(antwoord)
    assert not ReeksDeel.objects.exists()


def test_a_text_that_is_not_finished_is_made_first(dorp, koffie):
    koffie.status = "gewijzigd"
    koffie.save_revision(clean=False)
    antwoord = als(dorp, "redactie-beesd").get(reverse("werkplek:herhalen", args=[koffie.pk]), follow=True)
    assert "Kijk na: toelichting" in meldingen(antwoord)


def test_one_look_approves_the_series_each_by_a_decision_of_its_own(dorp, gemaakt):
    client = als(dorp, "communicatie")
    html = client.get("/cms/").content.decode()
    assert f"Bekijk alle {DAGEN} samen" in html
    antwoord = client.get(f"{reverse('werkplek:samen')}?reeks={gemaakt[0].reeksdeel.reeks}")
    naast = antwoord.context["rijen"]
    assert [deel.als_eerste for deel in naast] == [False, True, True, True]
    assert {deel.field.name for deel in naast[1].verschillen} == {"begin", "einde", "aanmelden_tot"}
    assert naast[1].ook == []
    samen(client, gemaakt, "goedkeuren")
    assert all(item.live for item in reeks(gemaakt[0]))
    # On the front page of the editor the next one stands for them all.
    (soort,) = paginas_van(dorp.gebruikers["redactie-beesd"], timezone.localdate())
    assert [rij.pagina.pk for rij in soort.rijen] == [gemaakt[0].pk]
    assert Goedkeuring.objects.filter(door=dorp.gebruikers["communicatie"]).count() == DAGEN


def test_what_cannot_be_approved_is_said_and_the_others_go_on(dorp, gemaakt):
    """One is taken by a colleague, one is changed by who approves; two are left."""
    client = als(dorp, "communicatie")
    stappen = wacht(gemaakt)
    keur_goed(stappen[0], dorp.gebruikers["communicatie-2"])
    eigen = gemaakt[1].get_latest_revision_as_object()
    eigen.samenvatting = "Van mij"
    eigen.save_revision(user=dorp.gebruikers["communicatie"])
    nu = [stappen[0].pk, gemaakt[1].current_workflow_task_state.pk, stappen[2].pk, stappen[3].pk]
    adres = f"{reverse('werkplek:samen')}?reeks={gemaakt[0].reeksdeel.reeks}"
    antwoord = client.post(adres, {"wacht": nu, "goedkeuren": "ja"}, follow=True)
    naam = f"{gemaakt[0].title}, {gemaakt[0].tijdstip()}"
    assert f"{naam}: Deze pagina is al goedgekeurd, door communicatie-2." in meldingen(antwoord)
    assert bewerk_url(gemaakt[0]) in meldingen(antwoord)
    assert "hier werkte je zelf aan" in meldingen(antwoord)
    assert "Goedgekeurd: 2 pagina’s" in meldingen(antwoord)
    assert [item.live for item in reeks(gemaakt[0])] == [True, False, True, True]


def test_one_remark_sends_back_what_is_ticked_in_one_mail(dorp, redacteur, gemaakt):
    client = als(dorp, "communicatie")
    assert "Schrijf in één of twee zinnen" in meldingen(samen(client, gemaakt[:2], "terugsturen"))
    samen(client, gemaakt[:2], "terugsturen", opmerking="Zet de prijs erbij.")
    assert [item.workflow_in_progress for item in reeks(gemaakt[0])] == [False, False, True, True]
    assert post(Soort.TERUGGESTUURD) == {redacteur.email}
    assert Bericht.objects.get(soort=Soort.TERUGGESTUURD).tekst.count("/edit/") == 2


def test_several_of_one_kern_are_not_ticked_beforehand(dorp, redacteur, gemaakt):
    ander = agenda_item(dorp.agenda, "Bingo", live=False, eigenaar=redacteur)
    dien_in(ander, redacteur)
    antwoord = als(dorp, "communicatie").get(f"{reverse('werkplek:samen')}?kern=Beesd")
    assert len(antwoord.context["rijen"]) == DAGEN + 1
    assert not antwoord.context["aan"]


def neem_over(client, item, velden, items):
    adres = reverse("werkplek:latere", args=[item.pk])
    return client.post(adres, {"veld": velden, "item": [ander.pk for ander in items]}, follow=True)


def test_what_changed_here_changes_later_too(dorp, redacteur, gemaakt):
    """Another place, an hour later and a day later, from the second on; the last has a place of its own."""
    samen(als(dorp, "communicatie"), gemaakt, "goedkeuren")
    eerste, tweede, derde, vierde = reeks(gemaakt[0])
    tekst = tweede.get_latest_revision_as_object()
    tekst.locatie, tekst.begin = "De kerk", tekst.begin + timedelta(days=1, hours=1)
    tekst.einde += timedelta(days=1)
    tekst.verslag = "<p>Van deze avond</p>"
    tekst.programma.create(titel="Zingen")
    tekst.save_revision(user=redacteur)
    client = als(dorp, "redactie-beesd")
    context = client.get(reverse("werkplek:latere", args=[tweede.pk])).context
    assert {naam for naam, aan in context["velden"] if aan} == {"plek", "dag en tijd", "programmaonderdelen"}
    assert [rij.deel.item_id for rij in context["rijen"]] == [derde.pk, vierde.pk]

    antwoord = neem_over(
        client, tweede, ["plek", "dag en tijd", "programmaonderdelen", "verslag"], [derde, eerste]
    )
    assert "2 bijeenkomsten liggen bij Communicatie" in meldingen(antwoord)
    eerste, tweede, derde, vierde = reeks(gemaakt[0])
    assert [item.workflow_in_progress for item in (eerste, tweede, derde, vierde)] == [
        False,
        True,
        True,
        False,
    ]
    nieuw = derde.get_latest_revision_as_object()
    assert (nieuw.locatie, nieuw.verslag) == ("De kerk", "")
    assert timezone.localtime(nieuw.begin) - timezone.localtime(derde.begin) == timedelta(days=1, hours=1)
    assert [deel.titel for deel in nieuw.programma.all()] == ["Zingen"]
    assert AgendaItemPage.objects.get(pk=derde.pk).locatie == "Dorpshuis"


def test_called_off_here_is_called_off_later_also_while_that_waits(dorp, redacteur, gemaakt):
    keur_goed(wacht(gemaakt)[0], dorp.gebruikers["communicatie"])
    tekst = gemaakt[0].get_latest_revision_as_object()
    tekst.status, tekst.toelichting = "geannuleerd", "De zaal is dicht."
    tekst.save_revision(user=redacteur)
    antwoord = neem_over(als(dorp, "redactie-beesd"), gemaakt[0], ["of het doorgaat"], gemaakt[1:])
    assert f"{DAGEN} bijeenkomsten liggen bij Communicatie" in meldingen(antwoord)
    for item in reeks(gemaakt[0]):
        assert item.get_latest_revision_as_object().geannuleerd
        assert item.workflow_in_progress
    assert not AgendaItemPage.objects.get(pk=gemaakt[0].pk).geannuleerd


def test_the_days_cost_as_many_questions_for_sixty_as_for_two(dorp, koffie):
    client = als(dorp, "redactie-beesd")
    adres = reverse("werkplek:herhalen", args=[koffie.pk])
    gegevens = {"ritme": "week", "toon": "ja"}
    client.post(adres, gegevens)
    with CaptureQueriesContext(connection) as twee:
        client.post(adres, gegevens | {"aantal": 2})
    with CaptureQueriesContext(connection) as zestig:
        antwoord = client.post(adres, gegevens | {"aantal": 60})
    assert len(antwoord.context["dagen"]) == 60
    assert len(zestig) == len(twee)


def test_a_day_that_is_none_is_said_once(dorp, koffie):
    adres = reverse("werkplek:herhalen", args=[koffie.pk])
    html = als(dorp, "redactie-beesd").post(adres, {"ritme": "week", "tot": "31 april"}).content.decode()
    assert "Deze dag bestaat niet" in html
    assert "Kies een latere dag" not in html
    vroeg = als(dorp, "redactie-beesd").post(adres, {"ritme": "week", "tot": "1-1-2020"}).content.decode()
    assert "Kies een latere dag" in vroeg


def test_what_waits_of_a_series_says_so_and_is_taken_back_in_one_go(dorp, gemaakt):
    """From whichever of them: what was decided about already stays as it is."""
    besluit(als(dorp, "communicatie"), wacht(gemaakt)[1], "approve")
    client = als(dorp, "redactie-beesd")
    html = " ".join(client.get(bewerk_url(gemaakt[0])).content.decode().split())
    assert f"één van een reeks van {DAGEN}. Er wachten er {DAGEN - 1} op goedkeuring." in html
    for ander in gemaakt[1:]:
        assert bewerk_url(ander) in html
    assert html.count(", wacht op goedkeuring") == DAGEN - 2
    terug = reverse("werkplek:terughalen", args=[gemaakt[0].pk])
    als(dorp, "redactie-heukelum").post(terug, {"reeks": "ja"})
    assert len(wacht(i for i in map(vers, gemaakt) if i.workflow_in_progress)) == DAGEN - 1
    assert f"Je hebt {DAGEN - 1} bijeenkomsten terug." in meldingen(
        client.post(terug, {"reeks": "ja"}, follow=True)
    )
    assert not [item for item in map(vers, gemaakt) if item.workflow_in_progress]
    assert vers(gemaakt[1]).live
