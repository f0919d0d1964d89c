"""What came of it, told to each who took part: their own words, the point, the answer. And that we are late, when we are."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.grendel import houd_paginas
from core.inhoudsversie import verhoog_inhoudsversie
from core.talen.taal import BRONTAAL, taal_van
from kernpagina.models import OproepPage, Uitkomstpunt
from meedoen import post
from meedoen.keuzes import OPENBAAR
from meedoen.models import Reactie

# Days in which it may be told that a date has passed: when nobody was at work on the first.
EVEN = timedelta(days=7)


def vertel(oproep: OproepPage) -> None:
    """An outcome is public: who took part hears what happened to their own words, once each."""
    if not oproep.uitkomst or taal_van(oproep.locale_id) != BRONTAAL:
        return
    punten = {punt.kenmerk: punt for punt in oproep.uitkomstpunten.all()}
    for reactie in _deelnemers(oproep):
        # What was placed later is told when it was coupled.
        if punt := punten.get(reactie.uitkomstpunt):
            post.uitkomst(reactie, punt)


def zeg_dat_het_te_laat_is(op: date) -> int:
    """The promised date has passed: who took part hears that too, once for each date. Returns of how many calls."""
    pas = OproepPage.objects.filter(terugkoppeling_uiterlijk__gte=op - EVEN)
    oproepen = pas.openbaar().filter(locale__language_code=BRONTAAL).te_laat(op)
    for oproep in oproepen:
        with transaction.atomic():
            for reactie in _deelnemers(oproep):
                post.te_laat(reactie)
    return len(oproepen)


def _deelnemers(oproep: OproepPage) -> list[Reactie]:
    reacties = Reactie.objects.filter(oproep=oproep.pk, stand__in=OPENBAAR, inwoner__isnull=False)
    return list(reacties.select_related("oproep", "inwoner__adres").order_by("pk"))


def is_verteld(oproep: OproepPage) -> bool:
    """Whether this call, as it is online, says of its points what happens to them."""
    return oproep.live and bool(oproep.uitkomst) and oproep.uitkomstpunten.exists()


def punten_van(oproep: OproepPage) -> list[Uitkomstpunt]:
    """The points to choose from: those that were told, or else those of the newest version, which may be a draft."""
    tekst = oproep if is_verteld(oproep) else oproep.get_latest_revision_as_object()
    return [punt for punt in tekst.uitkomstpunten.all() if punt.kenmerk]


@transaction.atomic
def koppel(oproep: OproepPage, pks: list[int], kenmerk: UUID | None) -> int:
    """Let these placed reactions belong to a point, or to none; returns how many. Raises KanNiet.

    Once the outcome is public and told, they stay where they are. What was placed after it, because somebody looked
    again, may still be coupled; who wrote it hears at once.
    """
    houd_paginas([oproep.pk])
    nu = OproepPage.objects.get(pk=oproep.pk)
    # What was taken off meanwhile belongs nowhere any more.
    reacties = Reactie.objects.filter(oproep=oproep.pk, pk__in=pks, stand__in=OPENBAAR)
    verteld, punten = is_verteld(nu), {punt.kenmerk for punt in punten_van(nu)}
    if verteld:
        # A point that was taken out before it was told is none.
        reacties = reacties.nergens_bij(punten)
        if kenmerk is None or not reacties.exists():
            raise KanNiet(
                "De uitkomst staat al online. Wie meedeed heeft gehoord waar de eigen reactie bij hoort."
            )
    if kenmerk is not None and kenmerk not in punten:
        raise KanNiet("Dit punt staat niet meer in de oproep. Kies een ander punt.")
    geraakt = list(reacties.exclude(uitkomstpunt=kenmerk).values_list("pk", flat=True))
    Reactie.objects.filter(pk__in=geraakt).update(uitkomstpunt=kenmerk)
    if geraakt:
        # The API says where each belongs.
        verhoog_inhoudsversie()
    if verteld:
        vertel(nu)
    return len(geraakt)
