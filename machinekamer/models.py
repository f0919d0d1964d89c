from django.db import models


class Hartslag(models.Model):
    """When a process that has to go on was last seen to."""

    naam = models.CharField(max_length=20, primary_key=True)
    op = models.DateTimeField()

    class Meta:
        verbose_name = "hartslag"
        verbose_name_plural = "hartslagen"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.naam}: {self.op}"
