"""Wagtail says by signal that something was published; each line here calls a function that acts."""

from django.dispatch import receiver
from wagtail.signals import page_published

from kernpagina.models import OproepPage
from meedoen.terugkoppeling import vertel


@receiver(page_published, sender=OproepPage)
def uitkomst_vertellen(instance: OproepPage, **kwargs) -> None:
    vertel(instance)
