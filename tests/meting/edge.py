"""What a kept answer costs through nginx as we ship it (`uitrol/nginx.conf`), beside nginx that gives the same bytes out of a file.

nginx keeps pages for a second, under the version of the content (docs/adr/0062); style and pictures for a minute.
"""

import gzip
import json
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.meting.klant import GEZIPT, om_en_om
from tests.meting.processen import vrije_poort, wacht_op
from tests.uitrol.nginx import nginx, programma
from tests.uitrol.opstelling import Antwoord, Klant, Website, omgeving_van, twee_websites

BESTANDEN = "/bestand"
STIJL = "stijlblad"
STIJLBLAD = re.compile(r'"(/static/css/bloei[^"]*\.css)"')
PRODUCTIE = "site_bloei.settings.base"
BEWAARD = re.compile(r"\bhit\b", re.IGNORECASE)
ACHTEREEN, VAAK = 8, 10
# What nginx says of each answer itself, or of a file.
VAN_NGINX = {
    "Date", "Server", "Connection", "Content-Length", "Transfer-Encoding", "Content-Type", "ETag", "Last-Modified",
    "Accept-Ranges",
}  # fmt: skip


@dataclass(frozen=True)
class Edge:
    """Milliseconds of the processor for one answer, and for the same bytes from a file."""

    nginx: float
    python: float
    databank: float
    bestand: float

    @property
    def snelheid(self) -> float:
        return self.bestand / (self.nginx + self.python + self.databank)


def meet(
    url: str,
    adressen: dict[str, str],
    rondes: int,
    aantal: int,
    databank: int,
    instellingen: str = PRODUCTIE,
) -> dict[str, list[Edge]] | None:
    """Of each address, and of the style sheet, what it took in each turn. None where there is no nginx."""
    if not programma():
        return None
    with TemporaryDirectory(prefix="bloei-edge-") as naam:
        map_ = Path(naam)
        op_een_machine = {"VERSIEBORD": str(map_ / "versiebord"), "VERSIEWIJZER": str(map_ / "nu")}
        omgeving = omgeving_van(map_, url, DJANGO_SETTINGS_MODULE=instellingen, **op_een_machine)
        with twee_websites(map_, omgeving) as websites:
            for website in websites:
                website.wacht()
            return _meet(map_, websites, adressen, rondes, aantal, databank)


def _meet(
    map_: Path, websites: list[Website], adressen: dict[str, str], rondes: int, aantal: int, databank: int
) -> dict[str, list[Edge]]:
    direct = Klant(websites[0].poort)
    adressen = adressen | {STIJL: _stijlblad(direct, adressen["pagina"])}
    bestanden = "".join(_bestand(map_, naam, _vraag(direct, pad)) for naam, pad in adressen.items())
    poort = vrije_poort()
    gemeten: dict[str, list[Edge]] = {naam: [] for naam in adressen}
    with nginx(map_, poort, [website.poort for website in websites], bestanden) as proces:
        wacht_op(poort, proces)
        klant = Klant(poort, map_ / "keten.pem")
        achter = [website.proces.pid for website in websites]
        for _ in range(rondes):
            for naam, pad in adressen.items():
                bestand = f"{BESTANDEN}/{naam}"
                _tot_bewaard(klant, pad, bestand)
                werken = [
                    (partial(_vraag, klant, pad), (proces.pid, *achter, databank)),
                    (partial(_vraag, klant, bestand), (proces.pid,)),
                ]
                (van_nginx, *python, van_databank), (los,) = om_en_om(werken, aantal)
                gemeten[naam].append(Edge(van_nginx, sum(python), van_databank, los))
    return gemeten


def _vraag(klant: Klant, pad: str) -> Antwoord:
    antwoord = klant.vraag(pad, **GEZIPT)
    if antwoord.status != 200:
        raise RuntimeError(f"nginx{pad}: {antwoord.status} {antwoord.inhoud[:300]!r}")
    return antwoord


def _stijlblad(klant: Klant, pagina: str) -> str:
    gevonden = STIJLBLAD.search(klant.vraag(pagina).tekst)
    if not gevonden:
        raise RuntimeError(f"{pagina} noemt geen stijlblad.")
    return gevonden[1]


def _bestand(map_: Path, naam: str, antwoord: Antwoord) -> str:
    """A place in nginx that gives this answer, headers included, out of a file."""
    (map_ / naam).write_bytes(antwoord.inhoud)
    koppen = "".join(
        f"add_header {kop} {json.dumps(waarde)}; "
        for kop, waarde in antwoord.koppen.items()
        if kop not in VAN_NGINX
    )
    soort = json.dumps(antwoord.koppen["Content-Type"])
    return f"    location = {BESTANDEN}/{naam} {{ alias {map_ / naam}; default_type {soort}; {koppen}}}\n"


def _tot_bewaard(klant: Klant, pad: str, bestand: str) -> None:
    """Ask until each process behind it has the answer; what is measured has to be kept, and the same as the file."""
    for _ in range(VAAK):
        antwoorden = [_vraag(klant, pad) for _ in range(ACHTEREEN)]
        if all(BEWAARD.search(_zegt(antwoord)) for antwoord in antwoorden):
            break
    else:
        raise RuntimeError(f"nginx{pad} wordt niet bewaard: {_zegt(antwoorden[-1])}")
    if _uitgepakt(_vraag(klant, bestand)) != _uitgepakt(antwoorden[-1]):
        raise RuntimeError(f"nginx{pad} geeft iets anders dan het bestand.")


def _uitgepakt(antwoord: Antwoord) -> bytes:
    """Django packs by chance: the same page is some bytes longer in one process than in another (BREACH)."""
    gezipt = antwoord.koppen.get("Content-Encoding") == "gzip"
    return gzip.decompress(antwoord.inhoud) if gezipt else antwoord.inhoud


def _zegt(antwoord: Antwoord) -> str:
    """Of nginx itself, or of Bloei! behind it."""
    return antwoord.koppen.get("X-Cache-Status") or antwoord.koppen.get("Cache-Status", "")
