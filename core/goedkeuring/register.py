"""The register of approvals, and of what waits for one."""

from typing import Self, cast

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page, TaskState

from .rollen import SPOED


class GoedkeuringQuerySet(models.QuerySet):
    def openstaand(self) -> Self:
        """Given, not yet spent on a publication, not withdrawn."""
        return self.filter(gebruikt_op=None, vervallen_op=None)

    def voor_pagina(self, pagina: Page) -> Self:
        return self.filter(
            revisie__base_content_type=pagina.get_base_content_type(), revisie__object_id=str(pagina.pk)
        )

    def onder(self, pagina: Page) -> Self:
        """Of a page and everything below it, where it stands now."""
        paginas = Page.objects.descendant_of(Page.objects.get(pk=pagina.pk), inclusive=True)
        return self.filter(
            revisie__base_content_type=pagina.get_base_content_type(),
            revisie__object_id__in=[str(pk) for pk in paginas.values_list("pk", flat=True)],
        )

    def laat_vervallen(self) -> int:
        return self.openstaand().update(vervallen_op=timezone.now())


class Goedkeuring(models.Model):
    """Somebody approved exactly this revision of a page. Good for one publication."""

    revisie = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="goedkeuringen", verbose_name="versie"
    )
    vingerafdruk = models.CharField("vingerafdruk", max_length=64)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="goedgekeurd door",
    )
    ingediend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    auteur = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    spoed = models.BooleanField("met spoed", default=False)
    reden = models.TextField("reden", blank=True)
    op = models.DateTimeField("op", auto_now_add=True)
    gebruikt_op = models.DateTimeField("gepubliceerd op", null=True)
    vervallen_op = models.DateTimeField("vervallen op", null=True)

    objects = cast("GoedkeuringQuerySet", GoedkeuringQuerySet.as_manager())

    class Meta:
        verbose_name = "goedkeuring"
        verbose_name_plural = "goedkeuringen"
        default_permissions = ()
        permissions = [(SPOED, "Met spoed publiceren, zonder goedkeuring van een ander")]
        constraints = [
            models.CheckConstraint(
                name="vier_ogen",
                condition=Q(spoed=True)
                | (
                    (Q(ingediend_door=None) | ~Q(door=F("ingediend_door")))
                    & (Q(auteur=None) | ~Q(door=F("auteur")))
                ),
            ),
            models.CheckConstraint(name="spoed_met_reden", condition=Q(spoed=False) | ~Q(reden="")),
        ]

    def __str__(self) -> str:
        return f"{self.revisie.object_str}, {self.door}"


class GoedkeuringTaskState(TaskState):
    """One submission that waits: which text, who submitted it, and who made the last change to it."""

    vingerafdruk = models.CharField(max_length=64)
    ingediend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    schrijver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
