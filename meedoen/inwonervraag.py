"""What a resident asks about a project or a point of a kernagenda. Between them and who answers: nothing of it is public."""

import uuid
from datetime import datetime
from typing import Self, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from inwoners.models import Inwoner
from meedoen.keuzes import LANGSTE_TEKST, VraagStand


class InwonerVraagQuerySet(models.QuerySet):
    def wacht(self) -> Self:
        """What waits for an answer, the oldest first."""
        return self.filter(stand=VraagStand.ONTVANGEN).order_by("ontvangen_op", "pk")

    def beantwoord(self, sinds: datetime) -> Self:
        """Answered since, the newest first; also those of which the words are gone."""
        antwoorden = self.filter(stand=VraagStand.BEANTWOORD, beantwoord_op__gte=sinds)
        return antwoorden.order_by("-beantwoord_op", "-pk")

    def nooit_bevestigd(self, voor: datetime) -> Self:
        return self.filter(stand=VraagStand.CONCEPT, gemaakt_op__lt=voor)


class InwonerVraag(models.Model):
    """Changed in `vraag_stellen/stappen.py` only, and emptied in `vraag_stellen/houder.py`."""

    # A project, or a kernagenda; then `punt` is the identity of a point of it.
    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    punt = models.UUIDField("punt van de kernagenda", null=True, blank=True)
    # What it is about as it was called when it was asked: a point may go, or get another name.
    over = models.TextField("waarover")
    # Empty once nobody needs to know any more who it was: then it only counts.
    inwoner = models.ForeignKey(
        Inwoner, on_delete=models.CASCADE, null=True, blank=True, related_name="vragen"
    )
    tekst = models.TextField("vraag", max_length=LANGSTE_TEKST, blank=True)
    taal = models.CharField("taal", max_length=10, default="nl")
    stand = models.CharField("stand", max_length=12, choices=VraagStand.choices, default=VraagStand.CONCEPT)
    # A form that is sent twice is one question.
    formulier = models.UUIDField(unique=True, default=uuid.uuid4)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    ontvangen_op = models.DateTimeField(null=True, blank=True)
    # Who was asked to answer it: communications, or somebody by name; neither: the editors of the kern.
    bij_communicatie = models.BooleanField("ligt bij Communicatie", default=False)
    bij = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="ligt bij",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    antwoord = models.TextField("antwoord", max_length=LANGSTE_TEKST, blank=True)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="beantwoord door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = cast("InwonerVraagQuerySet", InwonerVraagQuerySet.as_manager())
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "vraag van een inwoner"
        verbose_name_plural = "vragen van inwoners"
        default_permissions = ()
        indexes = [models.Index(fields=["stand", "pagina"], name="inwonervraag_stand_pagina")]
        constraints = [
            models.CheckConstraint(
                name="inwonervraag_met_datum",
                condition=~Q(stand=VraagStand.ONTVANGEN) | Q(ontvangen_op__isnull=False),
            ),
            models.CheckConstraint(
                name="inwonervraag_beantwoord_op",
                condition=~Q(stand=VraagStand.BEANTWOORD) | Q(beantwoord_op__isnull=False),
            ),
            # Words are somebody's, until they are emptied together with who it was.
            models.CheckConstraint(
                name="inwonervraag_van_iemand", condition=Q(inwoner__isnull=False) | Q(tekst="", antwoord="")
            ),
        ]

    def __str__(self) -> str:
        return f"vraag {self.pk}"

    @property
    def naam(self) -> str:
        """For themselves and for who answers; empty once nobody needs to know any more."""
        return self.inwoner.naam if self.inwoner else ""
