"""What a visitor types, as a question to PostgreSQL."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.db.models.expressions import RawSQL

from core.talen.taal import BRONTAAL
from search.woorden import verwant
from search.zoekindex import woordvormen

# Of so many words others are looked for that are the same thing.
MEESTE = 6
VORM = "websearch_to_tsquery(%s::regconfig, %s)"


@dataclass(frozen=True)
class Zoekvraag:
    """The words as they were typed, and for each the words of the site that are the same thing.

    Words between quotes stand together, a minus before a word leaves out the pages with that word: whoever writes so means
    these words, and no others.
    """

    tekst: str
    taal: str
    anders: dict[str, list[str]] = field(default_factory=dict)

    @property
    def talen(self) -> list[str]:
        """The languages in which there are texts to read for who reads this one."""
        return list(dict.fromkeys((self.taal, BRONTAAL)))

    def precies(self, taal: str) -> tuple[str, list[Any]]:
        """The question by the word forms of this language, as SQL with its parameters."""
        return VORM, [woordvormen(taal), self.tekst]

    def ruim(self, taal: str) -> tuple[str, list[Any]]:
        """The same, with for each word also what is the same thing."""
        if not self.anders:
            return self.precies(taal)
        vormen = [[woord, *self.anders.get(woord.lower(), [])] for woord in self.tekst.split()]
        sql = " && ".join(f"({' || '.join([VORM] * len(vorm))})" for vorm in vormen)
        return f"({sql})", [deel for vorm in vormen for woord in vorm for deel in (woordvormen(taal), woord)]

    def uitdrukking(self, taal: str) -> RawSQL:
        return RawSQL(*self.ruim(taal), output_field=SearchQueryField())  # noqa: S611 - parameters apart


def lees_vraag(tekst: str, taal: str) -> Zoekvraag:
    woorden = tekst.split()
    letterlijk = '"' in tekst or any(woord.startswith("-") or woord.lower() == "or" for woord in woorden)
    kaal = Zoekvraag(tekst, taal)
    anders = {} if letterlijk else verwant(dict.fromkeys(w.lower() for w in woorden[:MEESTE]), kaal.talen)
    return Zoekvraag(tekst, taal, anders)
