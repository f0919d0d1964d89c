"""Which addresses elsewhere we send something to: those that are for everybody, and never one in our own network.

A name says nothing, for whoever owns it lets it lead anywhere, and elsewhere at a second look. So it is looked up once,
all that it leads to is judged, and what was judged is what is connected to (docs/adr/0050).
"""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.encoding import iri_to_uri

POORT = 443
# Of IPv4 all but these is for everybody (IANA's list of special addresses).
NIET_V4 = [
    ip_network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    )
]  # fmt: skip
# Of IPv6 only what is given out for everybody, without what holds an address of IPv4 (Teredo, 6to4) or is for examples.
# So ::1, fe80::, fc00::, 64:ff9b:: and ::ffff:10.0.0.1 are out by themselves.
WEL_V6 = ip_network("2000::/3")
NIET_V6 = [ip_network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")]


class NietNaarBuiten(Exception):
    """We send nothing there; the text says why, to who manages the site."""


class Doel(NamedTuple):
    """Where a message goes: the name of the machine, and what to ask it for."""

    host: str
    pad: str


def lees(url: str) -> Doel:
    """The parts of an address, as far as can be judged without looking it up. Raises NietNaarBuiten."""
    if any(teken.isspace() or not teken.isprintable() or teken == "\\" for teken in url):
        raise NietNaarBuiten("Er staan spaties of vreemde tekens in het adres.")
    try:
        delen = urlsplit(url)
        host, poort = delen.hostname or "", delen.port
        # `urlsplit` keeps the brackets of IPv6 off; a zone (%eth0) is a network of ours.
        host = host if ":" in host else host.encode("idna").decode()
    except ValueError as fout:
        raise NietNaarBuiten("Dit is geen adres.") from fout
    if delen.scheme != "https":
        raise NietNaarBuiten("Het adres moet met https:// beginnen.")
    if not host:
        raise NietNaarBuiten("Dit is geen adres.")
    if poort not in (None, POORT):
        raise NietNaarBuiten(f"Alleen poort {POORT} kan, en dit adres noemt poort {poort}.")
    if "@" in delen.netloc:
        raise NietNaarBuiten("Zet geen naam of wachtwoord in het adres.")
    try:
        adres = ip_address(host)
    except ValueError:
        pass
    else:
        keur(host, [str(adres)])
    pad = iri_to_uri(delen.path or "/")
    return Doel(host, f"{pad}?{iri_to_uri(delen.query)}" if delen.query else pad)


def controleer(url: str) -> None:
    """For a field of a form: the same, as a ValidationError."""
    try:
        lees(url)
    except NietNaarBuiten as fout:
        raise ValidationError(str(fout)) from fout


def keur(host: str, adressen: list[str]) -> None:
    """Raise NietNaarBuiten unless all of these addresses are for everybody."""
    if not adressen:
        raise NietNaarBuiten(f"{host} is niet te vinden.")
    for adres in adressen:
        if not is_voor_iedereen(adres):
            wat = host if host == adres else f"{host} ({adres})"
            raise NietNaarBuiten(f"{wat} ligt in een afgesloten netwerk. Daar sturen we niets heen.")


def is_voor_iedereen(adres: str) -> bool:
    """Whether everybody on the internet gets to the same machine by this address."""
    try:
        ip = ip_address(adres)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return not any(ip in net for net in NIET_V4)
    return isinstance(ip, IPv6Address) and ip in WEL_V6 and not any(ip in net for net in NIET_V6)


def zoek_op(host: str, geduld: float) -> list[str]:
    """The addresses that a name leads to, looked up once and all of them good. Raises NietNaarBuiten."""
    gevonden: list[str] = []

    def zoek() -> None:
        gevonden.extend(los_op(host))

    # The system has patience of its own, which is longer than ours.
    zoeker = Thread(target=zoek, daemon=True)
    zoeker.start()
    zoeker.join(geduld)
    adressen = list(dict.fromkeys(gevonden))
    keur(host, adressen)
    return adressen


def los_op(host: str) -> list[str]:
    """What the system says; nothing when there is no such name."""
    try:
        return [str(regel[4][0]) for regel in socket.getaddrinfo(host, POORT, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        return []
