"""The filters above the village's lists, as ordinary GET forms. The day is an argument, as everywhere."""

from datetime import date

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.models import Thema
from kernpagina.keuzes import AgendaSoort, OproepSoort, OproepStatus, PuntStatus, Trekker


def _thema(veld: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=veld,
        label=_("Thema"),
        queryset=Thema.objects.all(),
        to_field_name="slug",
        empty_label=_("Alle thema's"),
    )


class _OpEenDag(django_filters.FilterSet):
    """A filter whose answer depends on the day. It is always bound: no choice is a choice too."""

    def __init__(self, data: QueryDict, *, op: date, **kwargs) -> None:
        self.op = op
        super().__init__(data, **kwargs)


class AgendaFilter(_OpEenDag):
    """Without a choice: what is still to come."""

    PERIODES = [("komend", _("Komt nog")), ("geweest", _("Geweest"))]

    periode = django_filters.ChoiceFilter(
        label=_("Wanneer"), choices=PERIODES, method="filter_periode", empty_label=None
    )
    thema = _thema("themas")
    soort = django_filters.ChoiceFilter(
        label=_("Soort"), choices=AgendaSoort.choices, empty_label=_("Alle soorten")
    )

    def __init__(self, data: QueryDict, **kwargs) -> None:
        keuze = data.copy()
        if keuze.get("periode") not in dict(self.PERIODES):
            keuze["periode"] = "komend"
        super().__init__(keuze, **kwargs)

    def filter_periode(self, queryset: QuerySet, naam: str, waarde: str) -> QuerySet:
        return queryset.voorbij(self.op) if waarde == "geweest" else queryset.komend(self.op)


class OproepFilter(_OpEenDag):
    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=OproepStatus.choices, method="filter_status", empty_label=_("Alle")
    )
    thema = _thema("themas")
    soort = django_filters.ChoiceFilter(
        label=_("Soort"), choices=OproepSoort.choices, empty_label=_("Alle soorten")
    )

    def filter_status(self, queryset: QuerySet, naam: str, waarde: str) -> QuerySet:
        return queryset.met_status(waarde, self.op)


class KernagendapuntFilter(django_filters.FilterSet):
    thema = _thema("thema")
    status = django_filters.ChoiceFilter(label=_("Status"), choices=PuntStatus.choices, empty_label=_("Alle"))
    trekker = django_filters.ChoiceFilter(
        label=_("Wie pakt het op"), choices=Trekker.choices, empty_label=_("Iedereen")
    )
