"""What our nginx keeps by the link with the version, before something that says of each answer that it may be kept."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread

import pytest

from core.versiewijzer import TWIJFEL, Versiewijzer
from tests.meting.processen import vrije_poort, wacht_op
from tests.site_bloei.village import open_directory
from tests.uitrol.nginx import nginx
from tests.uitrol.opstelling import Klant

EERSTE, TWEEDE = "00000000000000000001-7", "00000000000000000002-10"
OVER = 2.1  # seconds; nginx keeps a page for one, and counts in whole ones


@contextmanager
def website() -> Iterator[int]:
    """The port of one that gives another answer each time."""
    keer = count(1)

    class Antwoord(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            inhoud = str(next(keer)).encode()
            self.send_response(200)
            self.send_header("Cache-Status", "bloei; hit")
            self.send_header("Content-Length", str(len(inhoud)))
            self.end_headers()
            self.wfile.write(inhoud)

        def log_message(self, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Antwoord) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture
def voor_de_website() -> Iterator[tuple[Klant, Path]]:
    with open_directory() as map_, website() as achter:
        poort = vrije_poort()
        with nginx(map_, poort, [achter, achter]) as proces:
            wacht_op(poort, proces)
            yield Klant(poort, map_ / "keten.pem"), map_ / "nu"


def vraag(klant: Klant) -> tuple[str, str]:
    antwoord = klant.vraag("/beesd/")
    assert antwoord.status == 200
    return antwoord.koppen["X-Cache-Status"], antwoord.tekst


def test_kept_under_a_version_for_a_second_and_never_in_doubt(voor_de_website):
    klant, link = voor_de_website
    wijzer = Versiewijzer(link)
    with wijzer.een_tegelijk():
        wijzer.wijs(EERSTE)
    assert [vraag(klant) for _ in range(2)] == [("MISS", "1"), ("HIT", "1")]
    with wijzer.een_tegelijk():
        wijzer.wijs(TWIJFEL)
    assert [vraag(klant) for _ in range(2)] == [("BYPASS", "2"), ("BYPASS", "3")]
    with wijzer.een_tegelijk():
        wijzer.wijs(TWEEDE)
    assert [vraag(klant) for _ in range(2)] == [("MISS", "4"), ("HIT", "4")]
    # Another file comes for the one that nginx holds open.
    time.sleep(OVER)
    assert [vraag(klant) for _ in range(2)] == [("EXPIRED", "5"), ("HIT", "5")]


def test_without_the_link_everything_is_asked(voor_de_website):
    klant, link = voor_de_website
    assert [vraag(klant) for _ in range(2)] == [("BYPASS", "1"), ("BYPASS", "2")]
    wijzer = Versiewijzer(link)
    with wijzer.een_tegelijk():
        wijzer.wijs(EERSTE)
    assert [vraag(klant) for _ in range(2)] == [("MISS", "3"), ("HIT", "3")]
    # Taken away, as `wijs` does when it can't write: from the next request on, also while nginx thinks that it is there.
    link.unlink()
    assert [vraag(klant) for _ in range(2)] == [("BYPASS", "4"), ("BYPASS", "5")]
