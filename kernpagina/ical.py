"""Agenda-items as an iCalendar (RFC 5545 and 7986)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone
from icalendar import Calendar, Event, Timezone

from core import schoon
from kernpagina.keuzes import AgendaStatus
from kernpagina.models import AgendaItemPage

VERVERSEN = timedelta(hours=1)
STATUS = {AgendaStatus.GEANNULEERD: "CANCELLED"}

# Summer time by the rule that has held in the European Union since 1996.
AMSTERDAM = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


def agenda(naam: str, items: Iterable[tuple[AgendaItemPage, str]], adres: str) -> Calendar:
    """A calendar with this name, of agenda-items with the address of their page; `adres` is its own address.

    The items bear `volgnummer`, see `feeds.met_volgnummer`.
    """
    kalender = Calendar()
    kalender.add("prodid", "-//Gemeente West Betuwe//Bloei!//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    for veld in ("name", "x-wr-calname"):
        kalender.add(veld, schoon.regel(naam))
    kalender.add("x-wr-timezone", timezone.get_default_timezone_name())
    kalender.add("source", adres, parameters={"VALUE": "URI"})
    kalender.add("refresh-interval", VERVERSEN, parameters={"VALUE": "DURATION"})
    kalender.add("x-published-ttl", "PT1H")
    kalender.add_component(Timezone.from_ical(AMSTERDAM))
    for item, url in items:
        kalender.add_component(_afspraak(item, url))
    return kalender


def _afspraak(item: AgendaItemPage, url: str) -> Event:
    """One event. Its UID belongs to the meeting, not to its address or language, and never changes."""
    afspraak = Event()
    gepubliceerd = item.last_published_at or item.latest_revision_created_at or item.begin
    afspraak.add("uid", str(item.translation_key))
    afspraak.add("dtstamp", gepubliceerd)
    afspraak.add("last-modified", gepubliceerd)
    afspraak.add("sequence", item.volgnummer)
    afspraak.add("summary", schoon.regel(item.title))
    afspraak.add("dtstart", _moment(item.begin, item.hele_dag))
    einde = _einde(item)
    if einde is not None:
        afspraak.add("dtend", einde)
    afspraak.add("status", STATUS.get(item.status, "CONFIRMED"))
    afspraak.add("url", url)
    uitleg = "\n\n".join(deel for deel in (item.toelichting, item.samenvatting, url) if deel)
    afspraak.add("description", schoon.tekst(uitleg))
    plek = ", ".join(deel for deel in (item.locatie, item.adres) if deel)
    afspraak.add("location", schoon.regel(plek))
    if item.breedtegraad is not None and item.lengtegraad is not None:
        afspraak.add("geo", (item.breedtegraad, item.lengtegraad))
    if item.online_link:
        afspraak.add("conference", item.online_link, parameters={"VALUE": "URI", "LABEL": "Online meedoen"})
    if item.organisator:
        afspraak.add("contact", schoon.regel(item.organisator))
    themas = [str(thema) for thema in item.themas.all()]
    if themas:
        afspraak.add("categories", themas)
    return afspraak


def _moment(moment: datetime, hele_dag: bool) -> datetime | date:
    """In Dutch time, so that the clock time stays right when summer time begins or ends."""
    lokaal = timezone.localtime(moment)
    return lokaal.date() if hele_dag else lokaal


def _einde(item: AgendaItemPage) -> datetime | date | None:
    """The end; of whole days the first day after it, as iCalendar wants."""
    if item.hele_dag:
        return timezone.localtime(item.einde or item.begin).date() + timedelta(days=1)
    return _moment(item.einde, hele_dag=False) if item.einde and item.einde > item.begin else None
