"""What became of a page that somebody decided about, and where to come between."""

from wagtail.models import TaskState, WorkflowState

from core.models import Goedkeuring
from kernpagina.models import AgendaItemPage

# Where somebody holds the page and hasn't written yet; and where the guard is about to let it go live.
BESLIST = "core.goedkeuring.besluiten.mag_goedkeuren"


GAAT_LIVE = "core.goedkeuring.bewaking.vingerafdruk_van"


VERANDERT_BESTAND = "core.goedkeuring.bestanden.in_openbaar_gebruik"


def vers(pk) -> AgendaItemPage:
    return AgendaItemPage.objects.get(pk=pk)


def pagina_van(wacht) -> AgendaItemPage:
    return vers(int(wacht.workflow_state.object_id))


def klopt(wacht, status: str, *, live: bool) -> None:
    """One decision, and everything that belongs to it."""
    stap, staat = TaskState.objects.get(pk=wacht.pk), WorkflowState.objects.get(pk=wacht.workflow_state_id)
    assert stap.status == status
    hoort = {"approved": "approved", "rejected": "needs_changes", "cancelled": "cancelled"}[status]
    assert staat.status == hoort
    assert pagina_van(wacht).live is live
    assert (
        Goedkeuring.objects.voor_pagina(pagina_van(wacht)).filter(gebruikt_op__isnull=False).count() == live
    )


def niets(*args) -> None:
    pass
