"""A link in a folder that says the version of the content to nginx, which has no memory that it shares with us (docs/adr/0062).

It points at an empty folder beside it, with the version in its name (`nu.…`). nginx follows it at each request and puts that
version in the key of what it keeps (`$realpath_root`), so what it kept under another one is no longer found. Who is about to
change something points it at `nu.twijfel` before anybody can see the change; then nginx asks the website.
"""

import fcntl
import logging
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

TWIJFEL = "twijfel"
# So many are left: nginx may be on its way to one.
BLIJVEN = 20

logger = logging.getLogger(__name__)


class Versiewijzer:
    """The link at `pad`, with the folders beside it. Raises OSError where these can't be written."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        pad.parent.mkdir(parents=True, exist_ok=True)
        twijfel, self.slot = self._ernaast(TWIJFEL), self._ernaast("slot")
        _maak(twijfel)
        self.slot.touch(mode=0o600)
        if os.geteuid() == 0:
            # A command that was started as root, before the website was.
            van = pad.parent.stat()
            for wat in (twijfel, self.slot):
                os.chown(wat, van.st_uid, van.st_gid)

    def _ernaast(self, naam: str) -> Path:
        """The shorter the way, the less nginx walks at each request."""
        return self.pad.with_name(f"{self.pad.name}.{naam}")

    @contextmanager
    def een_tegelijk(self) -> Generator[None]:
        """Between looking whether a version is still the last one and pointing at it, nobody announces another."""
        with self.slot.open("rb") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            yield

    def wijs(self, versie: str) -> None:
        """Point at this version, or at TWIJFEL. Only within `een_tegelijk`."""
        doel = self._ernaast(versie)
        if self.pad.is_symlink() and self.pad.readlink() == Path(doel.name):
            return
        try:
            _maak(doel)
            nieuw = self._ernaast("nieuw")
            nieuw.unlink(missing_ok=True)
            nieuw.symlink_to(doel.name)
            # In one step: whoever follows it finds the one or the other.
            nieuw.replace(self.pad)
            self._ruim_op()
        except OSError as fout:
            # Without it nginx keeps nothing. Where it can't be taken away either, nothing may be published.
            self.pad.unlink(missing_ok=True)
            logger.warning("De versiewijzer is niet te schrijven, dus nginx bewaart geen pagina's: %s", fout)

    def _ruim_op(self) -> None:
        for map_ in sorted(self.pad.parent.glob(f"{self.pad.name}.[0-9]*"))[:-BLIJVEN]:
            map_.rmdir()


def _maak(map_: Path) -> None:
    """Whatever is the umask of this process: nginx reads here, and nobody else writes here."""
    with suppress(FileExistsError):
        map_.mkdir()
        map_.chmod(0o755)
