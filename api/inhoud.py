"""StreamFields and rich text as data: what they refer to is asked for once for a whole list, however long."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import CharField, IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from api.blokken import BOUWERS
from api.lezing import Lezing
from api.rijke_tekst import als_tekst, links
from api.schemas.basis import KernVerwijzing, Tekst
from api.schemas.blokken import Blok
from core.blocks import ThemaBlock
from core.models import BloeiDocument, BloeiImage, Thema

SOORTEN: dict[type[blocks.Block], str] = {
    ImageChooserBlock: "afbeelding",
    blocks.PageChooserBlock: "pagina",
    DocumentChooserBlock: "document",
    ThemaBlock: "thema",
}


class Inhoudslader:
    """Turns the text of pages into blocks.

    First `neem` everything of the answer, then read: the pictures, the links and the themes of all of it
    then cost one query for the pictures and one for the rest, and none when there are none.
    """

    def __init__(self, lezing: Lezing) -> None:
        self.lezing = lezing
        self.nummers: dict[str, set[int]] = {soort: set() for soort in SOORTEN.values()}
        self._afbeeldingen: dict[int, BloeiImage] | None = None
        self._adressen: dict[tuple[str, int], dict[str, Any]] | None = None

    def neem(self, *stukken: StreamValue | str | None) -> "Inhoudslader":
        for stuk in stukken:
            if isinstance(stuk, StreamValue):
                self.neem_blokken(stuk.stream_block, stuk.get_prep_value())
            elif stuk:
                self._verzamel_links(stuk)
        return self

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
    def afbeeldingen(self) -> dict[int, BloeiImage]:
        if self._afbeeldingen is None:
            nummers = self.nummers["afbeelding"]
            self._afbeeldingen = BloeiImage.objects.in_bulk(nummers) if nummers else {}
        return self._afbeeldingen

    @property
    def adressen(self) -> dict[tuple[str, int], dict[str, Any]]:
        """The visible pages, the documents and the themes that the text refers to, by kind and number."""
        if self._adressen is None:
            soorten = ("pagina", "document", "thema")
            rijen = (
                vraag_adressen(self.lezing, self.nummers)
                if any(self.nummers[soort] for soort in soorten)
                else []
            )
            self._adressen = {(rij["wat"], rij["id"]): rij for rij in rijen}
        return self._adressen

    def adres(self, wat: str, nummer: int | None) -> dict[str, Any] | None:
        """A "pagina" or a "document" with its absolute `url`, or a "thema"; None when it isn't there or isn't public."""
        rij = self.adressen.get((wat, nummer)) if nummer else None
        if rij and "url" not in rij:
            if wat == "pagina":
                rij["url"] = self.lezing.url_van_rij(rij)
            elif wat == "document":
                rij["url"] = self.lezing.absoluut(BloeiDocument(pk=nummer, file=rij["bestand"]).url)
        return rij

    def url(self, wat: str, nummer: int | None) -> str | None:
        rij = self.adres(wat, nummer)
        return rij["url"] if rij else None

    def tekst(self, bron: str | None) -> Tekst | None:
        return als_tekst(bron, self.url) if bron else None

    def blokken(self, stroom: StreamValue, kern: KernVerwijzing | None) -> list[Blok]:
        """The blocks of a page of this village, without those whose picture or page is gone."""
        return self.als_blokken(stroom.get_prep_value(), kern)

    def als_blokken(self, waarde: list[dict[str, Any]], kern: KernVerwijzing | None) -> list[Blok]:
        """The same, of the stored value."""
        gebouwd = (
            BOUWERS[kind["type"]](kind["id"], kind["value"], self, kern)
            for kind in waarde
            if kind["type"] in BOUWERS
        )
        return [blok for blok in gebouwd if blok is not None]


def vraag_adressen(lezing: Lezing, nummers: dict[str, set[int]]) -> Iterator[dict[str, Any]]:
    """Pages, documents and themes in one query; a column that only one of them has is empty in the others."""
    tekst, getal = CharField(), IntegerField()
    leeg, geen = Value("", output_field=tekst), Value(None, output_field=getal)

    def rijen(
        vraag: QuerySet, wat: str, titel: str, pad: str | Value, taal: str | Value, bestand: str | Value
    ) -> QuerySet:
        kolommen = [titel, pad, taal, bestand]
        grootte = Cast("file_size", getal) if wat == "document" else geen
        return vraag.order_by().values_list(
            Value(wat, output_field=tekst),
            Cast("pk", getal),
            *(Cast(kolom, tekst) if isinstance(kolom, str) else kolom for kolom in kolommen),
            grootte,
        )

    paginas = lezing.zichtbaar(Page.objects.filter(pk__in=nummers["pagina"]))
    documenten = BloeiDocument.objects.filter(pk__in=nummers["document"])
    themas = Thema.objects.filter(pk__in=nummers["thema"])
    alles = rijen(paginas, "pagina", "title", "url_path", "locale__language_code", leeg).union(
        rijen(documenten, "document", "title", leeg, leeg, "file"),
        rijen(themas, "thema", "name", "slug", leeg, leeg),
        all=True,
    )
    namen = ("wat", "id", "titel", "url_path", "taal", "bestand", "grootte")
    return (dict(zip(namen, rij, strict=True)) for rij in alles)
