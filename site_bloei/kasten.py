"""Where processes put kept answers for each other: in Valkey, or in a folder of their machine.

Neither knows what it holds, or whether that is still right: `site_bloei.gedeeld` does. Whatever is wrong with one is an error
of its `fouten`.
"""

import fcntl
import os
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import get_ident
from time import monotonic, sleep
from typing import Protocol

from django.core.exceptions import ImproperlyConfigured

GEDULD = 0.1  # seconds for Valkey: making most answers takes less
HOUDBAAR = 3600  # seconds; after a publication nobody asks for it any more
RUIMTE = 16 * 1024 * 1024  # bytes of a folder; it may be memory
OPRUIMEN = 20  # every so many answers
KIJK = 0.002  # seconds between two looks whether another process is done
PLEKKEN = 1 << 20


class Kast(Protocol):
    naam: str
    fouten: tuple[type[Exception], ...]

    def pak(self, naam: str) -> bytes | None: ...

    def zet(self, naam: str, inhoud: bytes) -> None: ...

    def beurt(self, naam: str, geduld: float) -> AbstractContextManager[bool]:
        """While in here, no other process of this machine makes this answer. Another that does is waited for so many seconds;
        False is: it still does."""
        ...


class ValkeyKast:
    naam = "Valkey"

    def __init__(self, url: str) -> None:
        try:
            import valkey
        except ImportError as fout:
            raise ImproperlyConfigured(
                "VALKEY_URL is gezet, maar het pakket valkey ontbreekt. Draai `make install-meer` (docs/productie.md)."
            ) from fout
        self._valkey = valkey.Valkey.from_url(url, socket_timeout=GEDULD, socket_connect_timeout=GEDULD)
        self.fouten: tuple[type[Exception], ...] = (valkey.ValkeyError, OSError)

    def pak(self, naam: str) -> bytes | None:
        antwoord = self._valkey.get(f"bloei:{naam}")
        return antwoord if isinstance(antwoord, bytes) else None

    def zet(self, naam: str, inhoud: bytes) -> None:
        self._valkey.set(f"bloei:{naam}", inhoud, ex=HOUDBAAR)

    def beurt(self, naam: str, geduld: float) -> AbstractContextManager[bool]:
        return nullcontext(True)


class MapKast:
    """A file for each answer. Raises OSError where the folder can't be made."""

    fouten: tuple[type[Exception], ...] = (OSError,)

    def __init__(self, map_: Path) -> None:
        self.naam = f"De map {map_.name}"
        self.map = map_
        self._gezet = 0
        map_.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Held by a process and not by this file: who dies lets go, and what gunicorn makes of this process doesn't hold it too.
        self._slot = os.open(map_.with_name(f"{map_.name}.slot"), os.O_RDWR | os.O_CREAT, 0o600)

    def pak(self, naam: str) -> bytes | None:
        try:
            return (self.map / naam).read_bytes()
        except FileNotFoundError:
            return None

    def zet(self, naam: str, inhoud: bytes) -> None:
        nieuw = self.map / f"{naam}.{os.getpid()}.{get_ident()}"
        try:
            nieuw.write_bytes(inhoud)
            nieuw.replace(self.map / naam)
        except OSError:
            nieuw.unlink(missing_ok=True)
            raise
        self._gezet += 1
        if self._gezet % OPRUIMEN == 1:
            self._ruim_op()

    @contextmanager
    def beurt(self, naam: str, geduld: float) -> Generator[bool]:
        plek, tot = int(naam, 16) % PLEKKEN, monotonic() + geduld
        while not (mijn := self._neem(plek)) and monotonic() < tot:
            sleep(KIJK)
        try:
            yield mijn
        finally:
            if mijn:
                with suppress(OSError):
                    fcntl.lockf(self._slot, fcntl.LOCK_UN, 1, plek)

    def _neem(self, plek: int) -> bool:
        try:
            fcntl.lockf(self._slot, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, plek)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:
            # Where nothing can be locked, each process makes its own.
            return True
        return True

    def _ruim_op(self) -> None:
        """What was put here longest ago makes place."""
        bestanden: list[tuple[float, int, Path]] = []
        for pad in self.map.iterdir():
            # Another process may take it away.
            with suppress(FileNotFoundError):
                stand = pad.stat()
                bestanden.append((stand.st_mtime, stand.st_size, pad))
        vol = 0
        for _, omvang, pad in sorted(bestanden, reverse=True):
            vol += omvang
            if vol > RUIMTE:
                pad.unlink(missing_ok=True)
