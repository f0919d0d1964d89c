"""Sending one message over https, to an address that was judged, within so many seconds, whatever is on the other side."""

import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from http.client import HTTPException, HTTPSConnection
from threading import Timer
from typing import NamedTuple

from volgen import buitenadres
from volgen.buitenadres import Doel, NietNaarBuiten

GEDULD = 5.0  # seconds, for all of it


class Antwoord(NamedTuple):
    """How it went. `status` is None when there was no answer; `uitleg` is for who manages the site."""

    gelukt: bool
    status: int | None
    uitleg: str


def stuur(url: str, koppen: Mapping[str, str], inhoud: bytes) -> Antwoord:
    """Send this, once. Never raises for what the other side does."""
    tot = time.monotonic() + GEDULD
    try:
        doel = buitenadres.lees(url)
        adressen = buitenadres.zoek_op(doel.host, GEDULD)
        return _oordeel(_vraag(doel, adressen, koppen, inhoud, tot))
    except NietNaarBuiten as fout:
        return Antwoord(False, None, str(fout))
    except ssl.SSLCertVerificationError as fout:
        return Antwoord(False, None, f"Het certificaat is niet in orde: {fout.verify_message}.")
    except (OSError, HTTPException, ValueError) as fout:
        if time.monotonic() >= tot or isinstance(fout, TimeoutError):
            return Antwoord(False, None, f"Er kwam binnen {GEDULD:.0f} seconden geen antwoord.")
        return Antwoord(False, None, f"De verbinding lukte niet ({type(fout).__name__}).")


def _oordeel(status: int) -> Antwoord:
    if 200 <= status < 300:
        return Antwoord(True, status, "Aangenomen.")
    if 300 <= status < 400:
        return Antwoord(
            False, status, f"Het adres verwijst door ({status}). Dat volgen we niet: vul het nieuwe in."
        )
    return Antwoord(False, status, f"De ontvanger antwoordde met {status}.")


def _vraag(doel: Doel, adressen: list[str], koppen: Mapping[str, str], inhoud: bytes, tot: float) -> int:
    """The status of the answer. No more of it is read: not its text, and where it leads to is not followed."""
    lijn = _Lijn(doel.host, adressen, tot)
    try:
        lijn.request("POST", doel.pad, inhoud, {**koppen, "User-Agent": "Bloei", "Connection": "close"})
        return lijn.getresponse().status
    finally:
        lijn.hang_op()


@cache
def vertrouwen() -> ssl.SSLContext:
    """Whose certificates are believed: those the system believes."""
    return ssl.create_default_context()


class _Lijn(HTTPSConnection):
    """A connection to addresses that were looked up before, under the name that they were looked up by."""

    def __init__(self, host: str, adressen: list[str], tot: float) -> None:
        super().__init__(host, self.default_port, context=vertrouwen())
        self.adressen, self.tot = adressen, tot
        self.rem: Timer | None = None
        self.tweede: socket.socket | None = None

    def connect(self) -> None:
        kaal = self._verbind()
        # A receiver that sends a letter now and then never lets one read wait too long. At the end of our patience the
        # line is cut, by a second handle: the first is taken over by TLS.
        self.tweede = kaal.dup()
        self.rem = Timer(self._over(), _knip, [self.tweede])
        self.rem.daemon = True
        self.rem.start()
        self.sock = vertrouwen().wrap_socket(kaal, server_hostname=self.host)

    def hang_op(self) -> None:
        if self.rem:
            self.rem.cancel()
            self.rem.join()
        if self.tweede:
            self.tweede.close()
        self.close()

    def _verbind(self) -> socket.socket:
        """With the first of the addresses that answers."""
        fout: OSError = TimeoutError()
        for adres in self.adressen:
            try:
                return socket.create_connection((adres, buitenadres.POORT), timeout=self._over())
            except OSError as deze:
                fout = deze
        raise fout

    def _over(self) -> float:
        if (over := self.tot - time.monotonic()) <= 0:
            raise TimeoutError
        return over


def _knip(handvat: socket.socket) -> None:
    with suppress(OSError):
        handvat.shutdown(socket.SHUT_RDWR)
