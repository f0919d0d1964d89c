"""The gate of the admin: who may approve reaches no address there before the second step."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from toegang import stap

# The step itself, with what its page is drawn from, and the way in and out.
OPEN = frozenset(
    {
        "toegang:tweede_stap",
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    }
)
ZIN = "Typ eerst de code van je telefoon: open het beheer in een nieuw venster."


class PoortMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args) -> HttpResponseBase | None:
        if not settings.TWEEDE_FACTOR or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        gevonden = request.resolver_match
        if not request.user.is_authenticated or (gevonden and gevonden.view_name in OPEN):
            return None
        if stap.is_gezet(request) or not stap.moet(request.user):
            return None
        if not request.accepts("text/html"):
            # Autosave; the words are what the editor shows beside its mark.
            fout = {"success": False, "error_code": "tweede_stap", "error_message": ZIN}
            return JsonResponse(fout, status=403)
        if request.method != "GET":
            return HttpResponse(ZIN, status=403, content_type="text/plain; charset=utf-8")
        vraag = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('toegang:tweede_stap')}?{vraag}")
