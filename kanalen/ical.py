"""Agenda-items as an iCalendar (RFC 5545 and 7986).

Written down here line by line: a library that builds an object for each property takes some 1.4 ms for an event, and
there are thousands of events. The tests read it back with that library.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from core.gemeente import gemeente
from core.teksten import schoon
from kernpagina.keuzes import AgendaStatus, Vorm
from kernpagina.models import AgendaItemPage

OCTETTEN = 75
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
"""


def agenda(naam: str, afspraken: Iterable[bytes], adres: str, uitleg: str = "") -> bytes:
    """A calendar with this name, of these events, one or more in each; `adres` is its own address, `uitleg` says what is in it.

    There is no METHOD: that belongs to an invitation by mail, and asks for an ORGANIZER (RFC 5546, 3.2.1).
    """
    zone = timezone.get_default_timezone_name()
    regels = [
        "BEGIN:VCALENDAR",
        f"PRODID:-//{_tekst(gemeente().volle_naam)}//Bloei!//NL",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        f"NAME:{_tekst(naam)}",
        f"X-WR-CALNAME:{_tekst(naam)}",
        *([f"DESCRIPTION:{_tekst(uitleg)}", f"X-WR-CALDESC:{_tekst(uitleg)}"] if uitleg else []),
        f"X-WR-TIMEZONE:{zone}",
        f"SOURCE;VALUE=URI:{_uri(adres)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        *AMSTERDAM.splitlines(),
    ]
    return b"".join([_gevouwen(regels).encode(), *afspraken, b"END:VCALENDAR\r\n"])


def afspraak(item: AgendaItemPage, url: str) -> str:
    """One event, with the address of its page. The item bears `volgnummer`, see `feeds.met_volgnummer`, and `kernnaam`."""
    return _gevouwen(_afspraak(item, url))


def _gevouwen(regels: Iterable[str]) -> str:
    return "".join(f"{_vouw(regel)}\r\n" for regel in regels)


def _afspraak(item: AgendaItemPage, url: str) -> Iterator[str]:
    """One event. Its UID belongs to the meeting, not to its address or language, and never changes."""
    gepubliceerd = _utc(item.last_published_at or item.latest_revision_created_at or item.begin)
    yield "BEGIN:VEVENT"
    yield f"UID:{item.translation_key}"
    yield f"DTSTAMP:{gepubliceerd}"
    yield f"LAST-MODIFIED:{gepubliceerd}"
    yield f"SEQUENCE:{vars(item)['volgnummer']}"
    # Many programs show a cancelled event as any other.
    titel = f"{item.get_status_display()}: {item.title}" if item.geannuleerd else item.title
    yield f"SUMMARY:{_tekst(titel)}"
    yield f"DTSTART{_moment(item.begin, item.hele_dag)}"
    if einde := _einde(item):
        yield f"DTEND{einde}"
    yield f"STATUS:{STATUS.get(item.status, 'CONFIRMED')}"
    yield f"URL:{_uri(url)}"
    veranderd = (
        "" if item.status == AgendaStatus.GEPLAND else f"{item.get_status_display()}: {item.toelichting}"
    )
    # Nobody is let in where nothing goes on. Few programs show CONFERENCE, and all show this.
    online = "" if item.geannuleerd else item.online_link
    mee = f"{_('Doe online mee')}: {online}" if online else ""
    uitleg = "\n\n".join(deel for deel in (veranderd, item.samenvatting, mee, url) if deel)
    yield f"DESCRIPTION:{_tekst(uitleg)}"
    if plek := ", ".join(deel for deel in (item.locatie, item.adres) if deel):
        # Every village has a Dorpshuis; what is online only is in none.
        kern = "" if item.vorm == Vorm.ONLINE else vars(item)["kernnaam"]
        waar = plek if not kern or kern.lower() in plek.lower() else f"{plek}, {kern}"
        yield f"LOCATION:{_tekst(waar)}"
    if item.breedtegraad is not None and item.lengtegraad is not None:
        yield f"GEO:{item.breedtegraad};{item.lengtegraad}"
    # Some programs make a button of it.
    if online:
        yield f'CONFERENCE;VALUE=URI;LABEL="{_("Doe online mee")}":{_uri(online)}'
    if item.organisator:
        yield f"CONTACT:{_tekst(item.organisator)}"
    # taggit gives them as they were added, which is in no order.
    op_volgorde = sorted(item.themas.all(), key=lambda thema: (thema.volgorde, thema.name))
    if themas := ",".join(_tekst(str(thema)) for thema in op_volgorde):
        yield f"CATEGORIES:{themas}"
    yield "END:VEVENT"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _dag(dag: date) -> str:
    return f";VALUE=DATE:{dag:%Y%m%d}"


def _moment(moment: datetime, hele_dag: bool) -> str:
    """In Dutch time, so that the clock time stays right when summer time begins or ends."""
    lokaal = timezone.localtime(moment)
    if hele_dag:
        return _dag(lokaal.date())
    return f";TZID={timezone.get_default_timezone_name()}:{lokaal:%Y%m%dT%H%M%S}"


def _einde(item: AgendaItemPage) -> str:
    """The end; of whole days the first day after it, as iCalendar wants."""
    if item.hele_dag:
        return _dag(timezone.localtime(item.einde or item.begin).date() + timedelta(days=1))
    return _moment(item.einde, hele_dag=False) if item.einde and item.einde > item.begin else ""


def _tekst(tekst: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    met_einden = tekst.replace("\r\n", "\n").replace("\r", "\n")
    return (
        schoon.tekst(met_einden)
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n")
    )


def _uri(adres: str) -> str:
    return "".join(schoon.regel(adres).split())


def _vouw(regel: str) -> str:
    """At most 75 octets on a line (RFC 5545, 3.1), without a break inside a letter."""
    if len(regel) * 4 <= OCTETTEN or len(regel.encode()) <= OCTETTEN:
        return regel
    stukken, stuk, lengte = [], "", 0
    for letter in regel:
        breed = len(letter.encode())
        # What follows on the first line begins with a space, which counts too.
        if lengte + breed > OCTETTEN:
            stukken.append(stuk)
            stuk, lengte = "", 1
        stuk += letter
        lengte += breed
    return "\r\n ".join([*stukken, stuk])
