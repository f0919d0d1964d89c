"""From translated sentences to a text that waits for approval, like every other text."""

from typing import NamedTuple

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Page, Revision, WorkflowState
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
)

from vertalen.basis import leg_vast
from vertalen.zinnen import fouten_in, zinnen_van


class Stand(NamedTuple):
    """How far a translation is: sentences in all, those that are missing or wrong, those a machine suggested."""

    zinnen: int
    open: int
    machine: int


def stand_van(vertaling: Translation) -> Stand:
    # A sentence that stands twice in one field is translated once.
    zinnen = StringSegment.objects.filter(source_id=vertaling.source_id).values("string_id", "context_id")
    vertaald = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=vertaling.target_locale_id,
    )
    van_machine = vertaald.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    return Stand(
        zinnen.distinct().count(),
        zinnen.exclude(Exists(vertaald.filter(has_error=False))).distinct().count(),
        zinnen.filter(Exists(van_machine)).distinct().count(),
    )


def na_het_indienen(vertaling: Translation, pagina: Page) -> int:
    """How many sentences were changed since the newest version was made of them: they stand on the screen, and nowhere else."""
    if not (pagina.workflow_in_progress or pagina.live) or not pagina.latest_revision_created_at:
        return 0
    zinnen = StringTranslation.objects.filter(
        context__object_id=pagina.translation_key, locale_id=vertaling.target_locale_id
    )
    return zinnen.filter(updated_at__gt=pagina.latest_revision_created_at).count()


class NogNietKlaar(Exception):
    """Sentences are still missing; a page that is half Dutch would say that it is Polish."""

    def __init__(self, aantal: int) -> None:
        self.aantal = aantal
        super().__init__(aantal)


@transaction.atomic
def dien_in(vertaling: Translation, user) -> Revision:
    """Make a version out of the translated sentences and submit it for approval. Nothing that is live changes.

    Raises PermissionDenied for who may not edit the page, NogNietKlaar when sentences are missing, and
    ValidationError when the text doesn't fit the page.
    """
    doel = vertaling.get_target_instance()
    if not doel.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if open_zinnen := stand_van(vertaling).open:
        raise NogNietKlaar(open_zinnen)
    if fouten := fouten_in(zinnen_van(vertaling)):
        raise ValidationError(fouten)
    revisie = maak_versie(vertaling, user)
    pagina = vertaling.get_target_instance()
    loopt = pagina.current_workflow_state
    if loopt is None:
        pagina.get_workflow().start(pagina, user)
    elif loopt.status == WorkflowState.STATUS_NEEDS_CHANGES:
        # Sent back: the same submission goes on, with who sends it in now as the one who submitted it.
        loopt.resume(user)
    # What waits already makes way for this version by itself (core.goedkeuring.besluiten).
    return revisie


def maak_versie(vertaling: Translation, user=None) -> Revision:
    """Write the translated sentences into a new version of the page; the page itself stays as it is.

    wagtail-localize's own `save_target` writes into the row of the page, which for a live page is what visitors read.
    """
    doel = vertaling.get_target_instance()
    # From before they were refused (`vertalen.schoon.bewaak_overschrijving`).
    SegmentOverride.objects.filter(
        context__object_id=vertaling.source.object_id, locale_id=vertaling.target_locale_id
    ).delete()
    tekst = vertaling.source.get_ephemeral_translated_instance(vertaling.target_locale, fallback=True)
    # The address of a translation is that of the Dutch page; its own slug only has to be unique.
    tekst.slug = doel.slug
    revisie = tekst.save_revision(user=user, log_action=True)
    leg_vast(revisie, vertaling.source.as_instance())
    TranslationLog.objects.create(source=vertaling.source, locale=vertaling.target_locale, revision=revisie)
    return revisie
