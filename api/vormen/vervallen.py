"""Which forms are no longer right when something public changed: they are taken away in the same transaction.

A form knows what it was made of (`Vorm.van`): pages it names (p412), also those that weren't public then, pictures (f7),
documents (d3), the themes (t), and that it tells what points at it (n412). Here is said what of that a change touches.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model, QuerySet
from wagtail.models import Locale, Page, PageViewRestriction, Site

from api.models import Vorm
from api.vormen.lezing import LETTERS, THEMAS
from api.vormen.maken import SOORTEN, maak_vormen, maaksel
from core.models import BloeiDocument, BloeiImage, Thema
from core.talen.taal import BRONTAAL, taal_van
from kernpagina.models import KernagendaPage, Kernagendapunt

# So many are made at once when something is published; of more, each is made when it is first asked for.
MEESTE = 60
NEEM_WEG = f"DELETE FROM {Vorm._meta.db_table} WHERE van && %s RETURNING site_id, taal, pagina_id"  # noqa: S608 - our own name

Sleutel = tuple[int | None, str, int]  # site, or none for all of them; language, page


class Rij(NamedTuple):
    pk: int
    soort: int
    live: bool
    locale: int


def na_verandering(ding: Model, *, opnieuw: bool = False) -> None:
    """Take away every form that this change touches; the same forms are made anew once the change is there to see.

    `opnieuw`: of the row of this page they were taken away. What follows from a row and is in forms of others, are the points of
    a kernagenda.
    """
    if opnieuw and not isinstance(ding, KernagendaPage):
        return
    if isinstance(ding, Site | Locale):
        Vorm.objects.all().delete()
    elif isinstance(ding, Thema):
        _neem_weg({THEMAS})
    elif isinstance(ding, BloeiImage):
        _neem_weg({f"{LETTERS['afbeelding']}{ding.pk}"})
    elif isinstance(ding, BloeiDocument):
        _neem_weg({f"{LETTERS['document']}{ding.pk}"})
    elif isinstance(ding, PageViewRestriction):
        _neem_weg(_van_paginas(_met_spiegels(ding.page)))
    elif isinstance(ding, Page):
        if _verhuist(ding):
            _neem_weg(_van_paginas(_eronder(ding)), _eigen(_rijen_van(ding)))
        else:
            rijen = _rijen_van(ding)
            # Of a page that is gone, what named it.
            _neem_weg(_van_rijen(rijen) | {f"{LETTERS['pagina']}{ding.pk}"}, _eigen(rijen))


def _eronder(pagina: Page) -> QuerySet[Page]:
    return Page.objects.filter(path__startswith=pagina.path)


def _met_spiegels(pagina: Page) -> QuerySet[Page]:
    """A page with all below it, and all below the pages that mirror any of these."""
    geraakt = _eronder(pagina)
    for pad in Page.objects.filter(alias_of__in=geraakt.values("pk")).values_list("path", flat=True):
        geraakt = geraakt | Page.objects.filter(path__startswith=pad)
    return geraakt


def _verhuist(pagina: Page) -> bool:
    """Whether the addresses below this page change with it. Wagtail writes those after the page itself, and says so only
    when all of it can be seen; here it shows in the first page below."""
    eronder = Page.objects.filter(path__startswith=pagina.path, depth=pagina.depth + 1)
    adres = eronder.values_list("url_path", flat=True).first() if pagina.numchild else None
    return adres is not None and not adres.startswith(pagina.url_path)


def _rijen_van(pagina: Page) -> list[Rij]:
    """Those of a page in every language."""
    return _rijen(Page.objects.filter(translation_key=pagina.translation_key))


def _rijen(paginas: QuerySet[Page]) -> list[Rij]:
    return [Rij(*rij) for rij in paginas.order_by().values_list("pk", "content_type", "live", "locale")]


def _van_paginas(geraakt: QuerySet[Page]) -> set[str]:
    sleutels = geraakt.order_by().values("translation_key")
    return _van_rijen(_rijen(Page.objects.filter(translation_key__in=sleutels)))


def _van_rijen(rijen: list[Rij]) -> set[str]:
    """What is touched of these pages, in every language: they themselves, and what they point at."""
    nummers = [rij.pk for rij in rijen]
    erbij = {ContentType.objects.get_for_id(type_).model_class() for type_ in {rij.soort for rij in rijen}}
    doelen = {
        doel
        for soort in SOORTEN
        if soort.wijst_naar and soort.model in erbij
        for wijst in soort.model.objects.filter(pk__in=nummers).values_list(*soort.wijst_naar)
        for doel in wijst
    }
    if KernagendaPage in erbij:
        punten = Kernagendapunt.objects.filter(kernagenda__in=nummers)
        doelen |= set(punten.values_list("project", flat=True))
    return {f"{LETTERS['pagina']}{nummer}" for nummer in nummers} | {f"n{doel}" for doel in doelen if doel}


def _eigen(rijen: list[Rij]) -> set[Sleutel]:
    """The forms that a page has itself: one in Dutch, and one in each language that it is translated into."""
    talen = {taal_van(rij.locale): rij.pk for rij in rijen if rij.live}
    return {(None, taal, talen[BRONTAAL]) for taal in talen} if BRONTAAL in talen else set()


def _neem_weg(geraakt: set[str], erbij: Iterable[Sleutel] = ()) -> None:
    with connection.cursor() as cursor:
        cursor.execute(NEEM_WEG, [sorted(geraakt)])
        weg = {tuple(rij) for rij in cursor.fetchall()}
    if weg := weg.union(erbij):
        _bestel(weg)


class _Bestelling:
    """Forms to be made when the transaction is done: all that it took away in one go."""

    def __init__(self) -> None:
        self.vormen: set[Sleutel] = set()

    def voer_uit(self) -> None:
        if len(self.vormen) <= MEESTE:
            maak_ontbrekende(self.vormen)


def _bestel(vormen: set[Sleutel]) -> None:
    # By now it is known what they have to tell, but not for others to see; and who publishes holds up who publishes
    # something else until the transaction is done.
    gesteld = (getattr(rij[1], "__self__", None) for rij in connection.run_on_commit)
    bestelling = next((wie for wie in gesteld if isinstance(wie, _Bestelling)), None)
    if bestelling:
        bestelling.vormen |= vormen
        return
    bestelling = _Bestelling()
    bestelling.vormen |= vormen
    # The page is published whatever happens here: who reads it makes its form.
    transaction.on_commit(bestelling.voer_uit, robust=True)


def maak_ontbrekende(vormen: Iterable[Sleutel]) -> int:
    """Make those of these forms that aren't there, of sites that still are. Returns how many."""
    per_lezer: dict[tuple[int, str], set[int]] = {}
    sites = Site.objects.select_related("root_page").in_bulk()
    for genoemd, taal, nummer in vormen:
        for site in sites if genoemd is None else [genoemd]:
            per_lezer.setdefault((site, taal), set()).add(nummer)
    gemaakt = 0
    for (nummer, taal), paginas in per_lezer.items():
        if site := sites.get(nummer):
            er_al = Vorm.objects.filter(site=site, taal=taal, pagina__in=paginas, maaksel=maaksel())
            ontbreekt = paginas - set(er_al.values_list("pagina_id", flat=True))
            gemaakt += len(maak_vormen(site, taal, ontbreekt)) if ontbreekt else 0
    return gemaakt
