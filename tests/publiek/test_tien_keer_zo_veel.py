"""With ten times the pages an answer reads no more of them. Nothing is timed: PostgreSQL tells what it reads, and by which index."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from core.geheugen import alle, geheugen
from kernpagina.leeg import _lege_lijsten
from kernpagina.models import AgendaItemPage
from site_bloei.wsgi import begrens_vragen
from tests.factories import publiceer
from tests.gemeente import maak_gemeente

VANDAAG = date(2026, 6, 15)
# Of these there are as many as there are pages, or nearly.
GROOT = {
    "wagtailcore_page", "wagtailsearch_indexentry", "kernpagina_agendaitempage", "kernpagina_oproeppage",
    "projecten_projectpage", "core_plek",
}  # fmt: skip
# What a page of twenty may read, with its cards, its menu and its choices; and one of a kern, whose pages are all looked at.
# Their numbers are one question and they themselves another, so twenty are read twice.
LIJST, VAN_KERN = 700, 1640


@pytest.fixture(scope="module")
def _gemeente(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        with connection.cursor() as cursor:
            # Another test may have made this a connection of the website, that is patient for so long and no longer.
            cursor.execute("SET LOCAL statement_timeout = 0")
        maak_gemeente(10, VANDAAG)
        begrens_vragen(connection)
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def gemeente(_gemeente, db):
    Site.clear_site_root_paths_cache()
    with time_machine.travel("2026-06-15 12:00 +0200"):
        yield


def lezingen(plan: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    """What a plan reads: how, from which table, and how many rows, those that it looked at for nothing included."""
    if "Scan" in plan["Node Type"] and "Relation Name" in plan:
        weg = sum(plan.get(f"Rows Removed by {waardoor}", 0) for waardoor in ("Filter", "Index Recheck"))
        yield (
            plan["Node Type"],
            plan["Relation Name"],
            round((plan["Actual Rows"] + weg) * plan["Actual Loops"]),
        )
    for onder in plan.get("Plans", ()):
        yield from lezingen(onder)


def plannen(client, adres: str, status: int = 200) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """Each question behind an address, with what it reads. Menus and counts are kept already; pieces and lists aren't."""
    for _ in range(2):
        client.get(adres)
    for wat in alle:
        if wat is not geheugen:
            wat.vergeet()
    with CaptureQueriesContext(connection) as gevraagd:
        assert client.get(adres).status_code == status
    return plannen_van(gevraagd)


def plannen_van(gevraagd: CaptureQueriesContext) -> list[tuple[str, list[tuple[str, str, int]]]]:
    gelezen = []
    for vraag in (vraag["sql"] for vraag in gevraagd.captured_queries):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {vraag}")
            plan = cursor.fetchone()[0]
        gelezen.append(
            (vraag, list(lezingen((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])))
        )
    return gelezen


# An address, how many questions it may take, and how many rows they may read together.
ADRESSEN = [
    ("/", 18, LIJST),
    ("/kern-5/", 18, VAN_KERN),
    ("/agenda/", 13, LIJST),
    ("/agenda/?pagina=99", 13, LIJST),
    ("/agenda/?periode=geweest", 13, LIJST),
    ("/meedoen/", 13, LIJST),
    ("/meedoen/?pagina=999", 13, LIJST),
    ("/projecten/", 15, LIJST),
    ("/projecten/?pagina=999", 15, LIJST),
    ("/kern-5/agenda/", 20, VAN_KERN),
    ("/kern-5/projecten/?pagina=99", 22, VAN_KERN),
    ("/api/v1/agenda-items", 4, LIJST),
    ("/api/v1/agenda-items?pagina=27", 4, LIJST),
    ("/api/v1/agenda-items?kern=kern-5", 4, VAN_KERN),
    ("/api/v1/oproepen?status=open", 4, LIJST),
    ("/api/v1/projecten", 4, LIJST),
    ("/api/v1/projecten?pagina=78", 4, LIJST),
    ("/api/v1/projecten?kern=kern-5", 4, VAN_KERN),
    ("/api/v1/paginas", 4, LIJST),
    ("/api/v1/paginas?pagina=357", 4, LIJST),
    ("/api/v1/kernen", 5, LIJST),
    ("/kern-5/agenda.ics", 6, VAN_KERN),
    ("/nieuw.xml", 8, LIJST),
    ("/sitemap.xml", 4, LIJST),
]


