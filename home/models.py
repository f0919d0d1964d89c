"""The municipality's front page, and pages that inform."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks import InhoudBlock
from core.models import BasePage


class HomePage(BasePage):
    """The front page: what is going on, and the way to the 26 kernen."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["kernpagina.KernPage", "home.InformatiePage"]
    page_description = "De voorpagina van Bloei!"
    template = "home/home_page.html"

    intro = models.TextField(
        "intro", max_length=400, blank=True, help_text="Twee of drie zinnen over Bloei!."
    )
    inhoud = StreamField(InhoudBlock(), blank=True, verbose_name="inhoud")

    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("inhoud")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("inhoud")]

    class Meta:
        verbose_name = "voorpagina"


class InformatiePage(BasePage):
    """About Bloei!, accessibility, privacy, security: text that changes seldom."""

    parent_page_types = ["home.HomePage", "home.InformatiePage"]
    subpage_types = ["home.InformatiePage"]
    page_description = "Gewone tekst, bijvoorbeeld over privacy."
    template = "home/informatie_page.html"

    inleiding = models.TextField("inleiding", max_length=400, blank=True, help_text="Eén of twee zinnen.")
    inhoud = StreamField(InhoudBlock(), blank=True, verbose_name="inhoud")

    content_panels = [*BasePage.content_panels, FieldPanel("inleiding"), FieldPanel("inhoud")]
    search_fields = [*BasePage.search_fields, index.SearchField("inleiding"), index.SearchField("inhoud")]

    class Meta:
        verbose_name = "informatiepagina"
        verbose_name_plural = "informatiepagina's"
