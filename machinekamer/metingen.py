"""What Prometheus may ask: what each process counts, and what the database knows (docs/adr/0042)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import DatabaseError, InterfaceError
from django.db.models import Count
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client import CollectorRegistry, Counter, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector
from prometheus_client.values import MutexValue, ValueClass

from berichten.models import Bericht
from kanalen.vindbaar import beveiliging_geldig
from machinekamer import gezondheid, hartslag, tellen

TRAGE_VRAGEN = Counter("bloei_trage_vragen", "Vragen aan de databank die te lang duurden.")
DAG = timedelta(days=1)


def als_tekst() -> bytes:
    """Everything, in the text format of Prometheus. Of all processes together, where they share a folder (wsgi.py)."""
    tellen.meld()
    register = CollectorRegistry()
    if ValueClass is MutexValue:
        for naam in (
            tellen.VERZOEKEN,
            tellen.DUUR,
            tellen.BEWAARD,
            tellen.GEDEELD_MIS,
            tellen.LEESKOPIE,
            TRAGE_VRAGEN,
        ):
            register.register(naam)
    else:
        MultiProcessCollector(register)
    register.register(UitDeDatabank())
    return generate_latest(register)


class UitDeDatabank(Collector):
    """Asked anew each time; left out while the database is away, but for what says so."""

    def collect(self) -> Iterator[Metric]:
        nu = timezone.now()
        gereed = GaugeMetricFamily("bloei_gereed", "1: dit onderdeel doet het.", labels=["onderdeel"])
        oordelen = gezondheid.oordelen(nu)
        for oordeel in oordelen:
            gereed.add_metric([oordeel.naam], float(oordeel.goed))
        yield gereed
        geldig = (beveiliging_geldig() - nu).total_seconds()
        yield GaugeMetricFamily("bloei_security_txt_seconden", "Hoe lang security.txt nog geldt.", geldig)
        if oordelen[0].goed:
            try:
                yield from [*_werk(nu)]
            except (DatabaseError, InterfaceError):
                return


def _werk(nu: datetime) -> Iterator[Metric]:
    slag, oudste = hartslag.laatste(), gezondheid.oudste_post(nu)
    if slag:
        stil = (nu - slag).total_seconds()
        yield GaugeMetricFamily("bloei_werk_stil_seconden", "Sinds de laatste ronde van het werk.", stil)
    seconden = (nu - oudste).total_seconds() if oudste else 0
    yield GaugeMetricFamily("bloei_post_oudste_seconden", "Hoe lang de oudste mail wacht.", seconden)
    mislukt = Bericht.objects.mislukt(sinds=nu - DAG).count()
    yield GaugeMetricFamily("bloei_post_mislukt", "Mail die in 24 uur voorgoed mislukte.", mislukt)
    taken = GaugeMetricFamily("bloei_taken", "Taken op de achtergrond.", labels=["status"])
    for status, aantal in DBTaskResult.objects.order_by().values_list("status").annotate(n=Count("pk")):
        taken.add_metric([status.lower()], aantal)
    yield taken
