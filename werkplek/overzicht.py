"""What waits, and for how long: for communications over all kernen, for an editor over their own."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.models.workflows import WorkflowStateQuerySet

from core.boom import alle_paginas
from core.models import GoedkeuringTaskState
from core.talen.taal import BRONTAAL
from kernpagina.keuzes import AgendaStatus
from kernpagina.models import KernPage, OproepPage, ReeksDeel
from kernpagina.redactie import kernen_van
from werkplek.werkdagen import werkdagen_sinds

BIJNA = timedelta(days=14)


@dataclass(frozen=True)
class Wachtend:
    """One page that waits for approval."""

    pagina: Page
    titel: str
    kern: str
    soort: str
    wie: str
    sinds: datetime
    werkdagen: int
    wacht: GoedkeuringTaskState
    # The day of the meeting, or the last one of the call, in the text that waits; None for what has neither.
    begint: date | None = None
    sluit: date | None = None
    afgelast: bool = False
    # Of a call that has closed: what waits is what came of it.
    uitkomst: bool = False
    # Of meetings that come back: what was made in one go is looked at in one go.
    reeks: UUID | None = None

    @property
    def moment(self) -> date | None:
        return self.begint or self.sluit

    @property
    def kleur(self) -> str:
        """How urgent: '' until two working days, 'laat' from two, 'te-laat' from five."""
        return "te-laat" if self.werkdagen >= 5 else "laat" if self.werkdagen >= 2 else ""


def wat_wacht(op: date) -> list[Wachtend]:
    """All pages that wait for approval, oldest first. `op` is the day from which the waiting is counted."""
    wachtenden = (
        GoedkeuringTaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS, workflow_state__status=WorkflowState.STATUS_IN_PROGRESS
        )
        .select_related("workflow_state__requested_by", "ingediend_door", "revision__user")
        .defer("revision__content")
        .annotate(
            begint=KeyTextTransform("begin", "revision__content"),
            sluit=KeyTextTransform("sluit", "revision__content"),
            stand=KeyTextTransform("status", "revision__content"),
            uitkomst=KeyTextTransform("uitkomst", "revision__content"),
        )
        .order_by("workflow_state__created_at", "pk")
    )
    paginas = Page.objects.in_bulk([int(wacht.workflow_state.object_id) for wacht in wachtenden])
    kernen = kernnamen()
    reeksen = dict(ReeksDeel.objects.filter(item__in=paginas).values_list("item_id", "reeks"))
    begin = begin_van_ronde(
        TaskState.objects.filter(workflow_state__in=[wacht.workflow_state_id for wacht in wachtenden])
    )
    rijen = []
    for wacht in wachtenden:
        pagina = paginas.get(int(wacht.workflow_state.object_id))
        if pagina is None:
            continue
        sluit = _dag(wacht.sluit)
        rijen.append(
            Wachtend(
                pagina=pagina,
                titel=wacht.revision.object_str,
                kern=kern_naam(pagina, kernen),
                soort=pagina.cached_content_type.model_class()._meta.verbose_name,
                wie=str(wacht.ingediend_door or wacht.workflow_state.requested_by or "onbekend"),
                sinds=begin[wacht.pk],
                werkdagen=werkdagen_sinds(timezone.localdate(begin[wacht.pk]), op),
                wacht=wacht,
                begint=_dag(wacht.begint),
                sluit=sluit,
                uitkomst=bool(wacht.uitkomst and sluit and sluit < op),
                afgelast=wacht.stand == AgendaStatus.GEANNULEERD,
                reeks=reeksen.get(pagina.pk),
            )
        )
    return sorted(rijen, key=lambda rij: rij.sinds)


def per_reeks(rijen: list[Any]) -> list[tuple[Any, int]]:
    """The rows with, of a series, only the first, and how many there are of it; 1 of what stands alone."""
    aantal = Counter(rij.reeks for rij in rijen if rij.reeks)
    gezien: set[UUID] = set()
    eerste = []
    for rij in rijen:
        if rij.reeks in gezien:
            continue
        if rij.reeks:
            gezien.add(rij.reeks)
        eerste.append((rij, aantal.get(rij.reeks, 1)))
    return eerste


VOLGORDES = {"sinds": "wie het langst wacht", "moment": "wat het eerst komt", "kern": "per kern"}


def op_volgorde(rijen: list[Wachtend], volgorde: str) -> list[Wachtend]:
    """The same rows, sorted by one of VOLGORDES; anything else: as they are. What has no day comes after what has."""
    if volgorde == "moment":
        return sorted(rijen, key=lambda rij: (rij.moment is None, rij.moment or date.max))
    if volgorde == "kern":
        return sorted(rijen, key=lambda rij: (rij.kern, rij.moment is None, rij.moment or date.max))
    return rijen


def _dag(tekst: str | None) -> date | None:
    """A day out of a stored version: `2027-03-19` of a date, the day on our clock of a moment."""
    moment = parse_datetime(tekst) if tekst and "T" in tekst else None
    if moment:
        return timezone.localdate(moment)
    return parse_date(tekst) if tekst else None


def begin_van_ronde(stappen: QuerySet[TaskState]) -> dict[int, datetime]:
    """When what waits or waited in each of these steps was submitted, by the key of the step.

    A version that takes the place of another has waited as long as that one: a corrected word doesn't turn back the clock.
    """
    begin: dict[int, datetime] = {}
    loopt: dict[int, datetime] = {}
    velden = ("pk", "workflow_state_id", "status", "started_at")
    for pk, staat, status, gestart in stappen.order_by("pk").values_list(*velden):
        begin[pk] = loopt.setdefault(staat, gestart)
        if status != TaskState.STATUS_CANCELLED:
            del loopt[staat]
    return begin


def kernnamen() -> dict[str, str]:
    """The name of each kern by its place in the tree, to look up the kern of many pages at once."""
    return dict(KernPage.objects.values_list("path", "title"))


def kernnamen_op_nummer(nummers: Iterable[int]) -> dict[int, str]:
    """The names of these kernen by the number of their page."""
    return dict(KernPage.objects.filter(pk__in=set(nummers)).values_list("pk", "title"))


def kern_naam(pagina: Page, kernen: dict[str, str]) -> str:
    """The name of the kern a page belongs to; empty for pages of the municipality as a whole."""
    for lengte in range(Page.steplen, len(pagina.path) + 1, Page.steplen):
        if naam := kernen.get(pagina.path[:lengte]):
            return naam
    return ""


@dataclass(frozen=True)
class Bureau:
    """What an editor has lying on the desk."""

    concepten: list[Page]
    # Of a series only the newest; `keer` is how many there are of it.
    ingediend: list[WorkflowState]
    teruggestuurd: list[WorkflowState]
    bijna_voorbij: list[Page]


def _schreef_mee(user) -> Exists:
    """The pages of which this editor wrote in what isn't online yet, also when a colleague was the last to touch it."""
    sinds = Coalesce(OuterRef("last_published_at"), Value(datetime.min.replace(tzinfo=UTC)))
    versies = Revision.page_revisions.filter(user=user, object_id=Cast(OuterRef("pk"), CharField()))
    return Exists(versies.filter(created_at__gt=sinds))


