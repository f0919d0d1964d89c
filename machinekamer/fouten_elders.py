"""Errors to Sentry, when `SENTRY_DSN` says where: what went wrong and where in the code, and nothing of who asked for what.

The library is optional (`make install-toezicht`). Of what it gathers by itself only what is named here goes out.
"""

import logging
from typing import Any

import sentry_sdk
from sentry_sdk.integrations.logging import LoggingIntegration

from core.logboek import zonder_personen
from machinekamer.logboek import verzoeknummer

Gebeurtenis = dict[str, Any]
# Of the event, and of each line of the stack: where in the code, never a value.
BLIJFT = ("event_id", "timestamp", "level", "logger", "platform", "release", "environment", "sdk")
PLEK = ("filename", "abs_path", "function", "module", "lineno", "in_app")


def begin(dsn: str) -> None:
    sentry_sdk.init(
        dsn=dsn,
        before_send=alleen_de_fout,  # ty: ignore[invalid-argument-type]
        # Nothing looks along by itself: not in requests, questions to the database, or what was asked of other sites.
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[LoggingIntegration(level=None, event_level=logging.ERROR)],
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        send_client_reports=False,
        auto_session_tracking=False,
        server_name="bloei",
    )


def alleen_de_fout(gebeurtenis: Gebeurtenis, hint: dict[str, Any]) -> Gebeurtenis:
    """The event with only what tells what went wrong; a text in it without anybody's data, as in the log."""
    over = {naam: gebeurtenis[naam] for naam in BLIJFT if naam in gebeurtenis}
    if regel := hint.get("log_record"):
        # As it is written in the code: what is filled in may be an address that is somebody's own.
        over["logentry"] = {"message": zonder_personen(str(regel.msg))}
    fouten = gebeurtenis.get("exception", {}).get("values", [])
    over["exception"] = {"values": [_fout(fout) for fout in fouten]}
    if nummer := verzoeknummer.get():
        over["tags"] = {"verzoek": nummer}  # by which the line in our own log is found
    return over


def _fout(fout: Gebeurtenis) -> Gebeurtenis:
    regels = (fout.get("stacktrace") or {}).get("frames", [])
    return {
        "type": fout.get("type"),
        "module": fout.get("module"),
        "value": zonder_personen(str(fout.get("value") or "")),
        "stacktrace": {"frames": [{naam: regel.get(naam) for naam in PLEK} for regel in regels]},
    }
