"""A page as somebody reads it in another language: the Dutch page, with the text of its translation laid over it.

What is the same in every language stays the Dutch page's: its place, its dates, its state, its pictures. So a meeting
that was called off is called off at once in every language, also while its translation still waits.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from django.db.models import ForeignKey, Model, QuerySet, prefetch_related_objects
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from core.talen.taal import BRONTAAL, leestaal


def vertalingen_van(paginas: Iterable[Page], taal: str, model: type[Page] = Page) -> QuerySet:
    """The live translations of these pages. A page that only mirrors the Dutch one is not a translation."""
    return model._default_manager.filter(
        translation_key__in=[pagina.translation_key for pagina in paginas],
        locale__language_code=taal,
        alias_of=None,
        live=True,
    )


def in_leestaal(paginas: Iterable[Page], *, ook: tuple[str, ...] = ()) -> list[Page]:
    """Lay the text in the language that is being read over these Dutch pages, where there is one.

    One query for each kind of page, and one for each relation in `ook` (names of child relations, which have to be
    prefetched on the pages as well). Each page gets `taal`: the language of its text.
    """
    lijst = [pagina.specific_deferred if type(pagina) is Page else pagina for pagina in paginas]
    taal = leestaal()
    if taal == BRONTAAL:
        return lijst
    per_soort = defaultdict(list)
    for pagina in lijst:
        per_soort[type(pagina)].append(pagina)
    for soort, groep in per_soort.items():
        vertaald = vertalingen_van(groep, taal, soort)
        if any(pagina.get_deferred_fields() for pagina in groep):
            vertaald = vertaald.defer_streamfields()
        per_sleutel = {rij.translation_key: rij for rij in vertaald.prefetch_related(*ook)}
        for pagina in groep:
            if vertaling := per_sleutel.get(pagina.translation_key):
                leg_over(pagina, vertaling, taal)
    return lijst


def heel_in_leestaal(pagina: Page) -> Page:
    """One Dutch page, with its phases and the like and the pages it points at, in the language that is being read."""
    if leestaal() == BRONTAAL:
        return pagina
    relaties = kinderen_met_tekst(type(pagina))
    prefetch_related_objects([pagina], *relaties)
    in_leestaal([pagina], ook=relaties)
    for veld in pagina._meta.concrete_fields:
        naar_pagina = isinstance(veld, ForeignKey) and issubclass(veld.related_model, Page)
        if naar_pagina and veld.name not in ("page_ptr", "alias_of") and getattr(pagina, veld.attname):
            in_leestaal([getattr(pagina, veld.name)])
    return pagina


def leg_over(pagina: Page, vertaling: Page, taal: str) -> Page:
    """Lay the text of a translation over the Dutch page in memory; it is never saved."""
    pagina.taal = taal
    pagina.vertaling = vertaling
    pagina.alleen_bron = _tekst_over(pagina, vertaling)
    for relatie in kinderen_met_tekst(type(pagina)):
        if relatie in getattr(pagina, "_prefetched_objects_cache", {}):
            per_sleutel = {kind.translation_key: kind for kind in getattr(vertaling, relatie).all()}
            for kind in getattr(pagina, relatie).all():
                kind.taal = BRONTAAL
                if vertaald := per_sleutel.get(kind.translation_key):
                    kind.taal = taal
                    kind.alleen_bron = _tekst_over(kind, vertaald)
    return pagina


def _tekst_over(ding: Model, vertaling: Model) -> frozenset[str]:
    """Copy the text; returns the fields that only the source has, because they are newer than the translation."""
    alleen_bron = set()
    for naam in _tekstvelden(type(ding)):
        if naam not in ding.__dict__ or naam not in vertaling.__dict__ or not getattr(ding, naam):
            continue
        if getattr(vertaling, naam):
            setattr(ding, naam, getattr(vertaling, naam))
        else:
            alleen_bron.add(naam)
    return frozenset(alleen_bron)


TEKST_ZONDER_VELD = ""


@cache
def is_tekst(model: type[Model], veld: str) -> bool:
    """Whether this field is translated; what isn't a page or a part of one has no fields that are not."""
    if veld == TEKST_ZONDER_VELD or not issubclass(model, TranslatableMixin):
        return True
    return veld in _tekstvelden(model)


@cache
def _tekstvelden(model: type[Model]) -> tuple[str, ...]:
    relaties = {relatie.name for relatie in get_all_child_relations(model)}
    velden = (veld for veld in get_translatable_fields(model) if isinstance(veld, TranslatableField))
    return tuple(veld.field_name for veld in velden if veld.field_name not in relaties)


@cache
def kinderen_met_tekst(model: type[Page]) -> tuple[str, ...]:
    """The child relations that hold text: phases, milestones, the programme of an evening."""
    relaties = {relatie.name for relatie in get_all_child_relations(model)}
    velden = (veld for veld in get_translatable_fields(model) if isinstance(veld, TranslatableField))
    return tuple(veld.field_name for veld in velden if veld.field_name in relaties)
