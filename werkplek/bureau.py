"""What an editor has lying on the desk: drafts, what was submitted, what came back, what is nearly over."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import cast

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState
from wagtail.models.workflows import WorkflowStateQuerySet
from wagtail_localize.models import StringTranslation

from core.boom import alle_paginas
from core.talen.taal import BRONTAAL
from kernpagina.models import OproepPage, ReeksDeel
from kernpagina.redactie import kernen_van
from werkplek.overzicht import per_reeks
from werkplek.weggehaald import Weggehaald, onlangs_weggehaald

BIJNA = timedelta(days=14)


@dataclass(frozen=True)
class Bureau:
    """What an editor has lying on the desk."""

    concepten: list[Page]
    # Of a series only the newest; `keer` is how many there are of it.
    ingediend: list[WorkflowState]
    teruggestuurd: list[WorkflowState]
    bijna_voorbij: list[Page]
    # What communications took off and nobody submitted again.
    weggehaald: list[tuple[Page, Weggehaald]] = field(default_factory=list)


def _schreef_mee(user) -> Exists:
    """The pages of which this editor wrote in what isn't online yet, also when a colleague was the last to touch it."""
    versies = Revision.page_revisions.filter(user=user, object_id=Cast(OuterRef("pk"), CharField()))
    return Exists(versies.filter(created_at__gt=_laatst_online()))


def _vertaalde_mee(user) -> Exists:
    """The same of sentences of a translation, that become a version when it is submitted."""
    zinnen = StringTranslation.objects.filter(
        last_translated_by=user,
        context__object_id=OuterRef("translation_key"),
        locale_id=OuterRef("locale_id"),
    )
    return Exists(zinnen.filter(updated_at__gt=_laatst_online()))


def _laatst_online() -> Coalesce:
    return Coalesce(OuterRef("last_published_at"), Value(datetime.min.replace(tzinfo=UTC)))


def _nam_over(user) -> Q:
    """The drafts of who stopped, that this editor goes on with (vertrek.py)."""
    return Q(owner=user, latest_revision__user__is_active=False)


def bureau_van(user, op: date) -> Bureau:
    """The drafts, submissions and ending pages in the kernen of this editor."""
    nederlands = alle_paginas().none()
    for kern in kernen_van(user):
        nederlands |= alle_paginas().descendant_of(kern, inclusive=True)
    # A translation stands in a tree of its own, and is made by who writes the Dutch page.
    eigen = alle_paginas().filter(alias_of=None, translation_key__in=nederlands.values("translation_key"))
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
            eigen.filter(
                _schreef_mee(user) | _vertaalde_mee(user) | _nam_over(user), has_unpublished_changes=True
            )
            .exclude(pk__in=bezig)
            .annotate_approved_schedule()
            .filter(_approved_schedule=False)
            .order_by("-latest_revision_created_at")
        ),
        ingediend=ingediend,
        teruggestuurd=[staat for staat in staten if staat.status == WorkflowState.STATUS_NEEDS_CHANGES],
        bijna_voorbij=list(
            nederlands.live()
            .filter(Q(pk__in=oproepen.values("pk")) | Q(expire_at__lt=verloopt))
            .specific()
            .order_by("title")
        ),
        weggehaald=onlangs_weggehaald(eigen.exclude(pk__in=bezig)),
    )
