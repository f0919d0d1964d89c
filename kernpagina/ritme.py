"""On which days something comes back. Days on the calendar: what time it is there, is somebody else's."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, dropwhile, islice, takewhile

from django.db import models
from django.utils.formats import date_format

WEEK = timedelta(days=7)
MEESTE = 60
RANG = ("eerste", "tweede", "derde", "vierde")


class Ritme(models.TextChoices):
    WEEK = "week", "elke week op {dag}"
    TWEE_WEKEN = "twee-weken", "om de twee weken op {dag}"
    MAAND = "maand", "elke maand op de {rang} {dag}"
    MAAND_LAATSTE = "maand-laatste", "elke maand op de laatste {dag}"


def ritmes_van(dag: date) -> list[tuple[str, str]]:
    """Which rhythms can begin on this day, each in words."""
    naam = date_format(dag, "l").lower()
    keuzes = [Ritme.WEEK, Ritme.TWEE_WEKEN]
    # A fifth Tuesday isn't there each month: then it's the last one.
    if _rang(dag) < len(RANG):
        keuzes.append(Ritme.MAAND)
    if _is_laatste(dag):
        keuzes.append(Ritme.MAAND_LAATSTE)
    rang = RANG[min(_rang(dag), len(RANG) - 1)]
    return [(keuze.value, str(keuze.label).format(dag=naam, rang=rang)) for keuze in keuzes]


def dagen_van(
    dag: date, ritme: str, *, vanaf: date = date.min, tot: date | None = None, aantal: int = MEESTE
) -> list[date]:
    """The days of a rhythm that begins on `dag`, from `vanaf` until `tot`, and never more than `aantal`."""
    if ritme in (Ritme.MAAND, Ritme.MAAND_LAATSTE):
        alle = _per_maand(dag, laatste=ritme == Ritme.MAAND_LAATSTE)
    else:
        stap = WEEK * (2 if ritme == Ritme.TWEE_WEKEN else 1)
        alle = (dag + stap * nummer for nummer in count())
    komend = dropwhile(lambda dag: dag < vanaf, alle)
    return list(islice(takewhile(lambda dag: tot is None or dag <= tot, komend), min(aantal, MEESTE)))


def _per_maand(dag: date, *, laatste: bool) -> Iterator[date]:
    for nummer in count(dag.month - 1):
        jaar, maand = dag.year + nummer // 12, nummer % 12 + 1
        eerste = date(jaar, maand, 1)
        eerste += timedelta(days=(dag.weekday() - eerste.weekday()) % 7)
        laatste_weken = (monthrange(jaar, maand)[1] - eerste.day) // 7
        yield eerste + WEEK * (laatste_weken if laatste else _rang(dag))


def _rang(dag: date) -> int:
    """The how manieth of its weekday in its month it is, from 0."""
    return (dag.day - 1) // 7


def _is_laatste(dag: date) -> bool:
    return dag.day + 7 > monthrange(dag.year, dag.month)[1]
