"""Where django-allauth asks us something; each method answers, or calls what does."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from toegang import codepost, gemeente, stap

STAP = f"{AuthenticateStage.__module__}.{AuthenticateStage.__qualname__}"
ZINNEN = {
    "incorrect_code": "Deze code klopt niet, of is al gebruikt. Kijk nog eens goed, of vraag een nieuwe.",
    "too_many_login_attempts": "Er is te vaak een verkeerde code getypt. Vraag een nieuwe code aan.",
    "username_password_mismatch": "Deze naam en dit wachtwoord horen niet bij elkaar. Probeer het nog eens, of vraag een nieuw wachtwoord aan.",
}


class InlogAdapter(DefaultAccountAdapter):
    error_messages = {**DefaultAccountAdapter.error_messages, **ZINNEN}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        return bool(url) and str(url).startswith("/") and super().is_safe_url(url)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        codepost.stuur(email, context["code"])

    def add_message(
        self, request, level, message_template=None, message_context=None, extra_tags="", message=None
    ) -> None:
        """Only what went wrong: that somebody is logged in, they see."""
        if message and level >= messages.WARNING:
            messages.add_message(request, level, message)

    def respond_user_inactive(self, request: HttpRequest, user) -> HttpResponse:
        messages.error(
            request, "Dit account staat uit. Vraag je contactpersoon bij de gemeente om een uitnodiging."
        )
        return redirect("account_login")

    def get_login_stages(self) -> list[str]:
        """Whom the municipality's server asked for a second step isn't asked for another."""
        al_gezet = settings.OIDC_TWEEDE_STAP and self.request.session.get(stap.BIJ_GEMEENTE)
        return [naam for naam in super().get_login_stages() if naam != STAP or not al_gezet]

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Choosing another telephone or passkey: who has none yet can't show it."""
        return stap.factoren_van(self.request.user).exists()


class StapAdapter(DefaultMFAAdapter):
    error_messages = {**DefaultMFAAdapter.error_messages, **ZINNEN}

    def get_totp_label(self, user) -> str:
        return user.get_username()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Never the last one."""
        return stap.factoren_van(authenticator.user).exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, *args, **kwargs) -> str:
        return "Passkey"

    def _get_site_name(self) -> str:
        return "Bloei!"


class GemeenteAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin) -> None:
        """Here, and not in allauth's own way for new accounts: who may enter is decided by the groups."""
        try:
            gemeente.laat_binnen(request, sociallogin)
        except gemeente.Geweigerd as fout:
            raise ImmediateHttpResponse(gemeente.terug(request, str(fout))) from fout

    def on_authentication_error(
        self, request, provider, error=None, exception=None, extra_context=None
    ) -> None:
        zin = gemeente.AFGEBROKEN if error == AuthError.CANCELLED else gemeente.LUKT_NIET
        raise ImmediateHttpResponse(gemeente.terug(request, zin, exception))
