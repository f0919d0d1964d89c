from django.conf import settings
from django.db import models
from django.utils import timezone


class TweedeFactor(models.Model):
    """What a telephone and the site both know: with it, both make the same code of six figures every half minute."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tweede_factor"
    )
    geheim = models.CharField(max_length=32)
    # The half minute of the last code that was used: none is good twice.
    laatste_stap = models.BigIntegerField(default=0)
    gemaakt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "tweede factor"
        verbose_name_plural = "tweede factoren"
        default_permissions = ()

    def __str__(self) -> str:
        return f"tweede factor van {self.user}"
