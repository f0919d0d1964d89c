"""Working days in the Netherlands: how long something waits, weekends and public holidays left out."""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The days on which the town hall is closed: the public holidays, and Good Friday and Liberation Day with them."""
    pasen = easter(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == 6:
        koningsdag -= timedelta(days=1)
    rond_pasen = {pasen + timedelta(days=dagen) for dagen in (-2, 0, 1, 39, 49, 50)}
    vast = {date(jaar, 1, 1), koningsdag, date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)}
    return frozenset(rond_pasen | vast)


def is_werkdag(dag: date) -> bool:
    return dag.weekday() < 5 and dag not in feestdagen(dag.year)


def werkdagen_sinds(begin: date, tot: date) -> int:
    """How many working days passed after `begin`, up to and including `tot`."""
    dagen = (begin + timedelta(days=nummer) for nummer in range(1, (tot - begin).days + 1))
    return sum(is_werkdag(dag) for dag in dagen)
