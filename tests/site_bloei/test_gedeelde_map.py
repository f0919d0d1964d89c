"""Kept answers that the processes of one machine share in a folder: made once for all, and one process at a time."""

import errno
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest

from core.inhoudsversie import NOOIT
from site_bloei import bewaard, gedeeld, kasten
from site_bloei.kasten import MapKast
from tests.site_bloei.wereld import GEDEELD, HIT, MIS, Wereld, hoe

pytestmark = pytest.mark.django_db

# Another process, that holds the turn of an answer until it is told to stop; or until it's killed.
ANDER = """
import sys; from pathlib import Path; from site_bloei.kasten import MapKast
with MapKast(Path(sys.argv[1])).beurt(sys.argv[2], 0) as mijn: print(mijn, flush=True); sys.stdin.read()
"""


@pytest.fixture
def wereld(monkeypatch, settings, tmp_path):
    settings.VALKEY_URL, settings.VERSIEBORD, settings.VERSIEWIJZER = "", str(tmp_path / "bord"), ""
    wereld = Wereld()
    monkeypatch.setattr(bewaard, "huidige_inhoudsversie", wereld.lees)
    return wereld


@pytest.fixture
def bezet(monkeypatch):
    """Have another process make what is made here; call it with a store, and end it with `kill` of what comes back."""
    gestart: list[subprocess.Popen] = []
    namen: list[str] = []
    echt = MapKast.beurt
    monkeypatch.setattr(
        MapKast, "beurt", lambda zelf, naam, geduld: namen.append(naam) or echt(zelf, naam, geduld)
    )

    def begin(proces, adres: str) -> subprocess.Popen:
        proces.vraag(adres)
        kast = proces.applicatie.plaats.kast
        ander = subprocess.Popen(
            [sys.executable, "-c", ANDER, str(kast.map), namen[-1]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        gestart.append(ander)
        assert ander.stdout.readline() == "True\n"
        return ander

    yield begin
    for ander in gestart:
        ander.kill()
        ander.communicate()


def bestanden(wereld) -> list[Path]:
    return sorted(wereld.proces().applicatie.plaats.kast.map.iterdir())


def test_made_once_for_all_processes(wereld):
    een, ander = wereld.proces(), wereld.proces()
    assert hoe(een.vraag("/x/")) == (b"0001", MIS)
    assert hoe(ander.vraag("/x/")) == (b"0001", GEDEELD)
    assert hoe(ander.vraag("/x/")) == (b"0001", HIT)
    assert een.applicatie.plaats.kast.map.stat().st_mode & 0o077 == 0, "of nobody else"


def test_never_of_another_version_or_restored_database(wereld):
    wereld.proces().vraag("/x/")
    for anders in ({"nummer": 2}, {"gewijzigd": NOOIT.gewijzigd + timedelta(microseconds=1)}):
        wereld.versie = NOOIT._replace(nummer=1)._replace(**anders)
        assert hoe(wereld.proces().vraag("/x/"))[1] == MIS


def test_what_somebody_else_put_there_is_not_given(wereld):
    wereld.proces().vraag("/x/")
    (pad,) = bestanden(wereld)
    echt = pad.read_bytes()
    for vals in (b"", b"x" * 400, echt[:-1], echt[:-4] + b"9999"):
        pad.write_bytes(vals)
        assert hoe(wereld.proces().vraag("/x/"))[1] == MIS


def test_what_a_process_makes_another_gives_as_it_was(wereld, bezet):
    """For a second; who never had it waits, and makes it when the other died."""
    proces, nieuw = wereld.proces(), wereld.proces()
    assert hoe(proces.vraag("/x/")) == (b"0001", MIS)
    wereld.versie = NOOIT._replace(nummer=2)
    ander = bezet(wereld.proces(), "/x/")
    # It isn't done yet.
    for pad in bestanden(wereld):
        pad.unlink()
    assert hoe(proces.vraag("/x/")) == (b"0001", "bloei; fwd=stale")
    begin = time.monotonic()
    ander.kill()
    assert hoe(nieuw.vraag("/x/"))[1] == MIS
    assert time.monotonic() - begin < bewaard.GEDULD, "who dies lets go"
    assert hoe(proces.vraag("/x/"))[1] == GEDEELD


def test_who_waited_long_enough_makes_it(wereld, bezet, monkeypatch):
    monkeypatch.setattr(bewaard, "GEDULD", 0.05)
    bezet(wereld.proces(), "/x/")
    for pad in bestanden(wereld):
        pad.unlink()
    assert hoe(wereld.proces().vraag("/x/"))[1] == MIS


def test_the_folder_is_bounded(wereld, monkeypatch):
    monkeypatch.setattr(kasten, "RUIMTE", 1_500)
    monkeypatch.setattr(kasten, "OPRUIMEN", 2)
    proces = wereld.proces()
    for nummer in range(21):
        proces.vraag(f"/{nummer}/")
        for pad in bestanden(wereld):
            os.utime(pad, ns=(pad.stat().st_atime_ns, pad.stat().st_mtime_ns - 10**9))
    over = sum(pad.stat().st_size for pad in bestanden(wereld))
    assert 0 < over <= 1_500
    assert hoe(wereld.proces().vraag("/20/"))[1] == GEDEELD, "the last ones stay"


def test_a_folder_that_is_gone_costs_no_more_than_time(wereld):
    proces = wereld.proces()
    proces.vraag("/x/")
    map_ = proces.applicatie.plaats.kast.map
    for pad in map_.iterdir():
        pad.unlink()
    map_.rmdir()
    voor = gedeeld.GEDEELD_MIS.labels("fout")._value.get()
    for nummer in range(3):
        assert hoe(proces.vraag(f"/{nummer}/"))[1] == MIS
    assert gedeeld.GEDEELD_MIS.labels("fout")._value.get() == voor + 1
    assert hoe(wereld.proces().vraag("/0/"))[1] == MIS, "a new process makes the folder again"


def test_where_it_can_not_be_made_each_process_has_its_own(wereld, settings, tmp_path):
    naam = wereld.proces().applicatie.plaats.kast.map.name
    settings.VERSIEBORD = str(tmp_path / "elders")
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / naam).write_text("no folder")
    assert [hoe(wereld.proces().vraag("/x/"))[1] for _ in range(2)] == [MIS, MIS]


def test_where_nothing_can_be_locked_each_makes_its_own(wereld, monkeypatch):
    monkeypatch.setattr(kasten.fcntl, "lockf", Mock(side_effect=OSError(errno.ENOLCK, "No locks available")))
    assert hoe(wereld.proces().vraag("/x/")) == (b"0001", MIS)
    assert hoe(wereld.proces().vraag("/x/")) == (b"0001", GEDEELD)
