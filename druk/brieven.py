"""Letters to who takes part without e-mail: A4, with the address where the window of an envelope is."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.models import GemeenteInstellingen
from core.tijd import vandaag
from druk import zetten
from meedoen.models import Brief


def zet(brieven: Iterable[Brief]) -> bytes:
    """One PDF in which each letter begins on a sheet of its own."""
    gemeente = GemeenteInstellingen.load()
    gegevens = {
        "titel": "Brieven van Bloei!",
        "afzender": " · ".join(filter(None, [gemeente.naam, gemeente.adres])),
        "brieven": [_brief(brief) for brief in brieven],
    }
    return zetten.pdf("brieven", gegevens)


def _brief(brief: Brief) -> dict[str, Any]:
    with override(brief.taal):
        dag = date_format(vandaag(), "DATE_FORMAT")
        verder = f"{brief.naam} · {_('Vel')}"
    return {
        "taal": brief.taal,
        "aan": [brief.naam, *brief.postadres.splitlines()],
        "dag": dag,
        "verder": verder,
        "kop": brief.onderwerp,
        "alineas": [alinea.strip().split("\n") for alinea in brief.tekst.split("\n\n") if alinea.strip()],
    }
