"""The decisions people take about a page: approve it, send it back, send it in again after a change, publish it at once.

Each holds the page first (`grendel`) and reads what it needs after that: of two at the same moment one decides, and the
other hears that it was done.
"""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, TaskState
from wagtail.models.workflows import TaskStateQuerySet

from .afronden import lees_eenmaal
from .bewaking import bezwaar_van
from .grendel import houd_bestanden, houd_paginas
from .register import Goedkeuring, GoedkeuringTaskState
from .rollen import communicatie_leden, is_communicatie, mag_spoedpublicatie
from .seinen import ingediend
from .stappen import bestandswijzigers, schrijver_van, stappen_van
from .vertalers import vertalers
from .vingerafdruk import vingerafdruk, vingerafdruk_van

WAT_KAN_BETER = "Schrijf in één of twee zinnen wat er beter kan. Dan kan de schrijver verder."
NET_VERANDERD = "Iemand anders heeft deze pagina net veranderd. Kijk eerst wat er nu staat."


class KanNiet(PermissionDenied):
    """A decision that can't be taken now; the text says why, for whoever took it."""


class AlBesloten(KanNiet):
    """Somebody else decided first, or the text isn't the same any more."""


def eis(waarde: str, anders: str) -> None:
    """What a decision can't do without; asked in its step, after whether there is still something to decide."""
    if not waarde:
        raise KanNiet(anders)


def mag_goedkeuren(user, task_state, pagina: Page | None = None) -> bool:
    """Someone of Communicatie, who neither submitted this text nor changed it while it waited. `pagina` as in `betrokkenen`."""
    return is_communicatie(user) and user.pk not in betrokkenen(task_state, pagina)


def betrokkenen(task_state, pagina: Page | None = None) -> set[int]:
    """The keys of the users who had a hand in this text. `pagina` is its page, for who has it at hand.

    Who submits a text vouches for what is in it; so these are who submitted it and who saved it or made the last change
    until then, and everybody who changed it, or a picture or document in it, since.
    """
    stappen = stappen_van(task_state)
    wie = {
        *(wie for stap in stappen for wie in (stap.ingediend_door, stap.schrijver, stap.bewaard_door)),
        stappen[0].gevraagd_door,
        *vertalers(pagina or task_state.revision.content_object),
        *bestandswijzigers(task_state, stappen[0].sinds),
    }
    return {pk for pk in wie if pk is not None}


def leg_vast(task_state, user) -> None:
    """Write down who submitted what waits now, and which text it is; then tell of it.

    A version that took the place of another stays submitted by whoever submitted that: who changes a text, or meant to
    approve it, doesn't become its submitter. Raises KanNiet when nobody of Communicatie could approve it.
    """
    eerder = stappen_van(task_state)[:-1]
    task_state.ingediend_door_id = eerder[-1].ingediend_door if eerder else getattr(user, "pk", None)
    task_state.vingerafdruk = vingerafdruk(task_state.revision)
    task_state.schrijver = schrijver_van(task_state.revision)
    task_state.save(update_fields=["ingediend_door", "vingerafdruk", "schrijver"])
    leden = set(communicatie_leden().values_list("pk", flat=True))
    if leden and leden <= betrokkenen(task_state):
        raise KanNiet(
            "Als je dit doet, is er niemand van Communicatie meer die de tekst mag goedkeuren: iedereen heeft er dan "
            "aan gewerkt. Stuur de pagina terug, of laat een collega hem indienen."
        )
    ingediend.send(sender=type(task_state), instance=task_state, user=user)


def wachtend(task_state):
    """The step as it is now, with its page held. Raises AlBesloten when it doesn't wait any more."""
    erbij = ("workflow_state__workflow", "revision", "task")
    gelezen = type(task_state).objects.select_related(*erbij)
    # As long as it waits, all that it says stands still: only whether it does has to be asked while others wait for it.
    stap = gelezen.filter(pk=task_state.pk).first()
    houd_paginas([task_state.workflow_state.object_id])
    wacht = type(task_state).objects.filter(pk=task_state.pk, status=TaskState.STATUS_IN_PROGRESS)
    if stap is None or not wacht.exists():
        raise AlBesloten(hoe_besloten(gelezen.filter(pk=task_state.pk).first()))
    return stap


def hoe_besloten(task_state) -> str:
    """In a sentence, what became of something that waited; of None: that it's gone."""
    if task_state is None:
        return "Deze pagina is er niet meer."
    wie = task_state.finished_by or "Een collega"
    if task_state.status == TaskState.STATUS_APPROVED:
        return f"Deze pagina is al goedgekeurd, door {wie}."
    if task_state.status == TaskState.STATUS_REJECTED:
        return f"Deze pagina is al teruggestuurd, door {wie}."
    # Also when it was taken back and submitted anew: then it waits in a round of its own.
    staat = task_state.workflow_state
    rondes = type(staat).objects.filter(
        base_content_type=staat.base_content_type_id, object_id=staat.object_id
    )
    if rondes.filter(status=staat.STATUS_IN_PROGRESS).exists():
        return "De tekst is intussen veranderd. Kijk eerst wat er nu staat."
    return "Deze pagina wacht niet meer op goedkeuring."


