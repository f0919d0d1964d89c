"""The pages of logging in: allauth's views with our pages, and nothing of it that isn't needed (docs/adr/0057)."""

from typing import Any, cast
from urllib.parse import urlencode

from allauth.account import views as account
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.generic.edit import FormView
from requests import RequestException

from core.models import User
from toegang import codepost, gemeente, stap
from toegang.formulieren import CodeVraagForm, WachtwoordInlogForm
from werkplek.inloggen import leg_vast
from werkplek.models import Inlogpoging


def verder(request: HttpRequest) -> str:
    """Where somebody was going, on this site."""
    return get_next_redirect_url(request) or resolve_url(settings.LOGIN_REDIRECT_URL)


def mag_naar_binnen(request: HttpRequest) -> bool:
    return request.user.is_authenticated and cast("User", request.user).has_perm("wagtailadmin.access_admin")


class _Begin(FormView):
    """What the page shows where one begins, whichever of its forms was sent."""

    template_name = "toegang/inloggen.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if mag_naar_binnen(request):
            return redirect(verder(request))
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        volgende = get_next_redirect_url(self.request)
        wachtwoord = form if isinstance(form, WachtwoordInlogForm) else WachtwoordInlogForm()
        return {
            **context,
            "code_form": form if isinstance(form, CodeVraagForm) else CodeVraagForm(),
            "wachtwoord_form": wachtwoord,
            # Where things are tried out, everybody has a password.
            "uitproberen": not settings.TWEEDE_FACTOR,
            "met_wachtwoord": not settings.TWEEDE_FACTOR or isinstance(self, Wachtwoord),
            "gemeente": settings.OIDC_NAAM,
            "vraag": f"?{urlencode({'next': volgende})}" if volgende else "",
        }


class Begin(_Begin, account.RequestLoginCodeView):
    """An address, for a code by mail; and the way to the other ways."""

    def form_valid(self, form: CodeVraagForm) -> HttpResponse:
        if form._user is None:
            codepost.doe_alsof(form.cleaned_data["email"])
        return super().form_valid(form)


class Wachtwoord(_Begin, account.LoginView):
    pass


class Code(account.ConfirmLoginCodeView):
    template_name = "toegang/code.html"


class TweedeStap(AuthenticateView):
    """After the password or the code of the mail, before somebody is logged in."""

    template_name = "toegang/tweede_stap.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        apps = stap.factoren_van(self.stage.login.user).filter(type=Authenticator.Type.TOTP)
        return {**super().get_context_data(**kwargs), "met_app": apps.exists()}


class NogEens(ReauthenticateView):
    """For who is in already: before choosing something else, or who got a right in the middle of a session."""

    template_name = "toegang/nog_eens.html"


class NogEensPasskey(ReauthenticateWebAuthnView):
    template_name = "toegang/nog_eens_passkey.html"

    def form_invalid(self, form) -> HttpResponse:
        leg_vast(Inlogpoging.Soort.MISLUKT, self.request, cast("User", self.request.user))
        return super().form_invalid(form)


class Passkey(LoginWebAuthnView):
    """With a passkey alone: what it is asked for, and its answer."""

    def form_invalid(self, form) -> HttpResponse:
        leg_vast(Inlogpoging.Soort.MISLUKT, self.request, None)
        return super().form_invalid(form)


@never_cache
def naar_gemeente(request: HttpRequest) -> HttpResponse:
    """To the municipality's server. Nothing of the address is passed on but where somebody was going."""
    if not settings.OIDC_NAAM:
        raise Http404
    if mag_naar_binnen(request):
        return redirect(verder(request))
    nonce = get_random_string(32)
    try:
        provider = gemeente.Aanbieder(request, gemeente.AANBIEDER).get_provider()
        return provider.redirect(
            request,
            process="login",
            next_url=get_next_redirect_url(request),
            nonce=nonce,
            auth_params={"nonce": nonce},
        )
    except (RequestException, ValueError, KeyError) as fout:
        return gemeente.terug(request, gemeente.LUKT_NIET, fout)


@never_cache
def van_gemeente(request: HttpRequest) -> HttpResponse:
    """Back from it, with a code that is exchanged for who this is."""
    if not settings.OIDC_NAAM:
        raise Http404
    if mag_naar_binnen(request):
        return redirect(verder(request))
    try:
        return OAuth2CallbackView.adapter_view(gemeente.Aanbieder(request, gemeente.AANBIEDER))(request)
    except (RequestException, ValueError, KeyError) as fout:
        return gemeente.terug(request, gemeente.LUKT_NIET, fout)
