"""Questions to the database that take long are logged: the question as it is written in the code, without its values."""

import logging
import time
from collections.abc import Callable

from django.conf import settings

from machinekamer import metingen

logger = logging.getLogger(__name__)
LANGSTE = 1_000  # characters


def let_op(connection, **kwargs) -> None:
    """Time what is asked over this connection from now on; called for each new one."""
    if klok not in connection.execute_wrappers:
        connection.execute_wrappers.append(klok)


def klok(execute: Callable, sql, params, many: bool, context: dict):
    begin = time.monotonic()
    try:
        return execute(sql, params, many, context)
    finally:
        duur = time.monotonic() - begin
        if duur >= settings.TRAGE_VRAAG:
            metingen.TRAGE_VRAGEN.inc()
            gegevens = {"seconden": round(duur, 3), "sql": str(sql)[:LANGSTE]}
            logger.warning("Een vraag aan de databank duurde lang.", extra={"gegevens": gegevens})
