"""The sites that are measured: Bloei! with so many times the content, and a stock Wagtail with the text of one time."""

import json
from pathlib import Path

import psycopg

from site_bloei.postgres import ingebouwde_database_url
from tests.meting import processen
from tests.meting.klant import Klant
from tests.meting.processen import MAP

VUL = """
from django.db import transaction
from core.tijd import vandaag
from home.models import HomePage
from tests.gemeente import maak_gemeente
if not HomePage.objects.exists():
    with transaction.atomic():
        maak_gemeente({maat}, vandaag())
"""


def omgeving(database: str, **erbij: str) -> dict[str, str]:
    """The variables for a site on a database of that name, which is made when it isn't there."""
    url = ingebouwde_database_url(MAP)
    with psycopg.connect(url, autocommit=True) as verbinding:
        if not verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
            verbinding.execute(f"CREATE DATABASE {database}")
    return {"DATABASE_URL": url.replace("/bloei?", f"/{database}?"), **erbij}


def bloei(maat: int) -> dict[str, str]:
    """Bloei! as the demo is served, with `maat` times the content of its first years (`tests.gemeente`)."""
    waar = omgeving(
        f"bloei_{maat}",
        DJANGO_SETTINGS_MODULE="site_bloei.settings.dev",
        DEBUG="false",
        DEMO="true",
        LOG_LEVEL="WARNING",
        MEDIA_ROOT=str(MAP / "media"),
    )
    processen.doe("django", "collectstatic", "--no-input", omgeving=waar)
    processen.doe("django", "migrate", "--no-input", omgeving=waar)
    processen.doe("django", "shell", "--verbosity=0", "--command", VUL.format(maat=maat), omgeving=waar)
    return waar


def standaard(klant: Klant) -> dict[str, str]:
    """A stock Wagtail with the text of the site that `klant` asks."""
    bestand = MAP / "teksten.json"
    bestand.write_text(json.dumps(teksten(klant)))
    waar = omgeving("standaard", DJANGO_SETTINGS_MODULE="tests.meting.standaard.settings")
    processen.doe("django", "migrate", "--no-input", omgeving=waar)
    processen.doe("django", "vul_standaard", str(bestand), omgeving=waar)
    return waar


def teksten(klant: Klant) -> list[dict]:
    """Of each public page: `pad`, `titel`, `samenvatting` and `inhoud`, a list of HTML."""
    gevonden, pad = [], "/api/v1/paginas?paginaGrootte=100&metInhoud=true"
    while pad:
        antwoord = json.loads(klant.tekst(pad))
        gevonden += [_tekst(pagina) for pagina in antwoord["resultaten"]]
        volgende = antwoord["volgende"]
        pad = volgende and "/api/" + volgende.partition("/api/")[2]
    return gevonden


def databank() -> int:
    """The process of PostgreSQL, with all its connections below it."""
    return int(Path(MAP / "postgres" / "postmaster.pid").read_text().split()[0])


def _tekst(pagina: dict) -> dict:
    samenvatting = pagina["zoekbeschrijving"] or ""
    return {
        "pad": pagina["pad"],
        "titel": pagina["titel"],
        "samenvatting": samenvatting,
        "inhoud": _html(pagina["inhoud"]),
    }


def _html(waarde: object) -> list[str]:
    """Every piece of running text in an answer, however deep."""
    if isinstance(waarde, dict):
        eigen = [waarde["html"]] if isinstance(waarde.get("html"), str) else []
        return eigen + [tekst for deel in waarde.values() for tekst in _html(deel)]
    if isinstance(waarde, list):
        return [tekst for deel in waarde for tekst in _html(deel)]
    return []
