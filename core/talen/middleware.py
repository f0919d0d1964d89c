from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language_from_path, override

from core.talen.taal import BRONTAAL, talen


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
