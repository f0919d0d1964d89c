"""What holds for every answer below /api/, also when Django itself refuses the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from api.fouten import CONTENT_TYPE, probleem
from api.versie import VERSIE
from kanalen.kanaal import METHODEN, preflight

TE_LEZEN = "API-Version, Content-Crs, Content-Language, ETag, Last-Modified, Link"
TE_STUREN = "Accept, Accept-Crs, If-Modified-Since, If-None-Match"


class ApiMiddleware:
    """The outermost layer: version, CORS, HEAD and OPTIONS, and every error as problem+json."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not (request.path_info == "/api" or request.path_info.startswith("/api/")):
            return self.get_response(request)
        methode = request.method
        if methode == "HEAD":
            request.method = "GET"
        response = self.get_response(request)
        request.method = methode
        if methode == "OPTIONS" and response.status_code == 405:
            response = preflight(TE_STUREN)
        elif response.status_code >= 400 and response.headers.get("Content-Type") != CONTENT_TYPE:
            response = _als_probleem(request, response)
        elif response.status_code == 200 and not _gewenst(request, response):
            response = probleem(request, 406)
        _koppen(response)
        if methode == "HEAD":
            lengte = str(len(response.content))
            response.content = b""
            response.headers["Content-Length"] = lengte
        return response


def _gewenst(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether `Accept` allows for what this answer is."""
    soort = response.headers["Content-Type"].partition(";")[0]
    return not request.headers.get("Accept", "").strip() or request.accepts(soort)


def _als_probleem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep status and headers of an error, and put problem+json in the place of its HTML."""
    vervanging = probleem(request, response.status_code)
    response.content = vervanging.content
    response.headers["Content-Type"] = CONTENT_TYPE
    response.headers["Content-Length"] = str(len(response.content))
    del response.headers["Content-Encoding"]
    if response.status_code == 405:
        response.headers["Allow"] = ", ".join(METHODEN)
    return response


def _koppen(response: HttpResponse) -> None:
    response.headers["API-Version"] = VERSIE
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = TE_LEZEN
    # The language of an answer follows from `taal`, never from the browser; that is what the site does.
    varieert = {v for v in response.headers.get("Vary", "").split(", ") if v} - {"Accept-Language", "Cookie"}
    response.headers["Vary"] = ", ".join(sorted(varieert | {"Accept-Encoding"}))
    response.headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
    if response.status_code >= 400:
        response.headers.setdefault("Cache-Control", "no-store")
