"""Pages that aren't written by anybody, such as the list of all agreements: in no index, so known by the words of a question."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.woorden import woorden_in


@dataclass(frozen=True)
class Wegwijzer:
    """Where to go, what it is called there, and the words that ask for it."""

    naam: str
    titel: Promise
    uitleg: Promise
    woorden: frozenset[str]

    @property
    def adres(self) -> str:
        return reverse(self.naam)


WEGWIJZERS = (
    Wegwijzer(
        "afspraken",
        _("Afspraken in alle kernen"),
        _("Wat er op bijeenkomsten is afgesproken, wie het doet en hoe het ervoor staat."),
        frozenset({"afspraak", "afspraken", "agreement", "agreements", "ustalenie", "ustalenia"}),
    ),
    Wegwijzer(
        "voortgang",
        _("Hoe ver zijn we?"),
        _(
            "De punten van alle kernagenda's, wat er beloofd is en wat ervan terechtkwam. In cijfers die je kunt natellen."
        ),
        frozenset({"voortgang", "beantwoord", "beloofd", "belofte", "beloften", "progress", "postępy"}),
    ),
)


def wegwijzers_voor(tekst: str) -> list[Wegwijzer]:
    woorden = woorden_in(tekst)
    return [wegwijzer for wegwijzer in WEGWIJZERS if wegwijzer.woorden & woorden]
