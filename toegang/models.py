from django.conf import settings
from django.db import models
from django.utils import timezone


class TweedeFactor(models.Model):
    """Read by the version before this one only, while this one is put live; `0002` copied it into allauth's table.

    It goes in the version after this one (tests/codebase/test_migraties.py).
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tweede_factor"
    )
    geheim = models.CharField(max_length=32)
    laatste_stap = models.BigIntegerField(default=0)
    gemaakt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "tweede factor"
        verbose_name_plural = "tweede factoren"
        default_permissions = ()

    def __str__(self) -> str:
        return f"tweede factor van {self.user}"
