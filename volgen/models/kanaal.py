"""Other sites that show what is on this one."""

from urllib.parse import urlencode

from django.db import models
from wagtail.admin.panels import FieldPanel


class Kanaal(models.Model):
    """Another site that shows what is on this one, and may show a draft of it to who writes that."""

    naam = models.CharField("naam", max_length=80, unique=True)
    voorbeeld_adres = models.URLField(
        "adres voor een voorbeeld",
        help_text="Waar de andere site een voorbeeld toont. De sleutel komt er vanzelf achter, als ?sleutel=…",
    )
    actief = models.BooleanField(
        "actief",
        default=True,
        help_text="Zet dit uit en er komt geen voorbeeld meer, ook niet van wat al open is.",
    )

    panels = [FieldPanel("naam"), FieldPanel("voorbeeld_adres"), FieldPanel("actief")]

    class Meta:
        verbose_name = "kanaal"
        verbose_name_plural = "kanalen"
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam

    def voorbeeld_van(self, sleutel: str) -> str:
        """The address on the other site that shows what this key opens."""
        return f"{self.voorbeeld_adres}{'&' if '?' in self.voorbeeld_adres else '?'}{urlencode({'sleutel': sleutel})}"