@transaction.atomic
def keur_goed(task_state, user, comment: str = "") -> bool:
    """Approve the submitted text and publish or schedule it.

    Returns False when text or pictures changed after they were submitted: then the newest text waits for approval
    instead. Raises PermissionDenied when this user may not approve it, and KanNiet when nobody may now.
    """
    task_state = wachtend(task_state)
    if not mag_goedkeuren(user, task_state):
        raise PermissionDenied
    pagina = task_state.revision.content_object
    zelfde = pagina.latest_revision_id == task_state.revision_id
    revisie = task_state.revision if zelfde else pagina.get_latest_revision()
    tekst = revisie.as_object()
    media = houd_bestanden(tekst)
    if task_state.vingerafdruk != vingerafdruk_van(tekst, media=media):
        task_state.cancel(user=user, resume=True)
        return False
    _kan_online(tekst)
    Goedkeuring.objects.voor_pagina(pagina).laat_vervallen()
    Goedkeuring.objects.create(
        revisie=revisie,
        vingerafdruk=task_state.vingerafdruk,
        door=user,
        ingediend_door_id=task_state.ingediend_door_id or task_state.workflow_state.requested_by_id,
        auteur_id=task_state.schrijver_id or task_state.revision.user_id,
    )
    # The newest of the versions with this text, or the page would keep a draft that says the same.
    task_state.revision = revisie
    lees_eenmaal(revisie, tekst)
    # Wagtail publishes what it finds here; nobody else can write it while the page is held.
    task_state.workflow_state.current_task_state = task_state
    task_state.approve(user=user, comment=comment)
    return True


def _kan_online(tekst: Page) -> None:
    if bezwaar := bezwaar_van(tekst):
        raise KanNiet(bezwaar)
    einde = tekst.expire_at
    if einde and einde <= timezone.now():
        raise KanNiet(
            "De dag waarop deze pagina van de site gaat, is al voorbij. Haal die datum weg of stuur de pagina terug."
        )


@transaction.atomic
def stuur_terug(task_state, user, comment: str = "") -> None:
    """Send a text back to who submitted it. Raises PermissionDenied, KanNiet without a remark, and AlBesloten for who comes too late."""
    task_state = wachtend(task_state)
    if not is_communicatie(user):
        raise PermissionDenied
    eis(comment.strip(), WAT_KAN_BETER)
    task_state.reject(user=user, comment=comment)


@transaction.atomic
def trek_terug(workflow_state, user) -> None:
    """Take back what waits, to go on with the text. Raises PermissionDenied, and AlBesloten for who comes too late."""
    houd_paginas([workflow_state.object_id])
    workflow_state = type(workflow_state).objects.get(pk=workflow_state.pk)
    if workflow_state.status != workflow_state.STATUS_IN_PROGRESS:
        raise AlBesloten(hoe_besloten(workflow_state.current_task_state))
    if not workflow_state.user_can_cancel(user):
        raise PermissionDenied
    workflow_state.cancel(user=user)


def herstart_na_wijziging(pagina: Page) -> None:
    """A page that waits has a new version: what was submitted no longer counts, this waits instead.

    Comes after the row of the page is written: a step that starts, starts on what that row calls the newest version.
    """
    wacht = (
        cast("TaskStateQuerySet", GoedkeuringTaskState.objects)
        .for_instance(pagina)
        .filter(status=TaskState.STATUS_IN_PROGRESS)
        .exclude(revision_id=pagina.latest_revision_id)
        .first()
    )
    if wacht and wacht.vingerafdruk != vingerafdruk(pagina.latest_revision):
        wacht.cancel(user=pagina.latest_revision.user, resume=True)


@transaction.atomic
def publiceer_met_spoed(pagina: Page, user, reden: str, gezien: str) -> None:
    """Publish the newest version at once, without a second pair of eyes, whatever was planned.

    `gezien` is the fingerprint of the text that this user looked at: autosave keeps another under the same number.
    Raises PermissionDenied, AlBesloten when it isn't that text any more, and KanNiet when its last day has passed.
    """
    reden = reden.strip()
    if not mag_spoedpublicatie(user) or not reden:
        raise PermissionDenied
    houd_paginas([pagina.pk])
    pagina = Page.objects.get(pk=pagina.pk).specific
    revisie = pagina.get_latest_revision()
    tekst = revisie.as_object()
    media = houd_bestanden(tekst)
    if vingerafdruk_van(tekst, media=media) != gezien:
        raise AlBesloten(NET_VERANDERD)
    if wacht := pagina.current_workflow_state:
        wacht.cancel(user=user)
    if tekst.go_live_at and tekst.go_live_at > timezone.now():
        tekst.go_live_at = None
        revisie = tekst.save_revision(user=user, log_action=True)
        tekst = revisie.as_object()
    _kan_online(tekst)
    Goedkeuring.objects.voor_pagina(pagina).laat_vervallen()
    Goedkeuring.objects.create(
        revisie=revisie,
        vingerafdruk=vingerafdruk_van(tekst, media=media),
        door=user,
        auteur_id=revisie.user_id,
        spoed=True,
        reden=reden,
    )
    log(instance=pagina, action="bloei.spoedpublicatie", user=user, revision=revisie, data={"reden": reden})
    lees_eenmaal(revisie, tekst)
    revisie.publish(user=user, skip_permission_checks=True)
