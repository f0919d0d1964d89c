"""What the public gets of a page, small enough to compare: a hash of what it says itself, and what it names."""

import hashlib
import json
from collections.abc import Iterator
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Left
from django.utils.text import Truncator
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Site

from core.boom import PAD_LENGTE
from core.goedkeuring.vingerafdruk import inhoud
from core.models import BasePage, Thema
from core.openbaar import openbaar
from core.talen.lezen import namen_van_feiten
from core.talen.taal import BRONTAAL
from core.teksten.plat import is_leeg
from core.tijd import vandaag
from kernpagina.afspraken import in_tekst
from kernpagina.models import AgendaItemPage, KernPage
from volgen.models import Gevolgd, Soort

# A state that is news by itself: it is told under its own name.
NIEUWS = frozenset({Soort.GEANNULEERD, Soort.TERUGGEKOPPELD})
# When it comes and goes: no visitor reads that.
PLANNING = frozenset({"go_live_at", "expire_at"})
LANGSTE_REGEL = 250


def naam_van(ding: Model) -> str:
    """How what a page names is written down: `page:31`, `bloeiimage:4`."""
    model = Page if isinstance(ding, Page) else type(ding)
    return f"{model._meta.model_name}:{ding.pk}"


def lees(pagina: BasePage, taal: str) -> Gevolgd:
    """The row for a live page in memory. Its place, and who may see it, are those of the Dutch page: `zet_op_zijn_plek`."""
    genoemd = set(_noemt(pagina, taal))
    with override(taal):
        stand = pagina.stand(vandaag()) if taal == BRONTAAL else None
    return Gevolgd(
        rij=pagina.pk,
        pagina=pagina.pk,
        sleutel=pagina.translation_key,
        taal=taal,
        openbaar=False,
        titel=pagina.title,
        url_path=pagina.url_path,
        regel=eerste_zin(pagina.in_het_kort()),
        themas=sorted(int(naam[6:]) for naam in genoemd if naam.startswith("thema:")),
        stand=stand.waarde if stand and stand.waarde in NIEUWS else "",
        eigen=_hash(pagina),
        noemt=sorted(genoemd),
        afspraken=_afspraken(pagina) if taal == BRONTAAL else [],
    )


def zichtbaar(paginas: QuerySet[Page]) -> dict[int, int | None]:
    """Those of these Dutch pages that are public on the site that is followed, each with the number of its village."""
    pad = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    hier = (
        Site.objects.filter(is_default_site=True)
        .annotate(pad=pad)
        .filter(pad__startswith=F("root_page__path"))
    )
    kern = KernPage.objects.filter(path=Left(OuterRef("path"), PAD_LENGTE)).order_by()
    gezien = openbaar(paginas.order_by()).filter(Exists(hier))
    return dict(gezien.values_list("pk", Subquery(kern.values("pk")[:1])))


def _hash(pagina: BasePage) -> str:
    """Of all that is public of the page itself. Not when it was published: who publishes the same again changes nothing."""
    tekst = {naam: waarde for naam, waarde in inhoud(pagina).items() if naam not in PLANNING}
    gegevens = [
        tekst,
        # A channel knows blocks by their ids; `inhoud` leaves them out.
        [
            waarde.get_prep_value()
            for veld in pagina._meta.concrete_fields
            if isinstance(veld, StreamField) and (waarde := getattr(pagina, veld.attname))
        ],
        pagina.first_published_at and int(pagina.first_published_at.timestamp()),
    ]
    bytes_ = json.dumps(gegevens, sort_keys=True, cls=DjangoJSONEncoder).encode()
    return hashlib.blake2b(bytes_, digest_size=16).hexdigest()


def _afspraken(pagina: BasePage) -> list[UUID]:
    """As on the page: nothing of a report is there before its text is."""
    if not isinstance(pagina, AgendaItemPage) or is_leeg(pagina.verslag):
        return []
    return [afspraak.kenmerk for afspraak in in_tekst(pagina)]


def _noemt(pagina: BasePage, taal: str) -> Iterator[str]:
    """What it names: in its text, and, of a Dutch page, in its fields and its rows."""
    overslaan = namen_van_feiten(type(pagina), taal) | {"alias_of"}
    modellen = (Page, get_image_model(), get_document_model(), Thema)
    soorten = {soort.pk: soort.model for soort in ContentType.objects.get_for_models(*modellen).values()}
    for soort, sleutel, pad, _ in ReferenceIndex._extract_references_from_object(pagina):
        if soort in soorten and pad.partition(".")[0] not in overslaan:
            yield f"{soorten[soort]}:{sleutel}"


def eerste_zin(tekst: str) -> str:
    """The first sentence, or as much of it as fits in a line of the log."""
    tekst = " ".join(tekst.split())
    for nummer, teken in enumerate(tekst[:LANGSTE_REGEL]):
        if teken in ".!?" and tekst[nummer + 1 : nummer + 2] in ("", " "):
            return tekst[: nummer + 1]
    return Truncator(tekst).chars(LANGSTE_REGEL)
