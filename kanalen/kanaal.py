"""Addresses that programs read: which questions they know, that they are only read, and that any site may read them."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt

from core.voorwaardelijk import View

METHODEN = ("GET", "HEAD", "OPTIONS")


class VerkeerdeVraag(Exception):
    """A parameter has a value that can't be; says in one Dutch sentence why."""


def kanaal(*parameters: str, voor_elke_site: bool = True) -> Callable[[View], View]:
    """Decorate a view that programs ask again and again.

    What it doesn't know is a 400 in plain Dutch: an answer to another question looks right and isn't, and costs as
    much each time as somebody likes. `voor_elke_site`: scripts of other sites may read it, and ask first whether they may.
    """
    methoden = METHODEN if voor_elke_site else METHODEN[:2]

    def decorator(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def kanaal_view(request: HttpRequest, **kwargs) -> HttpResponse:
            if request.method not in methoden:
                return HttpResponseNotAllowed(methoden)
            response = preflight() if request.method == "OPTIONS" else _antwoord(request, kwargs)
            if voor_elke_site:
                response.headers["Access-Control-Allow-Origin"] = "*"
            return response

        def _antwoord(request: HttpRequest, kwargs: dict) -> HttpResponse:
            if fouten := _fouten(request, parameters):
                return _fout(fouten)
            try:
                return view(request, **kwargs)
            except VerkeerdeVraag as fout:
                return _fout([str(fout)])

        return kanaal_view

    return decorator


def preflight(te_sturen: str = "If-None-Match") -> HttpResponse:
    """The answer to a browser that asks for another site what it may do here."""
    response = HttpResponse(status=204, headers={"Allow": ", ".join(METHODEN)})
    response.headers["Access-Control-Allow-Methods"] = ", ".join(METHODEN)
    response.headers["Access-Control-Allow-Headers"] = te_sturen
    response.headers["Access-Control-Max-Age"] = "86400"
    del response.headers["Content-Type"]
    return response


def _fouten(request: HttpRequest, bekend: tuple[str, ...]) -> list[str]:
    wel = f"Wel: {', '.join(bekend)}." if bekend else "Dit adres heeft geen parameters."
    onbekend = [
        f"De parameter {naam!r} bestaat hier niet. {wel}" for naam in request.GET if naam not in bekend
    ]
    dubbel = [naam for naam, waarden in request.GET.lists() if naam in bekend and len(waarden) > 1]
    return onbekend + [f"Geef de parameter {naam!r} maar één keer." for naam in dubbel]


def _fout(regels: Iterable[str]) -> HttpResponse:
    return HttpResponse(
        "\n".join(regels) + "\n",
        status=400,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )
