"""What nginx follows says a version only while nobody may be changing it."""

import os
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.base import DatabaseWrapper

from core import versiebord as module
from core.inhoudsversie import hang_op_het_bord, verhoog_inhoudsversie
from core.versiebord import Versiebord, versiebord
from core.versiewijzer import BLIJVEN, TWIJFEL, Versiewijzer


@pytest.fixture
def link(tmp_path, settings):
    settings.VERSIEBORD = str(tmp_path / "bord")
    settings.VERSIEWIJZER = str(tmp_path / "nu")
    yield tmp_path / "nu"
    module._open.cache_clear()


def wat(link: Path) -> str:
    """As nginx sees it: the folder that is there in the end, without the name of the link that it begins with."""
    return Path(os.path.realpath(link, strict=True)).name.removeprefix(f"{link.name}.")


@pytest.mark.django_db(transaction=True)
class TestBord:
    def test_the_link_says_what_the_board_says(self, link):
        verhoog_inhoudsversie()
        bord = versiebord()
        assert wat(link) == TWIJFEL
        hang_op_het_bord(bord)
        assert wat(link) == f"{bord.aangekondigd:020}-{bord.nummer}"

    def test_before_the_commit_there_is_doubt_and_after_it_a_name_that_never_was(self, link, monkeypatch):
        verhoog_inhoudsversie()
        hang_op_het_bord(versiebord())
        eerst, gezien = wat(link), []
        echt = DatabaseWrapper.commit

        def commit(self) -> None:
            gezien.append(wat(link))
            echt(self)

        monkeypatch.setattr(DatabaseWrapper, "commit", commit)
        verhoog_inhoudsversie()
        assert gezien == [TWIJFEL]
        hang_op_het_bord(versiebord())
        assert wat(link) not in (eerst, TWIJFEL)

    def test_who_takes_it_back_leaves_a_new_name_as_well(self, link):
        verhoog_inhoudsversie()
        hang_op_het_bord(versiebord())
        eerst = wat(link)
        with transaction.atomic():
            verhoog_inhoudsversie()
            connection.voor_de_commit()
            transaction.set_rollback(True)
        assert wat(link) == TWIJFEL
        hang_op_het_bord(versiebord())
        assert wat(link) not in (eerst, TWIJFEL)


def test_a_number_that_was_asked_for_before_the_last_announcement_is_not_pointed_at(tmp_path):
    bord = Versiebord(tmp_path / "bord", Versiewijzer(tmp_path / "nu"))
    gezien = bord.aangekondigd
    bord.kondig_aan()
    bord.hang_op(gezien, 7)
    assert wat(tmp_path / "nu") == TWIJFEL
    bord.hang_op(bord.aangekondigd, 8)
    assert wat(tmp_path / "nu").endswith("-8")
    bord.haal_weg()
    assert wat(tmp_path / "nu") == TWIJFEL


@pytest.mark.parametrize("masker", [0, 0o077])
def test_nginx_may_read_there_and_others_may_not_write(tmp_path, masker):
    vorig = os.umask(masker)
    try:
        Versiewijzer(tmp_path / "nu").wijs("7")
    finally:
        os.umask(vorig)
    mappen = [pad for pad in tmp_path.iterdir() if pad.is_dir() and not pad.is_symlink()]
    assert {pad.name for pad in mappen} == {"nu.twijfel", "nu.7"}
    assert {pad.stat().st_mode & 0o777 for pad in mappen} == {0o755}


def test_of_the_folders_some_are_left(tmp_path):
    bord = Versiebord(tmp_path / "bord", Versiewijzer(tmp_path / "nu"))
    for nummer in range(BLIJVEN + 5):
        bord.kondig_aan()
        bord.hang_op(bord.aangekondigd, nummer)
    namen = [pad.name.removeprefix("nu.") for pad in tmp_path.glob("nu.*/")]
    assert len(namen) == BLIJVEN + 1
    assert wat(tmp_path / "nu") in namen
    assert TWIJFEL in namen


def test_a_link_that_cannot_be_written_is_taken_away(tmp_path, caplog):
    wijzer = Versiewijzer(tmp_path / "nu")
    wijzer.wijs("7")
    (tmp_path / "nu.nieuw").mkdir()
    wijzer.wijs("8")
    assert not (tmp_path / "nu").is_symlink()
    assert "nginx bewaart geen pagina's" in caplog.text


def test_a_folder_that_cannot_be_made_leaves_no_board(tmp_path, settings, caplog):
    (tmp_path / "bestand").write_text("")
    settings.VERSIEBORD, settings.VERSIEWIJZER = str(tmp_path), str(tmp_path / "bestand" / "nu")
    assert versiebord() is None
    assert len(caplog.records) == 1
    module._open.cache_clear()
