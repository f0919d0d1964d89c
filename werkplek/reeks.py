"""A meeting that waits and is one of a series: where the others are, and taking them back in one go."""

from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page, WorkflowState

from core.goedkeuring.besluiten import KanNiet, trek_terug
from core.goedkeuring.grendel import houd_paginas
from kernpagina.models import AgendaItemPage, ReeksDeel


@dataclass(frozen=True)
class Deel:
    pagina: int
    dag: date
    wacht: bool


@dataclass(frozen=True)
class Reeks:
    """The other meetings of a series; `wachten` counts those that wait, this one included."""

    anderen: list[Deel]
    wachten: int

    @property
    def aantal(self) -> int:
        return len(self.anderen) + 1


def reeks_van(pagina: Page) -> Reeks | None:
    """None for what stands alone."""
    if not isinstance(pagina, AgendaItemPage):
        return None
    delen = dict(ReeksDeel.objects.in_reeks_met(pagina).values_list("item_id", "dag"))
    if len(delen) < 2:
        return None
    wachten = {int(staat.object_id) for staat in _staten(delen)}
    anderen = [Deel(pk, dag, pk in wachten) for pk, dag in delen.items() if pk != pagina.pk]
    return Reeks(anderen, len(wachten))


@transaction.atomic
def haal_reeks_terug(pagina: Page, user) -> int:
    """Take back all of a series that waits, as far as this person may; returns how many that were."""
    nummers = list(ReeksDeel.objects.in_reeks_met(pagina).values_list("item_id", flat=True))
    houd_paginas(nummers)
    return sum(_terug(staat, user) for staat in _staten(nummers))


def _terug(staat: WorkflowState, user) -> bool:
    try:
        trek_terug(staat, user)
    except (KanNiet, PermissionDenied):
        # Submitted by another, or decided about: that stays, and the rest comes back.
        return False
    return True


def _staten(nummers) -> list[WorkflowState]:
    soort = ContentType.objects.get_for_model(Page)
    return list(
        WorkflowState.objects.filter(
            base_content_type=soort,
            object_id__in=[str(pk) for pk in nummers],
            status=WorkflowState.STATUS_IN_PROGRESS,
        ).order_by("pk")
    )
