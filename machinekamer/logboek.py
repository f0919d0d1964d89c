"""What is written in the log: one line of JSON for each event, with the number of the request, and nobody's data in it.

A log is read by more people, and is kept in more places, than the site itself. So what tells who somebody is goes out of
every line, also out of what a library or PostgreSQL wrote: addresses of mail and of the network, what was asked after
the `?`, values out of a row, links that open an account.
"""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime

# The number of the request that is being answered; empty outside of one.
verzoeknummer: ContextVar[str] = ContextVar("verzoeknummer", default="")

MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}")
IPV4 = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")
# Three colons at least, or two together: a time of day has two apart.
IPV6 = re.compile(r"(?<![\w:])(?:(?:[0-9a-fA-F]{1,4}:){3,7}|(?:[0-9a-fA-F]{1,4}:){1,6}:)[0-9a-fA-F:.]{0,40}")
VRAAG = re.compile(r"(?<=[\w/.-])\?[^\s\"']+")
# PostgreSQL names the row that it stumbles over: Key (email)=(jan@example.nl) already exists.
RIJ = re.compile(r"\)=\([^)\n]+\)")
RIJEN = re.compile(r"Failing row contains [^\n]+")
# A long part of an address in which more than small letters stand is signed, and opens something; a name of a page isn't.
LINK = re.compile(r"(?<=/)(?=[a-z0-9-]{0,60}[A-Z:=])[\w:=.~-]{20,400}")


def zonder_personen(tekst: str) -> str:
    """The same text, with what tells who somebody is replaced by what kind of thing stood there."""
    tekst = LINK.sub("…", VRAAG.sub("?…", tekst))
    tekst = RIJEN.sub("Failing row contains (…)", RIJ.sub(")=(…)", tekst))
    return IPV6.sub("[netadres]", IPV4.sub("[netadres]", MAIL.sub("[mailadres]", tekst)))


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
            "bericht": zonder_personen(record.getMessage()),
        }
        if nummer := verzoeknummer.get():
            velden["verzoek"] = nummer
        for naam, waarde in getattr(record, "gegevens", {}).items():
            velden[naam] = zonder_personen(waarde) if isinstance(waarde, str) else waarde
        if record.exc_info and record.exc_info[0]:
            velden["fout"] = zonder_personen(self.formatException(record.exc_info))
        return json.dumps(velden, ensure_ascii=False, default=str)
