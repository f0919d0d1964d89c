"""From translated sentences to a text that waits for approval, like every other text."""

from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

from vertalen.basis import leg_vast


class Stand(NamedTuple):
    """How far a translation is: sentences in all, those that are missing or wrong, those a machine suggested."""

    zinnen: int
    open: int
    machine: int


def stand_van(vertaling: Translation) -> Stand:
    zinnen, klaar = vertaling.get_progress()
    segmenten = StringSegment.objects.filter(source_id=vertaling.source_id)
    machine = segmenten.get_translations(vertaling.target_locale).filter(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
    )
    return Stand(zinnen, zinnen - klaar, machine.count())


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
    revisie = maak_versie(vertaling, user)
    pagina = vertaling.get_target_instance()
    # A version that waits already makes way for this one by itself (core.goedkeuring.besluiten).
    if not pagina.workflow_in_progress:
        pagina.get_workflow().start(pagina, user)
    return revisie


def maak_versie(vertaling: Translation, user=None) -> Revision:
    """Write the translated sentences into a new version of the page; the page itself stays as it is.

    wagtail-localize's own `save_target` writes into the row of the page, which for a live page is what visitors read.
    """
    doel = vertaling.get_target_instance()
    tekst = vertaling.source.get_ephemeral_translated_instance(vertaling.target_locale, fallback=True)
    # The address of a translation is that of the Dutch page; its own slug only has to be unique.
    tekst.slug = doel.slug
    revisie = tekst.save_revision(user=user, log_action=True)
    leg_vast(revisie, vertaling.source.as_instance())
    TranslationLog.objects.create(source=vertaling.source, locale=vertaling.target_locale, revision=revisie)
    return revisie
