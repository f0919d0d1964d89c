from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from wagtail.models import Page, Site


class Vorm(models.Model):
    """What the API says of one public page in one language, written down when it was published (docs/adr/0034).

    Only what a visitor could read when it was made. What follows from the day, from the kern or from the address of
    the site is filled in when it is read; whether the page is public is asked of the page itself, each time.
    Everything in it can be made anew: `manage.py maak_vormen`.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    pagina = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    taal = models.CharField("taal", max_length=12)
    maaksel = models.CharField("maaksel", max_length=32, help_text="Waarmee hij is gemaakt.")
    van = ArrayField(models.TextField(), verbose_name="van", help_text="Waarvan hij is gemaakt.")

    # JSON as text: it goes out as it is.
    pagina_kort = models.TextField("zoals een pagina in een lijst")
    inleiding = models.TextField("inleiding")
    inhoud = models.TextField("inhoud")
    kort = models.TextField("zoals zijn soort in een lijst", blank=True)
    rest = models.TextField("wat er alleen bij één staat", blank=True)
    feiten = models.TextField("waaruit volgt wat vandaag geldt")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "vorm"
        verbose_name_plural = "vormen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pagina", "taal", "site"], name="een_vorm_per_pagina_en_taal")
        ]
        indexes: ClassVar = [GinIndex(fields=["van"], name="vorm_van")]

    def __str__(self) -> str:
        return f"{self.pagina_id} ({self.taal})"


class BesteldeVorm(models.Model):
    """A form that was taken away because something public changed, and that the worker makes anew.

    Only numbers, without keys: what isn't there any more by then, is passed over.
    """

    site = models.IntegerField("site")
    taal = models.CharField("taal", max_length=12)
    pagina = models.IntegerField("pagina")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bestelde vorm"
        verbose_name_plural = "bestelde vormen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pagina", "taal", "site"], name="een_keer_besteld")
        ]

    def __str__(self) -> str:
        return f"{self.pagina} ({self.taal})"
