from typing import Self

from django.conf import settings
from django.db import models
from wagtail.models import Page


class Besluit(models.TextChoices):
    OPEN = "open", "wacht op een besluit"
    INGETROKKEN = "ingetrokken", "van de site gehaald"
    AFGEWEZEN = "afgewezen", "blijft staan"


class IntrekVerzoekQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(besluit=Besluit.OPEN)


class IntrekVerzoek(models.Model):
    """An editor asks to take a live page off; communications decides."""

    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="intrekverzoeken")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    reden = models.TextField("reden", max_length=500, help_text="Waarom moet deze pagina van de site?")
    op = models.DateTimeField(auto_now_add=True)
    besluit = models.CharField(max_length=12, choices=Besluit, default=Besluit.OPEN)
    besluit_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    besluit_op = models.DateTimeField(null=True)

    objects = IntrekVerzoekQuerySet.as_manager()

    class Meta:
        verbose_name = "verzoek om een pagina weg te halen"
        verbose_name_plural = "verzoeken om een pagina weg te halen"
        default_permissions = ()
        ordering = ["op"]
        constraints = [
            models.UniqueConstraint(
                fields=["pagina"], condition=models.Q(besluit="open"), name="een_open_verzoek_per_pagina"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pagina}: {self.reden}"
