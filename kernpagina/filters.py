"""The filters above the village's lists, as ordinary GET forms. The day is an argument, as everywhere."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Generic, TypeVar

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.filters import LijstFilter, thema_filter
from kernpagina.keuzes import AfspraakStand, AgendaSoort, OproepSoort, OproepStatus, PuntStatus, Trekker
from kernpagina.querysets import AgendaItemQuerySet, OproepQuerySet
from kernpagina.querysets_afspraken import AfspraakQuerySet

Paginas = TypeVar("Paginas", bound=QuerySet)

# Choices of the moment, and choices of what it is about.
NU = ("weergave", "maand", "periode", "status")
INHOUD = ("thema", "soort")


class _OpEenDag(LijstFilter, Generic[Paginas]):
    """A filter whose answer depends on the day. It is always bound: no choice is a choice too."""

    def __init__(self, data: QueryDict, *, op: date, **kwargs) -> None:
        self.op = op
        super().__init__(data, **kwargs)

    @cached_property
    def straks(self) -> list[Page]:
        """By the same choice but for the time, or else by none; what was chosen of the kernen stays."""
        for vergeet in (NU, NU + INHOUD):
            keuze = self.form.data.copy()
            for naam in vergeet:
                keuze.pop(naam, None)
            ruimer = type(self)(keuze, queryset=self.queryset, op=self.op, request=self.request)
            if gevonden := list(self.wat_komt(ruimer.qs)[:1]):
                return gevonden
        return []

    def wat_komt(self, queryset: Paginas) -> Paginas:
        """Of these what comes from that day on, the first one first."""
        raise NotImplementedError


class AgendaFilter(_OpEenDag[AgendaItemQuerySet]):
    """Without a choice: what is still to come; in the month view everything. A week runs from Monday to Sunday."""

    PERIODES = [
        ("komend", _("Alles wat komt")),
        ("week", _("Deze week")),
        ("maand", _("Deze maand")),
        ("geweest", _("Geweest")),
    ]

    periode = django_filters.ChoiceFilter(
        label=_("Wanneer"), choices=PERIODES, method="filter_periode", empty_label=None
    )
    thema = thema_filter("themas")
    soort = django_filters.ChoiceFilter(
        label=_("Soort"), choices=AgendaSoort.choices, empty_label=_("Alle soorten")
    )

    def __init__(self, data: QueryDict, **kwargs) -> None:
        keuze = data.copy()
        if keuze.get("weergave") == "maand":
            keuze["periode"] = ""  # the month that is shown is the period
        elif keuze.get("periode") not in dict(self.PERIODES):
            keuze["periode"] = "komend"
        super().__init__(keuze, **kwargs)

    def filter_periode(self, queryset: AgendaItemQuerySet, naam: str, waarde: str) -> AgendaItemQuerySet:
        if waarde == "geweest":
            return queryset.voorbij(self.op)
        if waarde == "week":
            return queryset.tussen(self.op, self.op + timedelta(days=6 - self.op.weekday()))
        if waarde == "maand":
            return queryset.tussen(self.op, self.op.replace(day=monthrange(self.op.year, self.op.month)[1]))
        return queryset.komend(self.op)

    def wat_komt(self, queryset: AgendaItemQuerySet) -> AgendaItemQuerySet:
        return queryset.komend(self.op).doorgaand()


class OproepFilter(_OpEenDag[OproepQuerySet]):
    status = django_filters.ChoiceFilter(
        label=_("Status"), choices=OproepStatus.choices, method="filter_status", empty_label=_("Alle")
    )
    thema = thema_filter("themas")
    soort = django_filters.ChoiceFilter(
        label=_("Soort"), choices=OproepSoort.choices, empty_label=_("Alle soorten")
    )

    def filter_status(self, queryset: OproepQuerySet, naam: str, waarde: str) -> OproepQuerySet:
        return queryset.met_status(waarde, self.op)

    def wat_komt(self, queryset: OproepQuerySet) -> OproepQuerySet:
        return queryset.nog_mee_te_doen(self.op).wat_nu_kan_eerst(self.op)


class KernagendapuntFilter(LijstFilter):
    thema = thema_filter("thema")
    status = django_filters.ChoiceFilter(label=_("Status"), choices=PuntStatus.choices, empty_label=_("Alle"))
    trekker = django_filters.ChoiceFilter(
        label=_("Wie pakt het op"), choices=Trekker.choices, empty_label=_("Iedereen")
    )


class AfspraakFilter(LijstFilter):
    """Late follows from the day, and is chosen beside the stands."""

    TE_LAAT = "te-laat"

    wie = django_filters.ChoiceFilter(
        field_name="wie_soort", label=_("Wie doet het"), choices=Trekker.choices, empty_label=_("Iedereen")
    )
    stand = django_filters.ChoiceFilter(
        label=_("Stand"),
        choices=[*AfspraakStand.choices, (TE_LAAT, _("Te laat"))],
        method="filter_stand",
        empty_label=_("Alle"),
    )

    def __init__(self, data: QueryDict, *, op: date, **kwargs) -> None:
        self.op = op
        super().__init__(data, **kwargs)

    def filter_stand(self, queryset: AfspraakQuerySet, naam: str, waarde: str) -> QuerySet:
        return queryset.te_laat(self.op) if waarde == self.TE_LAAT else queryset.filter(stand=waarde)
