"""Figures of each kern in one year, the first step to the yearly evaluation. What is counted stands in UITLEG, on the page."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count, DateField, F, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, ExtractYear, TruncDate
from django.utils.translation import gettext_lazy as _

from core.talen.taal import BRONTAAL
from kernpagina.models import AgendaItemPage, KernPage, OproepPage, Statuswissel
from volgen.models import Soort, Wijziging

UITLEG = {
    _("Bijeenkomsten"): _(
        "Alles wat op de agenda stond, dat jaar begon, voorbij is en niet is afgelast. Ook activiteiten tellen mee."
    ),
    _("Mensen"): _("Het aantal aanwezigen in de verslagen van die bijeenkomsten, bij elkaar opgeteld."),
    _("Punten met een nieuwe status"): _(
        "Punten van de kernagenda die dat jaar een andere status kregen. Een punt telt één keer, hoe vaak het ook veranderde."
    ),
    _("Oproepen"): _("Oproepen waarvan de uitkomst dat jaar beloofd was, en die dag voorbij is."),
    _("Op tijd"): _("De oproepen waarvan de uitkomst uiterlijk op de beloofde dag online stond."),
}


GETELD = ("bijeenkomsten", "mensen", "punten_verder", "oproepen", "op_tijd")


class Cijfers(NamedTuple):
    """A kern, with what GETELD names, in that order."""

    kern: KernPage
    bijeenkomsten: int
    mensen: int
    punten_verder: int
    oproepen: int
    op_tijd: int


def jaren(op: date) -> list[int]:
    """The years of which there is something to count, the newest first; this year always."""
    gevonden = _geweest(op).order_by().annotate(jaar=ExtractYear("begin")).values_list("jaar", flat=True)
    return sorted({op.year, *gevonden.distinct()}, reverse=True)


def per_kern(jaar: int, op: date, kernen: Iterable[KernPage]) -> list[Cijfers]:
    """Of these kernen those with anything to count, in their order; three queries, however many there are."""
    geteld: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(GETELD, 0))
    for vraag in (_bijeenkomsten(jaar, op), _punten(jaar), _oproepen(jaar, op)):
        for rij in vraag:
            geteld[rij.pop("kern")].update({naam: aantal or 0 for naam, aantal in rij.items()})
    return [Cijfers(kern, **geteld[kern.pk]) for kern in kernen if kern.pk in geteld]


def samen(rijen: Iterable[Cijfers]) -> list[int]:
    """The same of all of them together, in the order of the fields."""
    lijst = list(rijen)
    return [sum(getattr(rij, naam) for rij in lijst) for naam in GETELD]


def _geweest(op: date) -> QuerySet:
    openbaar = AgendaItemPage.objects.openbaar().filter(plek__taal=BRONTAAL, plek__kern__isnull=False)
    return openbaar.voorbij(op).doorgaand()


def _bijeenkomsten(jaar: int, op: date) -> QuerySet:
    # Of a meeting without a report the number isn't on its page either.
    met_verslag = ~Q(verslag="")
    per = _geweest(op).filter(begin__year=jaar).order_by().values(kern=F("plek__kern"))
    return per.annotate(bijeenkomsten=Count("pk"), mensen=Sum("aantal_aanwezigen", filter=met_verslag))


def _punten(jaar: int) -> QuerySet:
    wissels = Statuswissel.objects.filter(
        op__year=jaar, kernagenda__plek__openbaar=True, kernagenda__plek__taal=BRONTAAL
    )
    per = wissels.order_by().values(kern=F("kernagenda__plek__kern"))
    return per.annotate(punten_verder=Count("punt", distinct=True))


def _oproepen(jaar: int, op: date) -> QuerySet:
    verteld = Wijziging.objects.filter(pagina=OuterRef("pk"), soort=Soort.TERUGGEKOPPELD, taal=BRONTAAL)
    eerste = verteld.order_by().values("pagina").annotate(eerste=Min("op")).values("eerste")
    # One that came with its outcome was told on the day on which it came.
    oproepen = OproepPage.objects.openbaar().filter(
        plek__taal=BRONTAAL,
        plek__kern__isnull=False,
        terugkoppeling_uiterlijk__year=jaar,
        terugkoppeling_uiterlijk__lt=op,
    )
    oproepen = oproepen.annotate(
        verteld_op=TruncDate(Coalesce(Subquery(eerste), "first_published_at"), output_field=DateField())
    )
    op_tijd = ~Q(uitkomst="") & Q(verteld_op__lte=F("terugkoppeling_uiterlijk"))
    per = oproepen.order_by().values(kern=F("plek__kern"))
    return per.annotate(oproepen=Count("pk"), op_tijd=Count("pk", filter=op_tijd))
