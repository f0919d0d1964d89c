"""In which coding an answer goes out: what an asker takes, and what it refuses (`Accept-Encoding`; RFC 9110, 12.5.3).

Django and WhiteNoise look whether a coding is named, and would send it to who says `gzip;q=0` as well.
"""

from collections.abc import Callable
from functools import lru_cache

from django.http import HttpRequest, HttpResponseBase

KENT = {"gzip": "gzip", "x-gzip": "gzip", "br": "br"}


class CoderingMiddleware:
    """What stands further in, reads nothing but the codings that may be used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if gezegd := request.META.get("HTTP_ACCEPT_ENCODING"):
            request.META["HTTP_ACCEPT_ENCODING"] = aanvaard(gezegd)
        return self.get_response(request)


@lru_cache(maxsize=100)  # browsers of a kind say the same
def aanvaard(gezegd: str) -> str:
    """Those of our codings that the asker takes at least as gladly as the answer without any.

    `*` means any coding: it asks for one only beside `identity;q=0`. Who refuses all that there is, gets it without.
    """
    gewicht = dict(map(_lees, gezegd.lower().split(",")))
    gewoon, elke = gewicht.get("identity"), gewicht.get("*", 0.0)
    if gewoon == 0:
        gewicht.setdefault("gzip", elke)
    genoemd = {KENT[naam] for naam, q in gewicht.items() if naam in KENT and q > 0 and q >= (gewoon or 0)}
    return ", ".join(sorted(genoemd))


@lru_cache(maxsize=100)
def wil_gzip(gezegd: str) -> bool:
    return "gzip" in aanvaard(gezegd)


def _lees(deel: str) -> tuple[str, float]:
    """A coding with its weight; one whose weight can't be read isn't used."""
    naam, *rest = (stuk.strip() for stuk in deel.split(";"))
    q = next((stuk.partition("=")[2] for stuk in rest if stuk.partition("=")[0].strip() == "q"), "1")
    try:
        return naam, float(q)
    except ValueError:
        return naam, 0.0
