"""Writing the log: what became another between two sights of a page, and which other pages show that."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from core.boom import KERN_DIEPTE
from core.talen.taal import BRONTAAL
from volgen.models import Gevolgd, Soort, Wijziging
from volgen.terugnemen import zwijg_over

# What was seen before and what is seen now; None is: there was, or is, no live text.
Paar = tuple[Gevolgd | None, Gevolgd | None]
PLEK = ("pk", "path", "depth", "numchild")


def leg_vast(paren: Iterable[Paar], toont: Iterable[Gevolgd] = (), op: datetime | None = None) -> None:
    """Write down what differs in these pairs, and then of every page that shows something of it.

    `toont` are pages that show something else that became another, such as a picture. `op` is when it became so, if
    that wasn't now: then whoever shows it did so already. Only for who holds the inhoudsversie.
    """
    paren = list(paren)
    regels = [regel for paar in paren for regel in _verschil(*paar)]
    geraakt = {(regel.pagina, regel.taal) for regel in regels}
    for rij, taal in (*_met_taal(toont, BRONTAAL), *_wie_toont(paren if op is None else [])):
        if (rij.pagina, taal) not in geraakt:
            geraakt.add((rij.pagina, taal))
            regels.append(_regel(rij, Soort.GEWIJZIGD, taal=taal, eigen=False))
    _schrijf(regels, op)
    for oud, nieuw in paren:
        if oud and oud.openbaar and not (nieuw and nieuw.openbaar):
            _zwijg_over(oud)


def leg_nieuws_vast(rij: Gevolgd, soort: Soort, **anders: Any) -> None:
    """Write down news about a page whose own text stayed what it was. Only for who holds the inhoudsversie."""
    _schrijf([_regel(rij, soort, **anders)], None)


def wie_noemt(namen: Iterable[str]) -> QuerySet[Gevolgd]:
    """The public texts that name one of these: `page:31`, `thema:2`."""
    return Gevolgd.objects.filter(openbaar=True, noemt__overlap=sorted(namen))


def _schrijf(regels: list[Wijziging], op: datetime | None) -> None:
    if not regels:
        return
    eerste = Wijziging.objects.laatste() + 1
    op = op or timezone.now()
    for nummer, regel in enumerate(regels, eerste):
        regel.nummer, regel.op = nummer, op
    Wijziging.objects.bulk_create(regels)


def _verschil(oud: Gevolgd | None, nieuw: Gevolgd | None) -> Iterator[Wijziging]:
    was, is_ = (rij if rij and rij.openbaar else None for rij in (oud, nieuw))
    if was and (not is_ or (was.kern and was.kern != is_.kern)):
        # Whoever follows one village hears that it left there.
        yield _regel(was, Soort.WEG, titel="", regel="")
    if is_ and (not was or (was.kern and was.kern != is_.kern)):
        yield _regel(is_, Soort.NIEUW, afspraken=is_.afspraken)
    elif was and is_ and (was.eigen, was.gezicht, was.kern) != (is_.eigen, is_.gezicht, is_.kern):
        nieuws = is_.stand if is_.stand != was.stand else ""
        # Of what only got another address, nothing was written.
        erbij = [kenmerk for kenmerk in is_.afspraken if kenmerk not in was.afspraken]
        yield _regel(is_, Soort(nieuws or Soort.GEWIJZIGD), eigen=was.eigen != is_.eigen, afspraken=erbij)


def _regel(rij: Gevolgd, soort: Soort, **anders: Any) -> Wijziging:
    velden = ("pagina", "sleutel", "taal", "kern", "themas", "titel", "regel")
    return Wijziging(soort=soort, **{naam: getattr(rij, naam) for naam in velden} | anders)


def _zwijg_over(rij: Gevolgd) -> None:
    """What isn't public any more is not told by what was said of it before."""
    eerder = Wijziging.objects.filter(pagina=rij.pagina).exclude(titel="", regel="")
    if rij.taal != BRONTAAL:
        eerder = eerder.filter(taal=rij.taal)
    eerder.update(titel="", regel="")
    zwijg_over(rij.pagina, rij.taal)


def _wie_toont(paren: list[Paar]) -> Iterator[tuple[Gevolgd, str]]:
    """The public texts that show the name or address of one of these, each with the language in which they do."""
    anders: dict[str, list[Gevolgd]] = defaultdict(list)
    for oud, nieuw in paren:
        rij = nieuw or oud
        if rij and (oud and oud.gezicht) != (nieuw and nieuw.gezicht):
            anders[rij.taal].append(rij)
    for taal, rijen in anders.items():
        # A text may name a page by the number of any of its rows.
        zelfde = list(
            Page.objects.filter(translation_key__in=[rij.sleutel for rij in rijen]).values_list(*PLEK)
        )
        nummers = {nummer for rij in rijen for nummer in (rij.rij, rij.pagina)}
        nummers.update(pk for pk, *_ in zelfde)
        keus = Q(noemt__overlap=[f"page:{nummer}" for nummer in sorted(nummers)])
        paginas = {rij.pagina for rij in rijen}
        if onder := _eronder(plek for pk, *plek in zelfde if pk in paginas):
            keus |= Q(taal=BRONTAAL, sleutel__in=Page.objects.filter(onder).values("translation_key"))
        yield from _met_taal(Gevolgd.objects.filter(keus, openbaar=True), taal)


def _met_taal(rijen: Iterable[Gevolgd], taal: str) -> Iterator[tuple[Gevolgd, str]]:
    return ((rij, taal if rij.taal == BRONTAAL else rij.taal) for rij in rijen)


def _eronder(plekken: Iterable[Sequence[Any]]) -> Q:
    """The condition for pages that say which of these pages is above them, or in which village they are."""
    keus = Q()
    for path, diepte, onder in plekken:
        alles = {} if diepte == KERN_DIEPTE else {"depth": diepte + 1}
        keus |= Q(path__startswith=path, depth__gt=diepte, **alles) if onder else Q()
    return keus
