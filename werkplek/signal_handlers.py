"""Wagtail says by signal what happened to a page; each line here calls a function that tells people.

Wagtail's own mails are switched off: they are sent inside the request, and not at all when that fails.
"""

from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    page_unpublished,
    post_page_move,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from core.goedkeuring import seinen
from core.models import GoedkeuringTaskState
from werkplek import gebeurtenissen, intrekken, plannen

task_submitted.disconnect(sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
workflow_submitted.disconnect(
    sender=WorkflowState, dispatch_uid="workflow_state_submitted_email_notification"
)
workflow_rejected.disconnect(sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
workflow_approved.disconnect(sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification")


@receiver(seinen.ingediend, sender=GoedkeuringTaskState)
def op_ingediend(instance, user, **kwargs) -> None:
    gebeurtenissen.ingediend(instance, user)


@receiver(workflow_approved, sender=WorkflowState)
def op_goedgekeurd(instance, user, **kwargs) -> None:
    gebeurtenissen.goedgekeurd(instance, user)


@receiver(workflow_rejected, sender=WorkflowState)
def op_teruggestuurd(instance, user, **kwargs) -> None:
    gebeurtenissen.teruggestuurd(instance, user)


@receiver(post_page_move)
def op_verplaatst(instance, parent_page_before, parent_page_after, **kwargs) -> None:
    if parent_page_before.pk != parent_page_after.pk:
        plannen.na_verplaatsen(instance)


@receiver(page_unpublished)
def op_weggehaald(instance, **kwargs) -> None:
    intrekken.is_weg(instance, get_active_log_context().user)
