"""On the practice site: no page without its mark, and nobody saves while the site starts anew."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from oefenen import slot
from oefenen.merk import gevuld_op

EVEN = "De oefensite begint opnieuw. Dat duurt een paar minuten. Wat je oefende, is daarna weg: dat hoort zo."
GEEN = "Dit is geen oefensite. Draai eerst `manage.py oefensite` op een eigen, lege databank.\n"
STRAKS = {"Retry-After": "120", "Cache-Control": "no-store"}


class OefenMiddleware:
    """Only there with `OEFEN`. Whoever reads goes on reading: the old site is there until the new one is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.gezien = False

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # A database that isn't to practise in, with the doors of one that is: no second step, passwords that many know.
        if not self.gezien and gevuld_op() is None:
            return HttpResponse(GEEN, status=503, content_type="text/plain; charset=utf-8")
        self.gezien = True
        if request.method in ("GET", "HEAD") and not request.path.startswith(reverse("wagtailadmin_home")):
            return self.get_response(request)
        with slot.open_voor_iedereen() as mag:
            return self.get_response(request) if mag else _even(request)


def _even(request: HttpRequest) -> HttpResponse:
    if request.accepts("text/html"):
        antwoord = render(None, "oefenen/even.html", {"zin": EVEN}, status=503)
        for kop, waarde in STRAKS.items():
            antwoord.headers[kop] = waarde
        return antwoord
    # Autosave; the words are what the editor shows beside its mark.
    fout = {"success": False, "error_code": "oefensite", "error_message": EVEN}
    return JsonResponse(fout, status=503, headers=STRAKS)
