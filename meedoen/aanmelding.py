"""Signing up for a meeting, or to help with a call: who comes, and with how many."""

import uuid
from datetime import datetime
from typing import Self, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from inwoners.models import Inwoner
from meedoen.keuzes import MEESTE_MENSEN, AanmeldStand, Bron


class AanmeldingQuerySet(models.QuerySet):
    def bevestigd(self) -> Self:
        """Who comes, in the order in which they have a place."""
        return self.filter(stand=AanmeldStand.BEVESTIGD).order_by("bevestigd_op", "pk")

    def met_naam(self) -> Self:
        """Of whom is still known who they are."""
        return self.filter(inwoner__isnull=False).select_related("inwoner__adres")

    def nooit_bevestigd(self, voor: datetime) -> Self:
        return self.filter(stand=AanmeldStand.CONCEPT, gemaakt_op__lt=voor)


class Aanmelding(models.Model):
    """One resident and who they bring along. Changed in `aanmelden/stappen.py` only.

    Who has a place follows from the order of confirming (`aanmelden/plaatsen.py`). What they last heard is kept, so that
    each change is told once, and none is forgotten.
    """

    # An agenda-item, or a call for which one signs up.
    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    # Of a call with tasks: which one, by its identity.
    taak = models.UUIDField("taak", null=True, blank=True)
    # Empty once nobody needs to know any more who it was: then it only counts.
    inwoner = models.ForeignKey(
        Inwoner, on_delete=models.CASCADE, null=True, blank=True, related_name="aanmeldingen"
    )
    aantal = models.PositiveSmallIntegerField("met hoeveel mensen", default=1)
    stand = models.CharField(
        "stand", max_length=10, choices=AanmeldStand.choices, default=AanmeldStand.CONCEPT
    )
    bron = models.CharField("bron", max_length=12, choices=Bron.choices, default=Bron.WEB)
    taal = models.CharField("taal", max_length=10, default="nl")
    wil_afspraken = models.BooleanField("wil horen wat er is afgesproken", default=False, db_default=False)
    # A form that is sent twice is one sign-up.
    formulier = models.UUIDField(unique=True, default=uuid.uuid4)
    ingevoerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="ingevoerd door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    gemaakt_op = models.DateTimeField(default=timezone.now)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    # What they heard last: whether they have a place, when and where it is, and the day they were reminded of.
    hoort_plek = models.BooleanField(null=True, blank=True)
    hoort_feiten = models.CharField(max_length=64, blank=True)
    herinnerd_aan = models.DateField(null=True, blank=True)

    # Filled in by who looks: their turn on the waiting list (0: there is a place), what they help with, and what came after.
    beurt = 0
    over = 0  # places that stay free, for too few
    waarvoor = ""
    hoeveelste = 0  # of those with the same name; 0 for the only one
    vervangen = False  # a newer one of the same person counts
    opnieuw = ""  # where they sign up again

    objects = cast("AanmeldingQuerySet", AanmeldingQuerySet.as_manager())
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"
        default_permissions = ()
        indexes = [models.Index(fields=["pagina", "stand"], name="aanmelding_pagina_stand")]
        constraints = [
            models.CheckConstraint(
                name="aanmelding_hoeveel", condition=Q(aantal__gte=1, aantal__lte=MEESTE_MENSEN)
            ),
            models.CheckConstraint(
                name="aanmelding_bevestigd_sinds",
                condition=~Q(stand=AanmeldStand.BEVESTIGD) | Q(bevestigd_op__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["pagina", "taak", "inwoner"],
                condition=Q(stand=AanmeldStand.BEVESTIGD, inwoner__isnull=False),
                nulls_distinct=False,
                name="aanmelding_een_per_inwoner",
            ),
        ]

    def __str__(self) -> str:
        return f"aanmelding {self.pk}"

    @property
    def naam(self) -> str:
        """For themselves and for who organises it; empty once nobody needs to know any more."""
        return self.inwoner.naam if self.inwoner else ""
