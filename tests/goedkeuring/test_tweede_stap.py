"""Who may approve reaches no address of the admin before the second step: each is asked for and posted to."""

from copy import deepcopy
from time import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.dorp import WACHTWOORD
from toegang.poort import KIEZEN, OPEN, VANZELF

from .adressen import adressen, namen
from .waarden import waarden
from .wereld import maak_wereld

pytestmark = pytest.mark.django_db
STAP = "/cms/tweede-stap/"


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield maak_wereld()
        transaction.set_rollback(True)


def kwam_binnen(client: Client, user, *hoe: str) -> None:
    """As allauth keeps it of who logged in."""
    sessie = client.session
    sessie[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": manier, "at": time()} for manier in hoe]
    sessie["account_authentication_methods_user"] = str(user.pk)
    sessie.save()


def test_how_somebody_came_in_is_kept_as_allauth_does(wereld):
    client = Client()
    client.post(reverse("inloggen:wachtwoord"), {"username": "communicatie", "password": WACHTWOORD})
    echt = dict(client.session)
    kwam_binnen(client, wereld.dorp.gebruikers["communicatie"], "password")
    assert dict(client.session).keys() == echt.keys()
    assert (
        client.session["account_authentication_methods_user"] == echt["account_authentication_methods_user"]
    )


@pytest.mark.parametrize("rol", ["communicatie", "beheer"])
def test_no_address_is_reached_without_the_step(wereld, settings, rol):
    settings.TWEEDE_FACTOR = True
    # What is in the session counts, not where it is kept: asked of the database it is a third of the time.
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    client = Client(raise_request_exception=False)
    client.force_login(wereld.dorp.gebruikers[rol])
    # Whatever the first step was: all of them together are still one step.
    kwam_binnen(client, wereld.dorp.gebruikers[rol], "password", "code", "socialaccount")
    sessie = deepcopy(client.cookies)
    bereikt, gevraagd = [], 0
    for naam, adres in dict.fromkeys(adressen(waarden(wereld))):
        if naam in OPEN | KIEZEN or adres is None:
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
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "wagtailadmin_logout",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    } == OPEN


def test_what_the_gate_names_exists():
    assert {naam for naam, _ in namen()} >= OPEN | KIEZEN | VANZELF


def test_what_is_for_who_has_nothing_yet_is_closed_for_who_has(wereld, settings):
    settings.TWEEDE_FACTOR = True
    user = wereld.dorp.gebruikers["communicatie"]
    client = Client()
    client.force_login(user)
    assert {"toegang:app", "toegang:passkey"} == KIEZEN
    assert all(client.get(reverse(naam)).status_code == 200 for naam in KIEZEN)
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    assert all(client.get(reverse(naam)).url.startswith(STAP) for naam in KIEZEN)
    assert all(client.post(reverse(naam)).status_code == 403 for naam in KIEZEN)


def test_without_the_gate_addresses_are_reached(wereld, settings):
    """The table can fail."""
    client = Client()
    client.force_login(wereld.dorp.gebruikers["communicatie"])
    assert client.get("/cms/").status_code == 200
