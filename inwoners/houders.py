"""Who else holds something of a resident: each app says so here, and so it can be seen, taken back and erased."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404
from django.utils.functional import Promise

from inwoners.models import Adres, Inwoner


@dataclass(frozen=True)
class Wie:
    """Somebody: an address and the names on it, or a name of somebody without e-mail.

    `email` alone: who left it with something (a report), and isn't kept as somebody who takes part.
    """

    adres: Adres | None
    inwoners: list[Inwoner]
    email: str = ""

    @classmethod
    def van(cls, adres: Adres) -> "Wie":
        return cls(adres, list(Inwoner.objects.filter(adres=adres).order_by("pk")), adres.email)


@dataclass(frozen=True)
class Knop:
    """A button of /mijn/: what it does (`intrekken:12`), and what stands on it."""

    wat: str
    tekst: str | Promise


@dataclass(frozen=True)
class Stuk:
    """One thing that is held of somebody, as they see it: on the page, in the file and in the JSON."""

    titel: str
    gegevens: dict[str, str]
    knoppen: Sequence[Knop] = field(default=())
    url: str = ""


class Houder:
    """What an app holds of somebody. `code` stands in addresses, `naam` above the list."""

    code: str
    naam: str | Promise

    def toon(self, wie: Wie) -> list[Stuk]:
        """All that is held of them. Reads only."""
        raise NotImplementedError

    def doe(self, wie: Wie, wat: str) -> str:
        """Do what a button says; twice has the same result. Returns a sentence. Raises Http404 for what isn't theirs."""
        raise Http404

    def wis(self, wie: Wie, op: datetime) -> None:
        """Erase it all, or take away what says who it was. Their names and address are deleted after this."""
        raise NotImplementedError

    def houdt(self) -> QuerySet[Inwoner]:
        """The inwoners of whom something is held; the others are forgotten."""
        return Inwoner.objects.none()

    def emailadressen(self) -> Iterable[str]:
        """The addresses that stand with what is held, of whoever isn't kept as somebody who takes part."""
        return ()

    def houdt_adressen(self) -> QuerySet[Adres]:
        """The addresses without a name of which something is held."""
        return Adres.objects.none()


_houders: dict[str, Houder] = {}


def registreer(houder: Houder) -> None:
    """From `AppConfig.ready()`."""
    _houders[houder.code] = houder


def houders() -> list[Houder]:
    return list(_houders.values())


def houder(code: str) -> Houder:
    """Raises Http404 for a code that nobody has."""
    if code not in _houders:
        raise Http404
    return _houders[code]
