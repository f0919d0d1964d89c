"""A link in a folder that says the version of the content to nginx, which has no memory that it shares with us (docs/adr/0062).

It points at an empty folder with the version in its name. nginx follows it at each request and puts that name in the key of
what it keeps (`$realpath_root`), so what it kept under another version is no longer found. Who is about to change something
points it at `twijfel` before anybody can see the change; then nginx asks the website.
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
        self.map = pad.parent / f"{pad.name}.d"
        pad.parent.mkdir(parents=True, exist_ok=True)
        for map_ in (self.map, self.map / TWIJFEL):
            _maak(map_)
        self.slot = self.map / "slot"
        self.slot.touch(mode=0o600)
        if os.geteuid() == 0:
            # A command that was started as root, before the website was.
            van = pad.parent.stat()
            for wat in (self.map, self.map / TWIJFEL, self.slot):
                os.chown(wat, van.st_uid, van.st_gid)

    @contextmanager
    def een_tegelijk(self) -> Generator[None]:
        """Between looking whether a version is still the last one and pointing at it, nobody announces another."""
        with self.slot.open("rb") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            yield

    def wijs(self, versie: str) -> None:
        """Point at this version, or at TWIJFEL. Only within `een_tegelijk`."""
        # Seen from the link itself: the shorter the way, the less nginx walks at each request.
        doel = Path(self.map.name) / versie
        if self.pad.is_symlink() and self.pad.readlink() == doel:
            return
        try:
            _maak(self.map / versie)
            nieuw = self.map / "nieuw"
            nieuw.unlink(missing_ok=True)
            nieuw.symlink_to(doel)
            # In one step: whoever follows it finds the one or the other.
            nieuw.replace(self.pad)
            self._ruim_op()
        except OSError as fout:
            # Without it nginx keeps nothing. Where it can't be taken away either, nothing may be published.
            self.pad.unlink(missing_ok=True)
            logger.warning("De versiewijzer is niet te schrijven, dus nginx bewaart geen pagina's: %s", fout)

    def _ruim_op(self) -> None:
        versies = sorted(pad.name for pad in self.map.iterdir() if pad.is_dir() and pad.name[0].isdigit())
        for naam in versies[:-BLIJVEN]:
            (self.map / naam).rmdir()


def _maak(map_: Path) -> None:
    """Whatever is the umask of this process: nginx reads here, and nobody else writes here."""
    with suppress(FileExistsError):
        map_.mkdir()
        map_.chmod(0o755)
