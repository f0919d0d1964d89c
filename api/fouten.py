"""Errors as `application/problem+json` (RFC 9457). Bad input is 400, with everything that is wrong in one answer."""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from pydantic_core import ErrorDetails

from api.versie import BASIS
from core.voorwaardelijk import CACHE_CONTROL

CONTENT_TYPE = "application/problem+json"
TITELS = {
    400: "De vraag klopt niet",
    404: "Niet gevonden",
    405: "Deze methode kan hier niet",
    406: "Niet in deze vorm te krijgen",
    500: "Er ging iets mis bij ons",
}
UITLEG = {
    400: "De vraag is niet te lezen.",
    404: "Hier is niets, of het is niet openbaar.",
    405: "Deze API is om te lezen: gebruik GET, HEAD of OPTIONS.",
    406: "Kijk bij dit adres in de documentatie welke vormen er zijn.",
    500: "Het ligt niet aan de vraag. Probeer het later nog eens.",
}
Fout = dict[str, str]
# Which text a parameter may have, and what to do when it hasn't.
SLUG, PAD, NAMEN = r"^[-a-zA-Z0-9_]+$", r"^/[^\x00-\x1f]*$", r"^[a-zA-Z]{1,40}(,[a-zA-Z]{1,40}){0,60}$"
PATRONEN = {
    SLUG: "Gebruik alleen letters, cijfers, - en _.",
    PAD: "Begin met een schuine streep, zoals /beesd/.",
    NAMEN: "Schrijf namen van velden met een komma ertussen, zoals titel,url.",
}


class OngeldigeVraag(Exception):
    """Input that can't be right, with every error in it."""

    def __init__(self, fouten: list[Fout]) -> None:
        self.fouten = fouten
        super().__init__(fouten)


class Verhuisd(Exception):
    """What is asked for is still there, under another address: a path with its question."""

    def __init__(self, adres: str) -> None:
        self.adres = adres
        super().__init__(adres)


def probleem(
    request: HttpRequest, status: int, uitleg: str = "", fouten: Iterable[Fout] = ()
) -> HttpResponse:
    """An error as problem+json; `uitleg` is one Dutch sentence for whoever builds the channel."""
    inhoud: dict[str, Any] = {
        "type": f"{settings.WAGTAILADMIN_BASE_URL}{BASIS}/docs#fout-{status}",
        "title": TITELS.get(status, "Dat lukt niet"),
        "status": status,
        "detail": uitleg or UITLEG.get(status, "De vraag kon niet worden beantwoord."),
        "instance": settings.WAGTAILADMIN_BASE_URL + request.get_full_path(),
    }
    if fouten := list(fouten):
        inhoud["fouten"] = fouten
    return HttpResponse(
        json.dumps(inhoud, ensure_ascii=False),
        status=status,
        content_type=CONTENT_TYPE,
        headers={"Content-Language": settings.LANGUAGE_CODE},
    )


def bij_ongeldige_vraag(request: HttpRequest, fout: OngeldigeVraag) -> HttpResponse:
    aantal = len(fout.fouten)
    uitleg = "Eén gegeven klopt niet." if aantal == 1 else f"{aantal} gegevens kloppen niet."
    return probleem(request, 400, f"{uitleg} Bij fouten staat welke en waarom.", fout.fouten)


def bij_niet_gevonden(request: HttpRequest, fout: Http404) -> HttpResponse:
    return probleem(request, 404, str(fout.args[0]) if fout.args and isinstance(fout.args[0], str) else "")


def bij_verhuisd(request: HttpRequest, fout: Verhuisd) -> HttpResponse:
    return HttpResponse(status=308, headers={"Location": fout.adres, "Cache-Control": CACHE_CONTROL})


def reden(fout: ErrorDetails) -> str:
    """What is wrong, in Dutch."""
    grens = fout.get("ctx", {})
    if fout["type"] in ("literal_error", "enum"):
        return f"Kies uit: {grens['expected'].replace(' or ', ', ')}."
    redenen = {
        "missing": "Dit gegeven is nodig.",
        "string_pattern_mismatch": _anders_geschreven(fout),
        "string_too_short": f"Gebruik minstens {grens.get('min_length')} tekens.",
        "string_too_long": f"Gebruik hoogstens {grens.get('max_length')} tekens.",
        "greater_than_equal": f"Kies {grens.get('ge')} of meer.",
        "less_than_equal": f"Kies {grens.get('le')} of minder.",
        "value_error": str(grens.get("error", "")),
    }
    return redenen.get(fout["type"], "Dit klopt niet.")


def _anders_geschreven(fout: ErrorDetails) -> str:
    waarde = str(fout["input"])
    if not waarde:
        return "Hier staat niets. Vul iets in, of laat deze parameter weg."
    if any(ord(teken) < 0x20 for teken in waarde):
        return "Hier staan tekens in die niet mogen."
    return PATRONEN.get(fout.get("ctx", {}).get("pattern", ""), "Hier staan tekens in die niet mogen.")
