"""What a visitor types, as a question to PostgreSQL."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from unicodedata import category, normalize

from django.contrib.postgres.search import SearchQueryField
from django.db import connection
from django.db.models import BooleanField, Func
from django.db.models.expressions import RawSQL
from wagtail.models import Site

from core.talen.taal import BRONTAAL
from search.bedoeling import Bedoeling, lees_bedoeling
from search.synoniemen import SYNONIEMEN
from search.woorden import verwant
from search.zoekindex import woordvormen

# Of so many words others are looked for that are the same thing.
MEESTE = 6
VORM = "websearch_to_tsquery(%s::regconfig, %s)"
# As a telephone or a text processor writes quotes; and what stands between two words.
LEESTEKENS = str.maketrans("“”„«»‘’‚′/", '"""""\'\'\'\' ')
# What a plural has behind its singular: speelplek, speelplekken.
MEERVOUD = ("ken", "pen", "nen", "len", "en", "s", "'s")
RIJ_VAN = {woord: rij for rij in SYNONIEMEN for woord in rij}
# A synonym that is shorter is the end of too many words that are something else: *huis*.
LANG_GENOEG = 7


class Past(Func):
    """Whether the words of a text answer a question."""

    template = "%(expressions)s"
    arg_joiner = " @@ "
    output_field = BooleanField()


@dataclass(frozen=True)
class Zoekvraag:
    """The words as they were typed, and for each the words of the site that are the same thing.

    Words between quotes stand together, a minus before a word leaves out the pages with that word: whoever writes so means
    these words, and no others.
    """

    tekst: str
    taal: str
    anders: dict[str, list[str]] = field(default_factory=dict)
    # What was typed before it was understood: a page with all of these words comes before one with some.
    getypt: str = ""
    bedoeling: Bedoeling = field(default_factory=lambda: Bedoeling(""))
    # Whether one of the words is enough.
    deels: bool = False

    @property
    def talen(self) -> list[str]:
        """The languages in which there are texts to read for who reads this one."""
        return list(dict.fromkeys((self.taal, BRONTAAL)))

    def precies(self, taal: str) -> tuple[str, list[Any]]:
        """The question as it was typed, by the word forms of this language, as SQL with its parameters."""
        return VORM, [woordvormen(taal), self.getypt or self.tekst]

    def ruim(self, taal: str) -> tuple[str, list[Any]]:
        """What has to be found: with for each word also what is the same thing."""
        if not self.anders and not self.deels:
            return VORM, [woordvormen(taal), self.tekst]
        delen = [_een_van([woord, *self.anders.get(woord.lower(), [])], taal) for woord in self.tekst.split()]
        sql = (" || " if self.deels else " && ").join(f"({deel})" for deel, _ in delen)
        return f"({sql})", [waarde for _, waarden in delen for waarde in waarden]

    def uitdrukking(self, taal: str, *, los: bool = False) -> RawSQL:
        """`los`: any of what is looked for; of what is left out nothing is said."""
        sql, waarden = self.ruim(taal)
        if los:
            sql = f"replace(querytree({sql}), '&', '|')::tsquery"
        return RawSQL(sql, waarden, output_field=SearchQueryField())  # noqa: S611 - parameters apart


def met_een_deel(vraag: Zoekvraag) -> Zoekvraag | None:
    """The same question, for what has some of its words, or is of the kind that was named; None when that is the same."""
    soort = bool(vraag.bedoeling.soorten) and not vraag.bedoeling.alleen_soort
    if not vraag.getypt or (len(vraag.tekst.split()) < 2 and not soort):
        return None
    return replace(vraag, deels=True, bedoeling=replace(vraag.bedoeling, alleen_soort=soort))


def is_te_gewoon(vraag: Zoekvraag) -> bool:
    """Whether there are words in it, and PostgreSQL looks for none of them in this language."""
    sql, waarden = vraag.precies(vraag.taal)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT numnode({sql}) = 0", waarden)
        return cursor.fetchone()[0] and any(map(str.isalpha, vraag.getypt or vraag.tekst))


def _een_van(woorden: list[str], taal: str) -> tuple[str, list[Any]]:
    """The first of these words or one of the others; nothing, when the first is a word that isn't looked for (*voor*)."""
    waarden = [deel for woord in woorden for deel in (woordvormen(taal), woord)]
    if len(woorden) == 1:
        return VORM, waarden
    sql = f"CASE WHEN numnode({VORM}) = 0 THEN {VORM} ELSE {' || '.join([VORM] * len(woorden))} END"
    return sql, [*waarden[:2], *waarden[:2], *waarden]


def zoals_op_de_pagina(tekst: str) -> str:
    """Letters with a mark as one, and no signs that nobody looks for."""
    geheel = normalize("NFKC", tekst).translate(LEESTEKENS)
    return " ".join("".join(" " if category(teken) == "So" else teken for teken in geheel).split())


def lees_vraag(tekst: str, taal: str, site: Site | None) -> Zoekvraag:
    tekst = zoals_op_de_pagina(tekst)
    woorden = tekst.split()
    if '"' in tekst or any(woord.startswith("-") or woord.lower() == "or" for woord in woorden):
        return Zoekvraag(tekst, taal)
    bedoeling = lees_bedoeling(tekst, site, taal)
    kaal = Zoekvraag(bedoeling.tekst, taal)
    anders = _anders(dict.fromkeys(w.lower() for w in bedoeling.tekst.split()[:MEESTE]), kaal.talen)
    return Zoekvraag(bedoeling.tekst, taal, anders, tekst, bedoeling)


def _anders(woorden: Iterable[str], talen: list[str]) -> dict[str, list[str]]:
    """For each word what else it is: its synonyms, and what of the site is it or one of them with something to it."""
    synoniemen = {woord: synoniemen_van(woord) for woord in woorden}
    delen = {w: [w, *(s for s in rij if len(s) >= LANG_GENOEG)] for w, rij in synoniemen.items()}
    bekend = verwant(dict.fromkeys(deel for rij in delen.values() for deel in rij), talen)
    anders = {
        woord: [*rij, *(ander for deel in delen[woord] for ander in bekend.get(deel, []))]
        for woord, rij in synoniemen.items()
    }
    return {woord: list(dict.fromkeys(rij)) for woord, rij in anders.items() if rij}


def synoniemen_van(woord: str) -> list[str]:
    for enkel in (woord, *(woord.removesuffix(einde) for einde in MEERVOUD)):
        if rij := RIJ_VAN.get(enkel):
            return [ander for ander in rij if ander != woord]
    return []
