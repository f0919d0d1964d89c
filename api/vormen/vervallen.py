"""Which forms are no longer right when something public changed: they are taken away in the same transaction.

A form knows what it was made of (`Vorm.van`): pages it names (p412), also those that weren't public then, pictures (f7),
documents (d3), the themes (t), and that it tells what points at it (n412). Here is said what of that a change touches.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model, QuerySet
from wagtail.models import Locale, Page, PageViewRestriction, Site

from api.models import BesteldeVorm, Vorm
from api.vormen.lezing import LETTERS, THEMAS
from api.vormen.maken import SOORTEN
from core.models import BloeiDocument, BloeiImage, Thema
from core.talen.taal import BRONTAAL, taal_van
from kernpagina.models import KernagendaPage, Kernagendapunt

# So many are ordered by one change; of more, each is made when it is first asked for.
MEESTE = 60
NEEM_WEG = f"""
WITH weg AS (
    DELETE FROM {Vorm._meta.db_table} WHERE van && %s RETURNING site_id, taal, pagina_id
), samen AS (
    SELECT site_id, taal, pagina_id FROM weg
    UNION
    SELECT site.id, eigen.taal, eigen.pagina
    FROM unnest(%s::text[], %s::int[]) AS eigen(taal, pagina), {Site._meta.db_table} AS site
)
INSERT INTO {BesteldeVorm._meta.db_table} (site, taal, pagina)
SELECT site_id, taal, pagina_id FROM samen WHERE (SELECT count(*) FROM samen) <= %s
ON CONFLICT DO NOTHING
"""  # noqa: S608 - our own names

Eigen = tuple[str, int]  # language and page


class Rij(NamedTuple):
    pk: int
    soort: int
    live: bool
    locale: int


def na_verandering(ding: Model, *, opnieuw: bool = False) -> None:
    """Take away every form that this change touches, and order the same forms anew (`api.vormen.bestellingen`).

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


def _eigen(rijen: list[Rij]) -> set[Eigen]:
    """The forms that a page has itself: one in Dutch, and one in each language that it is translated into."""
    talen = {taal_van(rij.locale): rij.pk for rij in rijen if rij.live}
    return {(taal, talen[BRONTAAL]) for taal in talen} if BRONTAAL in talen else set()


def _neem_weg(geraakt: set[str], erbij: Iterable[Eigen] = ()) -> None:
    """By now it is known what they have to tell, but not for others to see; and who publishes holds up who publishes
    something else. So the worker makes them anew."""
    erbij = sorted(erbij)
    with connection.cursor() as cursor:
        cursor.execute(
            NEEM_WEG,
            [sorted(geraakt), [taal for taal, _ in erbij], [nummer for _, nummer in erbij], MEESTE],
        )
