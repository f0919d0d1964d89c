"""A series of meetings: ordinary pages, made in one go and changed in one go, each approved for itself."""

from collections.abc import Iterable
from datetime import date
from typing import cast
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from core.adressen import vrij_adres
from core.goedkeuring.grendel import houd_paginas
from core.goedkeuring.indienen import dien_in
from core.kopie import dagvelden, nog_een, op_andere_dag
from kernpagina.models import AgendaItemPage, ReeksDeel


def dag_van(item: AgendaItemPage) -> date:
    """The day on which its newest text begins."""
    return timezone.localdate(item.begin)


def dagen_in_reeks(item: AgendaItemPage) -> set[date]:
    """The days that its series has already."""
    return set(ReeksDeel.objects.in_reeks_met(item).values_list("dag", flat=True))


def latere(item: AgendaItemPage) -> list[ReeksDeel]:
    """The parts of its series that come after this one, in order."""
    delen = list(ReeksDeel.objects.in_reeks_met(item).select_related("item"))
    eigen = next((deel for deel in delen if deel.item_id == item.pk), None)
    return [deel for deel in delen if eigen and deel.dag > eigen.dag]


def wacht_op_indienen(item: AgendaItemPage) -> bool:
    """Whether nobody but its writers has seen the newest text yet."""
    return item.has_unpublished_changes and not item.workflow_in_progress and not item.approved_schedule


@transaction.atomic
def herhaal(item: AgendaItemPage, dagen: Iterable[date], user) -> int:
    """Make this meeting on these days as well and submit them all, with this one when it wasn't yet.

    Returns how many were submitted. A day that the series has already is left as it is: a button that is pressed twice
    makes nothing twice. Raises PermissionDenied, ValidationError for a text that can't be submitted, and KanNiet.
    """
    houd_paginas([item.pk])
    item = AgendaItemPage.objects.get(pk=item.pk)
    ouder = item.get_parent().specific
    if not (
        item.permissions_for_user(user).can_edit() and ouder.permissions_for_user(user).can_add_subpage()
    ):
        raise PermissionDenied
    tekst = cast("AgendaItemPage", item.get_latest_revision_as_object())
    tekst.full_clean()
    eerste = dag_van(tekst)
    deel, _ = ReeksDeel.objects.get_or_create(item=item, defaults={"reeks": uuid4(), "dag": eerste})
    nieuw = sorted(set(dagen) - dagen_in_reeks(item))
    ingediend = [item] if wacht_op_indienen(item) else []
    for dag in nieuw:
        pagina = cast("AgendaItemPage", nog_een(tekst, user))
        for veld in dagvelden(AgendaItemPage):
            if moment := getattr(tekst, veld.name):
                setattr(pagina, veld.name, op_andere_dag(moment, (dag - eerste).days))
        pagina.slug = vrij_adres(ouder, f"{tekst.slug}-{dag.isoformat()}")
        ouder.add_child(instance=pagina)
        pagina.save_revision(user=user, log_action=True)
        ReeksDeel.objects.create(reeks=deel.reeks, item=pagina, dag=dag)
        ingediend.append(pagina)
    for pagina in ingediend:
        dien_in(pagina, user)
    return len(ingediend)
