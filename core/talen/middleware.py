from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.utils.translation import get_language_from_path, override
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from core.talen.adres import voorvoegsel
from core.talen.taal import BRONTAAL, leestaal, talen


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


class OmleidingMiddleware(RedirectMiddleware):
    """The old address of a page leads to its new one in every language; Wagtail keeps the Dutch address only."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response = super().process_response(request, response)
        if response.status_code != 404 or leestaal() == BRONTAAL:
            return response
        nederlands = "/" + request.path.removeprefix(voorvoegsel(leestaal()))
        omleiding = get_redirect(request, Redirect.normalise_path(nederlands))
        if omleiding is None or omleiding.redirect_page is None or not omleiding.link:
            return response
        return HttpResponsePermanentRedirect(omleiding.link)
