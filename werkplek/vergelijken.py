"""Two versions of a page beside each other, field by field, in our words instead of those of Wagtail's comparisons."""

from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.http import HttpRequest
from django.utils.safestring import SafeString
from taggit.managers import TaggableManager
from wagtail.admin.compare import (
    ChildObjectComparison,
    ChildRelationComparison,
    FieldComparison,
    ForeignObjectComparison,
    TagsFieldComparison,
    TextFieldComparison,
    register_comparison_class,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from core.adressen import volgt_titel
from core.talen.lezen import namen_van_feiten
from core.talen.taal import taal_van
from core.wanneer import alleen_dag
from kernpagina.models import Kernagendapunt
from werkplek import blokken
from werkplek.blokken import van_plek
from werkplek.leesvorm import leesvorm
from werkplek.woorden import andere_opmaak, in_woorden, met_regels, van_naar, zonder_opmaak

VAN_TOT = ("begin", "einde")
LEESBAAR = (models.DateField, models.BooleanField, models.IntegerField, models.FloatField)


class LeesbareVergelijking(FieldComparison):
    def htmldiff(self) -> SafeString:
        return van_naar(in_woorden(self.val_a), in_woorden(self.val_b))


class MomentVergelijking(LeesbareVergelijking):
    """Of whole days no time is read, unless one was typed: that is asked about (twijfels.py)."""

    def __init__(self, field: models.DateTimeField, obj_a: models.Model, obj_b: models.Model) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = (
            alleen_dag(moment, ding) if field.name in VAN_TOT else moment
            for moment, ding in ((self.val_a, obj_a), (self.val_b, obj_b))
        )


class VerwijzingVergelijking(ForeignObjectComparison):
    def htmldiff(self) -> SafeString:
        was, nu = self.get_objects()
        return van_naar(in_woorden(was), in_woorden(nu))


class PuntVergelijking(FieldComparison):
    """Which point of a kernagenda, by its title."""

    def htmldiff(self) -> SafeString:
        return van_naar(_titel_van_punt(self.val_a), _titel_van_punt(self.val_b))


def _titel_van_punt(kenmerk: UUID | None) -> str:
    if kenmerk is None:
        return ""
    punten = Kernagendapunt.objects.zichtbaar().filter(uuid=kenmerk)
    return punten.values_list("titel", flat=True).first() or "een punt dat niet openbaar is"


class TekstVergelijking(TextFieldComparison):
    def has_changed(self) -> bool:
        return leesvorm(self.field, self.val_a) != leesvorm(self.field, self.val_b)

    def htmldiff(self) -> SafeString:
        return met_regels(super().htmldiff())


class OpmaakVergelijking(TekstVergelijking):
    def htmldiff(self) -> SafeString:
        if self.has_changed():
            return andere_opmaak(self.val_a, self.val_b)
        return met_regels(zonder_opmaak(self.val_b))


class BlokkenVergelijking(FieldComparison):
    def has_changed(self) -> bool:
        return blokken.anders(self.field.stream_block, self.val_a, self.val_b)

    def htmldiff(self) -> SafeString:
        blok = self.field.stream_block
        return (
            blokken.verschil(blok, self.val_a, self.val_b)
            if self.has_changed()
            else blokken.toon(blok, self.val_b)
        )


class ThemaVergelijking(TagsFieldComparison):
    def get_item_display(self, tag) -> str:
        return str(tag)


def gebruik_onze_woorden() -> None:
    for soort in LEESBAAR:
        register_comparison_class(soort, comparison_class=LeesbareVergelijking)
    register_comparison_class(models.DateTimeField, comparison_class=MomentVergelijking)
    register_comparison_class(models.UUIDField, comparison_class=PuntVergelijking)
    register_comparison_class(models.ForeignKey, to=models.Model, comparison_class=VerwijzingVergelijking)
    for soort in (models.CharField, models.TextField):
        register_comparison_class(soort, comparison_class=TekstVergelijking)
    register_comparison_class(RichTextField, comparison_class=OpmaakVergelijking)
    register_comparison_class(StreamField, comparison_class=BlokkenVergelijking)
    register_comparison_class(TaggableManager, comparison_class=ThemaVergelijking)


@dataclass
class Rij:
    """A child row that is shown: what happened to it, and those of its fields that say something."""

    soort: str
    merk: str
    velden: list[FieldComparison]


class Rijen:
    """The rows of a child relation that differ, and how many stayed as they were."""

    is_field = False

    def __init__(self, deel: ChildRelationComparison) -> None:
        self.field, self.field_label = deel.field, deel.field_label
        rijen = deel.get_child_comparisons()
        verplaatst = _verplaatst(rijen)
        alles = [_rij(rij, verplaatst=plek in verplaatst) for plek, rij in enumerate(rijen)]
        self.rijen = [rij for rij in alles if rij]
        self.gelijk = len(alles) - len(self.rijen)


class AlleRijen(Rijen):
    """The rows of a child relation, each with what is filled in."""

    def __init__(self, deel: ChildRelationComparison) -> None:
        self.field, self.field_label, self.gelijk = deel.field, deel.field_label, 0
        self.rijen = [Rij("", "", _ingevuld(rij)) for rij in deel.get_child_comparisons()]


def verschillen(request: HttpRequest, oud: Page, nieuw: Page) -> list[FieldComparison | Rijen]:
    """The fields and child rows that differ: the page's own first, then its long lists."""
    delen = (
        Rijen(deel) if isinstance(deel, ChildRelationComparison) else deel
        for deel in _alles(request, oud, nieuw)
    )
    return [deel for deel in delen if (deel.rijen if isinstance(deel, Rijen) else deel.has_changed())]


def wat_er_staat(request: HttpRequest, pagina: Page) -> list[FieldComparison | Rijen]:
    """The fields and child rows that are filled in, in the same order."""
    delen = (
        AlleRijen(deel) if isinstance(deel, ChildRelationComparison) else deel
        for deel in _alles(request, pagina, pagina)
        if deel.field.name != "slug" or not volgt_titel(pagina.slug, pagina.title)
    )
    return [deel for deel in delen if (deel.rijen if isinstance(deel, Rijen) else _zegt_iets(deel))]


def velden_in_formulier(request: HttpRequest, pagina: Page) -> set[str]:
    """The names of the page's own fields that are compared here."""
    return {deel.field.name for deel in _alles(request, pagina, pagina) if deel.is_field}


def opschriften(request: HttpRequest, pagina: Page) -> dict[str, str]:
    """What each part that is compared here is called in the form, by its name."""
    return {deel.field.name: str(deel.field_label()) for deel in _alles(request, pagina, pagina)}


def _alles(request: HttpRequest, oud: Page, nieuw: Page) -> list[FieldComparison | ChildRelationComparison]:
    paneel = nieuw.get_edit_handler()  # ty: ignore[missing-attribute] - hung on Page by wagtail.admin
    paneel = paneel.get_bound_panel(instance=nieuw, request=request, form=None)
    alles = (vergelijk(oud, nieuw) for vergelijk in paneel.get_comparison())
    # Of a translation only its text is read; its dates and the like are the Dutch page's.
    feiten = namen_van_feiten(type(nieuw), taal_van(nieuw.locale_id))
    gelezen = [deel for deel in alles if deel.field.name not in feiten]
    return sorted(gelezen, key=lambda deel: isinstance(deel, BlokkenVergelijking | ChildRelationComparison))


def _rij(rij: ChildObjectComparison, *, verplaatst: bool) -> Rij | None:
    """Of a row that changed its first field comes along: which one it is. None for one that stayed as it was."""
    if rij.is_addition():
        return Rij("addition", "Nieuw", _ingevuld(rij))
    if rij.is_deletion():
        return Rij("deletion", "Weggehaald", _ingevuld(rij))
    eerste, *rest = _gelezen(rij)
    if not verplaatst and not any(veld.has_changed() for veld in (eerste, *rest)):
        return None
    merk = "Staat op een andere plek" if verplaatst else ""
    return Rij("", merk, [eerste, *(veld for veld in rest if veld.has_changed())])


def _verplaatst(rijen: list[ChildObjectComparison]) -> set[int]:
    gebleven = [plek for plek, rij in enumerate(rijen) if rij.obj_a and rij.obj_b]
    was = sorted(gebleven, key=lambda plek: getattr(rijen[plek].obj_a, "sort_order", 0) or 0)
    nu = sorted(gebleven, key=lambda plek: getattr(rijen[plek].obj_b, "sort_order", 0) or 0)
    return van_plek(was, nu)


def _ingevuld(rij: ChildObjectComparison) -> list[FieldComparison]:
    return [veld for veld in _gelezen(rij) if _zegt_iets(veld)]


def _gelezen(rij: ChildObjectComparison) -> list[FieldComparison]:
    """Without the identities that a form carries along unseen."""
    return [veld for veld in rij.get_field_comparisons() if veld.field.name != "kenmerk"]


def _zegt_iets(veld: FieldComparison) -> bool:
    """Not ticked says nothing in a long list of what is filled in."""
    return veld.val_b is not None and veld.val_b is not False and bool(str(veld.htmldiff()).strip())
