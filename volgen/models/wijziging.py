"""What became public, in the order in which it did: one numbered log, and what was public last of each page."""

from collections.abc import Iterable
from typing import Self, cast

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Soort(models.TextChoices):
    """What happened to a page, for whoever follows it."""

    NIEUW = "nieuw", "Nieuw"
    GEWIJZIGD = "gewijzigd", "Gewijzigd"
    GEANNULEERD = "geannuleerd", "Gaat niet door"
    TERUGGEKOPPELD = "teruggekoppeld", "Teruggekoppeld"
    AFSPRAAK = "afspraak", "Nieuws over een afspraak"
    WEG = "weg", "Niet meer te zien"


class WijzigingQuerySet(models.QuerySet):
    def na(self, nummer: int) -> Self:
        """What came after this number, in order."""
        return self.filter(nummer__gt=nummer).order_by("nummer")

    def nieuwste_per_tekst(self) -> Self:
        """Of each page in each language the last of these lines; the newest first."""
        per_tekst = self.order_by("pagina", "taal", "-nummer").distinct("pagina", "taal")
        return self.filter(pk__in=per_tekst.values("pk")).order_by("-nummer")

    def laatste(self) -> int:
        """The highest number there is; 0 before the first."""
        return self.order_by("-nummer").values_list("nummer", flat=True).first() or 0

    def laatste_van(self, paginas: Iterable[int]) -> dict[int, int]:
        """Of each of these pages the number of its last line, as far as it has one."""
        van_paginas = self.filter(pagina__in=list(paginas)).order_by().values("pagina")
        return dict(van_paginas.annotate(laatste=models.Max("nummer")).values_list("pagina", "laatste"))


class Wijziging(models.Model):
    """One line of the log. Nothing is changed in it or taken out of it, but for the words about what isn't public any more.

    `nummer` is given under the lock of the inhoudsversie (docs/adr/0040): the order of the numbers is that in which
    changes came to be there for everybody, and none is missing.
    """

    nummer = models.BigIntegerField(primary_key=True)
    op = models.DateTimeField()
    # The number of the Dutch page, which may be gone by now; and its key, the same in every language.
    pagina = models.BigIntegerField()
    sleutel = models.UUIDField()
    soort = models.CharField(max_length=16, choices=Soort.choices)
    # The language of the text that is another; that of the Dutch page counts in all of them.
    taal = models.CharField(max_length=16)
    # Whether it's the page itself, or only what it names: the address of a link, the name of a theme.
    eigen = models.BooleanField(default=True)
    kern = models.BigIntegerField(null=True)
    themas = ArrayField(models.BigIntegerField(), default=list)
    # Which agreements of a meeting it tells of: those that are new in its report, or of which the stand is another.
    afspraken = ArrayField(models.UUIDField(), default=list, db_default=[])
    titel = models.CharField(max_length=255, blank=True)
    regel = models.CharField(max_length=260, blank=True)

    objects = cast("WijzigingQuerySet", WijzigingQuerySet.as_manager())

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "wijziging"
        verbose_name_plural = "wijzigingen"
        indexes = [
            models.Index(fields=("pagina", "-nummer"), name="wijziging_van_pagina"),
            models.Index(fields=("kern", "-nummer"), name="wijziging_in_kern"),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}: {self.soort} {self.pagina}"


class Gevolgd(models.Model):
    """A live text as it was seen last, to compare the next with: one row for a Dutch page and for each translation of it."""

    rij = models.BigIntegerField(primary_key=True)
    pagina = models.BigIntegerField(db_index=True)
    sleutel = models.UUIDField(db_index=True)
    taal = models.CharField(max_length=16)
    # Live isn't public yet: a page above it may be restricted, and a translation is as public as its Dutch page.
    openbaar = models.BooleanField()
    kern = models.BigIntegerField(null=True)
    # Of the Dutch page, whatever the language.
    url_path = models.TextField(db_index=True)
    titel = models.CharField(max_length=255)
    regel = models.CharField(max_length=260, blank=True)
    themas = ArrayField(models.BigIntegerField(), default=list)
    stand = models.CharField(max_length=16, blank=True)
    # A hash of all that the page itself says, and what it names beside that: `page:31`, `bloeiimage:4`, `thema:2`.
    eigen = models.CharField(max_length=32)
    noemt = ArrayField(models.CharField(max_length=40), default=list)
    # What was agreed, of a meeting with a report: see `kernpagina.Afspraak.kenmerk`.
    afspraken = ArrayField(models.UUIDField(), default=list, db_default=[])

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "gevolgde pagina"
        verbose_name_plural = "gevolgde pagina's"
        indexes = [GinIndex(fields=("noemt",), name="gevolgd_noemt")]

    def __str__(self) -> str:
        return f"{self.titel} ({self.taal})"

    @property
    def gezicht(self) -> tuple[str, str] | None:
        """What other pages show of this one; None when it isn't public."""
        return (self.titel, self.url_path) if self.openbaar else None
