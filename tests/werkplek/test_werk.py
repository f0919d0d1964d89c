"""The worker outlives the database: it says so once, tries again, and loses nothing."""

import logging
from unittest.mock import patch

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from berichten.models import Bericht, Soort
from berichten.post import bezorg, schrijf
from core.models import User
from werkplek import dienst
from werkplek.management.commands.werk import Command

CONTEXT = {"onderwerp": "Staat online: feest", "titel": "Feest", "link": "http://localhost/feest/"}


def sluit_de_verbinding() -> None:
    """What a PostgreSQL that restarts does to everybody who is connected."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (nummer,) = cursor.fetchone()
    ander = connection.copy()
    with ander.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [nummer])
    ander.close()


@pytest.mark.django_db(transaction=True)
def test_the_worker_outlives_a_database_that_restarts(caplog):
    """In the middle of a round, with the lock in its hand and mail that waits."""
    user = User.objects.create_user("lezer", email="lezer@example.nl")
    for nummer in range(3):
        schrijf(f"proef:{nummer}", Soort.GEPUBLICEERD, user, CONTEXT)
    werk, rondes = Command(), []

    def midden_in_een_ronde(nu):
        rondes.append(nu)
        if len(rondes) < 3:
            sluit_de_verbinding()
            User.objects.count()
        werk.doorgaan = False

    with patch("werkplek.dienst.herinner", midden_in_een_ronde), caplog.at_level(logging.WARNING):
        call_command(werk, pauze=0)
    assert len(rondes) == 3
    assert len(mail.outbox) == 3
    assert not Bericht.objects.filter(verzonden_op=None).exists()
    regels = [regel.getMessage() for regel in caplog.records if "databank" in regel.getMessage()]
    assert ["niet bereikbaar" in regel for regel in regels] == [True, False]
    assert not [regel for regel in caplog.records if regel.exc_info]


@pytest.mark.django_db(transaction=True)
def test_a_task_that_was_cut_off_is_done_after_all():
    with patch(
        "berichten.post.verstuur_wachtende", side_effect=lambda: (sluit_de_verbinding(), User.objects.count())
    ):
        bezorg.enqueue()
        with pytest.raises(OperationalError):
            dienst.doe_taken()
    connection.close()
    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING
    dienst.ronde(timezone.now())
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL


def test_a_task_that_is_cut_off_each_time_is_given_up(db):
    bezorg.enqueue()
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, worker_ids=["a", "b", "c"])
    dienst.herneem_taken()
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


def test_without_a_database_one_round_is_one_sentence(monkeypatch):
    def weg(*args):
        raise OperationalError("connection\nrefused")

    monkeypatch.setattr(Command, "_ronde", weg)
    with pytest.raises(CommandError, match="niet bereikbaar: connection refused"):
        call_command("werk", eenmaal=True)


def test_a_database_that_stays_away_is_asked_less_and_less(monkeypatch, caplog):
    werk, pauzes = Command(), []

    def weg(*args):
        raise OperationalError("weg")

    def wacht(pauze):
        pauzes.append(pauze)
        werk.doorgaan = len(pauzes) < 2000

    monkeypatch.setattr(werk, "_ronde", weg)
    monkeypatch.setattr(werk, "_wacht", wacht)
    call_command(werk, pauze=5)
    assert pauzes[:5] == [10, 20, 40, 60, 60]
    assert pauzes[-1] == 60
    assert len(caplog.records) == 1
