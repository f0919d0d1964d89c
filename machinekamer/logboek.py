"""What is written in the log: one line of JSON for each event, with the number of the request, and nobody's data in it."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache

from core.logboek import zonder_personen

# The number of the request that is being answered; empty outside of one.
verzoeknummer: ContextVar[str] = ContextVar("verzoeknummer", default="")


# Nearly every line is of an address that was asked before: looking for persons in it takes longer than all the rest.
_zonder_personen = lru_cache(maxsize=1_000)(zonder_personen)
_json = json.JSONEncoder(ensure_ascii=False, default=str).encode


class Regel(logging.Formatter):
    """As text, for who develops."""

    def format(self, record: logging.LogRecord) -> str:
        return zonder_personen(super().format(record))


class JsonRegel(logging.Formatter):
    """`gegevens` of a record (`extra={"gegevens": {...}}`) become fields of their own."""

    def format(self, record: logging.LogRecord) -> str:
        velden = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "bron": record.name,
            "bericht": _zonder_personen(record.getMessage()),
        }
        if nummer := verzoeknummer.get():
            velden["verzoek"] = nummer
        for naam, waarde in getattr(record, "gegevens", {}).items():
            velden[naam] = _zonder_personen(waarde) if isinstance(waarde, str) else waarde
        if record.exc_info and record.exc_info[0]:
            velden["fout"] = zonder_personen(self.formatException(record.exc_info))
        return _json(velden)
