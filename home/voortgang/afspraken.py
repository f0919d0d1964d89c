"""What became of what was agreed, by the year of the meeting."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from kernpagina.keuzes import AfspraakStand
from kernpagina.models import Afspraak, KernPage

# What the figures of a year are called, in the order of the fields.
KOPPEN = (_("Gemaakt"), _("Gedaan"), _("Bezig"), _("Afgesproken"), _("Vervallen"), _("Waarvan te laat"))


class Jaar(NamedTuple):
    """How many agreements were made at meetings of that year, and how it goes with them today."""

    jaar: int
    gemaakt: int
    gedaan: int
    bezig: int
    afgesproken: int
    vervallen: int
    te_laat: int


def per_jaar(op: date, kern: KernPage | None = None) -> list[Jaar]:
    """The newest year first; one query."""
    afspraken = Afspraak.objects.zichtbaar()
    if kern:
        afspraken = afspraken.van_kern(kern)
    laat = Afspraak.objects.te_laat(op).order_by().values("pk")
    jaren = afspraken.order_by().annotate(jaar=ExtractYear("agenda_item__begin")).values("jaar")
    geteld = jaren.annotate(
        gemaakt=Count("pk"),
        te_laat=Count("pk", filter=Q(pk__in=laat)),
        **{f"n_{stand.name.lower()}": Count("pk", filter=Q(stand=stand)) for stand in AfspraakStand},
    )
    return [
        Jaar(
            rij["jaar"], rij["gemaakt"], rij["n_gedaan"], rij["n_bezig"], rij["n_afgesproken"],
            rij["n_vervallen"], rij["te_laat"],
        )
        for rij in geteld.order_by("-jaar")
    ]  # fmt: skip
