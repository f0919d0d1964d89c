"""Who takes part: names on an address, keys in mail."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from berichten.seinen import onbestelbaar
from inwoners import sleutels
from inwoners.mensen import (
    TeVeelNamen,
    bevestig,
    getoonde_naam,
    korte_naam,
    zorg_voor_adres,
    zorg_voor_inwoner,
)
from inwoners.models import Adres, Doel, Inwoner, NaamOpenbaar, Sleutel

pytestmark = pytest.mark.django_db


@pytest.fixture
def adres():
    return zorg_voor_adres(" Ria@Example.nl ")


def test_an_address_is_one_row_in_small_letters(adres):
    assert adres.email == "ria@example.nl"
    assert zorg_voor_adres("RIA@example.nl", taal="pl") == adres
    adres.refresh_from_db()
    assert adres.taal == "nl"
    with pytest.raises(IntegrityError), transaction.atomic():
        Adres.objects.create(email="Ria@example.org")


def test_a_name_is_one_row_on_its_address_whatever_its_capitals(adres):
    ria = zorg_voor_inwoner(adres, "Ria  Verhoef\u202e", kern="1234")
    assert ria.naam == "Ria Verhoef"
    assert (
        zorg_voor_inwoner(adres, "ria verhoef", kern="5678", naam_openbaar=NaamOpenbaar.VOLUIT).pk == ria.pk
    )
    ria = zorg_voor_inwoner(adres, "Ria Verhoef")
    waarom = "what a form doesn't ask, it leaves alone"
    assert (ria.kern, ria.naam_openbaar) == ("5678", NaamOpenbaar.VOLUIT), waarom
    bevestig(ria, timezone.now())
    assert zorg_voor_inwoner(adres, "RIA VERHOEF", kern="9999").kern == "5678", "a stranger changes nothing"
    with pytest.raises(IntegrityError), transaction.atomic():
        Inwoner.objects.create(adres=adres, naam="RIA verhoef")


def test_four_names_on_an_address_and_strangers_take_no_place(adres):
    for nummer in range(9):
        zorg_voor_inwoner(adres, f"Vreemde {nummer}")
    for nummer in range(4):
        assert bevestig(zorg_voor_inwoner(adres, f"Verhoef {nummer}"), timezone.now())
    with pytest.raises(TeVeelNamen):
        zorg_voor_inwoner(adres, "Vijfde")
    with pytest.raises(TeVeelNamen):
        bevestig(Inwoner.objects.get(naam="Vreemde 1"), timezone.now())
    for plek in (5, 1, None):
        with pytest.raises(IntegrityError), transaction.atomic():
            Inwoner.objects.create(adres=adres, naam="Vijfde", plek=plek, bevestigd_op=timezone.now())


def test_confirming_twice_is_confirming_once(adres):
    ria = zorg_voor_inwoner(adres, "Ria Verhoef")
    onbestelbaar.send(sender=None, adres="Ria@example.nl", op=timezone.now())
    adres.refresh_from_db()
    assert adres.onbestelbaar_op
    assert bevestig(ria, timezone.now()) is True
    toen = Inwoner.objects.get().bevestigd_op
    assert bevestig(ria, timezone.now()) is False
    assert Inwoner.objects.get().bevestigd_op == toen
    adres.refresh_from_db()
    assert adres.bevestigd_op
    assert adres.onbestelbaar_op is None, "a button was pressed in a mail: it works"


def test_on_paper_without_a_mailbox_everybody_is_their_own_row():
    een, ander = zorg_voor_inwoner(None, "Jan de Wit"), zorg_voor_inwoner(None, "Jan de Wit")
    assert een.pk != ander.pk
    assert bevestig(een, timezone.now(), "tafel")


@pytest.mark.parametrize(
    ("naam", "kort"),
    [
        ("Ria Verhoef", "Ria V."),
        ("Jan van der Berg", "Jan van der B."),
        ("Ria", "Ria"),
        ("ria verhoef", "Ria V."),
        ("Ria V", "Ria V."),
        ("R. V.", "R. V."),
        ("Anna Maria Verhoef", "Anna V."),
        ("Jan Peter van den Berg", "Jan van den B."),
        ("jan Van Den Berg", "Jan van den B."),
        ("Jan ’t Hart", "Jan 't H."),
        ("Jan van 't Hart", "Jan van 't H."),
        ("Marie de Groot-van den Berg", "Marie de G."),
        ("Marie Groot - van den Berg", "Marie G."),
        ("Marie Groot-Verhoef", "Marie G."),
        ("Jan van", "Jan V."),
        ("- -", "- -"),
        ("Łukasz Żak", "Łukasz Ż."),
    ],
)
def test_short_names(naam, kort):
    assert korte_naam(naam) == kort


def test_how_a_name_is_shown(adres):
    ria = Inwoner(adres=adres, naam="Ria Verhoef")
    assert getoonde_naam(ria) == "Ria V."
    ria.naam_openbaar = NaamOpenbaar.VOLUIT
    assert getoonde_naam(ria) == "Ria Verhoef"
    ria.afgeschermd = True
    assert getoonde_naam(ria) == "naam bekend bij de gemeente"
    with pytest.raises(IntegrityError), transaction.atomic():
        ria.save()


def test_a_key_opens_one_thing_until_it_expires_and_is_not_ours_to_read(adres):
    geheim = sleutels.maak_sleutel(adres, Doel.MIJN, geldig=timedelta(minutes=60), waarvoor="mijn")
    assert len(geheim) >= 43
    assert geheim not in str(Sleutel.objects.values())
    assert sleutels.vind_sleutel(geheim, Doel.AFZEGGEN) is None
    assert sleutels.vind_sleutel("\x00\ud800", Doel.MIJN) is None
    sleutel = sleutels.vind_sleutel(geheim, Doel.MIJN)
    assert sleutel.waarvoor == "mijn"
    assert [sleutels.gebruik(sleutel), sleutels.gebruik(sleutel)] == [True, False]
    assert sleutels.vind_sleutel(geheim, Doel.MIJN) == sleutel, "pressed twice has the same result"
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert sleutels.vind_sleutel(geheim, Doel.MIJN) is None


@pytest.mark.parametrize(("uren", "weg"), [(23, False), (24, True), (25, True)])
def test_keys_that_open_nothing_are_forgotten(adres, uren, weg):
    sleutels.maak_sleutel(adres, Doel.MIJN, geldig=timedelta(0))
    sleutels.ruim_op(Sleutel.objects.get().verloopt_op + timedelta(hours=uren))
    assert Sleutel.objects.exists() is not weg
