"""What the site answers as a whole: its sign, and what it says when something goes wrong."""

import sys
from functools import cache
from io import BytesIO

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.defaults import server_error
from PIL import Image

from core.gemeente import gemeente
from core.kleuren import kenmerk, kleur, stijlblad
from core.voorwaardelijk import alleen_lezen
from druk import zetten

ICONEN = (192, 512)
EEN_JAAR = {"Cache-Control": f"public, max-age={365 * 24 * 3600}, immutable"}
EEN_DAG = {"Cache-Control": f"public, max-age={24 * 3600}"}
NIET_TE_LEZEN = "Dit kwam niet goed over. Bewaar je tekst ergens anders en open het formulier opnieuw."


@alleen_lezen
def favicon(request: HttpRequest) -> HttpResponse:
    """The sign of the site for browsers that can't show the SVG."""
    return HttpResponse(_icoon(48, "ICO"), content_type="image/x-icon", headers=EEN_DAG)


@alleen_lezen
def apple_icoon(request: HttpRequest) -> HttpResponse:
    """The sign of the site on the home screen of a telephone."""
    return HttpResponse(_icoon(180, "PNG"), content_type="image/png", headers=EEN_DAG)


@alleen_lezen
def icoon(request: HttpRequest, maat: int) -> HttpResponse:
    """The sign of the site for `manifest`."""
    return HttpResponse(_icoon(maat, "PNG"), content_type="image/png", headers=EEN_DAG)


@alleen_lezen
def manifest(request: HttpRequest) -> HttpResponse:
    """What a telephone shows of the site on its home screen (W3C Web Application Manifest)."""
    gegevens = {
        "name": f"Bloei! in {gemeente().naam}",
        "short_name": "Bloei!",
        "lang": "nl",
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": kleur(gemeente(), "papier", "#fcf8f2"),
        "theme_color": kleur(gemeente(), "dijk", "#0a3b45"),
        "icons": [
            {"src": reverse(f"icoon-{maat}"), "sizes": f"{maat}x{maat}", "type": "image/png"}
            for maat in ICONEN
        ],
    }
    return JsonResponse(gegevens, content_type="application/manifest+json", headers=EEN_DAG)


@alleen_lezen
def gemeentekleuren(request: HttpRequest, merk: str) -> HttpResponse:
    """The colours of the municipality, over those of Bloei!; its address changes when they do."""
    blad = stijlblad(gemeente())
    if not blad or merk != kenmerk(blad):
        raise Http404
    return HttpResponse(blad, content_type="text/css; charset=utf-8", headers=EEN_JAAR)


@alleen_lezen
def gemeentelogo(request: HttpRequest) -> HttpResponse:
    """The crest or logo of the municipality. Who runs the site put it there; the policy lets it do nothing."""
    logo = gemeente().logo
    if not logo:
        raise Http404
    return HttpResponse(
        logo.read_bytes(),
        content_type="image/svg+xml",
        headers={**EEN_DAG, "Content-Security-Policy": f"{settings.CSP_NIETS}; style-src 'unsafe-inline'"},
    )


def onleesbaar(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent can't be read. Nothing was saved; a browser that goes back still has what was typed."""
    if request.accepts("text/html"):
        return render(None, "400.html", status=400)
    # Autosave; the words are what the editor shows beside its mark.
    fout = {"error_code": "validation_error", "error_message": NIET_TE_LEZEN}
    return JsonResponse({"success": False, **fout}, status=400)


def serverfout(request: HttpRequest) -> HttpResponseBase:
    """500; 503 when it is only that the database can't be reached, so that nobody forgets the page."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = render(None, "503.html", status=503)
        response["Retry-After"] = "900"
        return response
    return server_error(request)


@cache
def _icoon(maat: int, vorm: str) -> bytes:
    uit = BytesIO()
    Image.open(BytesIO(zetten.png("teken", {"maat": maat}))).save(uit, format=vorm)
    return uit.getvalue()
