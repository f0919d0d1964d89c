"""Telling a service elsewhere what went wrong (Sentry) and how long it took (OpenTelemetry): only when its setting is there.

Their libraries come in only then, and what they may tell is decided in `fouten_elders.py` and `sporen.py`.
"""

from importlib import import_module

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from machinekamer import verzoek


def begin() -> None:
    if settings.SENTRY_DSN:
        _haal("fouten_elders", "SENTRY_DSN").begin(settings.SENTRY_DSN)
    if settings.OTEL_EXPORTER_OTLP_ENDPOINT:
        sporen = _haal("sporen", "OTEL_EXPORTER_OTLP_ENDPOINT").Sporen(settings.OTEL_EXPORTER_OTLP_ENDPOINT)
        verzoek.melders.append(sporen.meld)


def _haal(module: str, instelling: str):
    try:
        return import_module(f"machinekamer.{module}")
    except ModuleNotFoundError as fout:
        raise ImproperlyConfigured(
            f"{instelling} staat aan, maar {fout.name} is niet geïnstalleerd. Draai: make install-toezicht."
        ) from fout
