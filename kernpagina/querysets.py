"""Questions about the village. Every date is an argument; nothing here asks what day it is."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, F, Index, OuterRef, Q, Value, When
from django.db.models.functions import Greatest, JSONObject
from wagtail.models import Page

from core.talen.querysets import LeesbareQuerySet, MeertaligQuerySet
from core.talen.taal import BRONTAAL
from core.tijd import begin_van, einde_van
from kernpagina.keuzes import AgendaStatus, OproepStatus, PuntStatus
from kernpagina.punttaal import punten_in_leestaal


class KernQuerySet(MeertaligQuerySet):
    def op_naam(self) -> Self:
        return self.order_by("title")

    def in_fase(self, *fasen: str) -> Self:
        return self.filter(uitrolfase__in=fasen)


# When it is over; an item without an end when it begins.
SLOT = Greatest("begin", "einde")
# What goes on or comes, in the two parts in which it is asked, and what is over.
AGENDA_OP_VOLGORDE = [
    Index(SLOT, "begin", name="agenda_slot"),
    Index(fields=["begin", "page_ptr"], name="agenda_begin"),
]


def _net_voorbij(middernacht: datetime) -> Q:
    """An evening that ended at that midnight is over, unless it lasts all day.

    `core.wanneer.laatste_dag` says the same of one item.
    """
    return Q(slot=middernacht, begin__lt=middernacht, hele_dag=False)


class AgendaItemQuerySet(MeertaligQuerySet):
    _vanaf: datetime | None = None

    def _clone(self) -> Self:
        kopie = super()._clone()
        kopie._vanaf = self._vanaf
        return kopie

    def in_delen(self) -> Sequence[Self]:
        """What began before the day that is asked from goes on, and is little; then what begins from then on. Only the whole
        is in an order that would have to be made by walking all the past."""
        if self._vanaf is None:
            return [self]
        # PostgreSQL takes the first for much, and would walk to it from the very first meeting: in an order that no index
        # has, it begins with what isn't over.
        bezig = self.filter(begin__lt=self._vanaf, slot__gte=self._vanaf)
        return [bezig.order_by(Greatest("begin", "begin"), "pk"), self.filter(begin__gte=self._vanaf)]

    def komend(self, op: date) -> Self:
        """Not over yet at the beginning of that day, the first one first."""
        return self.tussen(op, None)

    def voorbij(self, op: date) -> Self:
        """Over before that day, the last one first."""
        middernacht = begin_van(op)
        items = self._met_slot().filter(
            Q(slot__lt=middernacht) | _net_voorbij(middernacht), begin__lt=middernacht
        )
        return items.order_by("-begin", "-pk")

    def tussen(self, van: date | None, tot: date | None) -> Self:
        """Going on at some moment from the first day to the last, both included; an open side is None."""
        items = self._met_slot()
        if van:
            middernacht = begin_van(van)
            # What begins later ends later. Said so, because PostgreSQL takes two conditions for rarer than one.
            bezig = Q(slot__gte=middernacht) & ~_net_voorbij(middernacht)
            items = items.filter(Q(begin__gte=middernacht) | bezig)
        if tot:
            items = items.filter(begin__lt=einde_van(tot))
        items = items.chronologisch()
        items._vanaf = begin_van(van) if van else None
        return items

    def bij_de_hand(self, op: date) -> list[Self]:
        return [self.zonder_herhaling(op).komend(op), self.voorbij(op)]

    def zonder_herhaling(self, op: date) -> Self:
        """Of a series only the next one that goes on, from this day on: the same eight times would be all there is to see."""
        reeks, dag = "reeksdeel__reeks", "reeksdeel__dag"
        eerder = self.model.objects.doorgaand().filter(
            **{reeks: OuterRef(reeks), f"{dag}__gte": op, f"{dag}__lt": OuterRef(dag)}
        )
        return self.exclude(Exists(eerder.order_by()))

    def laatste_van_reeks(self, op: date) -> Self:
        """Of a series only the last one before this day: nobody writes a report of each morning with coffee."""
        reeks, dag = "reeksdeel__reeks", "reeksdeel__dag"
        later = self.model.objects.filter(
            **{reeks: OuterRef(reeks), f"{dag}__lt": op, f"{dag}__gt": OuterRef(dag)}
        )
        return self.exclude(Exists(later.order_by()))

    def doorgaand(self) -> Self:
        return self.exclude(status=AgendaStatus.GEANNULEERD)

    def geannuleerd(self) -> Self:
        return self.filter(status=AgendaStatus.GEANNULEERD)

    def chronologisch(self) -> Self:
        return self.order_by("begin", "pk")

    def voor_lijst(self) -> Self:
        """What a card shows, in as few queries as it takes; no StreamFields."""
        return self.om_te_lezen().defer_streamfields()

    def _met_slot(self) -> Self:
        return self.alias(slot=SLOT)


class OproepQuerySet(MeertaligQuerySet):
    _wat_kan_op: date | None = None

    def _clone(self) -> Self:
        kopie = super()._clone()
        kopie._wat_kan_op = self._wat_kan_op
        return kopie

    def gepland(self, op: date) -> Self:
        return self.filter(opent__gt=op)

    def open(self, op: date) -> Self:
        return self.filter(opent__lte=op, sluit__gte=op)

    def gesloten(self, op: date) -> Self:
        """Closed, and the promised date for feedback has not passed."""
        return self.filter(sluit__lt=op, uitkomst="", terugkoppeling_uiterlijk__gte=op, opent__lte=op)

    def teruggekoppeld(self, op: date) -> Self:
        return self.filter(sluit__lt=op, opent__lte=op).exclude(uitkomst="")

    def te_laat(self, op: date) -> Self:
        """The promised date has passed without an outcome."""
        return self.filter(sluit__lt=op, opent__lte=op, uitkomst="", terugkoppeling_uiterlijk__lt=op)

    def met_status(self, status: OproepStatus | str, op: date) -> Self:
        """The calls that `oproepen.oproep_status` gives this state on that day."""
        vraag = {
            OproepStatus.GEPLAND: self.gepland,
            OproepStatus.OPEN: self.open,
            OproepStatus.GESLOTEN: self.gesloten,
            OproepStatus.TERUGGEKOPPELD: self.teruggekoppeld,
            OproepStatus.TE_LAAT: self.te_laat,
        }
        return vraag[OproepStatus(status)](op)

    def terugkoppeling_binnen(self, van: date, tot: date) -> Self:
        """Without an outcome while the promised date falls within these days, both included."""
        return self.filter(uitkomst="", terugkoppeling_uiterlijk__range=(van, tot))

    def eerst_sluitend(self) -> Self:
        return self.order_by("sluit", "pk")

    def eerst_openend(self) -> Self:
        return self.order_by("opent", "pk")

    def wat_nu_kan_eerst(self, op: date) -> Self:
        """What is open, soonest to close first; then what has yet to open, soonest first; then what closed, newest
        first."""
        open_, gepland = Q(opent__lte=op, sluit__gte=op), Q(opent__gt=op)
        groep = Case(When(open_, then=Value(0)), When(gepland, then=Value(1)), default=Value(2))
        eerstvolgend = Case(When(open_, then=F("sluit")), When(gepland, then=F("opent")))
        vraag = self.order_by(groep, eerstvolgend, "-sluit", "pk")
        vraag._wat_kan_op = op
        return vraag

    def in_delen(self) -> Sequence[Self]:
        """Open, then planned, then what closed: each in an order that an index has."""
        op = self._wat_kan_op
        if op is None:
            return [self]
        return [
            self.open(op).eerst_sluitend(),
            self.gepland(op).eerst_openend(),
            self.voorbij(op).laatst_sluitend(),
        ]

    def bij_de_hand(self, op: date) -> list[Self]:
        return [self.wat_nu_kan_eerst(op)]

    def nog_mee_te_doen(self, op: date) -> Self:
        """Open, or yet to open."""
        return self.filter(sluit__gte=op)

    def voorbij(self, op: date) -> Self:
        """Closed, whatever came of it."""
        return self.filter(sluit__lt=op, opent__lte=op)

    def laatst_sluitend(self) -> Self:
        return self.order_by("-sluit", "pk")

    def voor_lijst(self) -> Self:
        """What a card shows, in as few queries as it takes; no StreamFields."""
        return self.om_te_lezen().defer_streamfields()


class KernagendapuntQuerySet(LeesbareQuerySet):
    def leg_vertaling_over(self, rijen: list) -> list:
        return punten_in_leestaal(self.model, rijen)

    def zichtbaar(self) -> Self:
        """Of public Dutch kernagenda's."""
        return self.filter(kernagenda__plek__openbaar=True, kernagenda__plek__taal=BRONTAAL)

    def met_openbaar_project(self) -> Self:
        """With the project that each of them names, as far as it is public, in the same query: `openbaar_project`."""
        punten = self.select_related("project").defer("project__inhoud")
        return punten.annotate(project_is_openbaar=F("project__plek__openbaar"))

    def met_afspraken(self) -> Self:
        """With which agreements each of them came from or belongs to, in the same query: `afspraak_rijen`."""
        # By name: agreements know of points, and not the other way round.
        afspraken = self.model._meta.apps.get_model("kernpagina", "Afspraak").objects.zichtbaar()
        bij_punt = afspraken.filter(punt=OuterRef("uuid")).order_by("agenda_item__begin", "volgorde")
        rijen = bij_punt.values(json=JSONObject(kenmerk="kenmerk", item="agenda_item_id"))
        return self.annotate(afspraak_rijen=ArraySubquery(rijen))

    def van_kern(self, kern: Page) -> Self:
        return self.filter(kernagenda__plek__kern=kern.pk)

    def prioriteiten(self) -> Self:
        return self.filter(prioriteit=True)

    def veranderd_sinds(self, dag: date) -> Self:
        """That came, or got another state, on that day or after it."""
        return self.filter(veranderd_op__gte=dag)

    def lopend(self) -> Self:
        """Neither done nor impossible."""
        return self.exclude(status__in=[PuntStatus.GEREED, PuntStatus.NIET_HAALBAAR])

    def op_volgorde(self) -> Self:
        return self.order_by("kernagenda__path", "volgorde")
