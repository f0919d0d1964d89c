"""Keeps the public register of agreements equal to the published reports, and finds what belongs to an agreement."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate
from wagtail.models import Page

from core.goedkeuring.grendel import houd_paginas
from core.talen.lezen import in_leestaal
from core.talen.taal import BRONTAAL, taal_van
from core.teksten.plat import is_leeg
from kernpagina.kernen import met_kern
from kernpagina.keuzes import AfspraakStand, AgendaStatus, MeldingBesluit
from kernpagina.models import (
    Afspraak,
    AfspraakMelding,
    AgendaAfspraak,
    AgendaItemPage,
    Kernagendapunt,
    ReeksDeel,
)
from kernpagina.models.afspraak import punt_van
from kernpagina.models.kenmerk import geef_kenmerken
from projecten.models import ProjectPage


@transaction.atomic(savepoint=False)
def werk_bij(item: AgendaItemPage) -> None:
    """Make the rows of this meeting anew from its live report. A page without a report, or that isn't live, has none."""
    # Two publications at once would both insert the same rows; the second one waits here.
    houd_paginas([item.pk])
    live = None if is_leeg(item.verslag) else AgendaItemPage.objects.filter(pk=item.pk, live=True).first()
    maak_leeg(item)
    # As on the page: nothing of a report is there before its text is.
    if live is None or is_leeg(live.verslag):
        return
    standen = _bevestigd(live)
    Afspraak.objects.bulk_create(
        met_stand(afspraak, standen.get(afspraak.kenmerk)) for afspraak in in_tekst(live)
    )


def in_tekst(item: AgendaItemPage) -> list[Afspraak]:
    """What is agreed in the report that this page holds in memory, in order, as rows that aren't saved."""
    rijen = list(item.afspraken.all())
    # Of a report from before agreements had an identity; it is the same that its form will give it.
    geef_kenmerken(item.translation_key, rijen)
    afspraken = []
    for nummer, rij in enumerate(rijen):
        afspraak = Afspraak(
            agenda_item_id=item.pk,
            kenmerk=rij.kenmerk,
            volgorde=nummer,
            wat=rij.wat,
            wie=rij.wie,
            wanneer=rij.wanneer,
            wie_soort=rij.wie_soort,
            uiterlijk=rij.uiterlijk,
            project_id=rij.project_id,
            punt=rij.kernagendapunt or punt_van(rij.kenmerk),
        )
        # The language of its text, when it was laid over the Dutch one.
        afspraak.taal = getattr(rij, "taal", BRONTAAL)
        afspraak.alleen_bron |= getattr(rij, "alleen_bron", frozenset())
        afspraken.append(afspraak)
    return afspraken


def met_stand(afspraak: Afspraak, melding: AfspraakMelding | None) -> Afspraak:
    for naam, waarde in stand_uit(melding).items():
        setattr(afspraak, naam, waarde)
    return afspraak


def maak_leeg(item: AgendaItemPage) -> None:
    """Take away the rows of a meeting that isn't public any more."""
    Afspraak.objects.filter(agenda_item_id=item.pk).delete()


class Bijeenkomst(NamedTuple):
    afgelast: bool
    afspraken: bool
    # More of its series comes after it.
    latere: bool


def van_bijeenkomst(item: Page) -> Bijeenkomst:
    """Whether this meeting is off, and has agreements: there are only in a report that is public. As it is online, and asked
    once of a page in memory: that is for one visit."""
    if "_bijeenkomst" not in vars(item):
        erbij = Exists(Afspraak.objects.filter(agenda_item=OuterRef("pk")))
        later = Exists(ReeksDeel.objects.later_dan(OuterRef("pk")))
        rij = AgendaItemPage.objects.filter(pk=item.pk).order_by().values_list("status", erbij, later).first()
        status, afspraken, latere = rij or ("", False, False)
        vars(item)["_bijeenkomst"] = Bijeenkomst(status == AgendaStatus.GEANNULEERD, afspraken, latere)
    return vars(item)["_bijeenkomst"]


