"""The receiver of docs/kanalen/webhook.md behind https, under a name that only these tests look up."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from unittest.mock import patch

from volgen import buitenadres
from volgen.webhooks import lijn

HOST = "ontvanger.example"
URL = f"https://{HOST}/bloei?kamer=3"
LOOPBACK = "127.0.0.1"
PEM = Path(__file__).parent / "tls" / "ontvanger.pem"
DOCS = Path(__file__).parents[2] / "docs" / "kanalen" / "webhook.md"


def code_uit_docs(geheim: str) -> dict[str, Any]:
    """What the page of the docs defines, for a channel with this secret."""
    (code,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(), re.DOTALL)
    namen: dict[str, Any] = {"__name__": "ontvanger"}
    with patch.dict("os.environ", GEHEIM=geheim):
        exec(code, namen)  # noqa: S102 - our own
    return namen


class Ontvanger:
    """`gekregen`: name in TLS, Host, path, webhook-id and data of each message. `antwoord`: another status than the docs give."""

    def __init__(self, geheim: str) -> None:
        self.docs = code_uit_docs(geheim)
        self.antwoord: tuple[int, dict[str, str]] | None = None
        self.gekregen: list[tuple] = []
        self.namen: list[str] = []

    @property
    def nummers(self) -> list[int]:
        """Of what the receiver of the docs took for ours, each once."""
        return [gegevens["nummer"] for gegevens in self.docs["gehad"].values()]

    def antwoorder(self) -> type:
        hier = self

        class Antwoord(self.docs["Ontvanger"]):
            def do_POST(self) -> None:  # noqa: N802 - so the library calls it
                hier.gekregen.append(
                    (hier.namen[-1], self.headers["Host"], self.path, self.headers["webhook-id"])
                )
                if hier.antwoord is None:
                    return super().do_POST()
                status, koppen = hier.antwoord
                self.send_response(status)
                for naam, waarde in koppen.items():
                    self.send_header(naam, waarde)
                return self.end_headers()

            def log_message(self, *args) -> None:
                pass

        return Antwoord


@contextmanager
def ontvanger(geheim: str, adressen: tuple[str, ...] = (LOOPBACK,)) -> Iterator[Ontvanger]:
    """Listen; the only name there is leads to these addresses, one at each look, of which ours is let through."""
    hier = Ontvanger(geheim)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(PEM)
    tls.sni_callback = lambda _, naam, __: hier.namen.append(naam or "")
    server = HTTPServer((LOOPBACK, 0), hier.antwoorder())
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    keren = iter(adressen)
    echt = buitenadres.is_voor_iedereen
    vertrouwd = ssl.create_default_context(cafile=PEM)
    with (
        patch.object(buitenadres, "los_op", lambda host: [next(keren, adressen[-1])] if host == HOST else []),
        patch.object(buitenadres, "is_voor_iedereen", lambda adres: adres == LOOPBACK or echt(adres)),
        patch.object(buitenadres, "POORT", server.server_port),
        patch.object(lijn, "vertrouwen", lambda: vertrouwd),
    ):
        try:
            yield hier
        finally:
            server.shutdown()
            server.server_close()
