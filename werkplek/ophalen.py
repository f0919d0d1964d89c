"""What several panels ask, asked at once: the pages of lists, with where they stand in the workflow, and numbers."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, QuerySet, Subquery, Value
from wagtail.models import Locale, Page, WorkflowState
from wagtail.models.workflows import WorkflowStateQuerySet

from core.models import BasePage
from core.talen.taal import BRONTAAL, nummer_van

L = TypeVar("L")
# Each with a name of its own, which may be anything.
Lijsten = dict[Any, QuerySet]
Opgehaald = dict[Any, list[Any]]


def haal_op(lijsten: Lijsten) -> Opgehaald:
    """The pages of each list, in its order, without their running text: one query for the numbers of all of them, one for
    each kind of page, and one for where they stand in the workflow. A list says itself where it ends."""
    if not lijsten:
        return {}
    # A row that is always there, to ask beside.
    rij = Locale.objects.filter(pk=nummer_van(BRONTAAL)).order_by()
    gevonden = rij.values_list(*(ArraySubquery(lijst.values("pk")) for lijst in lijsten.values())).get()
    nummers = {naam: pks or [] for naam, pks in zip(lijsten, gevonden, strict=True)}
    per_soort: dict[type[BasePage], set[int]] = defaultdict(set)
    for naam, pks in nummers.items():
        per_soort[lijsten[naam].model].update(pks)
    paginas: dict[int, BasePage] = {}
    for soort, pks in per_soort.items():
        if pks:
            rijen = soort.objects.defer_streamfields().annotate_approved_schedule()
            paginas |= rijen.in_bulk(pks)
    _met_staten(paginas)
    return {naam: [paginas[pk] for pk in pks if pk in paginas] for naam, pks in nummers.items()}


def tel(vragen: Mapping[L, QuerySet]) -> dict[L, int]:
    """How many rows each of these has, in one query."""
    een = Value(1)
    aantallen = (
        Subquery(
            vraag.order_by().annotate(een=een).values("een").annotate(aantal=Count("pk")).values("aantal")
        )
        for vraag in vragen.values()
    )
    rij = Locale.objects.filter(pk=nummer_van(BRONTAAL)).order_by().values_list(*aantallen).get()
    return {naam: aantal or 0 for naam, aantal in zip(vragen, rij, strict=True)}


def _met_staten(paginas: dict[int, BasePage]) -> None:
    """As Wagtail's `prefetch_workflow_states` does it for one list."""
    for pagina in paginas.values():
        vars(pagina)["_current_workflow_states"] = []
    if not paginas:
        return
    staten = (
        cast("WorkflowStateQuerySet", WorkflowState.objects)
        .active()
        .filter(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=map(str, paginas))
    )
    for staat in staten.select_related("current_task_state__task"):
        vars(paginas[int(staat.object_id)])["_current_workflow_states"].append(staat)