def stand_uit(melding: AfspraakMelding | None) -> dict:
    """The fields of the register that say how it goes, by what was confirmed last."""
    if melding is None:
        return {"stand": AfspraakStand.AFGESPROKEN, "uitleg": "", "stand_op": None}
    return {"stand": melding.stand, "uitleg": melding.uitleg, "stand_op": localdate(melding.gemeld_op)}


def _bevestigd(item: AgendaItemPage) -> dict[UUID, AfspraakMelding]:
    """Of each agreement what was confirmed last, by the rows of the meeting in whatever language."""
    meldingen = AfspraakMelding.objects.filter(
        agenda_item__translation_key=item.translation_key, besluit=MeldingBesluit.BEVESTIGD
    )
    return {melding.afspraak: melding for melding in meldingen.order_by("besloten_op", "pk")}


def van_verslag(item: AgendaItemPage) -> list[Afspraak]:
    """What a reader of this report sees of its agreements: those in its text, as it goes with them in public by now."""
    afspraken = in_tekst(item)
    if not afspraken or item.pk is None:
        return afspraken
    standen = Afspraak.objects.filter(agenda_item=item.bron.pk)
    per_kenmerk = {rij.kenmerk: rij for rij in standen}
    for afspraak in afspraken:
        if bekend := per_kenmerk.get(afspraak.kenmerk):
            afspraak.stand, afspraak.uitleg, afspraak.stand_op = bekend.stand, bekend.uitleg, bekend.stand_op
    return met_wat_erbij_hoort(afspraken)


def met_wat_erbij_hoort(afspraken: Iterable[Afspraak]) -> list[Afspraak]:
    """Give each agreement the public point and the public project that belong to it, as `openbaar_punt` and
    `openbaar_project`: a query for all points, and one for all projects when there are any."""
    lijst = list(afspraken)
    punten = Kernagendapunt.objects.om_te_lezen().zichtbaar().select_related("kernagenda")
    per_uuid = {rij.uuid: rij for rij in punten.filter(uuid__in={rij.punt for rij in lijst})} if lijst else {}
    nummers = {rij.project_id for rij in lijst if rij.project_id}
    projecten = ProjectPage.objects.openbaar().om_te_lezen().defer_streamfields().filter(pk__in=nummers)
    per_nummer = {project.pk: project for project in projecten} if nummers else {}
    for rij in lijst:
        rij.openbaar_punt = per_uuid.get(rij.punt)
        rij.openbaar_project = per_nummer.get(rij.project_id)
    return lijst


def om_te_tonen(afspraken: Iterable[Afspraak]) -> list[Afspraak]:
    """The same for agreements of more meetings, each with its kern and its meeting to read; a fixed number of queries."""
    lijst = met_wat_erbij_hoort(afspraken)
    items = {item.pk: item for item in in_leestaal(met_kern(rij.agenda_item for rij in lijst))}
    for rij in lijst:
        rij.agenda_item = items[rij.agenda_item_id]
        rij.kern = rij.agenda_item.kern
    return lijst


@transaction.atomic
def neem_op() -> int:
    """Give the agreements of reports from before there was a register their identity, and their place in it; returns of
    how many reports."""
    zonder = AgendaItemPage.objects.filter(afspraken__kenmerk=None, live=True).exclude(verslag="").distinct()
    # The Dutch page first: the identity of a translated agreement is that of the Dutch one.
    verslagen = sorted(zonder, key=lambda item: taal_van(item.locale_id) != BRONTAAL)
    for item in verslagen:
        rijen = list(AgendaAfspraak.objects.filter(agenda_item=item).order_by("sort_order"))
        bron = AgendaAfspraak.objects.filter(agenda_item=item.bron.pk).exclude(kenmerk=None)
        per_sleutel = dict(bron.values_list("translation_key", "kenmerk"))
        for rij in rijen:
            rij.kenmerk = rij.kenmerk or per_sleutel.get(rij.translation_key)
        geef_kenmerken(item.translation_key, rijen)
        AgendaAfspraak.objects.bulk_update(rijen, ["kenmerk"])
        werk_bij(item)
    return len(verslagen)
