"""Keeps track of which translations lag behind the Dutch text. Only text counts: a new date is shown at once."""

import hashlib
import json
from datetime import datetime

from django.utils import timezone
from wagtail.models import Locale, Page, Revision
from wagtail.search import index
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

from core.talen.taal import BRONTAAL, taal_van
from vertalen.models import Vertaalbasis


def tekstafdruk(pagina: Page) -> str:
    """SHA-256 of everything on this page that a translator translates. Blocks and rows that only changed places
    give the same: each has a key of its own in its path."""
    stukken = []
    for segment in extract_segments(pagina):
        if isinstance(segment, StringSegmentValue):
            stukken.append((segment.path, segment.string.data, segment.attrs))
        elif isinstance(segment, TemplateSegmentValue):
            stukken.append((segment.path, segment.template))
    # Stable: the sentences of one field keep their order.
    stukken.sort(key=lambda stuk: stuk[0])
    return hashlib.sha256(json.dumps(stukken, sort_keys=True).encode()).hexdigest()


def vertaling_naar(pagina: Page) -> Translation | None:
    """The work of translators of which this translated page is made; None for a page that is no such thing."""
    return Translation.objects.filter(
        source__object_id=pagina.translation_key,
        source__locale__language_code=BRONTAAL,
        target_locale_id=pagina.locale_id,
        enabled=True,
    ).first()


def bron_is_nieuwer(vertaling: Translation, versie: Revision | None = None) -> bool:
    """Whether the Dutch text changed since it was fetched to be translated, or since this version was made of it."""
    nu = tekstafdruk(vertaling.source.get_source_instance())
    basis = Vertaalbasis.objects.filter(revisie=versie).first() if versie else None
    return (basis.afdruk if basis else tekstafdruk(vertaling.source.as_instance())) != nu


def houd_bij(pagina: Page, revisie: Revision | None) -> None:
    """Something was published: see which translations are behind now."""
    if pagina.alias_of_id:
        return
    if taal_van(pagina.locale_id) == BRONTAAL:
        _bron_gepubliceerd(pagina)
    elif revisie:
        _vertaling_gepubliceerd(pagina, revisie)


def leg_vast(revisie: Revision, bron: Page) -> Vertaalbasis:
    """Note that this version of a translation was made from the text of this Dutch page, as it is in memory."""
    return Vertaalbasis.objects.get_or_create(revisie=revisie, defaults={"afdruk": tekstafdruk(bron)})[0]


def _bron_gepubliceerd(bron: Page) -> None:
    vertalingen = bron.get_translations().filter(live=True, alias_of=None).exclude(live_revision=None)
    if not vertalingen.exists():
        return
    bron = _uit_de_database(bron)
    for vertaling in vertalingen.select_related("live_revision"):
        # It is found by what is the same in every language as well, such as the place.
        index.insert_or_update_object(vertaling.specific)
        _zet_stand(leg_vast(vertaling.live_revision, bron), bron)


def _vertaling_gepubliceerd(vertaling: Page, revisie: Revision) -> None:
    bron = vertaling.get_translation_or_none(Locale.objects.get(language_code=BRONTAAL))
    if bron is None:
        return
    bron = _uit_de_database(bron)
    _zet_stand(leg_vast(revisie, bron), bron)
    _machinezinnen(vertaling, revisie.created_at)


def _zet_stand(basis: Vertaalbasis, bron: Page) -> None:
    moment = bron.last_published_at or timezone.now()
    if basis.afdruk == tekstafdruk(bron):
        basis.achter_sinds = basis.bron_gewijzigd_op = None
    else:
        basis.achter_sinds = basis.achter_sinds or moment
        basis.bron_gewijzigd_op = moment
    basis.save(update_fields=["achter_sinds", "bron_gewijzigd_op"])


def _machinezinnen(vertaling: Page, tot: datetime) -> None:
    """A person approved this text: what a machine suggested in it is no suggestion any more."""
    zinnen = StringTranslation.objects.filter(
        context__object_id=vertaling.translation_key,
        locale_id=vertaling.locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        updated_at__lte=tot,
    )
    for zin in zinnen:
        zin.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        zin.tool_name = f"{zin.tool_name}, nagekeken"
    StringTranslation.objects.bulk_update(zinnen, ["translation_type", "tool_name"])


def _uit_de_database(pagina: Page) -> Page:
    """The text that visitors read now; a page in memory may hold less or more."""
    return type(pagina.specific)._base_manager.get(pk=pagina.pk)
