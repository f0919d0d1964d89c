from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Self

from django import forms
from django.utils.choices import CallableChoiceIterator
from taggit.utils import edit_string_for_tags, parse_tags

from core.models import Thema


def thema_opties() -> list[tuple[str, str]]:
    return [(naam, naam) for naam in Thema.objects.values_list("name", flat=True)]


class _VanDitFormulier:
    """The themes as they were when this form was made: it draws them twice."""

    @cached_property
    def opties(self) -> list[tuple[str, str]]:
        return thema_opties()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.opties)

    def __copy__(self) -> Self:
        return type(self)()


class ThemaKeuze(forms.CheckboxSelectMultiple):
    """The fixed themes as a list to tick, in the place of taggit's field to type in."""

    def __init__(self, attrs: dict | None = None) -> None:
        # A callable, asked anew for each form: a new theme needs no restart.
        super().__init__(attrs, choices=CallableChoiceIterator(thema_opties))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # So a form gets its own.
        kopie = super().__deepcopy__(memo)
        kopie.choices = _VanDitFormulier()
        return kopie

    def format_value(self, value: Iterable[Thema] | str | None) -> list[str]:
        """taggit gives a list of tags, or the text of an earlier attempt; return the names to tick."""
        if not value:
            return []
        if isinstance(value, str):
            return parse_tags(value)
        return [thema.name for thema in value]

    def value_from_datadict(self, data, files, name: str) -> str:
        namen = super().value_from_datadict(data, files, name) or []
        return edit_string_for_tags([Thema(name=naam) for naam in namen])
