"""Logging in with an account of the municipality, by OpenID Connect: who gets in, and with which groups (docs/adr/0057)."""

import logging
from typing import Any, cast

from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from core.models import User
from toegang import stap
from werkplek.aannemen import vrije_naam
from werkplek.inloggen import account_met_adres, leg_vast
from werkplek.models import Inlogpoging
from werkplek.uitnodigen import een_regel

logger = logging.getLogger(__name__)
AANBIEDER = "gemeente"  # as allauth knows it (settings/inloggen.py)
# What OIDC_GROEPEN calls who may administer; no group.
BEHEER = "Beheer"
LUKT_NIET = "Inloggen met je account van de gemeente lukt nu niet. Probeer het zo nog eens, of log in op een andere manier."
AFGEBROKEN = "Je bent niet ingelogd: het inloggen bij de gemeente is afgebroken."
GEEN_GROEP = "Je account van de gemeente mag niet werken aan Bloei!. Vraag beheer om je toe te voegen aan een groep die dat wel mag."
STAAT_UIT = "Je account bij Bloei! staat uit. Vraag beheer om een uitnodiging."


class Geweigerd(Exception):
    """Says in Dutch why somebody doesn't get in."""


class Aanbieder(OpenIDConnectOAuth2Adapter):
    """The municipality's server."""

    def get_provider(self):
        provider = super().get_provider()
        provider.oauth2_adapter_class = type(self)
        return provider

    def get_callback_url(self, request: HttpRequest, app) -> str:
        return settings.WAGTAILADMIN_BASE_URL + reverse("inloggen:gemeente_terug")

    def complete_login(self, request: HttpRequest, app, token, **kwargs) -> SocialLogin:
        login = super().complete_login(request, app, token, **kwargs)
        # Of all that the server tells, nothing is kept.
        vars(login)["gegevens"], login.account.extra_data = login.account.extra_data, {}
        return login

    def _decode_id_token(self, app, id_token: str) -> dict[str, Any]:
        # allauth trusts what came over TLS; the signature is looked at here all the same.
        self.did_fetch_access_token = False
        return super()._decode_id_token(app, id_token)


def terug(request: HttpRequest, zin: str, fout: BaseException | None = None) -> HttpResponse:
    """To the page where one logs in, with what went wrong; the log has the rest."""
    if fout is not None:
        logger.warning("Inloggen bij de gemeente lukt niet: %r", fout)
    messages.error(request, zin)
    return redirect("account_login")


def laat_binnen(request: HttpRequest, sociallogin: SocialLogin) -> None:
    """Find or make the account, and give it the groups that the server names. Raises Geweigerd."""
    antwoord = vars(sociallogin)["gegevens"]
    zeker, meer = antwoord.get("id_token") or {}, antwoord.get("userinfo") or {}
    verwacht = sociallogin.state.get("nonce") or ""
    klopt = verwacht and constant_time_compare(str(zeker.get("nonce", "")), verwacht)
    if not klopt or meer.get("sub", zeker.get("sub")) != zeker.get("sub"):
        leg_vast(Inlogpoging.Soort.MISLUKT, request, None)
        raise Geweigerd(LUKT_NIET)
    groepen = groepen_van({**meer, **zeker})
    with transaction.atomic():
        user = _account(sociallogin, {**meer, **zeker}, groepen)
        if user:
            geef_groepen(user, groepen)
            sociallogin.user = sociallogin.account.user = user
            sociallogin.account.save()
    if user is None or not user.is_active or not groepen:
        leg_vast(Inlogpoging.Soort.MISLUKT, request, user)
        raise Geweigerd(STAAT_UIT if user and not user.is_active else GEEN_GROEP)
    if zegt_tweede_stap(zeker):
        request.session[stap.BIJ_GEMEENTE] = user.pk


def groepen_van(gegevens: dict[str, Any]) -> set[str]:
    """The names of the groups here, of what the server calls the groups of somebody."""
    genoemd = gegevens.get(settings.OIDC_GROEPEN_VELD) or []
    genoemd = [genoemd] if isinstance(genoemd, str) else genoemd
    return {settings.OIDC_GROEPEN[naam] for naam in map(str, genoemd) if naam in settings.OIDC_GROEPEN}


def zegt_tweede_stap(id_token: dict[str, Any]) -> bool:
    """Whether the server says that it asked for a second step, in words that our settings believe."""
    amr = id_token.get("amr") or []
    gezegd = {str(id_token.get("acr")), *map(str, [amr] if isinstance(amr, str) else amr)}
    return bool(gezegd & set(settings.OIDC_TWEEDE_STAP))


def geef_groepen(user: User, groepen: set[str]) -> None:
    """Of the groups that the server decides about, exactly these, or none for who is off. What was given here by hand in
    other groups stays.
    """
    beslist = set(settings.OIDC_GROEPEN.values())
    groepen = groepen if user.is_active else set()
    nu = set(user.groups.filter(name__in=beslist).values_list("name", flat=True))
    if weg := nu - groepen:
        user.groups.remove(*Group.objects.filter(name__in=weg))
    if erbij := groepen - nu - {BEHEER}:
        gevonden = list(Group.objects.filter(name__in=erbij))
        if ontbreekt := erbij - {groep.name for groep in gevonden}:
            logger.error("OIDC_GROEPEN noemt groepen die er niet zijn: %s", ", ".join(sorted(ontbreekt)))
        user.groups.add(*gevonden)
    if BEHEER in beslist and user.is_superuser != (BEHEER in groepen):
        user.is_superuser = BEHEER in groepen
        user.save(update_fields=["is_superuser"])


def _account(sociallogin: SocialLogin, gegevens: dict[str, Any], groepen: set[str]) -> User | None:
    """Who this is here: known already, known by an address that the server is sure of, or new when the groups say so."""
    if sociallogin.is_existing:
        return cast("User", sociallogin.user)
    if not groepen:
        return None
    adres = str(gegevens.get("email") or "")
    zeker = gegevens.get("email_verified") is True or settings.OIDC_ADRES_ZEKER
    if adres and zeker and (bekend := account_met_adres(adres, ook_uit=True)):
        return bekend
    naam = een_regel(str(gegevens.get("name") or ""))
    voornaam, _, achternaam = naam.partition(" ")
    # Somebody else's address, when the server isn't sure of it, is nobody's.
    bezet = bool(adres) and User.objects.filter(email__iexact=adres).exists()
    user = User(
        username=vrije_naam(adres or sociallogin.account.uid),
        email="" if bezet else adres,
        first_name=voornaam[:150],
        last_name=achternaam[:150],
    )
    user.set_unusable_password()
    user.save()
    return user
