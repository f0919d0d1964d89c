"""What the edit form of a page sends when every field is filled in: made from the model, so a new field is in it too."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_OID, uuid5

from django import forms
from wagtail import blocks
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.blocks.base import BlockField
from wagtail.models import Page

from core.blocks import KnopBlock
from core.themakeuze import ThemaKeuze

TEKST = {"blocks": [{"key": "abcde", "text": "Een zin.", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}  # fmt: skip
# Where one good value isn't as good as another.
VAST = {
    "go_live_at": "",
    "expire_at": "",
    "woonplaatscode": "3213",
    "breedtegraad": "51.88",
    "lengtegraad": "5.19",
    "periode_van": "2027",
    "periode_tot": "2030",
    "comment_notifications": "",
    "contentpath": "title",
    "DELETE": "",
    "id": "",
}
Velden = dict[str, list[str]]


def inzending(pagina: Page, user) -> Velden:
    """The fields of the edit form of this page and what each sends, as in a QueryDict."""
    soort = pagina.specific_class.get_edit_handler().get_form_class()
    form = soort(instance=pagina, parent_page=pagina.get_parent().specific, for_user=user)
    return dict(_velden(form))


def _velden(form: forms.BaseForm) -> Iterator[tuple[str, list[str]]]:
    for naam, veld in form.fields.items():
        yield from _veld(form.add_prefix(naam), veld, VAST.get(naam))
    for formset in getattr(form, "formsets", {}).values():
        yield f"{formset.prefix}-TOTAL_FORMS", ["1"]
        yield f"{formset.prefix}-INITIAL_FORMS", ["0"]
        rij = formset.empty_form
        rij.prefix = f"{formset.prefix}-0"
        for genest in getattr(rij, "formsets", {}).values():
            genest.prefix = genest.prefix.replace("__prefix__", "0")
        yield from _velden(rij)


def _veld(naam: str, veld: forms.Field, vast: str | None) -> Iterator[tuple[str, list[str]]]:
    if isinstance(veld, BlockField):
        yield from _blok(naam, veld.block)
    elif vast is not None:
        yield naam, [vast]
    else:
        yield naam, _waarden(veld)


def _blok(naam: str, blok: blocks.Block) -> Iterator[tuple[str, list[str]]]:
    if isinstance(blok, blocks.StructBlock):
        for kind, deel in blok.child_blocks.items():
            if not (isinstance(blok, KnopBlock) and kind == "adres"):
                yield from _blok(f"{naam}-{kind}", deel)
    elif isinstance(blok, blocks.BaseStreamBlock | blocks.ListBlock):
        lijst = isinstance(blok, blocks.ListBlock)
        delen = [(None, blok.child_block)] * 2 if lijst else list(blok.child_blocks.items())
        yield f"{naam}-count", [str(len(delen))]
        for nummer, (soort, deel) in enumerate(delen):
            plek = f"{naam}-{nummer}"
            yield f"{plek}-deleted", [""]
            yield f"{plek}-order", [str(nummer)]
            yield f"{plek}-id", [str(uuid5(NAMESPACE_OID, plek))]
            if soort:
                yield f"{plek}-type", [soort]
            yield from _blok(f"{plek}-value", deel)
    elif isinstance(blok, blocks.FieldBlock):
        yield naam, _waarden(blok.field)


def _waarden(veld: forms.Field) -> list[str]:
    if isinstance(veld.widget, DraftailRichTextArea):
        return [json.dumps(TEKST)]
    if isinstance(veld.widget, ThemaKeuze):
        return [keus for keus, _ in veld.widget.choices][:2]
    if isinstance(veld, forms.ModelChoiceField):
        eerste = veld.queryset.last()
        return [str(eerste.pk)] if eerste else []
    if isinstance(veld, forms.ChoiceField):
        return [next(str(keus) for keus, _ in veld.choices if keus)]
    voorbeelden: list[tuple[type[forms.Field], str]] = [
        (forms.BooleanField, "on"),
        (forms.DateTimeField, "24-11-2027 19:30"),
        (forms.DateField, "2027-11-24"),
        (forms.URLField, "https://example.org/"),
        (forms.EmailField, "redactie@example.org"),
        (forms.SlugField, "een-adres"),
        (forms.IntegerField, "3"),
        (forms.UUIDField, str(uuid5(NAMESPACE_OID, "punt"))),
    ]
    return [next((waarde for soort, waarde in voorbeelden if isinstance(veld, soort)), "Een zin")]


def lijf(velden: dict[str, Any]) -> bytes:
    """The body of the request. By hand: a lone surrogate has to get there as its bytes."""
    paren = [(naam, waarde) for naam, waarden in velden.items() for waarde in waarden]
    return "&".join(f"{_kode(naam)}={_kode(waarde)}" for naam, waarde in paren).encode()


def _kode(tekst: str) -> str:
    return quote(tekst, safe="", errors="surrogatepass")
