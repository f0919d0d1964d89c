"""Every block of a StreamField has an identity of its own: a uuid that stays through edits, moves and translation.

What a form sends as identity is whatever somebody sends. Wagtail's own script gives the default child of every block
that is added in one session the same one.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db.models import Model
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

# For what was no uuid to begin with.
VREEMD = UUID("6f1c7a52-2f0b-4c77-9a0e-5b9f6d2e8c11")

Stroom = list[dict[str, Any]]
Wijzer = Callable[[StreamBlock, Stroom], Stroom]


def blokken_in(blok: Block, waarde: Any) -> Iterator[dict[str, Any]]:
    """Every block with a place of its own in this raw value, at any depth: dicts with `id` and `value`, in order."""
    if isinstance(blok, StructBlock):
        for naam, kind in blok.child_blocks.items():
            yield from blokken_in(kind, (waarde or {}).get(naam))
    elif isinstance(blok, StreamBlock):
        for deel in waarde or []:
            if deel["type"] in blok.child_blocks:
                yield deel
                yield from blokken_in(blok.child_blocks[deel["type"]], deel["value"])
    elif isinstance(blok, ListBlock):
        for deel in waarde or []:
            # A bare value is how Wagtail kept a list before its items had identities.
            if isinstance(deel, dict) and deel.get("type") == "item":
                yield deel
                yield from blokken_in(blok.child_block, deel["value"])


def met_eigen_kenmerken(blok: StreamBlock, stroom: Stroom) -> Stroom:
    """The same blocks, with a new identity for each that has none, another's, or something that is no uuid.

    Of two with the same identity the first keeps it. The same blocks in the same order get the same new ones: a form
    that stays open sends its doubles again at each save. Returns `stroom` itself when nothing had to change.
    """
    delen = [deel.get("id") for deel in blokken_in(blok, stroom)]
    eigen, gebruikt = [], {str(_uuid(kenmerk)) for kenmerk in delen if _uuid(kenmerk)}
    gezien: set[str] = set()
    for kenmerk in delen:
        nieuw = str(_uuid(kenmerk) or "")
        if not nieuw or nieuw in gezien:
            nieuw = _ander(kenmerk, gebruikt)
        gezien.add(nieuw)
        gebruikt.add(nieuw)
        eigen.append(nieuw)
    if eigen == delen:
        return stroom
    stroom = deepcopy(stroom)
    for deel, kenmerk in zip(blokken_in(blok, stroom), eigen, strict=True):
        deel["id"] = kenmerk
    return stroom


def _uuid(kenmerk: object) -> UUID | None:
    try:
        return UUID(kenmerk) if isinstance(kenmerk, str) else None
    except ValueError:
        return None


def _ander(kenmerk: object, gebruikt: set[str]) -> str:
    if not kenmerk:
        return str(uuid4())
    namen = (
        str(uuid5(_uuid(kenmerk) or VREEMD, f"{kenmerk}-{nummer}")) for nummer in range(len(gebruikt) + 1)
    )
    return next(naam for naam in namen if naam not in gebruikt)


def met_afgeleide_kenmerken(sleutel: UUID) -> Wijzer:
    """The same blocks with other identities, that follow from the old ones and this key: the same in every version."""

    def wijs(blok: StreamBlock, stroom: Stroom) -> Stroom:
        stroom = deepcopy(stroom)
        for deel in blokken_in(blok, stroom):
            deel["id"] = str(uuid5(sleutel, str(deel.get("id") or uuid4())))
        return stroom

    return wijs


def kenmerk_pagina(pagina: Page, wijs: Wijzer = met_eigen_kenmerken) -> list[str]:
    """See to the identities in a page in memory; returns the names of the fields in which some changed."""
    anders = []
    for veld in _streamvelden(type(pagina)):
        if veld.attname in pagina.get_deferred_fields():
            continue
        waarde = getattr(pagina, veld.attname)
        ruw = waarde.get_prep_value() if waarde else []
        nieuw = wijs(veld.stream_block, ruw)
        if nieuw is not ruw:
            setattr(pagina, veld.attname, veld.to_python(nieuw))
            anders.append(veld.name)
    return anders


def kenmerk_revisie(revisie: Revision, wijs: Wijzer = met_eigen_kenmerken) -> None:
    """The same for a page in a revision that is about to be saved."""
    model = revisie.content_type.model_class()
    if not model or not issubclass(model, Page):
        return
    for veld in _streamvelden(model):
        ruw = json.loads(revisie.content.get(veld.name) or "[]")
        nieuw = wijs(veld.stream_block, ruw)
        if nieuw is not ruw:
            revisie.content[veld.name] = json.dumps(nieuw)


def kenmerk_kopie(pagina: Page) -> None:
    """Give the blocks of a page that was just copied, and of its versions, other identities than the original has."""
    wijs = met_afgeleide_kenmerken(pagina.translation_key)
    if velden := kenmerk_pagina(pagina, wijs):
        pagina.save(clean=False, update_fields=velden)
    for revisie in pagina.revisions.all():
        kenmerk_revisie(revisie, wijs)
        revisie.save(update_fields=["content"])


def _streamvelden(model: type[Model]) -> list[StreamField]:
    return [veld for veld in model._meta.concrete_fields if isinstance(veld, StreamField)]
