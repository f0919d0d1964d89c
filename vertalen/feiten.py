"""What is the same in every language: written into the live translations when the Dutch page is published or moved.

The site reads these from the Dutch page anyway (`core.talen.lezen`). Who reads the rows, such as the API, gets them
from here. They were approved with the Dutch page; text is never written here.
"""

from django.db.models import ManyToOneRel, Model
from modelcluster.fields import ParentalKey
from wagtail.models import Locale, Page, ReferenceIndex, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from core.talen.geraamte import zorg_voor_ouders
from core.talen.lezen import kinderen_met_tekst


def neem_feiten_over(bron: Page, vertaling: Page) -> None:
    """Make dates, state, place, pictures, themes and order of a translation those of the Dutch page."""
    vertaling = vertaling.specific
    # Who keeps in step by date sees a new fact, as well as a new text.
    momenten = [m for m in (bron.last_published_at, vertaling.last_published_at) if m]
    type(vertaling)._base_manager.filter(pk=vertaling.pk).update(
        **_feiten(bron), last_published_at=max(momenten, default=None)
    )
    for relatie in kinderen_met_tekst(type(bron)):
        kinderen = {kind.translation_key: kind for kind in getattr(bron, relatie).all()}
        for kind in getattr(vertaling, relatie).all():
            if van := kinderen.get(kind.translation_key):
                type(kind)._base_manager.filter(pk=kind.pk).update(**_feiten(van), sort_order=van.sort_order)
    for veld in get_translatable_fields(type(bron)):
        soort = veld.get_field(type(bron))
        if isinstance(veld, SynchronizedField) and isinstance(soort, ManyToOneRel):
            _rijen_over(bron, vertaling, soort)
    _werk_indexen_bij(type(vertaling)._base_manager.get(pk=vertaling.pk))


def _werk_indexen_bij(vertaling: Page) -> None:
    """An `update` tells nobody: search has to find the new place, and a new picture is in use from now on."""
    index.insert_or_update_object(vertaling)
    ReferenceIndex.create_or_update_for_object(vertaling)


def _feiten(ding: Model) -> dict[str, object]:
    velden = (veld for veld in get_translatable_fields(type(ding)) if isinstance(veld, SynchronizedField))
    kolommen = (veld.get_field(type(ding)) for veld in velden)
    # A slug has to be unique where it stands, and belongs to the place: see `volg_plaats`.
    return {
        kolom.attname: getattr(ding, kolom.attname)
        for kolom in kolommen
        if kolom.concrete and not kolom.many_to_many and kolom.name != "slug"
    }


def _rijen_over(bron: Page, vertaling: Page, relatie: ManyToOneRel) -> None:
    """Rows without text, such as the themes and the attachments: the same ones as the Dutch page."""
    model, naar = relatie.related_model, relatie.field
    if not isinstance(naar, ParentalKey) or issubclass(model, TranslatableMixin):
        return
    model._base_manager.filter(**{naar.name: vertaling.pk}).delete()
    for rij in model._base_manager.filter(**{naar.name: bron.pk}):
        rij.pk = None
        setattr(rij, naar.attname, vertaling.pk)
        rij.save(force_insert=True)


def volg_plaats(bron: Page) -> None:
    """The Dutch page was moved: its translations go along, so that they stand below the same kern."""
    for locale in Locale.objects.exclude(pk=bron.locale_id):
        vertaling = bron.get_translation_or_none(locale)
        if vertaling is None:
            continue
        zorg_voor_ouders(bron, locale)
        boven = bron.get_parent().get_translation(locale)
        if vertaling.get_parent().pk != boven.pk:
            vertaling.specific.move(boven, "last-child")
