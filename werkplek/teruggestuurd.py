"""What was sent back before, and comes again: with which remark, by whom, and what is different since."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, QuerySet
from wagtail.models import Page, TaskState


def besluiten_over(nummer: str | OuterRef) -> QuerySet[TaskState]:
    """What was decided about a page, the newest first; by its key as the workflow has it."""
    return TaskState.objects.filter(
        status__in=[TaskState.STATUS_APPROVED, TaskState.STATUS_REJECTED],
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        workflow_state__object_id=nummer,
    ).order_by("-pk")


def laatst_teruggestuurd(pagina: Page) -> TaskState | None:
    """The last decision about a page, where that was to send it back."""
    besluit = besluiten_over(str(pagina.pk)).select_related("finished_by", "revision").first()
    return besluit if besluit and besluit.status == TaskState.STATUS_REJECTED else None
