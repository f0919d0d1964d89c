from django.db import models


class Vertaalbasis(models.Model):
    """Which Dutch text a version of a translation was made from, and whether there is newer Dutch text."""

    revisie = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="vertaalbasis", verbose_name="versie"
    )
    afdruk = models.CharField("afdruk van de Nederlandse tekst", max_length=64)
    achter_sinds = models.DateTimeField("loopt achter sinds", null=True)
    bron_gewijzigd_op = models.DateTimeField("Nederlandse tekst gewijzigd op", null=True)

    class Meta:
        verbose_name = "basis van een vertaling"
        verbose_name_plural = "basis van vertalingen"
        default_permissions = ()

    def __str__(self) -> str:
        return self.revisie.object_str