@pytest.mark.parametrize(("adres", "vragen", "rijen"), ADRESSEN, ids=[adres for adres, *_ in ADRESSEN])
def test_it_reads_what_it_shows(client, gemeente, adres, vragen, rijen) -> None:
    plan = plannen(client, adres)
    alles = [(hoe, tabel, aantal, vraag) for vraag, delen in plan for hoe, tabel, aantal in delen]
    assert not [
        (deel[1], deel[2], deel[3][-900:])
        for deel in alles
        if deel[0] == "Seq Scan" and deel[1] in GROOT and deel[2] > LIJST
    ]
    assert sum(aantal for _, tabel, aantal, _ in alles if tabel in GROOT) <= rijen, sorted(
        alles, key=lambda d: -d[2]
    )[:3]
    assert len(plan) <= vragen, [vraag[:200] for vraag, _ in plan]


# In English there are fewer texts, so more of what was found is looked at before there are enough.
@pytest.mark.parametrize(
    ("adres", "rijen"),
    [
        ("/zoeken/?q=xyzzyxyzzy", 600),
        ("/zoeken/?q=waterplein", 2_000),
        ("/zoeken/?q=watrplein", 2_000),
        ("/en/zoeken/?q=xyzzyxyzzy", 600),
        ("/en/zoeken/?q=waterplein", 12_000),
        ("/api/v1/zoek?q=waterplein", 2_000),
    ],
)
def test_a_search_reads_what_it_puts_in_order(client, gemeente, adres, rijen) -> None:
    """By the index over title and text, also for a word that a fifth of the pages has, and for one that is misspelled."""
    plan = plannen(client, adres)
    zoekt = [deel for sql, delen in plan if "@@" in sql for deel in delen]
    assert zoekt
    assert sum(aantal for _, tabel, aantal in zoekt if tabel in GROOT) <= rijen, zoekt
    assert len(plan) <= 20


@pytest.mark.parametrize(("taal", "rijen"), [("", 2_000), ("/en", 12_000)])
def test_a_long_word_taken_apart_reads_no_more_than_one_that_is_there(client, gemeente, taal, rijen) -> None:
    """It asks more questions, of each part whether it is there, and each of those ends at the first text that has it."""
    plan = plannen(client, f"{taal}/zoeken/?q=dorpsdorpsplein")
    zoekt = [deel for sql, delen in plan if "@@" in sql for deel in delen]
    assert zoekt
    assert sum(aantal for _, tabel, aantal in zoekt if tabel in GROOT) <= rijen, zoekt
    assert len(plan) <= 30


def test_which_lists_are_empty_is_asked_of_each_by_itself(gemeente) -> None:
    """The first page below it says so; of projects also those of other villages that are for this one."""
    with CaptureQueriesContext(connection) as gevraagd:
        assert _lege_lijsten()
    rijen = [deel for _, delen in plannen_van(gevraagd) for deel in delen if deel[1] in GROOT]
    assert rijen
    assert sum(aantal for _, _, aantal in rijen) <= 700, rijen


def test_a_sitemap_is_made_of_its_own_pages(client, gemeente, monkeypatch) -> None:
    monkeypatch.setattr("kanalen.vindbaar.PER_SITEMAP", 200)
    assert b"?p=36<" in client.get("/sitemap.xml").content
    plan = plannen(client, "/sitemap.xml?p=14")
    assert max(aantal for _, delen in plan for _, tabel, aantal in delen if tabel in GROOT) <= 700


def test_the_calendar_of_all_kernen_ends(client, gemeente) -> None:
    plan = plannen(client, "/agenda.ics")
    assert (
        max(aantal for _, delen in plan for _, tabel, aantal in delen if tabel == "kernpagina_agendaitempage")
        <= 700
    )


def test_a_page_that_is_published_is_decided_alone(gemeente) -> None:
    """Neither the place of other pages is looked at, nor their words."""
    pagina = AgendaItemPage.objects.filter(plek__taal="nl").last()
    with CaptureQueriesContext(connection) as gevraagd:
        pagina.index_entries.update(title_norm=1)
        publiceer(pagina)
    duur = [vraag["sql"] for vraag in gevraagd.captured_queries if "wagtailsearch_indexentry" in vraag["sql"]]
    assert duur
    for vraag in (sql for sql in duur if sql.startswith(("SELECT", "UPDATE"))):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {vraag}")
            plan = cursor.fetchone()[0]
        assert "Seq Scan" not in json.dumps(plan) or "LIMIT" in vraag, vraag
