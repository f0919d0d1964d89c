"""schema.org data of pages: what the page says, for search engines. Nothing that isn't on the page."""

from typing import Any

from django.utils import timezone

from kernpagina.keuzes import Vorm
from kernpagina.models import AgendaItemPage, KernPage

AANWEZIG = {
    Vorm.FYSIEK: "OfflineEventAttendanceMode",
    Vorm.ONLINE: "OnlineEventAttendanceMode",
    Vorm.HYBRIDE: "MixedEventAttendanceMode",
}
Json = dict[str, Any]


def evenement(item: AgendaItemPage, url: str) -> Json:
    """A schema.org Event; times with their Dutch offset, whole days as dates."""
    plek = {
        "@type": "Place",
        "name": item.locatie,
        "address": item.adres or None,
        "geo": _punt(item.breedtegraad, item.lengtegraad),
    }
    online = {"@type": "VirtualLocation", "url": item.online_link} if item.online_link else None
    plekken = [_gevuld(plek), online] if item.vorm != Vorm.ONLINE else [online]
    return _gevuld(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": item.title,
            "description": item.samenvatting,
            "url": url,
            "startDate": _moment(item.begin, item.hele_dag),
            "endDate": _moment(item.einde, item.hele_dag) if item.einde else None,
            "eventStatus": f"https://schema.org/{'EventCancelled' if item.geannuleerd else 'EventScheduled'}",
            "eventAttendanceMode": f"https://schema.org/{AANWEZIG[Vorm(item.vorm)]}",
            "location": [plek for plek in plekken if plek],
            "organizer": {"@type": "Organization", "name": item.organisator} if item.organisator else None,
            # Where nobody wrote what it costs, nothing is said.
            "isAccessibleForFree": item.kosten.strip(" .!").casefold() == "gratis" or None,
        }
    )


def plaats(kern: KernPage, url: str) -> Json:
    return _gevuld(
        {
            "@context": "https://schema.org",
            "@type": "Place",
            "name": kern.title,
            "description": kern.intro,
            "url": url,
            "geo": _punt(kern.breedtegraad, kern.lengtegraad),
        }
    )


def _moment(moment: Any, hele_dag: bool) -> str:
    lokaal = timezone.localtime(moment)
    return lokaal.date().isoformat() if hele_dag else lokaal.isoformat()


def _punt(breedtegraad: float | None, lengtegraad: float | None) -> Json | None:
    if breedtegraad is None or lengtegraad is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": breedtegraad, "longitude": lengtegraad}


def _gevuld(gegevens: Json) -> Json:
    """Without what is empty."""
    return {naam: waarde for naam, waarde in gegevens.items() if waarde not in (None, "", [])}
