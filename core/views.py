"""Addresses that belong to no village: files of pictures, and the short ones on posters."""

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.static import serve
from wagtail.models import Page
from wagtail.views import serve as toon

from core.openbaar import openbaar
from core.voorwaardelijk import alleen_lezen
from core.weg import zoek_pagina

JAAR = 365 * 24 * 3600


def media(request: HttpRequest, pad: str) -> HttpResponseBase:
    """Serve one rendition of a picture. Its name changes when the picture does: it may be kept for ever."""
    # Rooted in the folder of renditions: below a wider root, `../` leads to the originals.
    response = serve(request, pad, document_root=Path(settings.MEDIA_ROOT) / "images")
    response["Cache-Control"] = f"public, max-age={JAAR}, immutable"
    return response


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
