"""Wagtail says by signal what happened to a page; each line here calls a function that tells people.

Wagtail's own mails are switched off: they are sent inside the request, and not at all when that fails.
"""

from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    page_slug_changed,
    page_unpublished,
    post_page_move,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from core.goedkeuring import seinen
from core.inhoudsversie import verhoog_inhoudsversie
from core.models import GoedkeuringTaskState, User
from core.naslag import neem_over
from kernpagina.models import AfspraakMelding
from kernpagina.seinen import stand_besloten, stand_gemeld
from werkplek import gebeurtenissen, inloggen, inlogpost, intrekken, plannen, rollen
from werkplek.models import Inlogpoging

task_submitted.disconnect(sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
workflow_submitted.disconnect(
    sender=WorkflowState, dispatch_uid="workflow_state_submitted_email_notification"
)
workflow_rejected.disconnect(sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
workflow_approved.disconnect(sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification")
neem_over()


@receiver([page_slug_changed, post_page_move])
def omleidingen_tellen_mee(**kwargs) -> None:
    # After Wagtail's own, which make the redirects past the signals of models: this app starts last. Of a new name that is
    # after the commit, in which the page and what is below it were counted.
    verhoog_inhoudsversie()


@receiver(seinen.ingediend, sender=GoedkeuringTaskState)
def op_ingediend(instance, user, **kwargs) -> None:
    gebeurtenissen.ingediend(instance, user)


@receiver(stand_gemeld, sender=AfspraakMelding)
def op_stand_gemeld(instance, **kwargs) -> None:
    gebeurtenissen.stand_gemeld(instance)


@receiver(stand_besloten, sender=AfspraakMelding)
def op_stand_besloten(instance, **kwargs) -> None:
    gebeurtenissen.stand_besloten(instance)


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


@receiver(user_logged_in)
def op_ingelogd(user, request=None, **kwargs) -> None:
    inlogpost.meld_nieuw(user, request)
    inloggen.leg_vast(Inlogpoging.Soort.GELUKT, request, user)


@receiver(user_login_failed)
def op_niet_ingelogd(credentials, request=None, **kwargs) -> None:
    inloggen.leg_vast(Inlogpoging.Soort.MISLUKT, request, inloggen.van_wie(credentials))


# From a user to the other side, and from the other side to users.
RELATIES = {
    (User.groups.through, False): "groups",
    (User.groups.through, True): "user_set",
    (User.user_permissions.through, False): "user_permissions",
    (User.user_permissions.through, True): "user_set",
    (Group.permissions.through, False): "permissions",
    (Group.permissions.through, True): "group_set",
}


@receiver(m2m_changed)
def op_rechten_veranderd(sender, instance, action, reverse, pk_set, **kwargs) -> None:
    if veld := RELATIES.get((sender, reverse)):
        rollen.veranderd(instance, action, pk_set, veld)


@receiver([post_save, post_delete], sender=User)
@receiver([post_save, post_delete], sender=Group)
def op_mensen_veranderd(update_fields=None, **kwargs) -> None:
    # Logging in writes when that was.
    if update_fields != frozenset({"last_login"}):
        rollen.meld_wijzigingen(rollen.wie_bezig())
