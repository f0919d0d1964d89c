"""Blocks of the village: the points of a kernagenda, and what a kern's front page is built of."""

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks

from core.blocks import InhoudBlock, TekstBlock, ThemaBlock
from core.teksten.plat import is_leeg
from kernpagina.keuzes import Herkomst, PuntStatus, Trekker

DOORZOEKBAAR = ("titel", "omschrijving", "motivering", "naam_trekker")

# What every point needs stands open; the rest is there for who looks for it.
PUNT_FORMULIER = blocks.BlockGroup(
    [
        "titel",
        "status",
        "reden",
        "trekker",
        "omschrijving",
        "motivering",
        blocks.BlockGroup(
            ["planning", "prioriteit", "herkomst", "naam_trekker", "project"],
            heading="Meer over dit punt",
            icon="list-ul",
            classname="collapsed",
            label_format="",
        ),
    ]
)


class KernagendapuntBlock(blocks.StructBlock):
    """One point. Its place in the list has a uuid of Wagtail's that survives edits, moves and translation."""

    titel = blocks.CharBlock(label="Titel", max_length=160)
    # To press on instead of to unfold: one tap each on a telephone.
    status = blocks.ChoiceBlock(
        label="Status", choices=PuntStatus.choices, default=PuntStatus.WENS, widget=forms.RadioSelect
    )
    # Asked of who changes the state of a point that is online: static/werkplek/kernagenda.js.
    reden = blocks.CharBlock(
        label="Waarom is de status veranderd?",
        required=False,
        default="",  # what was kept before this was asked has none, and a translation can't begin with nothing
        max_length=200,
        help_text="Eén regel, voor iedereen te lezen.",
    )
    trekker = blocks.ChoiceBlock(
        label="Trekker",
        choices=Trekker.choices,
        help_text="Wie pakt het op?",
        default=Trekker.INWONERS,
        widget=forms.RadioSelect,
    )
    omschrijving = TekstBlock(label="Omschrijving", required=False)
    motivering = TekstBlock(
        label="Motivering",
        required=False,
        help_text="Niet haalbaar? Leg uit waarom, en wat wel kan.",
    )
    planning = blocks.CharBlock(
        label="Planning", required=False, max_length=80, help_text="Bijvoorbeeld: 2027, of: na de zomer."
    )
    prioriteit = blocks.BooleanBlock(label="Dit heeft voorrang", required=False)
    herkomst = blocks.ChoiceBlock(label="Waar komt het vandaan?", choices=Herkomst.choices, required=False)
    naam_trekker = blocks.CharBlock(
        label="Naam van de trekker", required=False, max_length=120, help_text="Een groep of organisatie."
    )
    project = blocks.PageChooserBlock(label="Project", page_type="projecten.ProjectPage", required=False)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        schoon = super().clean(value)
        # A draft is kept without: who chooses the state first, writes the reason after it.
        zonder_reden = schoon["status"] == PuntStatus.NIET_HAALBAAR and is_leeg(schoon["motivering"].source)
        if zonder_reden and not self.is_deferred_validation:
            melding = ValidationError("Leg uit waarom dit niet haalbaar is, en wat wel kan.")
            raise blocks.StructBlockValidationError(block_errors={"motivering": melding})
        return schoon

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        """The words that the village wrote. States and origins are the same everywhere, and found by the filters."""
        velden = (naam for naam in DOORZOEKBAAR if value.get(naam))
        return [
            tekst for naam in velden for tekst in self.child_blocks[naam].get_searchable_content(value[naam])
        ]

    class Meta:
        label = "Punt"
        label_format = "{titel} ({status})"
        form_classname = "struct-block werkplek-punt"
        form_layout = PUNT_FORMULIER
        icon = "list-ul"
        template = "kernpagina/blocks/kernagendapunt.html"


class ThemaOnderdeelBlock(blocks.StructBlock):
    """A theme with its points."""

    thema = ThemaBlock(label="Thema")
    # Without a first point: the form would give that of every new theme the same identity.
    punten = blocks.ListBlock(KernagendapuntBlock(), label="Punten", collapsed=True, default=[])

    class Meta:
        label = "Thema met punten"
        icon = "tag"
        label_format = "{thema}"
        form_classname = "struct-block werkplek-thema"
        template = "kernpagina/blocks/thema_onderdeel.html"
        description = "Een thema, met daaronder de punten van het dorp."
        preview_template = "kernpagina/blocks/previews/thema_onderdeel.html"


class OnderdelenBlock(blocks.StreamBlock):
    thema = ThemaOnderdeelBlock()

    class Meta:
        required = False
        collapsed = True


class _LijstBlock(blocks.StructBlock):
    """A short list of the village's own pages. What is in it follows from those pages."""

    titel = blocks.CharBlock(
        label="Kop", required=False, max_length=80, help_text="Laat leeg voor de gewone kop."
    )
    aantal = blocks.IntegerBlock(label="Hoeveel hoogstens?", min_value=1, max_value=12, default=3)


class KernagendaBlock(_LijstBlock):
    alleen_prioriteit = blocks.BooleanBlock(label="Alleen punten met voorrang", required=False)

    class Meta:
        label = "Kernagenda"
        icon = "list-ul"
        template = "kernpagina/blocks/kernagenda.html"
        description = "De belangrijkste punten van de kernagenda."
        preview_template = "kernpagina/blocks/previews/kernagenda.html"


class AgendaBlock(_LijstBlock):
    class Meta:
        label = "Agenda"
        icon = "date"
        template = "kernpagina/blocks/agenda.html"
        description = "De eerste bijeenkomsten en activiteiten die komen."
        preview_template = "kernpagina/blocks/previews/agenda.html"


class ProjectenBlock(_LijstBlock):
    class Meta:
        label = "Projecten"
        icon = "cogs"
        template = "kernpagina/blocks/projecten.html"
        description = "Projecten waar nu aan wordt gewerkt."
        preview_template = "kernpagina/blocks/previews/projecten.html"


class OproepenBlock(_LijstBlock):
    class Meta:
        label = "Oproepen"
        icon = "comment"
        template = "kernpagina/blocks/oproepen.html"
        description = "Oproepen waar je nu aan kunt meedoen."
        preview_template = "kernpagina/blocks/previews/oproepen.html"


class GeluktBlock(_LijstBlock):
    class Meta:
        label = "Dit is gelukt"
        icon = "success"
        template = "kernpagina/blocks/gelukt.html"
        description = "Projecten en punten van de kernagenda die klaar zijn."
        preview_template = "kernpagina/blocks/previews/gelukt.html"


class InwonersgroepenBlock(blocks.StaticBlock):
    class Meta:
        label = "Inwonersgroepen en contact"
        icon = "group"
        admin_text = "Toont de inwonersgroepen, de gebiedsmakelaar en de ontmoetingsplek van deze kern."
        template = "kernpagina/blocks/inwonersgroepen.html"
        description = "Wie je kunt bellen of mailen in deze kern."
        preview_template = "kernpagina/blocks/previews/inwonersgroepen.html"


class KernInhoudBlock(InhoudBlock):
    """What a kern's front page is built of, in the order that the editors choose."""

    kernagenda = KernagendaBlock(group="Van deze kern")
    agenda = AgendaBlock(group="Van deze kern")
    projecten = ProjectenBlock(group="Van deze kern")
    oproepen = OproepenBlock(group="Van deze kern")
    gelukt = GeluktBlock(group="Van deze kern")
    inwonersgroepen = InwonersgroepenBlock(group="Van deze kern")
