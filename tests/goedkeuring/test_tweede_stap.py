"""Who may approve reaches no address of the admin before the second step: each is asked for and posted to."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client

from toegang.poort import OPEN

from .adressen import adressen
from .test_adressen import waarden
from .wereld import maak_wereld

pytestmark = pytest.mark.django_db
STAP = "/cms/tweede-stap/"


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield maak_wereld()
        transaction.set_rollback(True)


@pytest.mark.parametrize("rol", ["communicatie", "beheer"])
def test_no_address_is_reached_without_the_step(wereld, settings, rol):
    settings.TWEEDE_FACTOR = True
    client = Client(raise_request_exception=False)
    client.force_login(wereld.dorp.gebruikers[rol])
    sessie = deepcopy(client.cookies)
    bereikt, gevraagd = [], 0
    for naam, adres in dict.fromkeys(adressen(waarden(wereld))):
        if naam in OPEN or adres is None:
            continue
        gevraagd += 1
        client.cookies = deepcopy(sessie)
        antwoord = client.get(adres)
        if antwoord.status_code != 302 or not antwoord.url.startswith(STAP):
            bereikt.append(("GET", naam, antwoord.status_code))
        statussen = [
            client.post(adres, {"action-publish": "1"}, HTTP_ACCEPT=soort).status_code
            for soort in ("text/html", "application/json")
        ]
        if statussen != [403, 403]:
            bereikt.append(("POST", naam, statussen))
    assert gevraagd > 200
    assert bereikt == []


def test_what_is_open_is_what_the_step_needs(wereld, settings):
    """Named here, so that nobody opens one more by the way."""
    assert {
        "toegang:tweede_stap",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    } == OPEN


def test_without_the_gate_addresses_are_reached(wereld, settings):
    """The table can fail."""
    client = Client()
    client.force_login(wereld.dorp.gebruikers["communicatie"])
    assert client.get("/cms/").status_code == 200