def _nam_over(user) -> Q:
    """The drafts of who stopped, that this editor goes on with (vertrek.py)."""
    return Q(owner=user, latest_revision__user__is_active=False)


def bureau_van(user, op: date) -> Bureau:
    """The drafts, submissions and ending pages in the kernen of this editor."""
    eigen = alle_paginas().none()
    for kern in kernen_van(user):
        eigen |= alle_paginas().descendant_of(kern, inclusive=True)
    staten = (
        cast("WorkflowStateQuerySet", WorkflowState.objects)
        .active()
        .filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            object_id__in=eigen.values_list(Cast("pk", CharField()), flat=True),
        )
    )
    staten = list(
        staten.select_related("current_task_state__finished_by", "requested_by").order_by("-created_at")
    )
    titels = Page.objects.in_bulk([int(staat.object_id) for staat in staten])
    reeksen = dict(ReeksDeel.objects.filter(item__in=titels).values_list("item_id", "reeks"))
    for staat in staten:
        staat.pagina = titels.get(int(staat.object_id))
        staat.reeks = reeksen.get(int(staat.object_id))
    staten = [staat for staat in staten if staat.pagina]
    ingediend = []
    for staat, staat.keer in per_reeks([s for s in staten if s.status == WorkflowState.STATUS_IN_PROGRESS]):
        ingediend.append(staat)
    bezig = [staat.pagina.pk for staat in staten]
    oproepen = OproepPage.objects.filter(sluit__range=(op, op + BIJNA), locale__language_code=BRONTAAL)
    verloopt = timezone.now() + BIJNA
    return Bureau(
        concepten=list(
            eigen.filter(_schreef_mee(user) | _nam_over(user), has_unpublished_changes=True)
            .exclude(pk__in=bezig)
            .annotate_approved_schedule()
            .filter(_approved_schedule=False)
            .order_by("-latest_revision_created_at")[:10]
        ),
        ingediend=ingediend,
        teruggestuurd=[staat for staat in staten if staat.status == WorkflowState.STATUS_NEEDS_CHANGES],
        bijna_voorbij=list(
            eigen.live()
            .filter(Q(pk__in=oproepen.values("pk")) | Q(expire_at__lt=verloopt))
            .specific()
            .order_by("title")[:10]
        ),
    )
