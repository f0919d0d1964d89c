"""The municipality's front page, and pages that inform."""

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.blocks import InhoudBlock
from core.models import BasePage
from core.tijd import vandaag
from kernpagina.kernen import met_kern
from kernpagina.keuzes import Uitrolfase
from kernpagina.models import AgendaItemPage, KernPage, OproepPage


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

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        op = vandaag()
        return {
            **super().get_context(request, *args, **kwargs),
            "agenda_items": met_kern(self._openbaar(AgendaItemPage).komend(op).voor_lijst()[:6]),
            "oproepen": met_kern(self._openbaar(OproepPage).open(op).eerst_sluitend().voor_lijst()[:6]),
            "kernen_per_fase": self.kernen_per_fase(),
        }

    def kernen_per_fase(self) -> list[tuple[str, list[KernPage]]]:
        """The kernen by how far they are, the furthest first; a phase without kernen is left out."""
        kernen = self._openbaar(KernPage).om_te_lezen().defer_streamfields().op_naam()
        per_fase = {
            fase: [kern for kern in kernen if kern.uitrolfase == fase] for fase in reversed(Uitrolfase)
        }
        return [(fase.label, rij) for fase, rij in per_fase.items() if rij]

    def _openbaar(self, soort: type[Page]) -> PageQuerySet:
        return soort.objects.descendant_of(self).live().public()


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
