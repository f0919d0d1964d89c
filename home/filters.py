"""The filters of the overviews over all kernen: those of a kern's own lists, and which kern."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.talen.taal import BRONTAAL, nummer_van
from kernpagina.filters import AgendaFilter, KernagendapuntFilter, OproepFilter
from kernpagina.models import KernPage
from projecten.filters import ProjectFilter


def _openbare_kernen(request) -> QuerySet:
    """The kernen, by name."""
    kernen = KernPage.objects.openbaar().filter(locale_id=nummer_van(BRONTAAL))
    return kernen.om_te_lezen().defer_streamfields().op_naam()


def _kern_filter() -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        label=_("Kern"),
        queryset=_openbare_kernen,
        to_field_name="slug",
        empty_label=_("Alle kernen"),
        method="filter_kern",
    )


class AgendaOverzichtFilter(AgendaFilter):
    kern = _kern_filter()

    def filter_kern(self, queryset: QuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.descendant_of(waarde)


class OproepOverzichtFilter(OproepFilter):
    kern = _kern_filter()

    def filter_kern(self, queryset: QuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.descendant_of(waarde)


class ProjectOverzichtFilter(ProjectFilter):
    kern = _kern_filter()

    def filter_kern(self, queryset: QuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.over_kern(waarde)


class PuntOverzichtFilter(KernagendapuntFilter):
    kern = _kern_filter()

    def filter_kern(self, queryset: QuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.van_kern(waarde)
