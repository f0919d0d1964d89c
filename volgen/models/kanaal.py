"""Other sites that show what is on this one."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from kernpagina.models import KernPage
from volgen.buitenadres import controleer
from volgen.models.wijziging import Soort


class Kanaal(models.Model):
    """Another site that shows what is on this one: it may show a draft to who writes that, and hear what changed."""

    naam = models.CharField("naam", max_length=80, unique=True)
    actief = models.BooleanField(
        "actief",
        default=True,
        help_text="Zet dit uit en er gaat niets meer naar dit kanaal: geen voorbeeld, ook niet van wat al open is, "
        "en geen bericht.",
    )
    beheerder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="kanalen",
        verbose_name="wie erover gaat",
    )  # fmt: skip
    voorbeeld_adres = models.URLField(
        "adres voor een voorbeeld",
        blank=True,
        help_text="Waar de andere site een voorbeeld toont. De sleutel komt er vanzelf achter, als ?sleutel=…",
    )
    url = models.URLField(
        "adres voor berichten",
        max_length=500,
        blank=True,
        db_default="",
        validators=[controleer],
        help_text="Begint met https://. Hierheen gaat een kort bericht als er iets openbaar wordt, verandert of verdwijnt.",
    )
    kern = models.ForeignKey(
        KernPage, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="alleen van",
    )  # fmt: skip
    soorten = ArrayField(
        models.CharField(max_length=16, choices=Soort.choices), null=True, blank=True, verbose_name="alleen als er iets is",
    )  # fmt: skip

    class Meta:
        verbose_name = "kanaal"
        verbose_name_plural = "kanalen"
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam

    def voorbeeld_van(self, sleutel: str) -> str:
        """The address on the other site that shows what this key opens."""
        return f"{self.voorbeeld_adres}{'&' if '?' in self.voorbeeld_adres else '?'}{urlencode({'sleutel': sleutel})}"
