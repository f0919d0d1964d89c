from django.db import models


class Teller(models.Model):
    """How often something was tried, until the moment `tot`; after that, the count begins anew (core/rem.py)."""

    # A digest: who tried what from where can't be read from it.
    sleutel = models.CharField(max_length=64, primary_key=True)
    aantal = models.PositiveIntegerField()
    tot = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "teller"
        verbose_name_plural = "tellers"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.aantal} tot {self.tot}"
