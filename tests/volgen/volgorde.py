"""Watching the order in which a thread takes its locks: whoever comes for the version comes holding nothing yet, and whoever
writes in a page comes for it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from psycopg.pq import TransactionStatus

VERSIE = re.compile(r'^(UPDATE|SELECT) .*"core_inhoudsversie"')
# A new row is nobody else's yet.
HOUDT_VAST = re.compile(r"^(UPDATE|DELETE|LOCK|SELECT .* FOR (NO KEY )?UPDATE)")
PAGINA = re.compile(r'^(UPDATE|DELETE FROM) "wagtailcore_page"')


@contextmanager
def elke_transactie_begint_met_de_versie() -> Iterator[None]:
    """Fails on a transaction that holds rows before it asks for the version: who does it the other way round, waits for these."""
    eerder: list[str] = []
    heeft = False

    def kijk(voer_uit: Callable[..., Any], sql: str, params: Any, many: bool, context: dict) -> Any:
        nonlocal heeft
        if connection.connection.info.transaction_status == TransactionStatus.IDLE:
            heeft = False
            eerder.clear()
        if VERSIE.match(sql):
            assert heeft or not eerder, eerder
            heeft = heeft or "FOR UPDATE" in sql or sql.startswith("UPDATE")
        elif HOUDT_VAST.match(sql):
            assert heeft or not PAGINA.match(sql), sql
            eerder.append(sql[:200])
        return voer_uit(sql, params, many, context)

    with connection.execute_wrapper(kijk):
        yield
