"""The nginx that stands in front in the tests, with `uitrol/nginx.conf` as it is but for names and places.

`python -m tests.uitrol.nginx` makes sure there is one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demo import processen
from tests.debian import installeer, mag_installeren

ROOT = Path(__file__).parents[2]
SITE = "bloei.example"  # as the configuration says
BESTANDEN = "    # Style, scripts, fonts, and pictures in their sizes.\n"  # and this
HEEL = """
daemon off;
pid {map_}/nginx.pid;
error_log {map_}/fout.log;
{gebruiker}
events {{ worker_connections 256; }}
http {{
    {tijdelijk}
    include {map_}/bloei.conf;
}}
"""
TIJDELIJK = (
    "client_body_temp_path",
    "proxy_temp_path",
    "fastcgi_temp_path",
    "uwsgi_temp_path",
    "scgi_temp_path",
)


def programma() -> str | None:
    return os.environ.get("BLOEI_NGINX") or shutil.which(
        "nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin"
    )


@contextmanager
def nginx(map_: Path, poort: int, voor: list[int], erbij: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """nginx with https on this port, in front of websites on the other ones. `map_` is for what it writes, `erbij` are
    places that it has beside those that we ship."""
    (map_ / "bloei.conf").write_text(_op_deze_machine(map_, poort, voor, erbij))
    heel = HEEL.format(
        map_=map_,
        # As root it would become somebody who may not read the tests' own folder.
        gebruiker="user root;" if os.geteuid() == 0 else "",
        tijdelijk="\n    ".join(f"{wat} {map_}/{wat};" for wat in TIJDELIJK),
    )
    (map_ / "nginx.conf").write_text(heel)
    maak_certificaat(map_)
    pad = programma()
    assert pad, "er is geen nginx: draai `make nginx`"
    proces = processen.start([pad, "-p", str(map_), "-e", f"{map_}/fout.log", "-c", str(map_ / "nginx.conf")])
    try:
        yield proces
    finally:
        processen.end([proces])


def _op_deze_machine(map_: Path, poort: int, voor: list[int], erbij: str) -> str:
    tekst = (ROOT / "uitrol" / "nginx.conf").read_text()
    for oud, nieuw in (
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl http2;\n", ""),
        ("listen 80;", f"listen unix:{map_}/http;"),
        ("listen 443 ", f"listen 127.0.0.1:{poort} "),
        ("127.0.0.1:8000", f"127.0.0.1:{voor[0]}"),
        ("127.0.0.1:8001", f"127.0.0.1:{voor[1]}"),
        ("/etc/ssl/bloei/", f"{map_}/"),
        ("/var/log/nginx/", f"{map_}/"),
        ("/var/cache/", f"{map_}/"),
        ("/run/bloei/", f"{map_}/"),
        (BESTANDEN, erbij + BESTANDEN),
    ):
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw)
    return tekst


def maak_certificaat(map_: Path) -> None:
    """One that nobody vouches for but who was told so."""
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", f"/CN={SITE}", "-addext", f"subjectAltName=DNS:{SITE}",
            "-keyout", str(map_ / "sleutel.pem"), "-out", str(map_ / "keten.pem"),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip


def main() -> None:
    if not programma() and mag_installeren():
        print("Er is nog geen nginx om achter te testen; die wordt nu geïnstalleerd ...", flush=True)
        installeer("nginx-light", tot=programma)
    if not programma():
        sys.exit(
            "Er is geen nginx en die kon niet worden geïnstalleerd. Installeer nginx (Debian: sudo apt-get install nginx-light) "
            "of wijs er een aan: BLOEI_NGINX=/pad/naar/nginx make test"
        )


if __name__ == "__main__":
    main()
