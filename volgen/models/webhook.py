"""How far each channel has heard what changed, and how the last deliveries went."""

from collections.abc import Iterator
from datetime import datetime
from typing import Self, cast

from django.db import models

from volgen.models.kanaal import Kanaal
from volgen.models.wijziging import Wijziging, WijzigingQuerySet


class Stand(models.TextChoices):
    AAN = "aan", "Aan"
    UIT = "uit", "Uit"
    UITGEVALLEN = "uitgevallen", "Uitgevallen"


class WebhookQuerySet(models.QuerySet):
    def aan(self) -> Self:
        return self.filter(stand=Stand.AAN, kanaal__actief=True).exclude(kanaal__url="")

    def aan_de_beurt(self, op: datetime) -> Self:
        """Those that may be tried at this moment; who was tried longest ago first."""
        return self.aan().filter(volgende_poging__lte=op).order_by("volgende_poging", "pk")


class Webhook(models.Model):
    """Beside its `Kanaal`, because a form that is saved may not put the number back that the worker has come to."""

    kanaal = models.OneToOneField(Kanaal, on_delete=models.CASCADE, primary_key=True, related_name="webhook")
    stand = models.CharField(max_length=16, choices=Stand.choices, default=Stand.AAN)
    # The last line of the log that was delivered, or passed over because the channel doesn't ask for it.
    nummer = models.BigIntegerField()
    # The secret follows from it, and from SECRET_KEY (webhooks/handtekening.py).
    zaad = models.CharField(max_length=32)
    # Those before it that hold for a while, each with until when: who presses twice loses none that is in use.
    vorige = models.JSONField(default=list)
    pogingen = models.PositiveIntegerField(default=0)
    volgende_poging = models.DateTimeField()
    faalt_sinds = models.DateTimeField(null=True)
    laatst_gelukt = models.DateTimeField(null=True)

    objects = cast("WebhookQuerySet", WebhookQuerySet.as_manager())

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "webhook"
        verbose_name_plural = "webhooks"
        default_permissions = ()

    def __str__(self) -> str:
        return f"webhook van {self.kanaal}"

    def te_sturen(self) -> WijzigingQuerySet:
        """What the channel asks for and hasn't had, in order."""
        keus = Wijziging.objects.na(self.nummer)
        if self.kanaal.kern_id:
            keus = keus.filter(kern=self.kanaal.kern_id)
        if self.kanaal.soorten:
            keus = keus.filter(soort__in=self.kanaal.soorten)
        return keus

    def zaden(self, op: datetime) -> Iterator[str]:
        """What messages are signed with at this moment."""
        yield self.zaad
        for zaad, tot in self.vorige:
            if op < datetime.fromisoformat(tot):
                yield zaad


class Bezorging(models.Model):
    """One try: of a line of the log, or (`nummer` 0) of a message to see whether it comes through."""

    kanaal = models.ForeignKey(Kanaal, on_delete=models.CASCADE, related_name="bezorgingen")
    nummer = models.BigIntegerField()
    op = models.DateTimeField(db_index=True)
    gelukt = models.BooleanField()
    status = models.PositiveSmallIntegerField(null=True)
    uitleg = models.CharField(max_length=300)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bezorging"
        verbose_name_plural = "bezorgingen"
        default_permissions = ()
        indexes = [models.Index(fields=("kanaal", "-op"), name="bezorging_van_kanaal")]

    def __str__(self) -> str:
        return f"{self.nummer} aan {self.kanaal_id}: {self.uitleg}"
