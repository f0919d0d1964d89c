"""Where the processes of one machine read the number of the content without asking the database (docs/adr/0061).

Four numbers in a file that all of them have in their memory: how many changes were announced; for how many of them the
database was asked afterwards; the number that it gave; and a check on these two. Whoever raises the number announces it
while it holds the row, so before anybody can see the change. Whoever finds as many announced as asked for knows the number;
whoever doesn't, asks. A process that dies between its change and telling leaves an announcement behind, so that all ask.
"""

import logging
import mmap
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import connection

from core.versiewijzer import TWIJFEL, Versiewijzer

AANGEKONDIGD, GEVRAAGD, NUMMER, CONTROLE = range(4)
BREEDTE = 8  # bytes of each; aligned, so that one is never half written
# So that a file of zeros says nothing.
MERK = 0x626C6F6569

logger = logging.getLogger(__name__)


class Versiebord:
    """One file, and the link that says the same to nginx, when there is one. Raises OSError where it can't be made or read."""

    def __init__(self, pad: Path, wijzer: Versiewijzer | None = None) -> None:
        self.pad = pad
        self._wijzer = wijzer
        pad.parent.mkdir(parents=True, exist_ok=True)
        nummer = os.open(pad, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if os.fstat(nummer).st_size < 4 * BREEDTE:
                os.ftruncate(nummer, 4 * BREEDTE)
            if os.geteuid() == 0:
                # A command that was started as root, before the website was.
                van = pad.parent.stat()
                os.fchown(nummer, van.st_uid, van.st_gid)
            self._inode = os.fstat(nummer).st_ino
            self._getallen = memoryview(mmap.mmap(nummer, 4 * BREEDTE)).cast("q")
        finally:
            os.close(nummer)

    def kondig_aan(self) -> None:
        """Only while the row of the version is held, which makes it one at a time; and before the change is committed."""
        with self._wijst() as wijs:
            self._getallen[AANGEKONDIGD] += 1
            wijs(TWIJFEL)

    @property
    def aangekondigd(self) -> int:
        return self._getallen[AANGEKONDIGD]

    def hang_op(self, aangekondigd: int, nummer: int) -> None:
        """`nummer` was read while nobody held the row, `aangekondigd` before that."""
        with self._wijst() as wijs:
            self._getallen[CONTROLE] = 0
            self._getallen[GEVRAAGD], self._getallen[NUMMER] = aangekondigd, nummer
            self._getallen[CONTROLE] = aangekondigd ^ nummer ^ MERK
            if aangekondigd == self.aangekondigd:
                wijs(f"{aangekondigd:020}-{nummer}")

    def haal_weg(self) -> None:
        """What hangs here isn't right: somebody changed the number past us."""
        with self._wijst() as wijs:
            self._getallen[CONTROLE] = 0
            wijs(TWIJFEL)

    @contextmanager
    def _wijst(self) -> Generator[Callable[[str], None]]:
        """What follows is one thing to whoever follows the link."""
        if self._wijzer is None:
            yield lambda versie: None
            return
        with self._wijzer.een_tegelijk():
            yield self._wijzer.wijs

    @property
    def nummer(self) -> int | None:
        """The number as it is now; None when only the database knows."""
        aangekondigd, gevraagd, nummer, controle = self._getallen
        if aangekondigd != gevraagd or controle != gevraagd ^ nummer ^ MERK:
            return None
        return nummer

    @property
    def is_vervangen(self) -> bool:
        """Whether others see another file by now under this name."""
        try:
            return self.pad.stat().st_ino != self._inode
        except OSError:
            return True


def versiebord() -> Versiebord | None:
    """That of this site; None where several machines serve it, or where the file can't be used: then the database is asked.

    Another file when the one that was open is no longer what others find under this name.
    """
    if not settings.VERSIEBORD:
        return None
    pad = Path(settings.VERSIEBORD) / _naam()
    bord = _open(pad, settings.VERSIEWIJZER)
    if bord and bord.is_vervangen:
        _open.cache_clear()
        bord = _open(pad, settings.VERSIEWIJZER)
    return bord


def _naam() -> str:
    """Another database has another number, also where one machine serves two sites."""
    waar = [str(connection.settings_dict[deel]) for deel in ("HOST", "PORT", "NAME")]
    return f"versie-{sha256(' '.join(waar).encode()).hexdigest()[:16]}"


@cache
def _open(pad: Path, wijzer: str) -> Versiebord | None:
    try:
        return Versiebord(pad, Versiewijzer(Path(wijzer)) if wijzer else None)
    except OSError as fout:
        logger.warning(
            "Het versiebord is niet te gebruiken, dus de databank wordt elke keer gevraagd: %s", fout
        )
        return None
