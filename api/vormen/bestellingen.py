"""Forms that are to be made: those that a publication took away, by the worker, and whichever somebody asks for by name."""

from collections.abc import Iterable

from django.db import connection
from wagtail.models import Site

from api.models import BesteldeVorm, Vorm
from api.vormen.maken import maak_vormen, maaksel

PER_KEER = 100
NEEM_AAN = f"""
DELETE FROM {BesteldeVorm._meta.db_table}
WHERE id IN (SELECT id FROM {BesteldeVorm._meta.db_table} ORDER BY id LIMIT {PER_KEER})
RETURNING site, taal, pagina
"""  # noqa: S608 - our own name

Sleutel = tuple[int, str, int]  # site, language, page


def maak_bestelde() -> int:
    """Make what publications took away. Returns how many.

    What is lost halfway is made by who asks for it first, and so is what somebody reads before the worker comes to it.
    """
    gemaakt = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(NEEM_AAN)
            besteld = cursor.fetchall()
        if not besteld:
            return gemaakt
        gemaakt += maak_ontbrekende(besteld)


def maak_ontbrekende(vormen: Iterable[Sleutel]) -> int:
    """Make those of these forms that aren't there, of sites that still are. Returns how many."""
    per_lezer: dict[tuple[int, str], set[int]] = {}
    for site, taal, nummer in vormen:
        per_lezer.setdefault((site, taal), set()).add(nummer)
    sites = Site.objects.select_related("root_page").in_bulk()
    gemaakt = 0
    for (nummer, taal), paginas in per_lezer.items():
        if site := sites.get(nummer):
            er_al = Vorm.objects.filter(site=site, taal=taal, pagina__in=paginas, maaksel=maaksel())
            ontbreekt = paginas - set(er_al.values_list("pagina_id", flat=True))
            gemaakt += len(maak_vormen(site, taal, ontbreekt)) if ontbreekt else 0
    return gemaakt
