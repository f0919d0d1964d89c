"""The filters of the overviews over all kernen: those of a kern's own lists, and which kern."""

from datetime import date, timedelta

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.filters import LijstFilter, thema_filter
from core.openbaar import OpenbareQuerySet
from core.talen.taal import BRONTAAL, nummer_van
from kernpagina.filters import AfspraakFilter, AgendaFilter, KernagendapuntFilter, OproepFilter
from kernpagina.models import KernPage
from kernpagina.querysets import KernagendapuntQuerySet
from kernpagina.querysets_afspraken import AfspraakQuerySet
from projecten.filters import ProjectFilter
from projecten.querysets import ProjectQuerySet


def openbare_kernen(request=None) -> QuerySet:
    """The kernen, by name."""
    kernen = KernPage.objects.openbaar().filter(locale_id=nummer_van(BRONTAAL))
    return kernen.om_te_lezen().defer_streamfields().op_naam()


def _kern_filter() -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        label=_("Kern"),
        queryset=openbare_kernen,
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


class AfspraakOverzichtFilter(AfspraakFilter):
    kern = _kern_filter()

    def filter_kern(self, queryset: AfspraakQuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.van_kern(waarde)


class VoortgangFilter(LijstFilter):
    """Of which points of kernagenda's the progress is counted."""

    SINDS = [
        ("30", _("De laatste maand")),
        ("91", _("De laatste drie maanden")),
        ("182", _("Het laatste half jaar")),
        ("365", _("Het laatste jaar")),
    ]

    kern = _kern_filter()
    thema = thema_filter("thema")
    voorrang = django_filters.ChoiceFilter(
        label=_("Voorrang"),
        choices=[("ja", _("Alleen punten met voorrang"))],
        method="filter_voorrang",
        empty_label=_("Alle punten"),
    )
    sinds = django_filters.ChoiceFilter(
        label=_("Veranderd sinds"), choices=SINDS, method="filter_sinds", empty_label=_("Altijd")
    )

    def __init__(self, data: QueryDict, *, op: date, **kwargs) -> None:
        self.op = op
        super().__init__(data, **kwargs)

    def filter_kern(self, queryset: KernagendapuntQuerySet, naam: str, waarde: KernPage) -> QuerySet:
        return queryset.van_kern(waarde)

    def filter_voorrang(self, queryset: KernagendapuntQuerySet, naam: str, waarde: str) -> QuerySet:
        return queryset.prioriteiten()

    def filter_sinds(self, queryset: KernagendapuntQuerySet, naam: str, waarde: str) -> QuerySet:
        return queryset.veranderd_sinds(self.op - timedelta(days=int(waarde)))

    @property
    def kern_keuze(self) -> KernPage | None:
        """The kern that was chosen, for what is counted beside the points."""
        self.form.is_valid()
        return getattr(self.form, "cleaned_data", {}).get("kern")
