"""Blocks for running text that more than one app uses.

Every block has a description and a preview, so that the block chooser shows what it offers.
"""

from copy import copy

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from core.models import Thema
from core.openbaar import met_oordeel

TEKST_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class KopBlock(blocks.StructBlock):
    """A heading inside the text. The page's title is the h1, so these start at h2."""

    tekst = blocks.CharBlock(label="Kop", max_length=120)
    niveau = blocks.ChoiceBlock(
        label="Soort kop", choices=[("h2", "Kop"), ("h3", "Kop onder een kop")], default="h2"
    )

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        """Without the name of the level, which no visitor reads."""
        return [value["tekst"]]

    class Meta:
        label = "Kop"
        icon = "title"
        template = "core/blocks/kop.html"
        description = "Een kop boven een stuk tekst."
        preview_value = {"tekst": "Wat gaan we doen?", "niveau": "h2"}


class TekstBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(**{"features": TEKST_FEATURES, **kwargs})

    class Meta:
        label = "Tekst"
        icon = "pilcrow"
        template = "core/blocks/tekst.html"
        description = "Gewone tekst, met lijstjes en links."
        preview_value = (
            "<p>We planten samen vijftig fruitbomen langs het <b>kerkpad</b>. Doe je mee?</p>"
            "<ul><li>zaterdag om 10 uur</li><li>laarzen aan</li></ul>"
        )


class AfbeeldingBlock(blocks.StructBlock):
    afbeelding = ImageChooserBlock(label="Foto")
    bijschrift = blocks.CharBlock(
        label="Bijschrift", required=False, max_length=200, help_text="Eén zin onder de foto."
    )

    class Meta:
        label = "Foto"
        icon = "image"
        template = "core/blocks/afbeelding.html"
        description = "Een foto, met een zin eronder."
        preview_template = "core/blocks/previews/afbeelding.html"


class CitaatBlock(blocks.StructBlock):
    citaat = blocks.TextBlock(label="Citaat", max_length=400)
    bron = blocks.CharBlock(
        label="Wie zei dit?",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld: een bewoner van het plein.",
    )

    class Meta:
        label = "Citaat"
        icon = "openquote"
        template = "core/blocks/citaat.html"
        description = "Wat iemand zei, in eigen woorden."
        preview_value = {
            "citaat": "Sinds de bankjes er staan, blijf ik even zitten.",
            "bron": "Een buurtbewoner",
        }


class KaderBlock(blocks.StructBlock):
    titel = blocks.CharBlock(label="Titel", max_length=120)
    tekst = TekstBlock(label="Tekst")

    class Meta:
        label = "Kader"
        icon = "help"
        template = "core/blocks/kader.html"
        description = "Een kader met iets dat moet opvallen."
        preview_value = {
            "titel": "Goed om te weten",
            "tekst": "<p>De zaal is open vanaf half acht. De koffie staat klaar.</p>",
        }


class PaginaBlock(blocks.PageChooserBlock):
    """A page that a text points at. Those of all the buttons of a text are fetched together, each with whether it is
    public."""

    def bulk_to_python(self, values: list[int | None]) -> list[Page | None]:
        gevonden = met_oordeel(self.model_class.objects.all()).in_bulk(values)
        return [copy(gevonden.get(nummer)) for nummer in values]


class KnopBlock(blocks.StructBlock):
    """A link that stands out: to a page, or to an address elsewhere."""

    tekst = blocks.CharBlock(label="Tekst op de knop", max_length=60)
    pagina = PaginaBlock(label="Naar een pagina", required=False)
    adres = blocks.URLBlock(label="Of naar een andere website", required=False)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        schoon = super().clean(value)
        gekozen = [naam for naam in ("pagina", "adres") if schoon[naam]]
        if len(gekozen) != 1 and not self.is_deferred_validation:
            melding = ValidationError("Kies een pagina of vul een adres in, niet allebei.")
            raise blocks.StructBlockValidationError(block_errors={"pagina": melding})
        return schoon

    class Meta:
        label = "Knop"
        icon = "link"
        template = "core/blocks/knop.html"
        description = "Een opvallende link naar een pagina of een andere website."
        preview_value = {"tekst": "Geef je op", "pagina": None, "adres": "https://www.gemeente.example/"}


class VraagBlock(blocks.StructBlock):
    vraag = blocks.CharBlock(label="Vraag", max_length=160)
    antwoord = TekstBlock(label="Antwoord")

    class Meta:
        label = "Vraag en antwoord"
        icon = "help"


class VragenBlock(blocks.ListBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(VraagBlock(), **kwargs)

    class Meta:
        label = "Vragen en antwoorden"
        icon = "list-ul"
        template = "core/blocks/vragen.html"
        description = "Vragen die je openklapt om het antwoord te lezen."
        preview_value = [
            {"vraag": "Moet ik me aanmelden?", "antwoord": "<p>Nee hoor, loop gewoon binnen.</p>"},
            {"vraag": "Kost het iets?", "antwoord": "<p>Nee, het is gratis.</p>"},
        ]


class BijlageBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label="Document")
    titel = blocks.CharBlock(
        label="Titel", required=False, max_length=120, help_text="Laat leeg voor de naam van het document."
    )

    class Meta:
        label = "Bijlage"
        icon = "doc-full"


class BijlagenBlock(blocks.ListBlock):
    def __init__(self, **kwargs) -> None:
        super().__init__(BijlageBlock(), **kwargs)

    class Meta:
        label = "Bijlagen"
        icon = "doc-full-inverse"
        template = "core/blocks/bijlagen.html"
        description = "Documenten om te openen of te bewaren."
        preview_template = "core/blocks/previews/bijlagen.html"


class ThemaBlock(blocks.ChooserBlock):
    """One of the fixed themes, from a plain list instead of a pop-up."""

    target_model = Thema
    widget = forms.Select()

    @cached_property
    def field(self) -> forms.ModelChoiceField:
        veld = super().field
        veld.error_messages |= {
            "required": "Kies een thema.",
            "invalid_choice": "Kies een thema uit de lijst.",
        }
        return veld

    def value_from_form(self, value: Thema | str | None) -> Thema | None:
        """A plain list sends '' for nothing chosen, where a pop-up sends nothing; or whatever somebody made of it."""
        if isinstance(value, str) and not value.isdecimal():
            return None
        return super().value_from_form(value)

    def get_form_state(self, value: Thema | None) -> list[str]:
        """The chosen option as a plain list wants it; a pop-up would want more of the theme."""
        return self.widget.format_value(value.pk if value else None)

    class Meta:
        label = "Thema"
        icon = "tag"


class InhoudBlock(blocks.StreamBlock):
    """What may stand in the running text of any page."""

    kop = KopBlock()
    tekst = TekstBlock()
    afbeelding = AfbeeldingBlock()
    citaat = CitaatBlock()
    kader = KaderBlock()
    knop = KnopBlock()
    vragen = VragenBlock()
    bijlagen = BijlagenBlock()

    class Meta:
        required = False
