"""What communications is mailed of reactions: at most once an hour, and what waits longer than was promised."""

from datetime import timedelta

import pytest
from django.utils import timezone

from berichten.models import Bericht, Soort
from tests.meedoen.hulp import bevestigd
from werkplek import dienst, reactiepost

pytestmark = pytest.mark.django_db


def mails() -> list[Bericht]:
    return list(Bericht.objects.filter(soort=Soort.REACTIE).order_by("pk"))


def test_what_came_in_is_told_once_in_the_next_hour(client, dorp, oproep, time_machine):
    bevestigd(client, oproep, time_machine)
    reactiepost.vertel(timezone.now())
    assert mails() == []
    for minuten in (60, 61, 119, 120, 200):
        reactiepost.vertel(timezone.now() + timedelta(minutes=minuten))
    assert {bericht.adres for bericht in mails()} == {
        "communicatie@example.nl",
        "communicatie-2@example.nl",
    }
    assert len(mails()) == 2
    assert "bankje" not in mails()[0].tekst
    assert "Denk mee over het plein" in mails()[0].tekst


def test_what_waits_longer_than_we_promise_is_told_each_morning(client, dorp, oproep, time_machine):
    bevestigd(client, oproep, time_machine)
    for dagen, aantal in ((1, 0), (2, 2), (2, 2), (3, 2)):
        # A Wednesday: Thursday is one working day, Friday two, and on a Saturday nobody works.
        dienst.herinner(timezone.now() + timedelta(days=dagen))
        assert len(mails()) == aantal
    assert "Eén reactie wacht te lang" in mails()[0].onderwerp
