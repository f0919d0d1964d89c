"""A field is written down once: its schema says how it is called, what it means and where it comes from.

`vul` reads a schema off a page or a row; `kolommen` asks the database for what it needs. What has to be worked out is
given by who builds the answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args

from api.schemas.basis import Schema, Uit
from api.schemas.keuzes import naar_api

S = TypeVar("S", bound=Schema)
# A page, or a row of another model, with what a query of the API added to the fields of its model.
Rij = Any


@dataclass(frozen=True)
class _Veld:
    naam: str
    bron: str
    is_keuze: bool


@cache
def _velden(schema: type[Schema]) -> tuple[_Veld, ...]:
    return tuple(
        _Veld(
            naam,
            next((deel.naam for deel in veld.metadata if isinstance(deel, Uit)), naam),
            any(
                isinstance(s, type) and issubclass(s, Enum)
                for s in (veld.annotation, *get_args(veld.annotation))
            ),
        )
        for naam, veld in schema.model_fields.items()
    )


def vul(schema: type[S], ding: Any, **gezet: Any) -> S:
    """The schema with what is given, and for the rest with what the page, or the row of `kolommen`, has."""
    for veld in _velden(schema):
        if veld.naam not in gezet:
            waarde = ding[veld.naam] if isinstance(ding, Mapping) else getattr(ding, veld.bron)
            gezet[veld.naam] = naar_api(waarde or "") if veld.is_keuze else waarde
    return schema(**gezet)


def kolommen(schema: type[Schema], *zonder: str) -> dict[str, str]:
    """The columns of the fields of this schema by their names, without those that are worked out."""
    return {veld.naam: veld.bron for veld in _velden(schema) if veld.naam not in zonder}
