"""What somebody means by the words of a question: a village, a kind of page, a theme; and what is left to look for."""

import re
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page, Site, get_page_models

from core.geheugen import onthoud
from core.gemeente import gemeente
from core.models import Thema
from kernpagina.models import KernPage
from search.synoniemen import SOORTEN, VULWOORDEN

# 4153, 4153 AB, 4153ab: the letters only where the digits are those of a kern.
POSTCODE = re.compile(r"\b(\d{4})(?:\s?[a-z]{2})?\b", re.IGNORECASE)
RAND = " .,;:?!()"


@dataclass(frozen=True)
class Kern:
    """A village that may be named in a question."""

    pk: int
    naam: str
    woonplaatscode: str


@dataclass(frozen=True)
class Bedoeling:
    """What is to be found in the text; which village and which kinds (content types) come first, which of those are lists,
    and which themes belong to it as well. `naam` is what is known of the village by another name than its own."""

    tekst: str
    kern: Kern | None = None
    alleen_kern: bool = False
    soorten: tuple[int, ...] = ()
    lijsten: tuple[int, ...] = ()
    alleen_soort: bool = False
    themas: tuple[int, ...] = ()


def lees_bedoeling(tekst: str, site: Site | None, taal: str) -> Bedoeling:
    kern, woorden = _kern_in(tekst, kernen_van(site))
    soorten = {woord: soort for soort, namen in SOORTEN.items() for woord in namen}
    genoemd = {soorten[woord] for woord in map(_kaal, woorden) if woord in soorten}
    rest = [woord for woord in woorden if _kaal(woord) not in soorten]
    rest = [woord for woord in rest if _kaal(woord) not in VULWOORDEN] or ([] if kern or genoemd else rest)
    zoekwoorden = rest or woorden
    if kern and not rest:
        zoekwoorden = [woord for woord in woorden if _kaal(woord) in soorten]
    modellen, lijsten = _modellen(genoemd)
    return Bedoeling(
        tekst=" ".join(zoekwoorden) or (kern.naam if kern else tekst),
        kern=kern,
        alleen_kern=kern is not None and not zoekwoorden,
        soorten=_content_types(modellen | lijsten),
        lijsten=_content_types(lijsten),
        alleen_soort=bool(genoemd) and not rest,
        themas=tuple(_themas(taal).get(" ".join(map(_kaal, rest)), ())),
    )


def kernen_van(site: Site | None) -> dict[str, Kern]:
    """The public villages of this site, by every word that is one."""
    return onthoud(("kernen in een vraag", site.pk), lambda: _kernen(site)) if site else {}


def _kernen(site: Site) -> dict[str, Kern]:
    paginas = KernPage.objects.openbaar().filter(locale=Locale.get_default()).descendant_of(site.root_page)
    kernen = [Kern(*rij) for rij in paginas.order_by("pk").values_list("pk", "title", "woonplaatscode")]
    op_code = {kern.woonplaatscode: kern for kern in kernen if kern.woonplaatscode}
    # By woonplaatscode, because that stays when somebody changes the title of a page.
    namen = {
        naam: op_code[gegevens.woonplaatscode]
        for gegevens in gemeente().kernen
        if gegevens.woonplaatscode in op_code
        for naam in (*gegevens.klinkt_als, *gegevens.postcodes)
    }
    # A name that a village has is hers, whatever another one is called by some.
    return namen | {kern.naam.lower(): kern for kern in kernen}


def _kern_in(tekst: str, kernen: dict[str, Kern]) -> tuple[Kern | None, list[str]]:
    """The first village that is named, and the words without it."""
    for postcode in POSTCODE.finditer(tekst):
        if kern := kernen.get(postcode[1]):
            return kern, f"{tekst[: postcode.start()]} {tekst[postcode.end() :]}".split()
    # The longest first: a name may be of more words than one.
    laag = f" {' '.join(map(_kaal, tekst.split()))} "
    for naam in sorted(kernen, key=len, reverse=True):
        if f" {naam} " in laag:
            return kernen[naam], laag.replace(f" {naam} ", " ", 1).split()
    return None, tekst.split()


def _kaal(woord: str) -> str:
    return woord.lower().strip(RAND)


def _modellen(namen: set[str]) -> tuple[set[type[Page]], set[type[Page]]]:
    """The kinds, and the lists that they stand in."""
    modellen: set[type[Page]] = {m for m in get_page_models() if m._meta.model_name in namen}
    return modellen, {
        lijst for m in modellen for lijst in m.allowed_parent_page_models() if lijst is not KernPage
    }


def _content_types(modellen: set[type[Page]]) -> tuple[int, ...]:
    return tuple(sorted(ct.pk for ct in ContentType.objects.get_for_models(*modellen).values()))


def _themas(taal: str) -> dict[str, tuple[int, ...]]:
    """Which themes are meant by a word: *sport* is one of “Sport, cultuur en recreatie”."""
    return onthoud(("themawoorden", taal), _themawoorden)


def _themawoorden() -> dict[str, tuple[int, ...]]:
    woorden: dict[str, tuple[int, ...]] = {}
    for thema in Thema.objects.all():
        for naam in {" ".join(naam.lower().split()) for naam in (thema.name, str(thema))}:
            for woord in {naam, *re.split(r", | (?:en|and|i) ", naam)}:
                woorden[woord] = (*woorden.get(woord, ()), thema.pk)
    return woorden
