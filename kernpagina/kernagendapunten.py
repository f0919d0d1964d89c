"""Keeps the table of points equal to the published text of a kernagenda."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from core.goedkeuring.grendel import houd_paginas
from kernpagina.models import KernagendaPage, Kernagendapunt, Statuswissel
from kernpagina.versies import leg_vast


@transaction.atomic(savepoint=False)
def werk_bij(kernagenda: KernagendaPage) -> None:
    """Make the rows of this kernagenda anew from its live text, and keep them as the last of their version.

    A page that isn't live has no rows; the versions that were public stay. A point without a theme or a
    title, which a draft may have, is left out.
    """
    # Two publications at once would both insert the same points; the second one waits here.
    houd_paginas([kernagenda.pk])
    live = KernagendaPage.objects.filter(pk=kernagenda.pk, live=True).first()
    Kernagendapunt.objects.filter(kernagenda_id=kernagenda.pk).delete()
    if live:
        punten = list(live.punten_in_tekst())
        Statuswissel.objects.bulk_create(_dateer(live, punten, localdate()))
        leg_vast(live, Kernagendapunt.objects.bulk_create(punten))


def _dateer(live: KernagendaPage, punten: list[Kernagendapunt], op: date) -> list[Statuswissel]:
    """Write with each point since when it stands as it does, compared with what was public last; returns what changed.

    Not the table: that is emptied whenever a page is taken off for a while.
    """
    vorige = live.versies.order_by("versie").last()
    was = {rij["uuid"]: rij for rij in vorige.punten} if vorige else {}
    wissels = []
    for punt in punten:
        oud = was.get(str(punt.uuid))
        if oud and oud["status"] == punt.status:
            # Of what was kept before this was written down, the day on which it was kept.
            dag = oud.get("veranderd_op")
            punt.veranderd_op = date.fromisoformat(dag) if dag else localdate(vorige.vastgelegd_op)
            continue
        punt.veranderd_op = op
        if oud:
            wissels.append(
                Statuswissel(kernagenda=live, punt=punt.uuid, van=oud["status"], naar=punt.status, op=op)
            )
    return wissels


def maak_leeg(kernagenda: KernagendaPage) -> None:
    """Take away the rows of a kernagenda that isn't public any more.

    Its row in the database may still say `live`: Wagtail doesn't save a page that it is about to delete.
    """
    Kernagendapunt.objects.filter(kernagenda_id=kernagenda.pk).delete()
