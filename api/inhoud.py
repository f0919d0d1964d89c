"""StreamFields and rich text as data: what they refer to is asked for once for a whole list, however long."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import Any

from django.db.models import BigIntegerField, CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, JSONObject
from django.urls import reverse
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from api.blokken import BOUWERS
from api.deelvragen import Kinderen
from api.lezing import Lezing
from api.rijke_tekst import als_tekst, links
from api.schemas.basis import Afbeelding, KernVerwijzing, Tekst, Verwijzing
from api.schemas.blokken import Blok
from api.vullen import Rij
from core.blocks import PaginaBlock, ThemaBlock
from core.models import BloeiDocument, BloeiImage, Thema

SOORTEN: dict[type[blocks.Block], str] = {
    ImageChooserBlock: "afbeelding",
    blocks.PageChooserBlock: "pagina",
    PaginaBlock: "pagina",
    DocumentChooserBlock: "document",
    ThemaBlock: "thema",
}

AFBEELDING = (
    "width", "height", "alt_tekst", "credit", "focal_point_x", "focal_point_y", "file_hash", "merk",
)  # fmt: skip


class Inhoudslader:
    """Turns the text of pages into blocks.

    First `neem` everything of the answer, then read: the pictures, the links and the themes of all of it
    then cost one query together, and none when there are none.
    """

    def __init__(self, lezing: Lezing) -> None:
        self.lezing = lezing
        self.nummers: dict[str, set[int]] = {soort: set() for soort in SOORTEN.values()}
        self._gegevens: dict[tuple[str, int], dict[str, Any]] | None = None

    def neem(self, *stukken: StreamValue | str | None) -> "Inhoudslader":
        for stuk in stukken:
            if isinstance(stuk, StreamValue):
                self.neem_blokken(stuk.stream_block, stuk.get_prep_value())
            elif stuk:
                self._verzamel_links(stuk)
        return self

    def neem_pagina(self, pagina: Rij, *kinderen: Kinderen, met_inhoud: bool) -> None:
        """Take the text of a page, if it is asked for, and that of its phases and the like."""
        if met_inhoud:
            self.neem(pagina.inhoud)
        for soort in kinderen:
            self.neem(*soort.rijke_tekst(pagina))

    def neem_blokken(self, blok: blocks.StreamBlock, waarde: list[dict[str, Any]]) -> "Inhoudslader":
        """Take the stored value of a StreamField."""
        self._verzamel(blok, waarde)
        return self

    def neem_nummers(self, soort: str, nummers: Iterable[int]) -> "Inhoudslader":
        """Take what is referred to by a field of its own, such as the documents of a report."""
        self.nummers[soort].update(nummers)
        return self

    def _verzamel(self, blok: blocks.Block, waarde: Any) -> None:
        if waarde is None:
            return
        if soort := SOORTEN.get(type(blok)):
            self.nummers[soort].add(waarde)
        elif isinstance(blok, blocks.StreamBlock):
            for kind in waarde:
                if kind["type"] in blok.child_blocks:
                    self._verzamel(blok.child_blocks[kind["type"]], kind["value"])
        elif isinstance(blok, blocks.ListBlock):
            for kind in waarde:
                self._verzamel(
                    blok.child_block, kind["value"] if isinstance(kind, dict) and "value" in kind else kind
                )
        elif isinstance(blok, blocks.StructBlock):
            for naam, kind in blok.child_blocks.items():
                self._verzamel(kind, waarde.get(naam))
        elif isinstance(blok, blocks.RichTextBlock):
            self._verzamel_links(waarde)

    def _verzamel_links(self, bron: str) -> None:
        for soort, nummer in links(bron):
            self.nummers[soort].add(nummer)

    @property
    def gegevens(self) -> dict[tuple[str, int], dict[str, Any]]:
        """What the text refers to, by kind and number: pictures, documents, themes, and the visible pages."""
        if self._gegevens is None:
            rijen = vraag_gegevens(self.lezing, self.nummers) if any(self.nummers.values()) else []
            self._gegevens = {(wat, nummer): gegevens for wat, nummer, gegevens in rijen if gegevens}
        return self._gegevens

    def afbeelding(self, nummer: int | None) -> Afbeelding | None:
        rij = self.gegevens.get(("afbeelding", nummer)) if nummer else None
        return self.lezing.afbeelding(SimpleNamespace(pk=nummer, **rij)) if rij else None

    def adres(self, wat: str, nummer: int | None) -> dict[str, Any] | None:
        """A "pagina" or a "document" with its absolute `url`, or a "thema"; None when it isn't there or isn't public."""
        rij = self.gegevens.get((wat, nummer)) if nummer else None
        if rij and wat == "pagina":
            return rij | {"url": self.lezing.url_van_rij(rij)}
        if rij and wat == "document":
            naam = PurePosixPath(rij["bestand"]).name
            return rij | {"url": self.lezing.absoluut(reverse("wagtaildocs_serve", args=(nummer, naam)))}
        return rij

    def verwijzing(self, nummer: int | None) -> Verwijzing | None:
        """The page with this number, when it is public."""
        return self.lezing.verwijzing(self.gegevens.get(("pagina", nummer)))

    def url(self, wat: str, nummer: int | None) -> str | None:
        rij = self.adres(wat, nummer)
        return rij["url"] if rij else None

    def tekst(self, bron: str | None) -> Tekst | None:
        return als_tekst(bron, self.url, self.lezing.absoluut("/")) if bron else None

    def blokken(self, stroom: StreamValue, kern: KernVerwijzing | None) -> list[Blok]:
        """The blocks of a page of this village, without those whose picture or page is gone."""
        return self.als_blokken(stroom.get_prep_value(), kern)

    def inhoud_van(self, pagina: Rij) -> list[Blok]:
        return self.blokken(pagina.inhoud, self.lezing.kern(pagina.path))

    def als_blokken(self, waarde: list[dict[str, Any]], kern: KernVerwijzing | None) -> list[Blok]:
        """The same, of the stored value."""
        gebouwd = (
            BOUWERS[kind["type"]](kind["id"], kind["value"], self, kern)
            for kind in waarde
            if kind["type"] in BOUWERS
        )
        return [blok for blok in gebouwd if blok is not None]


def vraag_gegevens(lezing: Lezing, nummers: dict[str, set[int]]) -> QuerySet:
    """Rows of kind, number and data, of every kind at once: one query, whatever a text refers to. Of what isn't
    public there is no data."""
    # Also when a text names a page by the number of a translation.
    pagina = lezing.paginas(Page.objects.filter(translation_key=OuterRef("translation_key")).order_by())
    soorten: list[tuple[str, QuerySet, dict[str, str] | Subquery]] = [
        ("pagina", Page.objects.all(), Subquery(pagina.values(json=JSONObject(**lezing.naam_van_pagina)))),
        (
            "document",
            BloeiDocument.objects.all(),
            {"titel": "title", "bestand": "file", "grootte": "file_size"},
        ),
        ("thema", Thema.objects.all(), {"slug": "slug", "naam": "name"}),
        ("afbeelding", BloeiImage.objects.all(), {veld: veld for veld in AFBEELDING}),
    ]
    vragen = [
        vraag.filter(pk__in=nummers[wat])
        .order_by()
        .values_list(
            Value(wat, output_field=CharField()),
            Cast("pk", BigIntegerField()),
            JSONObject(**velden) if isinstance(velden, dict) else velden,
        )
        for wat, vraag, velden in soorten
    ]
    return vragen[0].union(*vragen[1:], all=True)
