"""The decisions people take about a page: approve it, send it in again after a change, publish it at once."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState

from .rollen import is_communicatie, mag_spoedpublicatie
from .vertalers import vertalers
from .vingerafdruk import vingerafdruk


def mag_goedkeuren(user, task_state) -> bool:
    """Someone of Communicatie, who neither submitted this text nor made the last change to it."""
    return is_communicatie(user) and user.pk not in betrokkenen(task_state)


def betrokkenen(task_state) -> set[int]:
    """The keys of the users who submitted this text, saved it, or made the last change to it."""
    wie = {
        task_state.ingediend_door_id,
        task_state.workflow_state.requested_by_id,
        task_state.revision.user_id,
        task_state.schrijver_id,
        *vertalers(task_state.revision.content_object),
    }
    return wie - {None}


def schrijver_van(revisie: Revision):
    """Who made the last change: the user of the oldest of the newest versions with this same text. May be None.

    Saved or submitted once more as it is, a text doesn't become somebody else's.
    """
    afdruk = vingerafdruk(revisie)
    ouder = Revision.objects.filter(
        base_content_type_id=revisie.base_content_type_id, object_id=revisie.object_id, pk__lt=revisie.pk
    ).order_by("-pk")
    eerste = revisie
    for versie in ouder.select_related("user").iterator(chunk_size=5):
        if vingerafdruk(versie) != afdruk:
            break
        eerste = versie
    return eerste.user


@transaction.atomic
def keur_goed(task_state, user, comment: str = "") -> bool:
    """Approve the submitted text and publish or schedule it.

    Returns False when text or pictures changed after they were submitted: then the newest text waits for approval
    instead. Raises PermissionDenied when this user may not approve it.
    """
    from core.models import Goedkeuring

    task_state = type(task_state).objects.select_for_update(of=("self",)).get(pk=task_state.pk)
    if task_state.status != TaskState.STATUS_IN_PROGRESS or not mag_goedkeuren(user, task_state):
        raise PermissionDenied
    revisie = task_state.revision
    pagina = revisie.content_object
    laatste = pagina.get_latest_revision()
    if not task_state.vingerafdruk == vingerafdruk(revisie) == vingerafdruk(laatste):
        task_state.cancel(user=user, resume=True)
        return False
    Goedkeuring.objects.voor_pagina(pagina).laat_vervallen()
    Goedkeuring.objects.create(
        revisie=revisie,
        vingerafdruk=task_state.vingerafdruk,
        door=user,
        ingediend_door_id=task_state.ingediend_door_id or task_state.workflow_state.requested_by_id,
        auteur_id=task_state.schrijver_id or revisie.user_id,
    )
    task_state.approve(user=user, comment=comment)
    return True


def herstart_na_wijziging(revisie: Revision) -> None:
    """A new version of a page that waits for approval: what was submitted no longer counts, this waits instead."""
    if not issubclass(revisie.content_type.model_class(), Page):
        return
    wacht = (
        TaskState.objects.filter(
            workflow_state__base_content_type_id=revisie.base_content_type_id,
            workflow_state__object_id=revisie.object_id,
            status=TaskState.STATUS_IN_PROGRESS,
        )
        .exclude(revision=revisie)
        .specific()
        .first()
    )
    if wacht and getattr(wacht, "vingerafdruk", "") != vingerafdruk(revisie):
        wacht.cancel(user=revisie.user, resume=True)


@transaction.atomic
def publiceer_met_spoed(pagina: Page, user, reden: str) -> None:
    """Publish the newest version at once, without a second pair of eyes. Raises PermissionDenied."""
    from core.models import Goedkeuring

    reden = reden.strip()
    if not mag_spoedpublicatie(user) or not reden:
        raise PermissionDenied
    revisie = pagina.get_latest_revision()
    Goedkeuring.objects.voor_pagina(pagina).laat_vervallen()
    Goedkeuring.objects.create(
        revisie=revisie,
        vingerafdruk=vingerafdruk(revisie),
        door=user,
        auteur_id=revisie.user_id,
        spoed=True,
        reden=reden,
    )
    log(instance=pagina, action="bloei.spoedpublicatie", user=user, revision=revisie, data={"reden": reden})
    revisie.publish(user=user, skip_permission_checks=True)
