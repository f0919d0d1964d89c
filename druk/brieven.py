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
        "brieven": [_brief(brief, gemeente) for brief in brieven],
    }
    return zetten.pdf("brieven", gegevens)


def _brief(brief: Brief, gemeente: GemeenteInstellingen) -> dict[str, Any]:
    with override(brief.taal):
        dag = date_format(vandaag(), "DATE_FORMAT")
        verder = f"{brief.naam} · {_('Vel')}"
        bereikbaar = _bereikbaar(gemeente)
    alineas = [alinea.strip().split("\n") for alinea in brief.tekst.split("\n\n") if alinea.strip()]
    return {
        "taal": brief.taal,
        "aan": [brief.naam, *brief.postadres.splitlines()],
        "dag": dag,
        "verder": verder,
        "kop": brief.onderwerp,
        "alineas": [*alineas, *filter(None, [bereikbaar])],
    }


def _bereikbaar(gemeente: GemeenteInstellingen) -> list[str]:
    """How to ring and to write back, as it is now: a letter may have waited, and who reads it has no e-mail."""
    hoe = [
        _("Bel: %s") % gemeente.telefoon if gemeente.telefoon else "",
        _("Schrijf: %s") % ", ".join(filter(None, [gemeente.naam, gemeente.adres])) if gemeente.adres else "",
    ]
    regels = list(filter(None, hoe))
    return [_("Heb je een vraag?"), *regels] if regels else []
