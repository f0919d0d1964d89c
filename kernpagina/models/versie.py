from django.db import models

from kernpagina.keuzes import PuntStatus
from kernpagina.models.kernagenda import KernagendaPage


class KernagendaVersie(models.Model):
    """The points of a kernagenda as they were last published under one version number.

    Wagtail's own revisions hold drafts too, and `purge_revisions` throws them away. This table holds only what
    was public, and is written by `versies.leg_vast` at each publication.
    """

    kernagenda = models.ForeignKey(KernagendaPage, on_delete=models.CASCADE, related_name="versies")
    versie = models.PositiveSmallIntegerField()
    vastgesteld_op = models.DateField(null=True)
    vastgelegd_op = models.DateTimeField(auto_now=True)
    punten = models.JSONField(
        help_text="Een lijst; elk punt met uuid, thema, titel, status en de rest als tekst."
    )

    class Meta:
        verbose_name = "versie van een kernagenda"
        verbose_name_plural = "versies van kernagenda's"
        ordering = ["-versie"]
        constraints = [
            models.UniqueConstraint(fields=["kernagenda", "versie"], name="unieke_versie_per_kernagenda")
        ]

    def __str__(self) -> str:
        return f"Versie {self.versie}"


class Statuswissel(models.Model):
    """A point of a kernagenda got another state, in public. Added to by `kernagendapunten.werk_bij`, to count by year."""

    kernagenda = models.ForeignKey(KernagendaPage, on_delete=models.CASCADE, related_name="wissels")
    punt = models.UUIDField()
    van = models.CharField(max_length=16, choices=PuntStatus.choices)
    naar = models.CharField(max_length=16, choices=PuntStatus.choices)
    op = models.DateField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "statuswissel"
        verbose_name_plural = "statuswissels"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.van} → {self.naar}"
