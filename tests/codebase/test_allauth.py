"""What we take from django-allauth and put in its place: still there, and still asked for."""

from inspect import getmembers, isclass, isfunction

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, get_resolver, resolve, reverse
from django.utils.module_loading import import_string

from toegang import adapters, formulieren, gemeente, kiezen, views

MODULES = (adapters, formulieren, gemeente, kiezen, views)
# Methods of our own, that allauth doesn't know; each is called by us.
ONZE = {"al_gekozen", "_geremd"}
DICHT = (
    "account_signup",
    "account_logout",
    "account_email",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reauthenticate",
    "account_confirm_email",
    "account_inactive",
    "mfa_index",
    "mfa_view_recovery_codes",
    "mfa_deactivate_totp",
    "mfa_trust",
    "socialaccount_signup",
    "socialaccount_connections",
    "openid_connect_login",
)


def onze_klassen():
    for module in MODULES:
        for _, klasse in getmembers(module, isclass):
            if klasse.__module__ == module.__name__:
                yield klasse


@pytest.mark.parametrize("klasse", list(onze_klassen()), ids=lambda klasse: klasse.__name__)
def test_what_we_put_in_the_place_of_a_method_is_called(klasse):
    """A name that allauth changed would never be asked for: the brake or the check in it would be gone."""
    ouders = [soort for soort in klasse.__mro__ if soort.__module__.startswith("allauth")]
    if not ouders:
        return
    eigen = {
        naam
        for soort in klasse.__mro__
        if soort.__module__.startswith("toegang")
        for naam, deel in vars(soort).items()
        if isfunction(deel) and not naam.startswith("__") and not naam.startswith("clean_username")
    }
    vreemd = {naam for naam in eigen - ONZE if not any(hasattr(ouder, naam) for ouder in ouders)}
    assert vreemd == set()


@pytest.mark.parametrize(
    "pad",
    [
        settings.ACCOUNT_ADAPTER,
        settings.MFA_ADAPTER,
        settings.SOCIALACCOUNT_ADAPTER,
        *settings.ACCOUNT_FORMS.values(),
        *settings.MFA_FORMS.values(),
        adapters.STAP,
    ],
)
def test_what_is_named_in_the_settings_exists(pad):
    assert import_string(pad)


def test_the_stage_that_the_municipality_may_take_the_place_of_is_one(rf):
    assert adapters.STAP in adapters.DefaultAccountAdapter(rf.get("/")).get_login_stages()


@pytest.mark.parametrize("naam", DICHT)
def test_what_isnt_needed_of_allauth_has_no_address(naam):
    with pytest.raises(NoReverseMatch):
        reverse(naam)


def test_every_address_of_allauth_is_one_of_these():
    """Named here, so that nobody opens one more by the way."""

    def van_allauth(knoop, voor=""):
        for deel in knoop.url_patterns:
            if hasattr(deel, "url_patterns"):
                yield from van_allauth(deel, voor + str(deel.pattern))
            else:
                klasse = getattr(deel.callback, "view_class", deel.callback)
                soorten = getattr(klasse, "__mro__", (klasse,))
                if any(soort.__module__.startswith("allauth") for soort in soorten):
                    yield voor + str(deel.pattern)

    assert set(van_allauth(get_resolver())) == {
        "cms/login/",
        "cms/login/code/",
        "cms/login/passkey/",
        "cms/login/tweede-stap/",
        "cms/login/wachtwoord/",
        "cms/tweede-stap/app/",
        "cms/tweede-stap/code/",
        "cms/tweede-stap/met-passkey/",
        "cms/tweede-stap/passkey/",
    }


def test_wagtails_own_login_is_out_of_the_way():
    assert resolve(reverse("wagtailadmin_login")).func.view_class is views.Begin
