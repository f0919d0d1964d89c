from collections.abc import Callable

from django.http import (
    HttpRequest,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils.translation import get_language_from_path, override

from core.geheugen import bezoek
from core.omleidingen import nieuw_adres
from core.talen.taal import BRONTAAL, talen
from core.voorwaardelijk import CACHE_CONTROL


class GeheugenMiddleware:
    """What is the same on every page needn't be asked of the database by every visitor: `core.geheugen`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with bezoek(request):
            return self.get_response(request)


class TaalMiddleware:
    """The language is what the address says: `/pl/…` is Polish, an address without a language is Dutch.

    In the place of Django's LocaleMiddleware, which also looks at what the browser asks for and says so to caches
    (`Vary: Accept-Language`) on pages that are the same for everybody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        taal = get_language_from_path(request.path_info)
        request.LANGUAGE_CODE = taal if taal in talen() else BRONTAAL
        with override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


class OmleidingMiddleware:
    """The old address of a page leads to its new one, in every language and with all that stands below it.

    In the place of Wagtail's own, which knows one Dutch address for each page, drops the question, and leads to pages
    that aren't online, of which the name may be nobody's business yet.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != 404 or (gevonden := nieuw_adres(request)) is None:
            return response
        adres, voorgoed = gevonden
        omleiding = HttpResponsePermanentRedirect(adres) if voorgoed else HttpResponseRedirect(adres)
        # Not for ever: another page may get this name one day. A site that reads a feed has to be let through here too.
        omleiding.headers["Cache-Control"] = CACHE_CONTROL
        omleiding.headers["Access-Control-Allow-Origin"] = "*"
        return omleiding
