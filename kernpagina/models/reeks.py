from typing import Self, cast

from django.db import models
from django.db.models import OuterRef, Subquery
from wagtail.models import Page

from kernpagina.models.agenda import AgendaItemPage


class ReeksDeelQuerySet(models.QuerySet):
    def in_reeks_met(self, item: Page) -> Self:
        """Of the same series, this one included; nothing for what stands alone."""
        return self.filter(reeks__in=ReeksDeel.objects.filter(item=item.pk).values("reeks"))

    def later_dan(self, item: OuterRef) -> Self:
        """Of the same series, what comes after this one; in a subquery, of which it refers to the number of the page."""
        eigen = ReeksDeel.objects.filter(item=OuterRef(item))
        return self.filter(reeks__in=eigen.values("reeks"), dag__gt=Subquery(eigen.values("dag")))


class ReeksDeel(models.Model):
    """One meeting of a series. Beside the page and not in it: no visitor reads it, a draft has none, a copy is no part.

    `dag` is the day that was chosen for it; from there a shift of the others is counted.
    """

    reeks = models.UUIDField()
    item = models.OneToOneField(AgendaItemPage, on_delete=models.CASCADE, related_name="reeksdeel")
    dag = models.DateField()

    objects = cast("ReeksDeelQuerySet", ReeksDeelQuerySet.as_manager())

    class Meta:
        verbose_name = "deel van een reeks"
        verbose_name_plural = "delen van een reeks"
        default_permissions = ()
        ordering = ["dag"]
        constraints = [models.UniqueConstraint(fields=["reeks", "dag"], name="een_keer_per_dag_in_reeks")]

    def __str__(self) -> str:
        return f"{self.item}, {self.dag}"
