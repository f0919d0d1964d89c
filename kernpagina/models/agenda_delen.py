"""What belongs to an agenda-item, in rows: its programme, and what can be downloaded."""

from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin


class ProgrammaOnderdeel(TranslatableMixin, Orderable):
    agenda_item = ParentalKey("kernpagina.AgendaItemPage", on_delete=models.CASCADE, related_name="programma")
    titel = models.CharField("titel", max_length=160)
    duur = models.PositiveSmallIntegerField("duur in minuten", null=True, blank=True)

    panels = [FieldPanel("titel"), FieldPanel("duur")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "programmaonderdeel"
        verbose_name_plural = "programmaonderdelen"

    def __str__(self) -> str:
        return self.titel


class AgendaBijlage(Orderable):
    agenda_item = ParentalKey("kernpagina.AgendaItemPage", on_delete=models.CASCADE, related_name="bijlagen")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, models.CASCADE, verbose_name="document", related_name="+"
    )

    panels = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
