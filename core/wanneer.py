"""When something is, in the words of people: the one place that says so, for pages, papers, feeds and screens.

An item here is anything with `begin`, `einde` (moments; the second may be None) and `hele_dag`.
"""

from datetime import date, datetime, time, timedelta
from typing import Protocol

from django.template.defaultfilters import date as datum
from django.utils import timezone
from django.utils.translation import gettext as _

# Whoever goes home before this time speaks of last night, and not of the next day.
NACHT_TOT = time(6)
DAG = timedelta(days=1)


class Item(Protocol):
    begin: datetime
    einde: datetime | None
    hele_dag: bool


def eerste_dag(item: Item) -> date:
    return timezone.localtime(item.begin).date()


def laatste_dag(item: Item) -> date:
    """The last day on which it goes on. What ends at midnight is over the day before, whole days end with their day.

    `AgendaItemQuerySet` asks the same of the database.
    """
    if not item.einde or item.einde <= item.begin:
        return eerste_dag(item)
    einde = timezone.localtime(item.einde)
    return einde.date() - DAG if not item.hele_dag and einde.time() == time.min else einde.date()


def achterstevoren(item: Item) -> bool:
    """Whether it ends before it begins; of whole days, by the day: a time that was typed there counts for nothing."""
    if not item.einde:
        return False
    return (
        timezone.localtime(item.einde).date() < eerste_dag(item) if item.hele_dag else item.einde < item.begin
    )


def op_een_dag(item: Item) -> bool:
    """Whether it is over on the day it begins, or in the night after: till six o'clock, and within 24 hours."""
    dagen = laatste_dag(item) - eerste_dag(item)
    if not item.einde or not dagen:
        return True
    in_de_nacht = dagen == DAG and timezone.localtime(item.einde).time() <= NACHT_TOT
    return in_de_nacht and not item.hele_dag and item.einde - item.begin < DAG


def alleen_dag(moment: datetime | None, item: object) -> date | None:
    """Of whole days the day, where no time was typed; else the moment as it is."""
    if not moment or not getattr(item, "hele_dag", False):
        return moment
    lokaal = timezone.localtime(moment)
    return lokaal.date() if lokaal.time() == time.min else moment


def op_kalender(item: Item) -> tuple[date, date]:
    """The first and the last day under which it stands in a calendar: a night belongs to its evening."""
    return eerste_dag(item), eerste_dag(item) if op_een_dag(item) else laatste_dag(item)


def wanneer(item: Item) -> str:
    """Day and time: *donderdag 12 maart 2026, 19.30 tot 21.30 uur*; of more days both ends, with their times."""
    if op_een_dag(item):
        return dag(item) if item.hele_dag else f"{dag(item)}, {tijd(item)}"
    van, tot = eerste_dag(item), laatste_dag(item)
    begin = datum(van, "DAG_EN_MAAND" if van.year == tot.year else "DAG_VOLUIT")
    einde = datum(tot, "DAG_VOLUIT")
    if not item.hele_dag:
        begin = f"{begin}, {_('%(van)s uur') % {'van': _klok(item.begin)}}"
        einde = f"{einde}, {_('%(van)s uur') % {'van': _eindklok(item.einde or item.begin)}}"
    return _("%(van)s tot en met %(tot)s") % {"van": begin, "tot": einde}


def nabij(item: Item, op: date) -> str:
    """How near it is, in words: *vandaag*, *morgen*, *over zes dagen*, *nu bezig*. Empty for what is over, and for what is
    more than a week away.

    By the day and nothing finer, as everything that may be kept: tonight is *vandaag* from midnight on.
    """
    van, tot = op_kalender(item)
    return _("nu bezig") if van < op <= tot else over_dagen(van, op)


def over_dagen(dag: date, op: date) -> str:
    """The same of one day, seen from another."""
    woorden = {
        0: _("vandaag"),
        1: _("morgen"),
        2: _("overmorgen"),
        3: _("over drie dagen"),
        4: _("over vier dagen"),
        5: _("over vijf dagen"),
        6: _("over zes dagen"),
        7: _("over een week"),
    }
    return woorden.get((dag - op).days, "")


def dag(item: Item) -> str:
    """The day on which it begins."""
    return datum(timezone.localtime(item.begin), "DAG_VOLUIT")


def tijd(item: Item) -> str:
    """The time of day; of more days that of the first."""
    if item.hele_dag:
        return _("hele dag")
    if item.einde and item.einde > item.begin and op_een_dag(item):
        return _("%(van)s tot %(tot)s uur") % {"van": _klok(item.begin), "tot": _eindklok(item.einde)}
    return _("%(van)s uur") % {"van": _klok(item.begin)}


def einde_voluit(item: Item) -> str:
    """When it ends, also where that lies before its begin: *donderdag 12 maart 2026, 21.30 uur*."""
    moment = timezone.localtime(item.einde or item.begin)
    if item.hele_dag:
        return datum(moment, "DAG_VOLUIT")
    op = moment - DAG if moment.time() == time.min else moment
    return f"{datum(op, 'DAG_VOLUIT')}, {_('%(van)s uur') % {'van': _eindklok(moment)}}"


def tijd_op(item: Item, op: date) -> str:
    """What a calendar says of it under one of its days. Only the first day has the time at which it begins."""
    if item.hele_dag or op == eerste_dag(item):
        return tijd(item)
    if op == laatste_dag(item):
        return _("tot %(tot)s uur") % {"tot": _eindklok(item.einde or item.begin)}
    return _("tot en met %(dag)s") % {"dag": datum(laatste_dag(item), "MONTH_DAY_FORMAT")}


def periode(van: date, tot: date) -> str:
    """Days from and to, both included: *van 4 december 2026 tot en met 1 januari 2027*. A year that is the same in
    both is said once."""
    if van == tot:
        return _("op %(dag)s") % {"dag": datum(tot, "DATE_FORMAT")}
    eerst = datum(van, "MONTH_DAY_FORMAT" if van.year == tot.year else "DATE_FORMAT")
    return _("van %(van)s tot en met %(tot)s") % {"van": eerst, "tot": datum(tot, "DATE_FORMAT")}


def maanden(van: date | None, tot: date | None) -> str:
    """The months of a stretch of time, as good as they are known: *maart 2026 tot en met mei 2026*."""
    begin, einde = datum(van, "YEAR_MONTH_FORMAT"), datum(tot, "YEAR_MONTH_FORMAT")
    if begin and einde and begin != einde:
        return _("%(van)s tot en met %(tot)s") % {"van": begin, "tot": einde}
    if begin:
        return begin if einde else _("vanaf %(maand)s") % {"maand": begin}
    return _("tot en met %(maand)s") % {"maand": einde} if einde else ""


def _klok(moment: datetime) -> str:
    return datum(timezone.localtime(moment), "TIME_FORMAT")


def _eindklok(moment: datetime) -> str:
    """Midnight as the end of a day: 24.00 is of the day before, 00.00 would be of the next."""
    klok = _klok(moment)
    return klok.replace("00", "24", 1) if timezone.localtime(moment).time() == time.min else klok
