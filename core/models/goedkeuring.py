"""The register of approvals, and the step in Wagtail's workflow that fills it."""

from typing import Self, cast

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from core.goedkeuring import besluiten
from core.goedkeuring.rollen import SPOED, is_communicatie
from core.goedkeuring.slot import WachtSlot


class GoedkeuringQuerySet(models.QuerySet):
    def openstaand(self) -> Self:
        """Given, not yet spent on a publication, not withdrawn."""
        return self.filter(gebruikt_op=None, vervallen_op=None)

    def voor_pagina(self, pagina: Page) -> Self:
        return self.filter(
            revisie__base_content_type=pagina.get_base_content_type(), revisie__object_id=str(pagina.pk)
        )

    def onder(self, pagina: Page) -> Self:
        """Of a page and everything below it, where it stands now."""
        paginas = Page.objects.descendant_of(Page.objects.get(pk=pagina.pk), inclusive=True)
        return self.filter(
            revisie__base_content_type=pagina.get_base_content_type(),
            revisie__object_id__in=[str(pk) for pk in paginas.values_list("pk", flat=True)],
        )

    def laat_vervallen(self) -> int:
        return self.openstaand().update(vervallen_op=timezone.now())


class Goedkeuring(models.Model):
    """Somebody approved exactly this revision of a page. Good for one publication."""

    revisie = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="goedkeuringen", verbose_name="versie"
    )
    vingerafdruk = models.CharField("vingerafdruk", max_length=64)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="goedgekeurd door",
    )
    ingediend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    auteur = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    spoed = models.BooleanField("met spoed", default=False)
    reden = models.TextField("reden", blank=True)
    op = models.DateTimeField("op", auto_now_add=True)
    gebruikt_op = models.DateTimeField("gepubliceerd op", null=True)
    vervallen_op = models.DateTimeField("vervallen op", null=True)

    objects = cast("GoedkeuringQuerySet", GoedkeuringQuerySet.as_manager())

    class Meta:
        verbose_name = "goedkeuring"
        verbose_name_plural = "goedkeuringen"
        default_permissions = ()
        permissions = [(SPOED, "Met spoed publiceren, zonder goedkeuring van een ander")]
        constraints = [
            models.CheckConstraint(
                name="vier_ogen",
                condition=Q(spoed=True)
                | (
                    (Q(ingediend_door=None) | ~Q(door=F("ingediend_door")))
                    & (Q(auteur=None) | ~Q(door=F("auteur")))
                ),
            ),
            models.CheckConstraint(name="spoed_met_reden", condition=Q(spoed=False) | ~Q(reden="")),
        ]

    def __str__(self) -> str:
        return f"{self.revisie.object_str}, {self.door}"


class GoedkeuringTaskState(TaskState):
    """One submission that waits: which text, who submitted it, and who made the last change to it."""

    vingerafdruk = models.CharField(max_length=64)
    ingediend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    schrijver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
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
        if wacht and besluiten.mag_goedkeuren(user, wacht):
            acties += [("approve", "Goedkeuren", False), ("approve", "Goedkeuren met opmerking", True)]
        return acties

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
