"""What the filters of every public list have in common."""

import django_filters
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.models import Thema


class LijstFilter(django_filters.FilterSet):
    """A filter above a public list: an ordinary GET form, so that the address holds the choice."""

    @property
    def gekozen(self) -> bool:
        """Whether the visitor chose anything in the form. The period has its own links and doesn't count."""
        return any(self.form.data.get(naam) for naam in self.form.fields if naam != "periode")

    @cached_property
    def straks(self) -> list[Page]:
        """What comes first, as a list of one or none, for whoever chose something that isn't there. Most lists have
        no such thing."""
        return []


def thema_filter(veld: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=veld,
        label=_("Thema"),
        queryset=Thema.objects.all(),
        to_field_name="slug",
        empty_label=_("Alle thema's"),
    )
