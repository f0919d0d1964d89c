"""The number is read from the board only when it is certain that nobody changed it since."""

import os
import signal
import threading
from contextlib import closing

import psycopg
import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.base import DatabaseWrapper

from core import versiebord as module
from core.inhoudsversie import (
    Inhoudsversie,
    hang_op_het_bord,
    houd_inhoudsversie,
    huidige_inhoudsversie,
    verhoog_inhoudsversie,
)
from core.versiebord import NUMMER, Versiebord, versiebord


@pytest.fixture
def bord(tmp_path, settings):
    settings.VERSIEBORD = str(tmp_path / "bord")
    yield versiebord()
    module._open.cache_clear()


def test_a_new_file_says_nothing(tmp_path):
    assert Versiebord(tmp_path / "bord").nummer is None


def test_other_processes_see_what_is_announced_and_what_hangs(tmp_path):
    een, ander = Versiebord(tmp_path / "bord"), Versiebord(tmp_path / "bord")
    een.hang_op(0, 7)
    assert ander.nummer == 7
    ander.kondig_aan()
    assert (een.nummer, een.aangekondigd) == (None, 1)
    een.hang_op(1, 8)
    assert ander.nummer == 8
    ander.haal_weg()
    assert een.nummer is None


def test_what_is_half_written_is_not_believed(tmp_path):
    bord = Versiebord(tmp_path / "bord")
    bord.hang_op(0, 7)
    bord._getallen[NUMMER] = 8
    assert bord.nummer is None


def test_what_was_read_before_the_last_announcement_is_not_believed(tmp_path):
    """The number may be that of before or after: only who asks now knows."""
    bord = Versiebord(tmp_path / "bord")
    gezien = bord.aangekondigd
    bord.kondig_aan()
    bord.hang_op(gezien, 7)
    assert bord.nummer is None


def test_a_folder_that_cannot_be_used_is_said_once_and_the_database_is_asked(tmp_path, settings, caplog):
    (tmp_path / "bestand").write_text("")
    settings.VERSIEBORD = str(tmp_path / "bestand")
    assert (versiebord(), versiebord()) == (None, None)
    assert len(caplog.records) == 1
    module._open.cache_clear()


def test_a_file_that_was_thrown_away_is_opened_anew(bord):
    bord.pad.unlink()
    assert bord.is_vervangen
    ander = versiebord()
    assert ander is not bord
    assert not ander.is_vervangen


@pytest.mark.django_db
def test_without_the_setting_there_is_none(settings):
    settings.VERSIEBORD = ""
    assert versiebord() is None


@pytest.mark.django_db(transaction=True)
class TestTegelijk:
    """With another connection, that commits for real."""

    @pytest.fixture
    def ander(self, bord):
        verhoog_inhoudsversie()
        with closing(psycopg.connect(**_verbinding())) as ander:
            yield ander

    def test_whoever_raises_it_announces_it_before_anybody_can_see_it(self, bord, ander, monkeypatch):
        hang_op_het_bord(bord)
        voor, gezien = bord.nummer, []
        assert voor == huidige_inhoudsversie().nummer
        echt = DatabaseWrapper.commit

        def commit(self) -> None:
            # Others still have the former number, and may not rely on it any more.
            gezien.append((_nummer(ander), bord.nummer))
            echt(self)

        monkeypatch.setattr(DatabaseWrapper, "commit", commit)
        verhoog_inhoudsversie()
        assert gezien == [(voor, None)]
        hang_op_het_bord(bord)
        assert bord.nummer == voor + 1 == _nummer(ander)

    def test_nothing_is_hung_while_somebody_may_change_it(self, bord, ander):
        rij = Inhoudsversie._meta.db_table
        ander.execute(f"UPDATE {rij} SET nummer = nummer + 1")  # noqa: S608 - the name of our own table
        bord.kondig_aan()
        hang_op_het_bord(bord)
        assert bord.nummer is None
        ander.rollback()
        hang_op_het_bord(bord)
        assert bord.nummer == huidige_inhoudsversie().nummer

    def test_a_draft_disturbs_nobody(self, bord, ander):
        hang_op_het_bord(bord)
        with transaction.atomic():
            houd_inhoudsversie()
            assert bord.nummer is not None

    def test_who_is_killed_between_the_change_and_telling_leaves_everybody_asking(self, bord, ander):
        hang_op_het_bord(bord)
        voor = bord.nummer
        kind = os.fork()
        if kind == 0:
            # A connection of its own: the one of the parent can't be shared.
            connection.connection = None
            connection.ensure_connection()
            verhoog_inhoudsversie()
            os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(kind, 0)
        assert bord.nummer is None
        hang_op_het_bord(bord)
        assert bord.nummer == voor + 1

    def test_no_reader_goes_by_an_old_number(self, bord, ander):
        """Three write and two read; what a writer committed before a reader began, that reader has to know."""
        klaar, gezien, oud = threading.Event(), [_nummer(ander)], []

        def schrijf() -> None:
            for _ in range(60):
                verhoog_inhoudsversie()
                gezien.append(huidige_inhoudsversie().nummer)
            connection.close()

        def lees() -> None:
            while not klaar.is_set():
                minstens = max(gezien)
                if (nummer := bord.nummer) is None:
                    hang_op_het_bord(bord)
                elif nummer < minstens:
                    oud.append((nummer, minstens))
            connection.close()

        lezers = [threading.Thread(target=lees) for _ in range(2)]
        schrijvers = [threading.Thread(target=schrijf) for _ in range(3)]
        for draad in [*lezers, *schrijvers]:
            draad.start()
        for draad in schrijvers:
            draad.join()
        klaar.set()
        for draad in lezers:
            draad.join()
        assert oud == []
        hang_op_het_bord(bord)
        assert bord.nummer == huidige_inhoudsversie().nummer == max(gezien)


def _verbinding() -> dict:
    return connection.get_connection_params() | {"cursor_factory": None, "context": None}


def _nummer(ander: psycopg.Connection) -> int:
    ander.rollback()
    return ander.execute(f"SELECT nummer FROM {Inhoudsversie._meta.db_table}").fetchone()[0]  # noqa: S608
