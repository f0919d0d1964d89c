"""The form of a project, in the order in which an editor fills it in."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel

from core.themakeuze import ThemaKeuze

PROJECT = [
    TitleFieldPanel(
        "title",
        heading="Titel",
        placeholder="Titel*",
        help_text="Kort en duidelijk. Bijvoorbeeld: Nieuwe speeltuin.",
    ),
    FieldPanel("samenvatting"),
    FieldPanel("initiatiefnemer"),
    FieldPanel("status"),
    FieldPanel("reden_gestopt"),
    FieldPanel("inhoud"),
    InlinePanel("fasen", heading="Fasen", label="Fase", classname="collapsed"),
    InlinePanel("mijlpalen", heading="Mijlpalen", label="Mijlpaal", classname="collapsed"),
    MultiFieldPanel(
        [FieldPanel("trekker"), FieldPanel("rol_gemeente"), FieldPanel("contact")],
        heading="Wie doet wat",
        classname="collapsed",
    ),
    MultiFieldPanel(
        [FieldPanel("kosten"), FieldPanel("financiering"), FieldPanel("besluit_url")],
        heading="Geld en besluit",
        classname="collapsed",
    ),
    MultiFieldPanel(
        [
            FieldPanel("locatie"),
            FieldRowPanel([FieldPanel("breedtegraad"), FieldPanel("lengtegraad")]),
            FieldPanel("ook_in_kernen", widget=CheckboxSelectMultiple),
        ],
        heading="Waar",
        classname="collapsed",
    ),
    MultiFieldPanel(
        [FieldPanel("foto"), FieldPanel("themas", widget=ThemaKeuze)],
        heading="Foto en thema's",
        classname="collapsed",
    ),
]
