from django.conf import settings
from django.db import models


class FotoMixin(models.Model):
    """A picture that stands for the page, on the page and on cards."""

    foto = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="foto",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True
