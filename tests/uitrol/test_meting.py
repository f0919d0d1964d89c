"""What `make bench` does, done small: every row comes out, and what was published is there. Nothing here is timed."""

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.dorp import agenda_item
from tests.meting import edge, klaarzetten, verslag
from tests.meting.__main__ import BEWAARD, BLOEI, BLOEI_KLAAR, STANDAARD, STANDAARD_KLAAR
from tests.meting.klant import Kosten
from tests.meting.processen import doe, server
from tests.meting.publiceren import Redactie, Site, kosten_van_publiceren
from tests.site_bloei.village import open_directory
from tests.uitrol.opstelling import databank

PAGINAS = 12
VUL = """
from tests.dorp import agenda_item, maak_dorp
dorp = maak_dorp()
for n in range({}):
    agenda_item(dorp.agenda, f"Avond {{n}}", live=True)
"""


@dataclass
class Sites:
    bloei: Site
    standaard: Site


@pytest.fixture(scope="module")
def sites() -> Iterator[Sites]:
    naam = os.environ.get("TEST_DATABASE", "test_bloei")
    with ExitStack() as open_:
        map_ = open_.enter_context(open_directory())
        yield Sites(_bloei(open_, map_, f"{naam}_bench"), _standaard(open_, map_, f"{naam}_bench_standaard"))


def _bloei(open_: ExitStack, map_: Path, naam: str) -> Site:
    waar = {
        "DATABASE_URL": open_.enter_context(databank(naam)),
        "DJANGO_SETTINGS_MODULE": "site_bloei.settings.test",
        "VERSIEBORD": str(map_ / "versiebord"),
        # Who waits for each other on a machine that is busy isn't refused: nothing here is timed.
        "VRAAG_GEDULD": "120",
    }
    doe("django", "shell", "--verbosity=0", "--command", VUL.format(PAGINAS), omgeving=waar)
    return Site(open_.enter_context(server("Bloei!", BLOEI, waar)), waar, BLOEI_KLAAR)


def _standaard(open_: ExitStack, map_: Path, naam: str) -> Site:
    waar = {
        "DATABASE_URL": open_.enter_context(databank(naam, van="template1")),
        "DJANGO_SETTINGS_MODULE": "tests.meting.standaard.settings",
    }
    paden = ["/", "/beesd/", "/beesd/agenda/", *(f"/beesd/agenda/avond-{n}/" for n in range(PAGINAS))]
    teksten = [
        {"pad": pad, "titel": f"Over {pad}", "samenvatting": "", "inhoud": ["<p>Kom ook.</p>"]}
        for pad in paden
    ]
    (map_ / "teksten.json").write_text(json.dumps(teksten))
    doe("django", "migrate", "--no-input", omgeving=waar)
    doe("django", "vul_standaard", str(map_ / "teksten.json"), omgeving=waar)
    return Site(open_.enter_context(server("Wagtail", STANDAARD, waar)), waar, STANDAARD_KLAAR)


def test_both_publish_what_waited_in_turns(sites: Sites):
    """What wasn't published stops the bench (`Redactie.controleer`)."""
    eigen, stock = kosten_van_publiceren([sites.bloei, sites.standaard], 1, os.getpid())
    assert len(eigen) == len(stock) == 1
    assert min(eigen[0].python, stock[0].python) > 0
    assert "| publiceren | " in verslag.publiceren(eigen, stock)
    groei = verslag.groei(
        {"`/`": {1: Kosten(1, 1), 100: Kosten(1, 2)}, "publiceren": {1: eigen[0], 100: eigen[0]}}
    )
    assert "| `/` | 1.0 + 1.0 | 1.0 + 2.0 | 1.50 × |  |" in groei
    assert groei.splitlines()[-1].endswith("| 1.00 × | ≤ 1,5 × |")


def test_what_was_approved_and_is_not_to_be_read_stops_it(sites: Sites):
    """Wagtail sends on who approves what doesn't wait any more, as it does who approved."""
    redactie = object.__new__(Redactie)
    redactie.server = sites.standaard.server
    redactie.online = [{"pagina": "/beesd/agenda/avond-0/", "titel": "Iets anders"}]
    with pytest.raises(RuntimeError, match="niet te lezen"):
        redactie.controleer()


def test_more_than_there_is_can_not_be_prepared(agenda, tmp_path):
    agenda_item(agenda, "Avond", live=True)
    with pytest.raises(ValueError, match="2 pagina's nodig om te publiceren, en er zijn er 1"):
        klaarzetten.zet_klaar(str(tmp_path / "klaar.json"), 1, 2)


def test_the_edge_keeps_pages_and_style(sites: Sites):
    url = sites.bloei.omgeving["DATABASE_URL"]
    gemeten = edge.meet(url, BEWAARD, 1, 20, os.getpid(), "tests.uitrol.instellingen")
    assert gemeten
    assert gemeten.keys() == {*BEWAARD, edge.STIJL}
    assert all(wat.nginx > 0 and wat.bestand > 0 for wat, *_ in gemeten.values())
    tabel = verslag.edge(gemeten)
    assert "| stijlblad | " in tabel
    assert "NIET GEMETEN" not in tabel


def test_without_nginx_the_table_says_so(sites: Sites, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(edge, "programma", lambda: None)
    assert edge.meet("", BEWAARD, 1, 1, os.getpid()) is None
    assert "**NIET GEMETEN: op deze machine is geen nginx" in verslag.edge(None)
