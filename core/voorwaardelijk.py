"""ETag, Last-Modified and 304. One query tells whether the asker already has the newest answer."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_etags
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.geheugen import versie_van_bezoek
from core.inhoudsversie import Versie
from core.leeskopie import lees
from core.tijd import begin_van, vandaag

CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600"
# For people: what was approved a moment ago is what the next look shows. Asking whether it changed costs next to nothing.
STEEDS_VRAGEN = "public, max-age=0, must-revalidate"
# In the WSGI environment of a request: its answer follows from its address, the content and the date, and may be kept.
TE_BEWAREN = "bloei.te_bewaren"
View = Callable[..., HttpResponse]


def alleen_lezen(view: View) -> View:
    """Decorate a view that only answers GET and HEAD.

    What else a program sends gets 405, and not first the 403 of a form without its token.
    """
    return csrf_exempt(require_http_methods(["GET", "HEAD"])(view))


def eigen_adres(request: HttpRequest) -> str:
    """The one way to write this address: its parameters in order, each letter written as it always is."""
    vraag = urlencode(sorted(request.GET.items()))
    return request.build_absolute_uri(request.path + (f"?{vraag}" if vraag else ""))


def met_etag(*varieert: str, vorm: str = "1", cache_control: str = CACHE_CONTROL) -> Callable[[View], View]:
    """Decorate a view for the public: 304 for whoever has the newest answer, and its ETag for the others.

    `varieert` names the request headers that the answer differs by; change `vorm` when the same content
    is written down in another way. What is coming, phases and the state of a call follow from the date in the Netherlands and from
    nothing finer, so that date is the part of the ETag that runs with the clock. `If-Modified-Since` is
    not looked at: it can't tell two changes within one second apart.
    """

    def decorator(view: View) -> View:
        @wraps(view)
        def view_met_etag(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            versie = versie_van_bezoek()
            etag = _etag(request, versie, vorm, varieert)
            if heeft(request.headers.get("If-None-Match", ""), etag):
                response = HttpResponse(status=304)
                del response.headers["Content-Type"]
            else:
                response = lees(request, versie, lambda: view(request, *args, **kwargs))
                if response.status_code == 200 and request.headers.get("If-None-Match", "").strip() == "*":
                    response = HttpResponse(status=304)
            if response.status_code in (200, 304):
                request.META[TE_BEWAREN] = True
                response.headers["ETag"] = etag
                response.headers["Last-Modified"] = http_date(_gewijzigd(versie).timestamp())
                response.headers["Cache-Control"] = cache_control
            if varieert:
                patch_vary_headers(response, varieert)
            return response

        return view_met_etag

    return decorator


def voor_wie_geen_koekje_heeft(view: View) -> View:
    """Decorate a view of a page for people: as `met_etag`, but only for who isn't known.

    Who is logged in sees a bar with buttons, and may see what others don't.
    """
    bewaard = met_etag(vorm="2", cache_control=STEEDS_VRAGEN)(view)

    @wraps(view)
    def view_naar_bezoeker(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        onbekend = (
            request.method in ("GET", "HEAD")
            and not request.COOKIES
            and not getattr(request, "is_preview", False)
        )
        return (bewaard if onbekend else view)(request, *args, **kwargs)

    return view_naar_bezoeker


def heeft(gegeven: str, etag: str) -> bool:
    """Whether the asker has this answer, by `If-None-Match`. Weakly compared (RFC 9110, 13.1.2): a proxy may have taken
    the `W/` off."""
    genoemd = {genoemd.removeprefix("W/") for genoemd in parse_etags(gegeven)} if gegeven else set()
    return etag.removeprefix("W/") in genoemd


def _gewijzigd(versie: Versie) -> datetime:
    return max(versie.gewijzigd, begin_van(vandaag()))


def _etag(request: HttpRequest, versie: Versie, vorm: str, varieert: tuple[str, ...]) -> str:
    """Weak: gzip may change the bytes, not what they say."""
    vraag = [
        vorm,
        *map(str, versie),
        vandaag().isoformat(),
        eigen_adres(request),
        *(request.headers.get(kop, "") for kop in varieert),
    ]
    return f'W/"{hashlib.blake2b(chr(0).join(vraag).encode(), digest_size=16).hexdigest()}"'
