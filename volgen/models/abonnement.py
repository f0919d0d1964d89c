"""Who hears by mail of what became public: one address, one thing that it follows."""

from typing import Self, cast

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.models import Thema
from inwoners.models import Adres


class Volgt(models.TextChoices):
    """What somebody follows."""

    KERN = "kern", "een kern"
    PROJECT = "project", "een project"
    OPROEP = "oproep", "een oproep"
    THEMA = "thema", "een thema"
    ALLES = "alles", "alle kernen"


class Ritme(models.TextChoices):
    """How often. Of a call the outcome is told as soon as it is there."""

    WEEK = "week", _("Elke week")
    MAAND = "maand", _("Eén keer per maand")
    METEEN = "meteen", _("Als de uitkomst er is")


class Staat(models.TextChoices):
    """How it stands with a subscription."""

    CONCEPT = "concept", "nog niet bevestigd"
    ACTIEF = "actief", "actief"
    GESTOPT = "gestopt", "gestopt"
    ONBESTELBAAR = "onbestelbaar", "onbestelbaar"


PAGINAS = (Volgt.KERN, Volgt.PROJECT, Volgt.OPROEP)


class AbonnementQuerySet(models.QuerySet):
    def actief(self) -> Self:
        """Who gets mail."""
        return self.filter(stand=Staat.ACTIEF)

    def met_doel(self) -> Self:
        return self.select_related("pagina", "thema")


class Abonnement(models.Model):
    """Its states change in `abonnementen.py` only."""

    adres = models.ForeignKey(Adres, on_delete=models.CASCADE, related_name="abonnementen")
    volgt = models.CharField(max_length=10, choices=Volgt.choices)
    # The Dutch page, whatever the language that is read.
    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, null=True, related_name="+")
    thema = models.ForeignKey(Thema, on_delete=models.CASCADE, null=True, related_name="+")
    ritme = models.CharField(max_length=8, choices=Ritme.choices, default=Ritme.WEEK)
    stand = models.CharField(max_length=14, choices=Staat.choices, default=Staat.CONCEPT)
    taal = models.CharField(max_length=10, default="nl")
    # When it was asked for last; and since when it is as it stands.
    gevraagd_op = models.DateTimeField(default=timezone.now)
    stand_op = models.DateTimeField(default=timezone.now)
    # The proof: the sentence above the button that was pressed, in the language `taal`, and when.
    toestemming = models.CharField(max_length=300, blank=True)
    bevestigd_op = models.DateTimeField(null=True)
    # What came after this number is told: the last there was when the button was pressed.
    vanaf = models.BigIntegerField(default=0)

    objects = cast("AbonnementQuerySet", AbonnementQuerySet.as_manager())

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "abonnement"
        verbose_name_plural = "abonnementen"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["adres", "volgt", "pagina", "thema"], nulls_distinct=False, name="abonnement_een_keer"
            ),
            models.CheckConstraint(
                name="abonnement_volgt_een_ding",
                condition=Q(volgt__in=PAGINAS, pagina__isnull=False, thema=None)
                | Q(volgt=Volgt.THEMA, pagina=None, thema__isnull=False)
                | Q(volgt=Volgt.ALLES, pagina=None, thema=None),
            ),
            models.CheckConstraint(
                name="abonnement_actief_met_toestemming",
                condition=~Q(stand=Staat.ACTIEF) | (Q(bevestigd_op__isnull=False) & ~Q(toestemming="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["volgt", "ritme", "pagina"], name="abonnement_actief", condition=Q(stand=Staat.ACTIEF)
            )
        ]

    def __str__(self) -> str:
        return f"abonnement {self.pk}"
