"""A letter to somebody who takes part without e-mail: what would have been a mail, until it was printed and sent."""

from datetime import datetime, timedelta
from typing import Self, cast

from django.conf import settings
from django.db import models
from django.utils import timezone

from inwoners.models import Inwoner
from kernpagina.models import AgendaItemPage, OproepPage

# As long as mail to residents; what nobody printed is of no use to anybody after a year.
NA_HET_PRINTEN, NOOIT_GEPRINT = timedelta(days=30), timedelta(days=365)


class BriefQuerySet(models.QuerySet):
    def wacht(self) -> Self:
        """To be printed, the oldest first."""
        return self.filter(geprint_op=None).exclude(postadres="").order_by("gemaakt_op", "pk")

    def maak_leeg(self, nu: datetime) -> int:
        """Empty what says to whom it was and what stood in it, after its term. The row stays, as proof."""
        voorbij = models.Q(geprint_op__lte=nu - NA_HET_PRINTEN) | models.Q(
            geprint_op=None, gemaakt_op__lte=nu - NOOIT_GEPRINT
        )
        vol = self.filter(voorbij).exclude(postadres="")
        return vol.update(naam="", postadres="", onderwerp="", tekst="")


class Brief(models.Model):
    """One letter. `sleutel` names the event, as that of a mail does, so that nobody is written to twice."""

    inwoner = models.ForeignKey(Inwoner, on_delete=models.CASCADE, related_name="brieven")
    # What it is about: a call, or a meeting.
    oproep = models.ForeignKey(
        OproepPage, on_delete=models.CASCADE, null=True, blank=True, related_name="brieven"
    )
    agenda_item = models.ForeignKey(
        AgendaItemPage, on_delete=models.CASCADE, null=True, blank=True, related_name="brieven"
    )
    sleutel = models.CharField(max_length=200, unique=True)
    # The name of the text, as that of the mail.
    soort = models.CharField(max_length=32)
    taal = models.CharField("taal", max_length=10, default="nl")
    # As they were when it was written.
    naam = models.CharField("naam", max_length=100, blank=True)
    postadres = models.TextField("postadres", max_length=300, blank=True)
    onderwerp = models.CharField("onderwerp", max_length=300, blank=True)
    tekst = models.TextField("tekst", blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    geprint_op = models.DateTimeField(null=True, blank=True)
    geprint_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Those that went in one go, to print again when the printer swallowed one.
    stapel = models.UUIDField(null=True, blank=True, default=None)

    objects = cast("BriefQuerySet", BriefQuerySet.as_manager())
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "brief"
        verbose_name_plural = "brieven"
        default_permissions = ()
        indexes = [
            models.Index(fields=["gemaakt_op"], name="brief_wacht", condition=models.Q(geprint_op=None))
        ]

    def __str__(self) -> str:
        return f"brief {self.pk}"
