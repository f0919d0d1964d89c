"""What leaves for Sentry and OpenTelemetry: read by a server of our own, from a process that runs as production does."""

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.core.test_instellingen import VEREIST, start

# A view falls over somebody's data, with more of it in its variables, in the question and in what was sent.
PROGRAMMA = """
import django; django.setup()
import sys
from django.conf import settings
from django.http import HttpResponse
from django.urls import path
from machinekamer import verzoek
def kapot(request, sleutel):
    geheim = 'geheim-in-een-variabele'
    raise ValueError('jan@example.nl van 192.0.2.7 bestaat al: Key (naam)=(Jan Jansen)')
settings.ROOT_URLCONF = type(sys)('adressen')
settings.ROOT_URLCONF.urlpatterns = [path('mijn/open/<str:sleutel>/', kapot)]
settings.MIDDLEWARE = ['machinekamer.middleware.WachtMiddleware']
settings.ALLOWED_HOSTS = ['*']
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory
vraag = RequestFactory().post('/mijn/open/geheim-in-het-adres/?q=geheim-na-het-vraagteken', {'naam': 'geheim-in-het-formulier'},
    REMOTE_ADDR='192.0.2.9', HTTP_COOKIE='sessionid=geheim-in-het-koekje', HTTP_AUTHORIZATION='geheim-in-een-kop')
b''.join(verzoek.Gemeten(WSGIHandler())(vraag.environ, lambda status, koppen, *fout: print(status, dict(koppen)['X-Request-ID'])))
import sentry_sdk
sentry_sdk.flush(60)  # by itself it waits two seconds, also on a machine that is busy
"""
VERBODEN = ("geheim", "192.0.2", "jan@", "Jansen", "sessionid")


@contextmanager
def ontvanger() -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """A server that keeps what it is sent: its address, and the pairs of path and body."""
    binnen: list[tuple[str, bytes]] = []

    class Aannemen(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            lijf = self.rfile.read(int(self.headers["Content-Length"]))
            binnen.append(
                (self.path, gzip.decompress(lijf) if self.headers["Content-Encoding"] == "gzip" else lijf)
            )
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Aannemen)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}", binnen
    finally:
        server.shutdown()
        server.server_close()


def test_een_fout_en_een_spoor_zonder_iemand_erin() -> None:
    with ontvanger() as (adres, binnen):
        instellingen = {
            "SENTRY_DSN": f"http://sleutel@{adres}/1",
            "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://{adres}",
        }
        klaar = start("-c", PROGRAMMA, **VEREIST, **instellingen)
    assert klaar.stdout.startswith("500 "), klaar.stderr
    nummer = klaar.stdout.split()[-1]
    assert sorted(pad for pad, _ in binnen) == ["/api/1/envelope/", "/v1/traces"]
    for _, lijf in binnen:
        assert not [woord for woord in VERBODEN if woord.encode() in lijf]
    per_pad = dict(binnen)

    gebeurtenis = json.loads(per_pad["/api/1/envelope/"].splitlines()[2])
    fout = gebeurtenis["exception"]["values"][-1]
    assert (fout["type"], fout["value"]) == (
        "ValueError",
        "[mailadres] van [netadres] bestaat al: Key (naam)=(…)",
    )
    assert fout["stacktrace"]["frames"][-1]["function"] == "kapot"
    assert gebeurtenis["tags"] == {"verzoek": nummer}
    assert not set(gebeurtenis) & {"request", "user", "breadcrumbs", "extra", "modules"}

    sporen = ExportTraceServiceRequest.FromString(per_pad["/v1/traces"]).resource_spans
    (spoor,) = [spoor for bron in sporen for deel in bron.scope_spans for spoor in deel.spans]
    assert spoor.name == "POST /mijn/open/<str:sleutel>/"
    kenmerken = {k.key: k.value.int_value or k.value.string_value for k in spoor.attributes}
    assert kenmerken["http.response.status_code"] == 500
    assert kenmerken["bloei.verzoek"] == nummer


def test_zonder_instelling_komt_er_niets_binnen() -> None:
    """Nothing is sent, and their libraries aren't even read."""
    vraag = (
        "import django; django.setup(); import sys; print({'sentry_sdk', 'opentelemetry'} & set(sys.modules))"
    )
    klaar = start("-c", vraag, **VEREIST)
    assert klaar.stdout.strip() == "set()", klaar.stderr


def test_zonder_bibliotheek_zegt_het_wat_te_doen() -> None:
    vraag = "import sys; sys.modules['sentry_sdk'] = None; import django; django.setup()"
    klaar = start("-c", vraag, **VEREIST, SENTRY_DSN="http://sleutel@127.0.0.1:1/1")
    assert klaar.returncode != 0
    assert "make install-toezicht" in klaar.stderr
