"""Cleans whatever is about to be stored: each text field of a model, each text in a block, each child row in a version.

What may stand in a text is in `core/teksten/schoon.py`; here is where the texts are.
"""

import json
from functools import cache
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import CharField, Field, Model, TextField, URLField
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Revision

from core.teksten import schoon

# No text of people: what machines write for machines. A string to translate is found by a hash of itself.
ONDOORZICHTIG = frozenset(
    [
        "sessions.session",
        "django_tasks_db.dbtaskresult",
        "wagtail_localize.string",
        "wagtail_localize.translationsource",
    ]
)

# The child rows of a model: the same as long as the code is, and asked for with every row.
rijen_van = cache(get_all_child_relations)


def maak_schoon(instance: Model) -> list[str]:
    """Clean the text that this object holds in memory; nothing is stored. Returns the names of the fields that changed."""
    if isinstance(instance, Revision):
        return _maak_revisie_schoon(instance)
    if instance._meta.label_lower in ONDOORZICHTIG:
        return []
    # A field that wasn't read isn't written either.
    velden = [veld for veld in instance._meta.concrete_fields if veld.attname in instance.__dict__]
    return [veld.name for veld in velden if _is_tekst(veld) and _maak_veld_schoon(instance, veld)]


def _is_tekst(veld: Field) -> bool:
    return isinstance(veld, CharField | TextField | StreamField)


def _maak_veld_schoon(instance: Model, veld: Field) -> bool:
    oud = instance.__dict__[veld.attname]
    if isinstance(veld, StreamField):
        oud = veld.get_prep_value(oud) if oud else None
    nieuw = _waarde(veld, oud)
    if nieuw == oud:
        return False
    setattr(instance, veld.attname, nieuw)
    return True


def _maak_revisie_schoon(revisie: Revision) -> list[str]:
    model = revisie.content_type.model_class()
    nieuw = schone_gegevens(model, revisie.content) if model else revisie.content
    if nieuw == revisie.content:
        return []
    revisie.content = nieuw
    return ["content"]


def schone_gegevens(model: type[Model], gegevens: dict[str, Any]) -> dict[str, Any]:
    """The content of an object of this model as Wagtail writes it into a version, with its child rows, cleaned."""
    schone = dict(gegevens)
    for veld in model._meta.concrete_fields:
        if veld.name in schone:
            schone[veld.name] = _waarde(veld, schone[veld.name])
    for relatie in rijen_van(model):
        naam = relatie.get_accessor_name()
        if isinstance(schone.get(naam), list):
            schone[naam] = [schone_gegevens(relatie.related_model, rij) for rij in schone[naam]]
    return schone


def _waarde(veld: Field, waarde: Any) -> Any:
    if isinstance(veld, StreamField):
        return _stroom(veld.stream_block, waarde)
    if not isinstance(waarde, str):
        return waarde
    if isinstance(veld, RichTextField):
        return schoon.rijke_tekst(waarde)
    if isinstance(veld, TextField):
        return schoon.tekst(waarde)
    if isinstance(veld, URLField):
        return schoon.adres(waarde)
    if isinstance(veld, CharField):
        return schoon.regel(waarde)
    return waarde


def _stroom(blok: blocks.StreamBlock, waarde: Any) -> Any:
    """A stream as a list of blocks, or as the JSON of one; the same form comes back."""
    if not isinstance(waarde, str):
        return _blok(blok, waarde)
    try:
        oud = json.loads(waarde)
    except ValueError:
        return waarde
    nieuw = _blok(blok, oud)
    return waarde if nieuw == oud else json.dumps(nieuw, cls=DjangoJSONEncoder)


def _blok(blok: blocks.Block, waarde: Any) -> Any:
    """The raw value of a block, as it is stored, cleaned. What has another shape than the block wants stays as it is."""
    match blok, waarde:
        case blocks.RichTextBlock(), str():
            return schoon.rijke_tekst(waarde)
        case blocks.TextBlock(), str():
            return schoon.tekst(waarde)
        case blocks.URLBlock(), str():
            return schoon.adres(waarde)
        case blocks.FieldBlock(), str():
            return schoon.regel(waarde)
        case blocks.StructBlock(), dict():
            deel = blok.child_blocks
            return {naam: _blok(deel[naam], v) if naam in deel else v for naam, v in waarde.items()}
        case blocks.StreamBlock(), list():
            return [_deel(blok.child_blocks.get(_soort(deel)), deel) for deel in waarde]
        case blocks.ListBlock(), list():
            return [_deel(blok.child_block, deel) for deel in waarde]
    return waarde


def _soort(deel: Any) -> Any:
    return deel.get("type") if isinstance(deel, dict) else None


def _deel(blok: blocks.Block | None, deel: Any) -> Any:
    if blok is None:
        return deel
    if isinstance(deel, dict) and "value" in deel:
        return {**deel, "value": _blok(blok, deel["value"])}
    return _blok(blok, deel)


def modellen_met_tekst() -> list[type[Model]]:
    """Every model that holds text of people, and the versions of pages."""
    return [
        model
        for model in apps.get_models()
        if model._meta.managed
        and not model._meta.proxy
        and model._meta.label_lower not in ONDOORZICHTIG
        and any(map(_is_tekst, model._meta.local_fields))
    ]
