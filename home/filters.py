"""The filters of the overviews over all kernen: those of a kern's own lists, and which kern."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.openbaar import OpenbareQuerySet
from core.talen.taal import BRONTAAL, nummer_van
from kernpagina.filters import AgendaFilter, KernagendapuntFilter, OproepFilter
from kernpagina.models import KernPage
from kernpagina.querysets import KernagendapuntQuerySet
from projecten.filters import ProjectFilter
from projecten.querysets import ProjectQuerySet


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

    def filter_kern(self, queryset: OpenbareQuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.in_kern(waarde)


class OproepOverzichtFilter(OproepFilter):
    kern = _kern_filter()

    def filter_kern(self, queryset: OpenbareQuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.in_kern(waarde)


class ProjectOverzichtFilter(ProjectFilter):
    kern = _kern_filter()

    def filter_kern(self, queryset: ProjectQuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.over_kern(waarde)


class PuntOverzichtFilter(KernagendapuntFilter):
    kern = _kern_filter()

    def filter_kern(self, queryset: KernagendapuntQuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.van_kern(waarde)
