"""Wagtail says by signal that something was published; each line here calls a function that acts."""

from django.dispatch import receiver
from wagtail.signals import page_published

from inwoners.seinen import naam_veranderd
from kernpagina.models import OproepPage
from meedoen import vergeten
from meedoen.terugkoppeling import vertel


@receiver(page_published, sender=OproepPage)
def uitkomst_vertellen(instance: OproepPage, **kwargs) -> None:
    vertel(instance)


@receiver(naam_veranderd)
def naam_bijwerken(inwoner, **kwargs) -> None:
    vergeten.hernoem(inwoner)
