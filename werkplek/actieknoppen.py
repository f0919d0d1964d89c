"""The buttons at the foot of the form of a page: which come first, and what they say they do."""

from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)
from wagtail.models import Page

from core.goedkeuring.rollen import is_communicatie

NAAR_COLLEGA = "Aan een collega geven"


def zet_voorop(items: list[ActionMenuItem]) -> None:
    """The first item is the big button: what comes next for this page, not saving, which goes by itself."""
    volgorde = ("approve", "action-submit")
    items.sort(key=lambda item: volgorde.index(item.name) if item.name in volgorde else len(volgorde))


def noem_wat_er_gebeurt(items: list[ActionMenuItem], pagina: Page | None, user) -> None:
    """What each button does: who is of communications gives their own text to a colleague. So does, on a page that waits,
    who changes it, whichever button is pressed."""
    if is_communicatie(user):
        items[:] = [CollegaKnop() if item.name == CollegaKnop.name else item for item in items]
    if pagina is None:
        return
    # Whoever changes a waiting page submits it anew by that, and of what was sent back it would lose the remark.
    items[:] = [item for item in items if item.name != "action-restart-workflow"]
    if not pagina.workflow_in_progress:
        items[:] = [item for item in items if item.name != "action-cancel-workflow"]
        return
    if any(item.name == "action-cancel-workflow" for item in items):
        # Of a form that a colleague overtook: not that it stands still, but what can be done about it.
        items[:] = [item for item in items if item.name != "action-page-locked"]
    for nummer, item in enumerate(items):
        if isinstance(item, WorkflowMenuItem) and item.name == "approve":
            uitleg = " met opmerking" if item.launch_modal else ""
            items[nummer] = GoedkeurKnop(
                "approve", f"Goedkeuren{uitleg}", item.launch_modal, icon_name="success"
            )
        elif item.name == "action-save-draft":
            items[nummer] = DoorgeefKnop()
        elif item.name == "action-cancel-workflow":
            items[nummer] = TerughaalKnop()


class CollegaKnop(SubmitForModerationMenuItem):
    """Submit, for who is of communications."""

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"label": NAAR_COLLEGA}


class GoedkeurKnop(WorkflowMenuItem):
    template_name = "werkplek/knop_goedkeuren.html"


class TerughaalKnop(CancelWorkflowMenuItem):
    label = "Terughalen: wacht niet meer"


class DoorgeefKnop(ActionMenuItem):
    """Save a change to a page that waits, for a colleague to approve."""

    name = "action-save-draft"
    label = "Wijziging aan een collega geven"
    icon_name = "draft"
    template_name = "werkplek/knop_doorgeven.html"
