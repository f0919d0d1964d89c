"""Questions about the village. Every date is an argument; nothing here asks what day it is."""

from datetime import date
from typing import Self

from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce
from wagtail.models import Page

from core.openbaar import openbaar
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


def _nog_bezig(dag: date) -> Q:
    """Not over when that day begins. An evening that ends at midnight is, unless it lasts all day.

    `core.wanneer.laatste_dag` says the same of one item.
    """
    middernacht = begin_van(dag)
    return Q(slot__gt=middernacht) | Q(slot=middernacht, hele_dag=True) | Q(begin=middernacht)


class AgendaItemQuerySet(MeertaligQuerySet):
    def komend(self, op: date) -> Self:
        """Not over yet at the beginning of that day, the first one first."""
        return self._met_slot().filter(_nog_bezig(op)).chronologisch()

    def voorbij(self, op: date) -> Self:
        """Over before that day, the last one first."""
        return self._met_slot().exclude(_nog_bezig(op)).order_by("-begin", "-pk")

    def tussen(self, van: date | None, tot: date | None) -> Self:
        """Going on at some moment from the first day to the last, both included; an open side is None."""
        items = self._met_slot()
        if van:
            items = items.filter(_nog_bezig(van))
        if tot:
            items = items.filter(begin__lt=einde_van(tot))
        return items.chronologisch()

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
        """An item without an end is over when its day is; one that lasts all day ends with its last day."""
        return self.annotate(slot=Coalesce("einde", "begin"))


class OproepQuerySet(MeertaligQuerySet):
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
        return self.order_by(groep, eerstvolgend, "-sluit", "pk")

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
        bron = Page.objects.filter(locale__language_code=BRONTAAL)
        return self.filter(kernagenda__page_ptr__in=openbaar(bron))

    def van_kern(self, kern: Page) -> Self:
        return self.filter(kernagenda__path__startswith=kern.path)

    def prioriteiten(self) -> Self:
        return self.filter(prioriteit=True)

    def lopend(self) -> Self:
        """Neither done nor impossible."""
        return self.exclude(status__in=[PuntStatus.GEREED, PuntStatus.NIET_HAALBAAR])

    def op_volgorde(self) -> Self:
        return self.order_by("kernagenda__path", "volgorde")
