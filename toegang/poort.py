"""The gate of the admin: who may approve reaches no address there before the second step; and a session that is still ends."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from toegang import stap

# The step itself, with what its page is drawn from, and the way out.
OPEN = frozenset(
    {
        "toegang:tweede_stap",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "wagtailadmin_logout",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    }
)
# For who has nothing yet to take the step with. Who has, could choose another one with a stolen password.
KIEZEN = frozenset({"toegang:app", "toegang:passkey"})
# What a page asks by itself, with nobody behind it.
VANZELF = frozenset({"wagtailadmin_editing_sessions:ping", "werkplek:sessie"})
ZIN = "Zet eerst de tweede stap van het inloggen: open het beheer in een nieuw venster."

# In the session: when somebody was last seen at work, to some minutes.
GEZIEN, VERS = "gezien", timedelta(minutes=5)


class PoortMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args) -> HttpResponseBase | None:
        if not request.path.startswith(reverse("wagtailadmin_home")) or not request.user.is_authenticated:
            return None
        naam = request.resolver_match.view_name if request.resolver_match else ""
        if naam not in VANZELF:
            onthoud(request)
        if (
            not settings.TWEEDE_FACTOR
            or naam in OPEN
            or not stap.moet(request.user)
            or stap.is_gezet(request)
        ):
            return None
        if naam in KIEZEN and not stap.factoren_van(request.user).exists():
            return None
        if not request.accepts("text/html"):
            # Autosave; the words are what the editor shows beside its mark.
            fout = {"success": False, "error_code": "tweede_stap", "error_message": ZIN}
            return JsonResponse(fout, status=403)
        if request.method != "GET":
            return HttpResponse(ZIN, status=403, content_type="text/plain; charset=utf-8")
        vraag = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('toegang:tweede_stap')}?{vraag}")


def onthoud(request: HttpRequest) -> None:
    """Let the session last from now on; written once in five minutes at most."""
    nu = timezone.now().timestamp()
    if nu - request.session.get(GEZIEN, 0) < VERS.total_seconds():
        return
    request.session[GEZIEN] = nu
    keurder = settings.TWEEDE_FACTOR and stap.moet(request.user)
    request.session.set_expiry(settings.SESSIE_STIL_KEURDER if keurder else settings.SESSIE_STIL)
