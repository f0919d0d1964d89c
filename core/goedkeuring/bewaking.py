"""The guard at the database write. Every route that puts text live ends in one of these saves."""

from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from core.teksten.schoonmaak import schone_gegevens

from .grendel import houd_bestanden, houd_paginas
from .register import Goedkeuring, GoedkeuringQuerySet
from .uitzondering import regel_geldt
from .vingerafdruk import inhoud, vingerafdruk_van

# Saving only these never changes what a visitor reads.
ONOPENBAAR = frozenset(
    [
        "path",
        "depth",
        "numchild",
        "url_path",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "live_revision",
        "latest_revision",
        "latest_revision_created_at",
        "draft_title",
        "expired",
        "locked",
        "locked_at",
        "locked_by",
        "owner",
        "wagtail_admin_comments",
        "content_type",
    ]
)
_volgt: ContextVar[bool] = ContextVar("aliassen_volgen", default=False)


class NietGoedgekeurd(PermissionDenied):
    """Something would go live that nobody else of Communicatie approved."""


class EindeVoorbij(NietGoedgekeurd):
    """Its last day has passed: online it would only stand until somebody looked at the clock."""


class Bezwaar(NietGoedgekeurd):
    """Since it was approved something came that this text doesn't reckon with; the text of the exception says what."""


@contextmanager
def aliassen_volgen():
    """While an approved page goes live, its existing aliases may take over its content."""
    oud = _volgt.set(True)
    try:
        yield
    finally:
        _volgt.reset(oud)


def bewaak_pagina(pagina: Page, update_fields: frozenset[str] | None) -> None:
    """Refuse to write a live page with content that was not approved. Raises NietGoedgekeurd.

    Spends the approval: one approval, one publication.
    """
    if not regel_geldt() or not pagina.live:
        return
    if update_fields is not None and set(update_fields) <= ONOPENBAAR:
        return
    nieuw = inhoud(pagina)
    goedkeuring = _goedkeuring_van_versie(pagina)
    if goedkeuring is None:
        oud = type(pagina)._base_manager.filter(pk=pagina.pk).first() if pagina.pk else None
        if oud and oud.live and oud.alias_of_id == pagina.alias_of_id and inhoud(oud) == nieuw:
            return
        if oud and pagina.alias_of_id and oud.alias_of_id == pagina.alias_of_id and _volgt.get():
            return
    if pagina.expire_at and pagina.expire_at <= timezone.now():
        raise EindeVoorbij("De dag waarop deze pagina van de site gaat, is al voorbij.")
    # What is compared has to stand still until it is public, and an approval is spent by one of two at once.
    houd_paginas(_geraakt(pagina))
    media = houd_bestanden(pagina)
    if bezwaar := bezwaar_van(pagina):
        raise Bezwaar(bezwaar)
    # The version itself stands still since it was submitted (`bewaak_revisie`): what has its fingerprint is what it says.
    if goedkeuring is None or goedkeuring.vingerafdruk != vingerafdruk_van(pagina, nieuw, media):
        raise NietGoedgekeurd("Deze tekst is niet goedgekeurd door iemand anders van Communicatie.")
    goedkeuring.gebruikt_op = timezone.now()
    goedkeuring.save(update_fields=["gebruikt_op"])


def bezwaar_van(pagina: Page) -> str:
    """Why this text can't go online as things are now, in a sentence; empty when it can. The page has to be held."""
    # A plain Page knows of none.
    return getattr(pagina, "bezwaar", str)()


def _geraakt(pagina: Page) -> list[int]:
    """The pages into whose rows this is written: with another name, every page below gets another address as well."""
    oud = Page.objects.filter(pk=pagina.pk) if pagina.pk else Page.objects.none()
    slug = oud.values_list("slug", flat=True).first()
    if slug is None:
        return []
    if slug == pagina.slug:
        return [pagina.pk]
    return list(Page.objects.descendant_of(oud.get(), inclusive=True).values_list("pk", flat=True))


def _goedkeuring_van_versie(pagina: Page) -> Goedkeuring | None:
    """The unspent approval of the version that this page says it shows, when that is one of its own."""
    if not (pagina.pk and pagina.live_revision_id):
        return None
    gegeven = Goedkeuring.objects.voor_pagina(pagina).openstaand()
    return gegeven.filter(revisie=pagina.live_revision_id).first()


def bewaak_revisie(revisie: Revision, update_fields: frozenset[str] | None) -> None:
    """Refuse to schedule what was not approved, and to change what was submitted. Raises NietGoedgekeurd."""
    model = revisie.content_type.model_class()
    if not regel_geldt() or not revisie.pk or not issubclass(model, Page):
        return
    if update_fields is None or "content" in update_fields:
        oud = Revision.objects.filter(pk=revisie.pk).values_list("content", flat=True).first()
        # What was sent in before text was cleaned may be cleaned: that is no other text.
        vast = oud != revisie.content and staat_vast(revisie)
        if vast and schone_gegevens(model, oud) != revisie.content:
            raise NietGoedgekeurd("Deze versie is ingediend en staat vast. Sla een nieuwe versie op.")
    if update_fields is None or "approved_go_live_at" in update_fields:
        if revisie.approved_go_live_at is None:
            _goedkeuringen(revisie).laat_vervallen()
        # As it is in the version itself, whatever who publishes it read of it before.
        elif not goedkeuring_voor(revisie, Revision.as_object(revisie)):
            raise NietGoedgekeurd("Alleen een goedgekeurde versie kan worden gepland.")


def staat_vast(revisie: Revision) -> bool:
    """Whether this version was submitted or approved: what is written after it, is another one."""
    return TaskState.objects.filter(revision=revisie).exists() or _goedkeuringen(revisie).exists()


def goedkeuring_voor(revisie: Revision, tekst: Page):
    """The unspent approval of exactly this revision, of which this is the text, as it is now; or None."""
    goedkeuring = _goedkeuringen(revisie).openstaand().first()
    if goedkeuring and goedkeuring.vingerafdruk == vingerafdruk_van(tekst):
        return goedkeuring
    return None


def _goedkeuringen(revisie: Any) -> GoedkeuringQuerySet:
    return revisie.goedkeuringen.all()
