from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.blocks import CharBlock, RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index


class TekstPage(Page):
    """A plain page: a summary and a body of headings and running text."""

    samenvatting = models.TextField(blank=True)
    inhoud = StreamField([("kop", CharBlock()), ("tekst", RichTextBlock())], blank=True)

    content_panels = [*Page.content_panels, FieldPanel("samenvatting"), FieldPanel("inhoud")]
    api_fields = [APIField("samenvatting"), APIField("inhoud")]
    search_fields = [*Page.search_fields, index.SearchField("samenvatting"), index.SearchField("inhoud")]
