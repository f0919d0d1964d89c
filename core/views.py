"""Views that belong to no village: files of pictures, the site's own pictures, short addresses, errors."""

import sys
from functools import cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.cache import cache as bewaard
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import override
from django.views.defaults import server_error
from django.views.static import serve
from PIL import Image
from wagtail.models import Page

from core import zetten
from core.talen.taal import BRONTAAL
from core.tijd import vandaag
from core.voorwaardelijk import alleen_lezen

JAAR = 365 * 24 * 3600
DAG = 24 * 3600
UUR = 3600
KERN_DIEPTE = 3
NIET_TE_LEZEN = "Dit kwam niet goed over. Bewaar je tekst ergens anders en open het formulier opnieuw."


def media(request: HttpRequest, pad: str) -> HttpResponseBase:
    """Serve one rendition of a picture. Its name changes when the picture does: it may be kept for ever."""
    # Rooted in the folder of renditions: below a wider root, `../` leads to the originals.
    response = serve(request, pad, document_root=Path(settings.MEDIA_ROOT) / "images")
    response["Cache-Control"] = f"public, max-age={JAAR}, immutable"
    return response


@alleen_lezen
def favicon(request: HttpRequest) -> HttpResponse:
    """The sign of the site for browsers that can't show the SVG."""
    return HttpResponse(_icoon(48, "ICO"), content_type="image/x-icon", headers=_bewaar(DAG))


@alleen_lezen
def apple_icoon(request: HttpRequest) -> HttpResponse:
    """The sign of the site on the home screen of a telephone."""
    return HttpResponse(_icoon(180, "PNG"), content_type="image/png", headers=_bewaar(DAG))


@alleen_lezen
def deelbeeld(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture that goes with a shared link: the page's title in the look of Bloei!."""
    pagina = get_object_or_404(Page.objects.live().public().filter(depth__gte=2), pk=pk)
    # One picture for all languages. What it says of a meeting or a call follows from its page and from the day.
    with override(BRONTAAL):
        stand = pagina.specific.bron.stand(vandaag())
        let_op = stand.label if stand and stand.let_op else ""
        sleutel = f"deelbeeld-{pagina.pk}-{pagina.last_published_at}-{let_op}".replace(" ", "_")
        beeld = bewaard.get_or_set(sleutel, lambda: _deelbeeld(pagina, let_op), DAG)
    return HttpResponse(beeld, content_type="image/png", headers=_bewaar(UUR))


@alleen_lezen
def kort(request: HttpRequest, pk: int) -> HttpResponse:
    """The short address on posters: it stays right when the page moves or gets another name."""
    pagina = get_object_or_404(Page.objects.live().public().filter(depth__gte=2), pk=pk)
    adres = pagina.specific_deferred.get_url(request)
    if not adres:
        raise Http404
    return redirect(adres)


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


def _deelbeeld(pagina: Page, let_op: str) -> bytes:
    kern = pagina.get_ancestors().filter(depth=KERN_DIEPTE).first()
    bovenkop = kern.title if kern else "West Betuwe"
    return zetten.png("deelbeeld", {"titel": pagina.title, "bovenkop": bovenkop, "let_op": let_op})


@cache
def _icoon(maat: int, vorm: str) -> bytes:
    uit = BytesIO()
    Image.open(BytesIO(zetten.png("teken", {"maat": maat}))).save(uit, format=vorm)
    return uit.getvalue()


def _bewaar(seconden: int) -> dict[str, str]:
    return {"Cache-Control": f"public, max-age={seconden}"}
