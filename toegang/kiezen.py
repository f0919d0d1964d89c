"""What somebody takes the second step with: choosing it, seeing it, taking it away."""

from typing import Any, cast

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django.views.generic.edit import FormView

from core.models import User
from toegang import stap
from toegang.adapters import StapAdapter
from toegang.views import verder


@never_cache
def tweede_stap(request: HttpRequest) -> HttpResponse:
    """Take the step, or choose with what; and for who took it, what they take it with."""
    user = cast("User", request.user)
    factoren = list(stap.factoren_van(user).order_by("pk"))
    if not stap.moet(user):
        return redirect(verder(request))
    if factoren and not stap.is_gezet(request):
        return redirect(f"{_hoe(factoren)}?{request.GET.urlencode()}")
    return render(
        request,
        "toegang/kiezen.html",
        {
            "factoren": [(factor, _naam(factor)) for factor in factoren],
            "app": any(factor.type == Authenticator.Type.TOTP for factor in factoren),
            "volgende": verder(request),
        },
    )


class _Kies(FormView):
    """Choosing something new: it counts at once, in this session too, and its owner hears so."""

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if not (request.user.is_authenticated and stap.moet(request.user)) or self.al_gekozen(request):
            return redirect("toegang:tweede_stap")
        return super().dispatch(request, *args, **kwargs)

    def al_gekozen(self, request: HttpRequest) -> bool:
        return False

    def form_valid(self, form) -> HttpResponse:
        super().form_valid(form)
        user = cast("User", self.request.user)
        nieuw = stap.factoren_van(user).latest("pk")
        stap.vertel_nieuw(user, nieuw)
        post_authentication(self.request, nieuw)
        self.request.session.cycle_key()
        return redirect(verder(self.request))

    def get_success_url(self) -> str:
        return verder(self.request)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "volgende": verder(self.request)}


class KiesApp(_Kies, ActivateTOTPView):
    template_name = "toegang/kies_app.html"

    def al_gekozen(self, request: HttpRequest) -> bool:
        return stap.factoren_van(request.user).filter(type=Authenticator.Type.TOTP).exists()


class KiesPasskey(_Kies, AddWebAuthnView):
    template_name = "toegang/kies_passkey.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # One that gets somebody in by itself: with a finger, a face or a code of the device.
        return {
            **context,
            "js_data": {
                "creation_options": auth.begin_registration(
                    cast("User", self.request.user), passwordless=True
                )
            },
        }


@require_http_methods(["POST"])
def weg(request: HttpRequest, pk: int) -> HttpResponse:
    """Take something away; never the last."""
    raise_if_reauthentication_required(request, app="allauth.mfa")
    factor = get_object_or_404(stap.factoren_van(request.user), pk=pk)
    if StapAdapter().can_delete_authenticator(factor):
        factor.delete()
        stap.vertel_weg(cast("User", request.user), factor)
    return redirect("toegang:tweede_stap")


def _hoe(factoren: list[Authenticator]) -> str:
    met_code = any(factor.type == Authenticator.Type.TOTP for factor in factoren)
    return reverse("mfa_reauthenticate" if met_code else "mfa_reauthenticate_webauthn")


def _naam(factor: Authenticator) -> str:
    if factor.type == Authenticator.Type.WEBAUTHN:
        return f"Passkey: {factor.wrap().name}"
    return stap.SOORTEN[factor.type]
