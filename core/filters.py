"""What the filters of every public list have in common."""

from typing import Any, NamedTuple

import django_filters
from django.forms import ModelChoiceField
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.models import Thema


class Keuze(NamedTuple):
    """What a visitor chose: the name of the field in the address, its label, and the choice in words."""

    naam: str
    label: str
    keuze: str


class LijstFilter(django_filters.FilterSet):
    """A filter above a public list: an ordinary GET form, so that the address holds the choice."""

    @property
    def gekozen(self) -> bool:
        """Whether the visitor chose anything in the form. The period has its own links and doesn't count."""
        return any(self.form.data.get(naam) for naam in self.form.fields if naam != "periode")

    @cached_property
    def keuzes(self) -> list[Keuze]:
        """What the visitor chose, to show above what was found. What can't be chosen is a fault of the form, shown there."""
        # A form that isn't right has it too, of its fields that are; one that nobody filled in hasn't.
        self.form.is_valid()
        goed = getattr(self.form, "cleaned_data", {})
        return [
            Keuze(naam, str(veld.label), _in_woorden(veld, goed[naam]))
            for naam, veld in self.form.fields.items()
            if naam != "periode" and goed.get(naam)
        ]

    @cached_property
    def straks(self) -> list[Page]:
        """What comes first, as a list of one or none, for whoever chose something that isn't there. Most lists have
        no such thing."""
        return []


def _in_woorden(veld: Any, keuze: Any) -> str:
    if isinstance(veld, ModelChoiceField):
        return veld.label_from_instance(keuze)
    return str(dict(veld.choices)[keuze])


def thema_filter(veld: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=veld,
        label=_("Thema"),
        queryset=Thema.objects.all(),
        to_field_name="slug",
        empty_label=_("Alle thema's"),
    )
