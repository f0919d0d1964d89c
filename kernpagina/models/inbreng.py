import uuid
from typing import Self, cast

from django.db import models

from core.models import Thema
from kernpagina.models.agenda import AgendaItemPage


class InbrengQuerySet(models.QuerySet):
    def van(self, item: AgendaItemPage) -> Self:
        return self.filter(item=item.pk).select_related("thema")

    def nog_niet_in_verslag(self) -> Self:
        return self.filter(in_verslag=False)


class Inbreng(models.Model):
    """One thing that was said at a meeting, as it stood on a sheet of paper. Only its writers read it."""

    item = models.ForeignKey(AgendaItemPage, on_delete=models.CASCADE, related_name="inbreng")
    tafel = models.CharField("tafel", max_length=40, blank=True)
    thema = models.ForeignKey(
        Thema, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="thema"
    )
    tekst = models.CharField("wat werd er gezegd?", max_length=500)
    in_verslag = models.BooleanField(default=False)
    # A form that is sent twice is one line.
    formulier = models.UUIDField(unique=True, default=uuid.uuid4)

    objects = cast("InbrengQuerySet", InbrengQuerySet.as_manager())

    class Meta:
        verbose_name = "inbreng"
        verbose_name_plural = "inbreng"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.tekst[:60]
