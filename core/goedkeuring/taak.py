"""The step in Wagtail's workflow in which somebody of Communicatie decides."""

from django.forms import CharField, Textarea
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, TaskState

from . import besluiten
from .register import GoedkeuringTaskState
from .rollen import is_communicatie
from .slot import WachtSlot


class Terugsturen(TaskStateCommentForm):
    """In the pop-up of the form, before anything is sent; `stuur_terug` asks the same of every other way."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comment"] = CharField(
            label=self.fields["comment"].label,
            help_text=besluiten.WAT_KAN_BETER,
            widget=Textarea({"rows": 2, "data-vraag": besluiten.WAT_KAN_BETER}),
            error_messages={"required": besluiten.WAT_KAN_BETER},
        )


class GoedkeuringTask(AbstractGroupApprovalTask):
    """Approval by someone of Communicatie who had no hand in the text."""

    task_state_class = GoedkeuringTaskState
    lock_class = WachtSlot

    class Meta:
        verbose_name = "goedkeuring door Communicatie"
        verbose_name_plural = "goedkeuringen door Communicatie"

    def start(self, workflow_state, user=None):
        wacht = super().start(workflow_state, user=user)
        besluiten.leg_vast(wacht, user)
        return wacht

    def user_can_access_editor(self, obj, user) -> bool:
        return is_communicatie(user)

    def locked_for_user(self, obj, user) -> bool:
        return not is_communicatie(user)

    def get_actions(self, obj, user):
        if not is_communicatie(user):
            return []
        acties = [("reject", "Terugsturen", True)]
        wacht = obj.current_workflow_task_state
        if wacht and besluiten.mag_goedkeuren(user, wacht, obj):
            acties += [("approve", "Goedkeuren", False), ("approve", "Goedkeuren met opmerking", True)]
        return acties

    def get_form_for_action(self, action):
        return Terugsturen if action == "reject" else super().get_form_for_action(action)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        if not is_communicatie(user):
            return TaskState.objects.none()
        return TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)

    def on_action(self, task_state, user, action_name, **kwargs):
        besluit = {"approve": besluiten.keur_goed, "reject": besluiten.stuur_terug}[action_name]
        besluit(task_state.specific, user, comment=kwargs.get("comment", ""))

    @classmethod
    def get_description(cls) -> str:
        return "Iemand van Communicatie keurt goed, maar nooit de eigen tekst."
