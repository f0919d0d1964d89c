from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, PageManager, TranslatableMixin
from wagtail.search import index

from core.blocks import TEKST_FEATURES, InhoudBlock
from core.models import BasePage, PuntMixin, Thema
from core.tijd import vandaag
from kernpagina import panels
from kernpagina.filters import AgendaFilter
from kernpagina.keuzes import Aanmelden, AgendaSoort, AgendaStatus, Vorm
from kernpagina.overzicht import agenda_context
from kernpagina.querysets import AgendaItemQuerySet
from projecten.models import ProjectPage


class AgendaPage(BasePage):
    """The calendar of one kern: lists its agenda-items."""

    max_count_per_parent = 1
    parent_page_types = ["kernpagina.KernPage"]
    subpage_types = ["kernpagina.AgendaItemPage"]
    page_description = "De lijst met bijeenkomsten en activiteiten. Elke kern heeft er één."
    template = "kernpagina/agenda_page.html"

    inleiding = models.TextField("inleiding", blank=True, help_text="Eén of twee zinnen boven de lijst.")

    content_panels = [*BasePage.content_panels, FieldPanel("inleiding")]

    class Meta:
        verbose_name = "agenda"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        items = AgendaItemPage.objects.child_of(self).live().public().voor_lijst()
        return {
            **super().get_context(request, *args, **kwargs),
            **agenda_context(request, AgendaFilter(request.GET, queryset=items, op=vandaag())),
        }

    class Meta:
        verbose_name = "agenda-item"
        verbose_name_plural = "agenda-items"

    @property
    def geannuleerd(self) -> bool:
        return self.status == AgendaStatus.GEANNULEERD

    def clean(self) -> None:
        super().clean()
        fouten = {}
        if self.begin and self.einde and self.einde < self.begin:
            fouten["einde"] = "Het einde ligt voor het begin. Kijk de dag en de tijd na."
        if self.vorm != Vorm.FYSIEK and not self.online_link:
            fouten["online_link"] = "Vul het adres in waar mensen online kunnen meedoen."
        if self.aanmelden != Aanmelden.NIET_NODIG and not self.aanmelden_contact.strip():
            fouten["aanmelden_contact"] = "Vul in waar mensen zich kunnen aanmelden."
        if self.status != AgendaStatus.GEPLAND and not self.toelichting.strip():
            fouten["toelichting"] = "Vertel kort wat er is veranderd of waarom het niet doorgaat."
        if self.aanmelden_tot and self.begin and self.aanmelden_tot > self.begin.date():
            fouten["aanmelden_tot"] = "Aanmelden kan niet meer na het begin. Kies een eerdere dag."
        if fouten:
            raise ValidationError(fouten)


class ProgrammaOnderdeel(TranslatableMixin, Orderable):
    agenda_item = ParentalKey(AgendaItemPage, on_delete=models.CASCADE, related_name="programma")
    titel = models.CharField("titel", max_length=160)
    duur = models.PositiveSmallIntegerField("duur in minuten", null=True, blank=True)

    panels = [FieldPanel("titel"), FieldPanel("duur")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "programmaonderdeel"
        verbose_name_plural = "programmaonderdelen"

    def __str__(self) -> str:
        return self.titel


class AgendaAfspraak(TranslatableMixin, Orderable):
    """What was agreed at a meeting: what, who, when."""

    agenda_item = ParentalKey(AgendaItemPage, on_delete=models.CASCADE, related_name="afspraken")
    wat = models.CharField("wat", max_length=250)
    wie = models.CharField(
        "wie", max_length=120, blank=True, help_text="Een groep of functie, liever geen naam."
    )
    wanneer = models.CharField("wanneer", max_length=80, blank=True, help_text="Bijvoorbeeld: voor de zomer.")

    panels = [FieldPanel("wat"), FieldPanel("wie"), FieldPanel("wanneer")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"

    def __str__(self) -> str:
        return self.wat


class AgendaBijlage(Orderable):
    agenda_item = ParentalKey(AgendaItemPage, on_delete=models.CASCADE, related_name="bijlagen")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        verbose_name="document",
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
