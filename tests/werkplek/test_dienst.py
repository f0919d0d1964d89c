"""The work that goes on while nobody is looking: reminders, mail, tasks."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.utils import timezone

from berichten.models import Bericht, Soort
from core.goedkeuring.uitzondering import zonder_goedkeuring
from kernpagina.models import OproepenPage, OproepPage
from tests.dorp import agenda_item, dien_in
from werkplek import dienst
from werkplek.werkdagen import is_werkdag

from .hulp import post


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])


def op_kantoor(nu, dagen: int = 0):
    """Ten o'clock in the morning on the first working day, so many days later."""
    moment = timezone.localtime(nu + timedelta(days=dagen)).replace(hour=10)
    while not is_werkdag(moment.date()):
        moment += timedelta(days=1)
    return moment


def test_reminder_once_a_working_day(dorp, item):
    dien_in(item, dorp.gebruikers["redactie-beesd"])
    nu = timezone.now()
    dienst.herinner(op_kantoor(nu))
    assert post(Soort.HERINNERING) == set()
    later = op_kantoor(nu, 7)
    zaterdag = later + timedelta(days=(5 - later.weekday()) % 7)
    for vrij in (zaterdag, later.replace(hour=3)):
        dienst.herinner(vrij)
        assert post(Soort.HERINNERING) == set()
    dienst.herinner(later)
    dienst.herinner(later + timedelta(hours=5))
    assert Bericht.objects.filter(soort=Soort.HERINNERING).count() == 2


def test_one_round_of_the_worker_does_it_all(dorp, item, mailoutbox, monkeypatch, settings):
    settings.MAIL_RUST = 0
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


def test_one_part_that_fails_doesnt_stop_the_others(dorp, item, mailoutbox, settings):
    settings.MAIL_RUST = 0
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
    dienst.herinner(op_kantoor(timezone.now()))
    dienst.herinner(op_kantoor(timezone.now()))
    wie = {
        f"{naam}@example.nl"
        for naam in ("redactie-beesd", "redactie-beesd-2", "communicatie", "communicatie-2")
    }
    assert post(Soort.TERUGKOPPELING) == wie
    assert Bericht.objects.count() == 4
    dienst.herinner(op_kantoor(timezone.now(), 6))
    assert Bericht.objects.filter(onderwerp__startswith="Terugkoppeling te laat").count() == 4
