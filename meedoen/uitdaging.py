"""The right to challenge: residents ask to take over a task of the municipality. A formal message; nothing of it is public."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from inwoners.models import Inwoner
from kernpagina.models import OproepPage
from meedoen.keuzes import LANGSTE_TEKST, Bron, UitdaagStand

# Its fields in words, in the order in which they are asked and read.
DELEN = ("taak", "hoe", "waarom", "met_wie", "geld")


class Uitdaging(models.Model):
    """Changed in `uitdagen/stappen.py` only."""

    oproep = models.ForeignKey(OproepPage, on_delete=models.CASCADE, related_name="+")
    inwoner = models.ForeignKey(Inwoner, on_delete=models.CASCADE, related_name="uitdagingen")
    taak = models.CharField("welke taak", max_length=200)
    hoe = models.TextField("hoe", max_length=LANGSTE_TEKST)
    waarom = models.TextField("waarom beter", max_length=LANGSTE_TEKST)
    met_wie = models.TextField("met wie", max_length=1000, blank=True)
    geld = models.TextField("wat kost het", max_length=1000, blank=True)
    stand = models.CharField(
        "stand", max_length=12, choices=UitdaagStand.choices, default=UitdaagStand.CONCEPT
    )
    taal = models.CharField("taal", max_length=10, default="nl")
    # A form that is sent twice is one.
    formulier = models.UUIDField(unique=True, default=uuid.uuid4)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    ontvangen_op = models.DateTimeField(null=True, blank=True)
    # As it was promised in the receipt, whatever the setting becomes.
    besluit_voor = models.DateField("besluit uiterlijk", null=True, blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="besluit gemeld door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "voorstel uitdaagrecht"
        verbose_name_plural = "voorstellen uitdaagrecht"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="uitdaging_ontvangen_met_datum",
                condition=Q(stand=UitdaagStand.CONCEPT)
                | Q(stand=UitdaagStand.INGETROKKEN)
                | Q(ontvangen_op__isnull=False, besluit_voor__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.taak

    def inhoud(self) -> dict[str, Any]:
        return {deel: getattr(self, deel) for deel in DELEN}

    @property
    def overgetypt(self) -> "UitdaagVel | None":
        """The sheet it was on; None when it was sent in on the site."""
        return getattr(self, "vel", None)


class UitdaagVel(models.Model):
    """A proposal that came in on paper: who typed it over, and who laid the sheet beside it. Never the same person."""

    uitdaging = models.OneToOneField(Uitdaging, on_delete=models.CASCADE, related_name="vel")
    bron = models.CharField("bron", max_length=12, choices=Bron.choices, default=Bron.PAPIER)
    ingevoerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="ingevoerd door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    gezien_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="nagelezen door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "vel van een voorstel"
        verbose_name_plural = "vellen van voorstellen"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="uitdaging_vier_ogen",
                condition=Q(gezien_door=None) | Q(ingevoerd_door=None) | ~Q(gezien_door=F("ingevoerd_door")),
            )
        ]

    def __str__(self) -> str:
        return f"vel van voorstel {self.uitdaging_id}"
