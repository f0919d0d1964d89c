"""What "exactly that text" means: the public content of a page, and of the pictures and documents in it."""

import hashlib
import json
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from modelcluster.models import get_all_child_m2m_relations
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision, TranslatableMixin

from core.talen.lezen import namen_van_feiten
from core.talen.taal import taal_van
from core.teksten import schoon
from core.teksten.schoonmaak import rijen_van, schone_gegevens

# Book-keeping of the page as a whole, that no visitor reads.
BOEKHOUDING = frozenset(
    [
        "pk",
        "path",
        "depth",
        "numchild",
        "url_path",
        "content_type",
        "live",
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
        "translation_key",
        "locale",
        "alias_of",
        "wagtail_admin_comments",
        "comment_notifications",
        "index_entries",
        "rol",
    ]
)
_keuzes_van = cache(get_all_child_m2m_relations)
MEDIA_VELDEN = ("title", "file_hash", "alt_tekst", "credit", "focal_point_key")


# Pictures and documents, each by its model and its key.
Media = list[tuple[type[Model], str]]


def inhoud(pagina: Page) -> dict[str, Any]:
    """The public content of a page in memory, comparable between a database row, a revision and a form. Of a
    translation that is its text: a visitor reads all else from the Dutch page."""
    gegevens = _zonder_sleutels(type(pagina), pagina.serializable_data(), taal_van(pagina.locale_id))
    for veld in pagina._meta.concrete_fields:
        if isinstance(veld, StreamField):
            waarde = getattr(pagina, veld.attname)
            # Reading every reference visits every block; a block that was never visited is stored as it came in,
            # and would look different from one that was.
            list(veld.extract_references(waarde))
            gegevens[veld.name] = _zonder_ids(waarde.get_prep_value() if waarde else [])
    # What was stored before text was cleaned counts as what it becomes: cleaning it later changes no approved text.
    gegevens = schone_gegevens(type(pagina), gegevens)
    return {naam: waarde for naam, waarde in gegevens.items() if naam not in BOEKHOUDING}


def _zonder_sleutels(model: type[Model], gegevens: dict[str, Any], taal: str) -> dict[str, Any]:
    """Without the keys of child rows, which a new row gets again at each post, and with the rows in their order.

    The order is content; the numbers that keep it are not.
    """
    gegevens = dict(gegevens)
    for relatie in rijen_van(model):
        kind = relatie.related_model
        volgorde = getattr(kind, "sort_order_field", None)
        weg = {"pk", kind._meta.pk.name, relatie.field.name, volgorde}
        if issubclass(kind, TranslatableMixin):
            weg |= {"translation_key", "locale"}
        rijen = gegevens[relatie.get_accessor_name()]
        if volgorde:
            rijen = sorted(rijen, key=lambda rij: rij[volgorde] or 0)
        rijen = [
            {naam: deel for naam, deel in _zonder_sleutels(kind, rij, taal).items() if naam not in weg}
            for rij in rijen
        ]
        gegevens[relatie.get_accessor_name()] = rijen if volgorde else sorted(rijen, key=_als_tekst)
    for veld in _keuzes_van(model):
        gegevens[veld.name] = sorted(gegevens[veld.name])
    feiten = namen_van_feiten(model, taal)
    return {naam: deel for naam, deel in gegevens.items() if naam not in feiten}


def _zonder_ids(waarde: Any) -> Any:
    """Without the ids of blocks: a new block has none yet, and they are not text."""
    if isinstance(waarde, dict):
        weg = {"id"} if {"type", "value"} <= waarde.keys() else set()
        return {naam: _zonder_ids(deel) for naam, deel in waarde.items() if naam not in weg}
    if isinstance(waarde, list):
        return [_zonder_ids(deel) for deel in waarde]
    return waarde


def _als_tekst(gegevens: Any) -> str:
    return json.dumps(gegevens, sort_keys=True, cls=DjangoJSONEncoder)


def media_in(pagina: Page) -> Media:
    """The pictures and documents a page in memory refers to, as (model, primary key), each once."""
    gevonden = set()
    modellen = {_ct(model): model for model in (get_image_model(), get_document_model())}
    feiten = namen_van_feiten(type(pagina), taal_van(pagina.locale_id))
    for type_id, sleutel, pad, _ in ReferenceIndex._extract_references_from_object(pagina):
        if type_id in modellen and pad.partition(".")[0] not in feiten:
            gevonden.add((modellen[type_id], str(sleutel)))
    return sorted(gevonden, key=lambda paar: (paar[0].__name__, paar[1]))


def _ct(model: type[Model]) -> int:
    # The index files a reference under the base model, which for these is the model itself.
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(model).pk


def _media_inhoud(media: Media) -> list[Any]:
    stand = []
    for model, sleutel in media:
        bestand = model._default_manager.filter(pk=sleutel).first()
        if bestand:
            velden = {naam: _media_waarde(bestand, naam) for naam in MEDIA_VELDEN}
            stand.append([model.__name__, sleutel, velden])
    return stand


def _media_waarde(bestand: Any, naam: str) -> Any:
    if naam == "file_hash":
        return bestand.get_file_hash()
    if naam == "focal_point_key":
        punt = bestand.get_focal_point() if hasattr(bestand, "get_focal_point") else None
        return repr(punt)
    waarde = getattr(bestand, naam, None)
    return schoon.regel(waarde) if isinstance(waarde, str) else waarde


def vingerafdruk(revisie: Revision) -> str:
    """SHA-256 of what this revision would show the public, with the pictures and documents as they are now."""
    return vingerafdruk_van(revisie.as_object())


def vingerafdruk_van(pagina: Page, gelezen: dict[str, Any] | None = None, media: Media | None = None) -> str:
    """The same of a text in memory; `gelezen` is its `inhoud` and `media` what is in it, for who has these."""
    gelezen = inhoud(pagina) if gelezen is None else gelezen
    tekst = _als_tekst([gelezen, _media_inhoud(media_in(pagina) if media is None else media)])
    return hashlib.sha256(tekst.encode()).hexdigest()
