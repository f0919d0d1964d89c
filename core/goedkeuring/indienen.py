"""Submitting the newest version of a page, where no form of Wagtail's does it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Page, WorkflowState

from .besluiten import AlBesloten
from .grendel import houd_paginas


@transaction.atomic
def dien_in(pagina: Page, user) -> None:
    """Let it wait for approval. Raises PermissionDenied, AlBesloten for what waits, and KanNiet when nobody could approve."""
    houd_paginas([pagina.pk])
    pagina = Page.objects.get(pk=pagina.pk).specific
    staat = pagina.current_workflow_state
    if staat and staat.status == WorkflowState.STATUS_IN_PROGRESS:
        raise AlBesloten("Deze pagina ligt al bij Communicatie.")
    rechten = pagina.permissions_for_user(user)
    if not (rechten.can_edit() and rechten.can_submit_for_moderation()):
        raise PermissionDenied
    if staat:
        staat.resume(user)
    else:
        pagina.get_workflow().start(pagina, user)
