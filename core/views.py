"""Addresses that belong to no village: files of pictures, and the short ones on posters."""

import hashlib
from collections.abc import Callable
from functools import wraps
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import ParamSpec, TypeVar, cast

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.static import serve
from wagtail.documents.views.serve import serve as serveer_document
from wagtail.images.views.serve import ServeView
from wagtail.models import Page
from wagtail.views import serve as toon

from core.goedkeuring.bestanden import is_openbaar
from core.models import BloeiDocument, BloeiImage
from core.openbaar import openbaar
from core.voorwaardelijk import STEEDS_VRAGEN, alleen_lezen
from core.weg import zoek_pagina

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)
JAAR = 365 * 24 * 3600
MINUUT = 60


def van_de_opslag(view: Callable[P, R]) -> Callable[P, R]:
    """Decorate a view that gives a file: one that isn't there is 404, and a store that is away is asked again later."""

    @wraps(view)
    def met_antwoord(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return view(*args, **kwargs)
        except FileNotFoundError as fout:
            raise Http404 from fout
        except OSError:
            return cast("R", _even_weg())

    return met_antwoord


def _even_weg() -> HttpResponse:
    return HttpResponse(status=503, headers={"Retry-After": "10", "Cache-Control": "no-store"})


@van_de_opslag
def media(request: HttpRequest, pad: str) -> HttpResponseBase:
    """Serve one rendition of a picture. Its name changes when the picture does: it may be kept for ever."""
    response = _uit_de_opslag(pad) if settings.MEDIA_S3_URL else _uit_de_map(request, pad)
    # By who has it; a cache between asks again: it may have been taken off its page (docs/adr/0067).
    response["Cache-Control"] = f"public, max-age={JAAR}, s-maxage={MINUUT}, immutable"
    return _voor_elke_site(request, response, pad)


def _uit_de_map(request: HttpRequest, pad: str) -> HttpResponseBase:
    # Rooted in the folder of renditions: below a wider root, `../` leads to the originals.
    return serve(request, pad, document_root=str(Path(settings.MEDIA_ROOT) / "images"))


def _uit_de_opslag(pad: str) -> HttpResponseBase:
    if pad != normpath(pad) or pad.startswith(("/", "..")) or "\\" in pad:
        raise FileNotFoundError(pad)
    return FileResponse(default_storage.open(f"images/{pad}"))


@van_de_opslag
def document(request: HttpRequest, nummer: str, naam: str) -> HttpResponseBase:
    """Serve a document as Wagtail does, with who may keep it, and nothing that it holds may run.

    Each time is asked whether it is still public; what isn't for everybody is kept by nobody.
    """
    response = serveer_document(request, nummer, naam)
    if response.status_code not in (200, 304):
        return response
    ieder = is_openbaar(BloeiDocument.objects.get(pk=nummer))
    response["Cache-Control"] = STEEDS_VRAGEN if ieder else "private, no-store"
    # Chromium shows no PDF in a sandbox; everything else is for saving.
    pdf = response.get("Content-Type", "").startswith("application/pdf")
    response["Content-Security-Policy"] = settings.CSP_NIETS + ("" if pdf else "; sandbox")
    return response


@van_de_opslag
def afbeelding(request: HttpRequest, **wat: str) -> HttpResponse:
    """Serve a size of a picture at an address that the API signed, made when it is first asked for."""
    # What it shows follows from the file, of which the name tells, from the size, and from the point to keep in view.
    foto = BloeiImage.objects.filter(pk=wat["image_id"])
    punten = foto.values_list("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
    # Of before its addresses were closed.
    if foto.exclude(merk="").exclude(merk=PurePosixPath(wat["filename"]).stem).exists():
        raise Http404
    maat = _maat(request, **wat)
    patch_cache_control(maat, s_maxage=MINUUT)
    # Wagtail says of an original that can't be read that it is gone for good, and to keep that for an hour.
    if maat.status_code == 410 and settings.MEDIA_S3_URL:
        return _even_weg()
    return cast("HttpResponse", _voor_elke_site(request, maat, *wat.values(), *(punten.first() or ())))


_maat = ServeView.as_view()


def _voor_elke_site(request: HttpRequest, response: HttpResponseBase, *wat: object) -> HttpResponseBase:
    """Any site may show the picture, and draw with it; who has it already gets 304."""
    if response.status_code != 200:
        return response
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    etag = f'"{hashlib.blake2b(repr(wat).encode(), digest_size=12).hexdigest()}"'
    response["ETag"] = etag
    antwoord = get_conditional_response(request, etag=etag, response=cast("HttpResponse", response))
    return response if antwoord is None else antwoord


@alleen_lezen
def kort(request: HttpRequest, pk: int) -> HttpResponse:
    """The short address on posters: it stays right when the page moves or gets another name."""
    pagina = get_object_or_404(openbaar(Page.objects.all()), pk=pk)
    adres = pagina.specific_deferred.get_url(request)
    if not adres:
        raise Http404
    return redirect(adres)


def pagina(request: HttpRequest, pad: str) -> HttpResponseBase:
    """Serve the page at this address, as Wagtail does, but look for it by its whole address."""
    if not hasattr(request, "_wagtail_route_for_request"):
        setattr(request, "_wagtail_route_for_request", zoek_pagina(request, pad))  # noqa: B010 - Wagtail's own name
    return toon(request, pad)
