"""What waits for approval, and for how long, over all kernen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from wagtail.models import Page, TaskState, WorkflowState

from core.models import GoedkeuringTaskState
from core.talen.taal import vertaald_in
from core.tijd import vandaag
from core.wanneer import op_kalender
from kernpagina.keuzes import AgendaStatus
from kernpagina.models import KernPage, ReeksDeel
from kernpagina.verplaatst import Moment
from werkplek.teruggestuurd import besluiten_over
from werkplek.weggehaald import Weggehaald, weggehaald
from werkplek.werkdagen import werkdagen_sinds


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
    # The days of the meeting, or the last one of the call, in the text that waits; None for what has neither.
    begint: date | None = None
    tot: date | None = None
    sluit: date | None = None
    afgelast: bool = False
    # Its last day was before today.
    voorbij: bool = False
    # Of a call that has closed: what waits is what came of it.
    uitkomst: bool = False
    # Of a translation: the name of its language.
    vertaling: str = ""
    # Whether it was sent back before, and comes again.
    opnieuw: bool = False
    # What was online and was taken off: when, by whom and why.
    weg: Weggehaald | None = None
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
        _wachtenden()
        .select_related("workflow_state__requested_by", "ingediend_door", "revision__user")
        .defer("revision__content")
        .annotate(
            begint=KeyTextTransform("begin", "revision__content"),
            einde=KeyTextTransform("einde", "revision__content"),
            hele_dag=KeyTextTransform("hele_dag", "revision__content"),
            sluit=KeyTextTransform("sluit", "revision__content"),
            stand=KeyTextTransform("status", "revision__content"),
            uitkomst=KeyTextTransform("uitkomst", "revision__content"),
            eerder=Subquery(besluiten_over(OuterRef("workflow_state__object_id")).values("status")[:1]),
        )
    )
    if not wachtenden:
        return []
    paginas = Page.objects.in_bulk([int(wacht.workflow_state.object_id) for wacht in wachtenden])
    kernen = kernnamen()
    reeksen = dict(ReeksDeel.objects.filter(item__in=paginas).values_list("item_id", "reeks"))
    begin = _begin([wacht.workflow_state_id for wacht in wachtenden])
    weg = weggehaald(paginas.values())
    rijen = []
    for wacht in wachtenden:
        pagina = paginas.get(int(wacht.workflow_state.object_id))
        if pagina is None:
            continue
        sluit = _dag(wacht.sluit)
        begint, tot = _eerste_en_laatste(wacht)
        laatste = tot or sluit
        rijen.append(
            Wachtend(
                pagina=pagina,
                titel=wacht.revision.object_str,
                kern=kern_naam(pagina, kernen),
                soort=pagina.cached_content_type.model_class()._meta.verbose_name,
                wie=indiener(wacht),
                sinds=begin[wacht.pk],
                werkdagen=werkdagen_sinds(timezone.localdate(begin[wacht.pk]), op),
                wacht=wacht,
                begint=begint,
                tot=tot,
                sluit=sluit,
                voorbij=bool(laatste and laatste < op),
                uitkomst=bool(wacht.uitkomst and sluit and sluit < op),
                afgelast=wacht.stand == AgendaStatus.GEANNULEERD,
                vertaling=vertaald_in(pagina.locale_id),
                opnieuw=wacht.eerder == TaskState.STATUS_REJECTED,
                weg=weg.get(pagina.pk),
                reeks=reeksen.get(pagina.pk),
            )
        )
    return sorted(rijen, key=lambda rij: rij.sinds)


def indiener(wacht: GoedkeuringTaskState) -> str:
    return str(wacht.ingediend_door or wacht.workflow_state.requested_by or "onbekend")


def om_de_beurt(volgorde: str = "") -> Iterator[tuple[GoedkeuringTaskState, Page]]:
    """What waits, with its page, in this order. In that of `wat_wacht` each is read when it is asked for, so the first one
    costs no more when a hundred wait."""
    if volgorde in GEKOZEN:
        yield from ((rij.wacht, rij.pagina) for rij in op_volgorde(wat_wacht(vandaag()), volgorde))
        return
    staten = dict(_wachtenden().values_list("pk", "workflow_state_id"))
    begin = _begin(staten.values())
    for pk in sorted(staten, key=begin.__getitem__):
        wacht = (
            _wachtenden()
            .select_related("workflow_state", "revision")
            .only("workflow_state__object_id", "revision__object_str")
            .filter(pk=pk)
            .first()
        )
        # What was decided in between is left out.
        if wacht and (pagina := Page.objects.filter(pk=wacht.workflow_state.object_id).first()):
            yield wacht, pagina


def _wachtenden() -> QuerySet:
    return GoedkeuringTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, workflow_state__status=WorkflowState.STATUS_IN_PROGRESS
    ).order_by("workflow_state__created_at", "pk")


def _begin(staten: Iterable[int]) -> dict[int, datetime]:
    return begin_van_ronde(TaskState.objects.filter(workflow_state__in=list(staten)))


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
# Of these, one has to read all that waits.
GEKOZEN = frozenset({"moment", "kern"})


def op_volgorde(rijen: list[Wachtend], volgorde: str) -> list[Wachtend]:
    """The same rows, sorted by one of VOLGORDES; anything else: as they are. What is over comes after what comes, and what
    has no day after that."""
    if volgorde not in GEKOZEN:
        return rijen

    def plek(rij: Wachtend) -> tuple:
        kern = rij.kern if volgorde == "kern" else ""
        return kern, rij.moment is None, rij.voorbij, rij.moment or date.max

    return sorted(rijen, key=plek)


def _eerste_en_laatste(wacht: Any) -> tuple[date | None, date | None]:
    """The days of a meeting out of a stored version, as a calendar has them."""
    begin, einde = (parse_datetime(tekst) if tekst else None for tekst in (wacht.begint, wacht.einde))
    if begin is None:
        return None, None
    return op_kalender(Moment(begin, einde, hele_dag=wacht.hele_dag == "true"))


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
