"""Questions about agreements. Every date is an argument; nothing here asks what day it is."""

from datetime import date
from typing import Self

from django.db.models import Case, F, Value, When
from wagtail.models import Page

from core.talen.querysets import LeesbareQuerySet
from core.talen.taal import BRONTAAL
from kernpagina.keuzes import LOPENDE_AFSPRAAK
from kernpagina.punttaal import afspraken_in_leestaal


class AfspraakQuerySet(LeesbareQuerySet):
    def leg_vertaling_over(self, rijen: list) -> list:
        return afspraken_in_leestaal(self.model, rijen)

    def zichtbaar(self) -> Self:
        """Of public Dutch reports."""
        return self.filter(agenda_item__plek__openbaar=True, agenda_item__plek__taal=BRONTAAL)

    def van_kern(self, kern: Page) -> Self:
        return self.filter(agenda_item__plek__kern=kern.pk)

    def lopend(self) -> Self:
        """Neither done nor dropped."""
        return self.filter(stand__in=LOPENDE_AFSPRAAK)

    def te_laat(self, op: date) -> Self:
        """Still to be done while its day has passed, the latest first."""
        return self.lopend().filter(uiterlijk__lt=op)

    def wat_loopt_eerst(self) -> Self:
        """What has still to be done, the first day first and what has no day last; then what is done or dropped, of the
        newest meeting first."""
        af = Case(When(stand__in=LOPENDE_AFSPRAAK, then=Value(0)), default=Value(1))
        dag = Case(When(stand__in=LOPENDE_AFSPRAAK, then=F("uiterlijk")))
        return self.order_by(af, dag.asc(nulls_last=True), "-agenda_item__begin", "agenda_item", "volgorde")

    def voor_lijst(self) -> Self:
        """What a list shows, with the meeting of each; no StreamFields."""
        return (
            self.om_te_lezen()
            .select_related("agenda_item")
            .defer("agenda_item__inhoud", "agenda_item__verslag")
        )
