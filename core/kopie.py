"""Another page like this one: its newest text, without what belongs to the past and without its days."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import uuid4

from django.db import models
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, TranslatableMixin

from core.goedkeuring.vingerafdruk import BOEKHOUDING
from core.kenmerken import kenmerk_pagina, met_afgeleide_kenmerken
from core.models import BasePage

# Said of one page only: where it is, and from when until when it is there.
VAN_EEN = frozenset({"slug", "go_live_at", "expire_at"})


def nog_een(pagina: BasePage, eigenaar) -> BasePage:
    """A page in memory, kept nowhere yet, with new identities for whatever is in it."""
    model = type(pagina)
    tekst = cast("BasePage", pagina.get_latest_revision_as_object())
    weg = {*BOEKHOUDING, *VAN_EEN, *tekst.exclude_fields_in_copy, *tekst.van_toen}
    weg |= {veld.name for veld in dagvelden(model)}
    gegevens: dict[str, Any] = model(owner=eigenaar).serializable_data()
    gegevens |= {naam: waarde for naam, waarde in tekst.serializable_data().items() if naam not in weg}
    for relatie in get_all_child_relations(model):
        rijen = gegevens[relatie.get_accessor_name()]
        gegevens[relatie.get_accessor_name()] = [_nieuwe_rij(relatie.related_model, rij) for rij in rijen]
    nieuw = model.from_serializable_data(gegevens | {"pk": None})
    nieuw.owner, nieuw.locale_id = eigenaar, pagina.locale_id
    nieuw.translation_key = uuid4()
    nieuw.live, nieuw.has_unpublished_changes = False, True
    kenmerk_pagina(nieuw, met_afgeleide_kenmerken(nieuw.translation_key))
    return nieuw


def dagvelden(model: type[models.Model]) -> Iterator[models.DateField]:
    """The days and moments that a kind of page keeps itself; what Wagtail keeps of it isn't one."""
    for veld in model._meta.concrete_fields:
        if isinstance(veld, models.DateField) and veld.model is not Page:
            yield veld


def op_andere_dag(moment: date, dagen: int) -> date:
    """That many days later; of a moment with the same time on our clock, in summer and in winter."""
    if not isinstance(moment, datetime):
        return moment + timedelta(days=dagen)
    lokaal = timezone.localtime(moment).replace(tzinfo=None)
    return timezone.make_aware(lokaal + timedelta(days=dagen))


def _nieuwe_rij(model: type[models.Model], rij: dict[str, Any]) -> dict[str, Any]:
    """Without its days, and without what others know it by (ADR 0038)."""
    leeg = (models.DateField, models.UUIDField)
    weg = {veld.name: None for veld in model._meta.concrete_fields if veld.null and isinstance(veld, leeg)}
    sleutel = {"translation_key": str(uuid4())} if issubclass(model, TranslatableMixin) else {}
    return rij | {"pk": None} | weg | sleutel
