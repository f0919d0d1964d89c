"""How much a stranger can make us mail."""

from datetime import timedelta

import pytest
import time_machine
from django.test import RequestFactory
from django.utils import timezone

from berichten.models import Bericht, Soort
from core.models import Teller
from core.rem import ruim_op
from inwoners.grenzen import (
    GEDRUKT,
    MOGEN_WACHTEN,
    PER_ADRES,
    PER_ADRES_VAN_NET,
    PER_NET,
    PER_NET_PER_DAG,
    Oordeel,
    er_is_gedrukt,
    mag_mailen,
    weeg,
)

pytestmark = pytest.mark.django_db
NOEN = timezone.now().replace(hour=11)


def vraag(nummer: int = 1):
    return RequestFactory().post("/", REMOTE_ADDR=f"192.0.2.{nummer % 256}")


def test_a_thousand_posts_for_one_address_are_six_mails_a_day():
    gegaan = 0
    for nummer in range(1000):
        with time_machine.travel(NOEN + timedelta(seconds=30 * nummer), tick=False):
            net = RequestFactory().post("/", REMOTE_ADDR=f"10.{nummer // 250}.{nummer % 250}.1")
            gegaan += mag_mailen(net, "Ria@example.nl" if nummer % 2 else "ria@example.nl", "mijn")
    assert gegaan == PER_ADRES == 6


def test_one_network_has_half_of_it_and_leaves_the_rest_to_another():
    van_hier = [mag_mailen(vraag(), "ria@example.nl", f"reactie:{nummer}") for nummer in range(100)]
    assert sum(van_hier) == PER_ADRES_VAN_NET == 3
    thuis = RequestFactory().post("/", REMOTE_ADDR="198.51.100.1")
    assert [mag_mailen(thuis, "ria@example.nl", f"aanmelding:{nummer}") for nummer in range(4)] == [
        True
    ] * 3 + [False]


def test_each_button_that_is_pressed_makes_room_for_one_more_up_to_a_number():
    """A scanner that presses the buttons in mail doesn't let a stranger go on for ever."""
    for nummer in range(9):
        mag_mailen(vraag(), "ria@example.nl", f"reactie:{nummer}")
    er_is_gedrukt("Ria@example.nl")
    assert [mag_mailen(vraag(), "ria@example.nl", f"vraag:{nummer}") for nummer in range(2)] == [True, False]
    gegaan = 0
    for nummer in range(100):
        er_is_gedrukt("ria@example.nl")
        gegaan += mag_mailen(vraag(nummer), "ria@example.nl", f"volg:{nummer}")
    assert gegaan + 4 == PER_ADRES_VAN_NET + GEDRUKT


def test_what_can_be_kept_waits_and_no_more_than_three_of_it():
    wat = [weeg(vraag(), "ria@example.nl", f"reactie:{n}", mag_wachten=True) for n in range(8)]
    assert wat == [Oordeel.MAG] * 3 + [Oordeel.WACHT] * MOGEN_WACHTEN + [Oordeel.STIL] * 2
    assert MOGEN_WACHTEN == 3, "the pages say so"


def test_the_same_mail_does_not_go_again_within_ten_minutes():
    assert mag_mailen(vraag(), "ria@example.nl", "mijn")
    assert not mag_mailen(vraag(), "ria@example.nl", "mijn")
    assert mag_mailen(vraag(), "ria@example.nl", "reactie:1")
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert mag_mailen(vraag(), "ria@example.nl", "mijn")


def test_the_forms_leave_the_link_to_what_is_theirs():
    for nummer in range(9):
        mag_mailen(vraag(), "ria@example.nl", f"reactie:{nummer}")
    assert weeg(vraag(), "ria@example.nl", "mijn", apart="mijn") is Oordeel.MAG


def test_a_hall_full_of_people_gets_through_and_a_thousand_addresses_do_not():
    with time_machine.travel(NOEN, tick=False):
        zaal = [mag_mailen(vraag(), f"zaal{nummer}@example.nl", "aanmelding") for nummer in range(100)]
        assert all(zaal)
        mag = sum(mag_mailen(vraag(nummer), f"a{nummer}@example.nl", "mijn") for nummer in range(200))
        assert mag == PER_NET - 100
        assert mag_mailen(RequestFactory().post("/", REMOTE_ADDR="198.51.100.1"), "z@example.nl", "mijn")
    with time_machine.travel(NOEN + timedelta(hours=1, seconds=1), tick=False):
        assert mag_mailen(vraag(), "y@example.nl", "mijn")


def test_a_network_that_goes_on_hour_after_hour_has_its_share_of_the_day():
    gegaan = 0
    for uur in range(8):
        with time_machine.travel(NOEN + timedelta(hours=uur), tick=False):
            gegaan += sum(mag_mailen(vraag(), f"a{uur}.{nummer}@example.nl", "mijn") for nummer in range(151))
    assert gegaan == PER_NET_PER_DAG


def test_the_brake_of_the_site_and_its_alarm(settings, beheerder, caplog):
    settings.INWONERMAIL_PER_UUR = 5
    beheerder.email = "beheer@example.nl"
    beheerder.save()
    for nummer in range(9):
        assert mag_mailen(None, f"a{nummer}@example.nl", "mijn") is (nummer < 5)
    (alarm,) = Bericht.objects.filter(soort=Soort.ALARM)
    assert (alarm.adres, alarm.voorrang) == ("beheer@example.nl", 1)
    assert "a6@example.nl" not in alarm.tekst + caplog.text
    assert "Er gaat geen mail meer" in caplog.text


def test_what_is_counted_says_nothing_and_is_gone_within_a_day():
    with time_machine.travel(NOEN, tick=False):
        mag_mailen(vraag(), "ria@example.nl", "mijn")
        sleutels = set(Teller.objects.values_list("sleutel", flat=True))
        assert len(sleutels) == 6
        assert "ria" not in "".join(sleutels)
        ruim_op(NOEN + timedelta(hours=23))
        assert Teller.objects.exists()
        ruim_op(NOEN + timedelta(hours=24))
        assert not Teller.objects.exists()
    with time_machine.travel(NOEN + timedelta(days=1), tick=False):
        mag_mailen(vraag(), "ria@example.nl", "mijn")
        assert sleutels.isdisjoint(Teller.objects.values_list("sleutel", flat=True)), "another key each day"
