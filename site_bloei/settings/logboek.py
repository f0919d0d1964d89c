"""What is written in the log, and who may read the numbers (docs/toezicht.md)."""

import logging

from .omgeving import omgeving

# A line says none of these, and finding them out took as long as writing it. The number of the process costs nothing, and
# whoever starts gunicorn with its own form of a line loses each line without it.
logging.logThreads = logging.logMultiprocessing = False

# The log: one line of JSON for each event, or text to read along (machinekamer/logboek.py). Nobody's data is in it.
LOG_VORM = omgeving("LOG_VORM")
# Seconds from which a question to the database, or an answer to a visitor, is logged as slow.
TRAGE_VRAAG, TRAAG_ANTWOORD = omgeving("TRAGE_VRAAG"), omgeving("TRAAG_ANTWOORD")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "machinekamer.logboek.JsonRegel"},
        "tekst": {"()": "machinekamer.logboek.Regel"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_VORM}},
    "root": {"handlers": ["console"], "level": omgeving("LOG_LEVEL")},
    # A line for every page that is saved and every task that runs says little; the audit log in the
    # database has them all. A task that fails is an error. Which passkey somebody has is nobody's business.
    "loggers": {naam: {"level": "WARNING"} for naam in ("wagtail", "django_tasks", "fido2")},
}
# Who gives this as `Authorization: Bearer …` may read /metrics. Empty: nobody.
METINGEN_SLEUTEL = omgeving("METINGEN_SLEUTEL")
# Services elsewhere that are told what went wrong, and how long it took (machinekamer/elders.py). Empty: nobody.
SENTRY_DSN = omgeving("SENTRY_DSN")
OTEL_EXPORTER_OTLP_ENDPOINT = omgeving("OTEL_EXPORTER_OTLP_ENDPOINT")
