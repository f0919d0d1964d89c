"""What one meeting of a series has otherwise than a later one, and taking that over."""

from copy import copy
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import TranslatableMixin, WorkflowState

from core.goedkeuring.besluiten import KanNiet, trek_terug
from core.goedkeuring.grendel import houd_paginas
from core.goedkeuring.indienen import dien_in
from core.goedkeuring.vingerafdruk import inhoud
from core.kenmerken import kenmerk_pagina, met_afgeleide_kenmerken
from core.kopie import VAN_EEN, dagvelden
from kernpagina.models import AgendaItemPage, ReeksDeel
from kernpagina.panels import PLEK, velden_in

# What became of one evening is of that evening.
EIGEN = {*VAN_EEN, *AgendaItemPage.van_de_avond}
# What has no sense without each other is taken over together, under one name.
DELEN: dict[str, set[str]] = {
    "dag en tijd": {"begin", "einde", "hele_dag"},
    "of het doorgaat": {"status", "toelichting"},
    "plek": {"locatie", *velden_in(PLEK)},
    "aanmelden": {"aanmelden", "aanmelden_contact", "aanmelden_tot", "max_aantal"},
}
NAMEN = {"title": "titel", "thema_koppelingen": "thema's"}


def gegevens(item: AgendaItemPage, dag: date) -> dict[str, Any]:
    """What a series has in common, comparable. Days count from the day that was chosen for this one."""
    alles = {naam: waarde for naam, waarde in inhoud(item).items() if naam not in EIGEN}
    return alles | {veld.name: _afstand(getattr(item, veld.name), dag) for veld in dagvelden(AgendaItemPage)}


def anders(een: dict[str, Any], ander: dict[str, Any]) -> set[str]:
    """The names of the fields in which they differ."""
    return {naam for naam in een.keys() | ander.keys() if een.get(naam) != ander.get(naam)}


def delen_van(velden: set[str]) -> dict[str, set[str]]:
    """These fields by what people call them, those that belong together as one."""
    delen = {naam: deel for naam, deel in DELEN.items() if deel & velden}
    namen = {veld.name: str(veld.verbose_name) for veld in AgendaItemPage._meta.concrete_fields}
    namen |= {
        rij.get_accessor_name(): str(rij.related_model._meta.verbose_name_plural)
        for rij in get_all_child_relations(AgendaItemPage)
    }
    los = velden - set().union(*DELEN.values())
    return delen | {naam: {veld} for veld, naam in (namen | NAMEN).items() if veld in los}


@transaction.atomic
def maak_gelijk(deel: ReeksDeel, bron: AgendaItemPage, bron_dag: date, velden: set[str], user) -> bool:
    """Take these fields over from the newest text of another, and submit it. Returns whether anything changed.

    What waits is taken back first, by who may. Raises PermissionDenied, ValidationError, and KanNiet with the reason.
    """
    houd_paginas([deel.item_id])
    item = AgendaItemPage.objects.get(pk=deel.item_id)
    if not item.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if item.approved_schedule:
        raise KanNiet("staat al gepland om online te komen.")
    tekst = cast("AgendaItemPage", item.get_latest_revision_as_object())
    was = gegevens(tekst, deel.dag)
    neem_over(tekst, deel.dag, bron, bron_dag, velden)
    if not anders(was, gegevens(tekst, deel.dag)):
        return False
    staat = item.current_workflow_state
    if staat and staat.status == WorkflowState.STATUS_IN_PROGRESS:
        if not staat.user_can_cancel(user):
            raise KanNiet("ligt bij Communicatie, ingediend door een ander.")
        trek_terug(staat, user)
    tekst.full_clean()
    if not item.live:
        tekst.save(clean=False)
    tekst.save_revision(user=user, log_action=True)
    dien_in(item, user)
    return True


def neem_over(
    doel: AgendaItemPage, doel_dag: date, bron: AgendaItemPage, bron_dag: date, velden: set[str]
) -> None:
    """Make these fields the same, in memory."""
    dagen = {veld.name for veld in dagvelden(AgendaItemPage)}
    rijen = {rij.get_accessor_name() for rij in get_all_child_relations(AgendaItemPage)}
    kolommen = {veld.name: veld.attname for veld in AgendaItemPage._meta.concrete_fields}
    for naam in velden - EIGEN:
        if naam in dagen:
            setattr(doel, naam, _op_afstand(_afstand(getattr(bron, naam), bron_dag), doel_dag))
        elif naam in rijen:
            setattr(doel, naam, [_als_nieuw(rij) for rij in getattr(bron, naam).all()])
        else:
            setattr(doel, kolommen[naam], getattr(bron, kolommen[naam]))
    if "inhoud" in velden:
        kenmerk_pagina(doel, met_afgeleide_kenmerken(doel.translation_key))


def _als_nieuw(rij: Any) -> Any:
    nieuw = copy(rij)
    nieuw.pk = None
    nieuw._state = copy(rij._state)
    nieuw._state.adding = True
    if isinstance(nieuw, TranslatableMixin):
        nieuw.translation_key = uuid4()
    return nieuw


def _afstand(moment: date | None, dag: date) -> tuple[int, time | None] | None:
    """How many days after this day, and at what time on our clock."""
    if isinstance(moment, datetime):
        lokaal = timezone.localtime(moment)
        return (lokaal.date() - dag).days, lokaal.time()
    return ((moment - dag).days, None) if moment else None


def _op_afstand(afstand: tuple[int, time | None] | None, dag: date) -> date | None:
    if afstand is None:
        return None
    dagen, tijd = afstand
    op = dag + timedelta(days=dagen)
    return timezone.make_aware(datetime.combine(op, tijd)) if tijd is not None else op
