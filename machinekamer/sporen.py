"""How long answers took, to whatever takes OpenTelemetry's traces, when `OTEL_EXPORTER_OTLP_ENDPOINT` says where.

The library is optional (`make install-toezicht`). One span for each answer, with the pattern of its address and not the address
itself; nothing looks along in questions to the database or in what was sent.
"""

import atexit
from time import time_ns

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import SpanKind, Status, StatusCode

from machinekamer.tellen import Verzoek


class Sporen:
    def __init__(self, waarheen: str) -> None:
        # Not what the library finds of the machine and the process by itself: its command line may hold anything.
        aanbieder = TracerProvider(resource=Resource({"service.name": "bloei"}))
        aanbieder.add_span_processor(
            BatchSpanProcessor(OTLPSpanExporter(endpoint=f"{waarheen.rstrip('/')}/v1/traces"))
        )
        atexit.register(aanbieder.shutdown)
        self.aanbieder = aanbieder
        self.maker = aanbieder.get_tracer("bloei")

    def meld(self, verzoek: Verzoek, patroon: str, nummer: str) -> None:
        """Called when an answer went out."""
        nu = time_ns()
        begin = nu - int(verzoek.seconden * 1e9)
        spoor = self.maker.start_span(
            f"{verzoek.methode} {patroon}", kind=SpanKind.SERVER, start_time=begin, context=None,
            attributes={
                "http.request.method": verzoek.methode, "http.route": patroon,
                "http.response.status_code": int(verzoek.status), "bloei.verzoek": nummer,
            },
        )  # fmt: skip
        if verzoek.status >= "500":
            spoor.set_status(Status(StatusCode.ERROR))
        spoor.end(end_time=nu)
