"""All that we hold of somebody, for themselves: as text and as JSON."""

import json
from urllib.parse import urljoin

from django.conf import settings

from inwoners.houders import Stuk, Wie, houders


def alles_van(wie: Wie) -> list[tuple[str, str, list[Stuk]]]:
    """Per app that holds something: its code, its name, and what it holds."""
    lijst = [(houder.code, str(houder.naam), houder.toon(wie)) for houder in houders()]
    return [(code, naam, stukken) for code, naam, stukken in lijst if stukken]


def als_json(wie: Wie) -> str:
    alles = {
        naam: [
            {"titel": stuk.titel, **stuk.gegevens} | ({"url": _heel(stuk)} if stuk.url else {})
            for stuk in stukken
        ]
        for _code, naam, stukken in alles_van(wie)
    }
    return json.dumps(alles, ensure_ascii=False, indent=2)


def als_tekst(wie: Wie) -> str:
    """For who can do nothing with JSON: to read and to print."""
    regels = []
    for _code, naam, stukken in alles_van(wie):
        regels += [naam.upper(), ""]
        for stuk in stukken:
            regels += [stuk.titel, *(f"  {wat}: {waarde}" for wat, waarde in stuk.gegevens.items())]
            regels += [f"  {_heel(stuk)}", ""] if stuk.url else [""]
    return "\n".join(regels)


def _heel(stuk: Stuk) -> str:
    """Its address with the name of the site: a file is read elsewhere."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, stuk.url)
