"""The versions that waited for approval, one in the place of the other, and who changed what is in them."""

from datetime import datetime
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, Revision, TaskState

from .vingerafdruk import media_in, vingerafdruk


class Stap(NamedTuple):
    """One version that waits or waited; of people the keys."""

    pk: int
    status: str
    sinds: datetime
    ingediend_door: int | None
    schrijver: int | None
    bewaard_door: int | None
    gevraagd_door: int | None


def stappen_van(task_state) -> list[Stap]:
    """What was submitted, and the versions that took its place since, up to this one; the oldest first.

    What was sent back and submitted again begins anew.
    """
    velden = (
        "pk", "status", "started_at", "ingediend_door_id", "schrijver_id", "revision__user_id",
        "workflow_state__requested_by_id",
    )  # fmt: skip
    rijen = type(task_state).objects.filter(
        workflow_state_id=task_state.workflow_state_id, pk__lte=task_state.pk
    )
    stappen: list[Stap] = []
    for rij in rijen.order_by("-pk").values_list(*velden):
        stap = Stap(*rij)
        if stappen and stap.status != TaskState.STATUS_CANCELLED:
            break
        stappen.insert(0, stap)
    return stappen


def bestandswijzigers(task_state, sinds: datetime) -> set[int]:
    """Who changed a picture or document of the version that waits after it was submitted."""
    soorten = ContentType.objects.get_for_models(get_image_model(), get_document_model())
    regels = ModelLogEntry.objects.filter(
        action="wagtail.edit", timestamp__gte=sinds, content_type__in=soorten.values()
    ).values_list("content_type", "object_id", "user_id")
    regels = list(regels)
    if not regels:
        return set()
    erin = {(soorten[model].pk, pk) for model, pk in media_in(task_state.revision.as_object())}
    return {wie for soort, pk, wie in regels if (soort, pk) in erin}


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
