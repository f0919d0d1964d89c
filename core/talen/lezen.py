"""A page as somebody reads it in another language: the Dutch page, with the text of its translation laid over it.

What is the same in every language stays the Dutch page's: its place, its dates, its state, its pictures. So a meeting
that was called off is called off at once in every language, also while its translation still waits.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeGuard, TypeVar, cast
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    F,
    Field,
    ForeignObjectRel,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
    prefetch_related_objects,
)
from django.db.models.functions import Greatest
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, TranslatableMixin, get_page_models
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields

from core.boom import alle_paginas
from core.talen.leesbaar import LeesbarePage
from core.talen.taal import BRONTAAL, leestaal, taal_van
from core.talen.titels import zet_titel

Pagina = TypeVar("Pagina", bound=Page)
MetMeer = Callable[[QuerySet], QuerySet]


def vertaald(*talen: str) -> Q:
    """The condition for pages of which the text is read, over the Dutch one, in one of these languages. A page that
    only mirrors the Dutch one is not a translation."""
    return Q(locale__language_code__in=talen, alias_of=None, live=True)


def _vertaling(taal: str) -> QuerySet:
    """The translation of a page, within a query for that page."""
    return Page.objects.filter(vertaald(taal), translation_key=OuterRef("translation_key")).order_by()


def vertaalde_titel(taal: str) -> Subquery:
    """What a page that is only named is called in this language; nothing where it isn't translated. A village has
    its Dutch name in every language."""
    eigen = ContentType.objects.get_for_models(*_met_een_naam()).values()
    naam = Case(When(content_type__in=eigen, then=OuterRef("title")), default="title")
    return Subquery(_vertaling(taal).values(naam=naam)[:1])


@cache
def _met_een_naam() -> tuple[type[Page], ...]:
    """The kinds of pages whose title is no text."""
    return tuple(model for model in get_page_models() if "title" not in _tekstvelden(model))


def gepubliceerd_op(taal: str) -> F | Greatest:
    """When a page was published last as it is read in this language: its text, or what holds in every language."""
    if taal == BRONTAAL:
        return F("last_published_at")
    return Greatest("last_published_at", Subquery(_vertaling(taal).values("last_published_at")[:1]))


def in_leestaal(
    paginas: Iterable[Pagina],
    taal: str | None = None,
    *,
    ook: tuple[str, ...] = (),
    vraag: MetMeer | None = None,
) -> list[Pagina]:
    """Lay the text in this language, or else the one that is being read, over these Dutch pages, where there is one.

    One query for each kind of page (pages that come as plain `Page` are one kind, and bring their title), and one for
    each relation in `ook` (names of child relations, which have to be prefetched on the pages as well). `vraag` adds
    to the question for the translations, which are to be had as `pagina.vertaling`. Each page gets `taal`: the
    language of its text. Whoever was read before stays as it is.
    """
    taal = taal or leestaal()
    per_soort: dict[type[Page], list[LeesbarePage]] = defaultdict(list)
    lijst = []
    for gegeven in paginas:
        pagina = gegeven.specific_deferred if type(gegeven) is Page else gegeven
        lijst.append(pagina)
        if ook or not is_gelezen(pagina):
            pagina.__dict__.setdefault("taal", taal_van(pagina.locale_id))
            if isinstance(pagina, LeesbarePage):
                per_soort[type(gegeven)].append(pagina)
    if taal != BRONTAAL:
        for soort, groep in per_soort.items():
            _lees_groep(soort, groep, taal, ook, vraag)
    if taal == leestaal():
        for pagina in lijst:
            zet_titel(pagina)
    return lijst


def van_elke_soort(paginas: PageQuerySet, taal: str) -> list[LeesbarePage]:
    """The same for Dutch pages of any kind, each with the fields of its own kind but the StreamFields: in another
    language one query more than in Dutch, however many kinds there are."""
    if taal == BRONTAAL:
        return in_leestaal(paginas.specific().defer_streamfields(), taal)
    gekozen = list(paginas)
    in_een_van_beide = Q(locale__language_code=BRONTAAL) | vertaald(taal)
    rijen = alle_paginas().filter(in_een_van_beide, translation_key__in=[p.translation_key for p in gekozen])
    bronnen: dict[UUID, LeesbarePage] = {}
    vertalingen: dict[UUID, LeesbarePage] = {}
    for rij in rijen.specific().defer_streamfields():
        (bronnen if taal_van(rij.locale_id) == BRONTAAL else vertalingen)[rij.translation_key] = rij
    for sleutel, vertaling in vertalingen.items():
        leg_over(bronnen[sleutel], vertaling, taal)
    return in_leestaal((bronnen[pagina.translation_key] for pagina in gekozen), BRONTAAL)


def is_gelezen(pagina: Page) -> TypeGuard[LeesbarePage]:
    """Whether somebody saw to the language of this page: its text may be shown, and its address given."""
    return "taal" in vars(pagina)


def _lees_groep(
    soort: type[Page], groep: list[LeesbarePage], taal: str, ook: tuple[str, ...], vraag: MetMeer | None
) -> None:
    sleutels = [pagina.translation_key for pagina in groep]
    vertaalde = cast(
        "PageQuerySet", soort._default_manager.filter(vertaald(taal), translation_key__in=sleutels)
    )
    if soort is not Page and any(pagina.get_deferred_fields() for pagina in groep):
        vertaalde = vertaalde.defer_streamfields()
    if vraag:
        vertaalde = vraag(vertaalde)
    per_sleutel = {rij.translation_key: rij for rij in vertaalde.prefetch_related(*ook)}
    for pagina in groep:
        if vertaling := per_sleutel.get(pagina.translation_key):
            leg_over(pagina, vertaling, taal)


def heel_in_leestaal(pagina: Pagina) -> Pagina:
    """One Dutch page, with its phases and the like, in the language that is being read."""
    if leestaal() == BRONTAAL:
        return pagina
    relaties = kinderen_met_tekst(type(pagina))
    prefetch_related_objects([pagina], *relaties)
    in_leestaal([pagina], ook=relaties)
    return pagina


def leg_over(pagina: LeesbarePage, vertaling: Page, taal: str) -> LeesbarePage:
    """Lay the text of a translation over the Dutch page in memory; it is never saved."""
    pagina.taal = taal
    pagina.vertaling = vertaling
    pagina.alleen_bron = _tekst_over(pagina, vertaling)
    # Since when this text is there, and when something of it changed, be it a date that the Dutch page brings.
    pagina.first_published_at = vertaling.first_published_at
    momenten = [moment for moment in (pagina.last_published_at, vertaling.last_published_at) if moment]
    pagina.last_published_at = max(momenten, default=None)
    for relatie in kinderen_met_tekst(type(pagina)):
        if relatie in getattr(pagina, "_prefetched_objects_cache", {}):
            per_sleutel = {kind.translation_key: kind for kind in getattr(vertaling, relatie).all()}
            for kind in getattr(pagina, relatie).all():
                kind.taal = BRONTAAL
                if anders := per_sleutel.get(kind.translation_key):
                    kind.taal = taal
                    kind.alleen_bron = _tekst_over(kind, anders)
    return pagina


def leg_veld_over(pagina: LeesbarePage, vertaling: Page, veld: str) -> None:
    """The same for a field that was fetched only now, and came in Dutch."""
    if veld in _tekstvelden(type(pagina)) and (tekst := getattr(vertaling.specific, veld)):
        setattr(pagina, veld, tekst)


def leg_rijen_over(
    model: type[Model], rijen: Iterable[Mapping[str, Any]], vertaalde: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The same for children (phases and the like) that come as values, each with its `translation_key`."""
    per_sleutel = {rij["translation_key"]: rij for rij in vertaalde}
    velden = _tekstvelden(model)
    return [
        {
            naam: (naam in velden and per_sleutel.get(rij["translation_key"], {}).get(naam)) or waarde
            for naam, waarde in rij.items()
        }
        for rij in rijen
    ]


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


@cache
def feiten(model: type[Model]) -> tuple[Field | ForeignObjectRel, ...]:
    """The fields and child relations that are the Dutch page's in every language. The row of a translation has them
    as well, and nobody reads them there. Not the slug: it belongs to the place of the row."""
    velden = (veld for veld in get_translatable_fields(model) if isinstance(veld, SynchronizedField))
    vast = [veld.get_field(model) for veld in velden if veld.field_name != "slug"]
    # wagtail-localize doesn't look at these.
    return (*vast, *model._meta.many_to_many)


def namen_van_feiten(model: type[Model], taal: str) -> frozenset[str]:
    """What a row in this language has and nobody reads there; nothing for what is Dutch, or no page or part of one."""
    if taal == BRONTAAL or not issubclass(model, TranslatableMixin):
        return frozenset()
    return frozenset(veld.name for veld in feiten(model))
