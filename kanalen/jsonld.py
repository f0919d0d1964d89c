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


def evenement(item: AgendaItemPage, url: str, vrij: int | None = None, kan_aanmelden: bool = False) -> Json:
    """A schema.org Event; times with their Dutch offset, whole days as dates. `vrij`: how many places are left."""
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
            "maximumAttendeeCapacity": item.max_aantal if kan_aanmelden else None,
            "remainingAttendeeCapacity": vrij if kan_aanmelden else None,
            "offers": _aanbod(url, vrij) if kan_aanmelden else None,
            "organizer": {"@type": "Organization", "name": item.organisator} if item.organisator else None,
            # Where nobody wrote what it costs, nothing is said.
            "isAccessibleForFree": item.kosten.strip(" .!").casefold() == "gratis" or None,
        }
    )


def _aanbod(url: str, vrij: int | None) -> Json:
    """A place, to be had on the form of the page. What it costs is said in words that no machine reads."""
    return {
        "@type": "Offer",
        "url": f"{url}aanmelden/",
        "availability": f"https://schema.org/{'SoldOut' if vrij == 0 else 'InStock'}",
    }


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
