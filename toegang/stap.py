"""The second step: who has to take it, whether it was taken, and losing what it is taken with (docs/adr/0044, 0057)."""

from typing import Any, cast

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from wagtail.log_actions import log

from core.goedkeuring.rollen import kan_iets_online_zetten
from core.models import User
from toegang.models import TweedeFactor

# In the session: of whom the municipality's server said that it asked for a second step.
BIJ_GEMEENTE = "tweede_stap_gemeente"
SOORTEN = {Authenticator.Type.TOTP: "Telefoon met een app voor codes", Authenticator.Type.WEBAUTHN: "Passkey"}


def moet(user: Any) -> bool:
    return kan_iets_online_zetten(user)


def is_gezet(request: HttpRequest) -> bool:
    """Whether this session took the step, with something that still counts."""
    if settings.OIDC_TWEEDE_STAP and request.session.get(BIJ_GEMEENTE) == request.user.pk:
        return True
    gebruikt = {
        stap.get("id")
        for stap in get_authentication_records(request, cast("User", request.user))
        if stap.get("method") == "mfa"
    }
    return bool(gebruikt) and factoren_van(request.user).filter(pk__in=gebruikt).exists()


def factoren_van(user: Any):
    """What somebody takes the step with."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=SOORTEN)


def vertel_nieuw(user: User, factor: Authenticator) -> None:
    log(instance=user, action="bloei.tweede_factor", user=user, data={"wat": SOORTEN[factor.type]})
    _mail(
        user,
        "Nieuw voor je inloggen: " + SOORTEN[factor.type].lower(),
        f"Vanaf nu kun je inloggen bij Bloei! met: {SOORTEN[factor.type].lower()}. Heb jij dit niet gedaan? Bel dan meteen "
        "beheer.",
    )


def vertel_weg(user: User, factor: Authenticator) -> None:
    log(instance=user, action="bloei.tweede_factor_weg", user=user, data={"wat": SOORTEN[factor.type]})
    _mail(
        user,
        "Telt niet meer voor je inloggen: " + SOORTEN[factor.type].lower(),
        "Je hebt dit weggehaald bij je account van Bloei!. Heb jij dat niet gedaan? Bel dan meteen beheer.",
    )


@transaction.atomic
def neem_weg(user: User, reden: str) -> bool:
    """Let somebody without their telephone or passkey choose another. Whoever is in with the old one is out at once."""
    weg, _ = factoren_van(user).delete()
    TweedeFactor.objects.filter(user=user).delete()
    if weg:
        log(instance=user, action="bloei.noodtoegang", data={"reden": reden})
        tekst = f"De telefoon en de passkeys bij het account {user.username} tellen niet meer. Reden: {reden}"
        for wie in {user, *User.objects.filter(is_superuser=True, is_active=True)}:
            _mail(wie, "Noodtoegang: kies opnieuw een telefoon of passkey", tekst)
    return bool(weg)


def _mail(user: User, onderwerp: str, tekst: str) -> None:
    if user.email:
        send_mail(onderwerp, tekst, None, [user.email])
