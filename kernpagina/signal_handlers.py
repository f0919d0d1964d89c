"""Wagtail says by signal that something was published; each line here calls a function that acts."""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from kernpagina import afspraken
from kernpagina.kernagendapunten import maak_leeg, werk_bij
from kernpagina.models import AgendaItemPage, KernagendaPage


@receiver(page_published, sender=KernagendaPage)
def kernagendapunten_bijwerken(instance: KernagendaPage, **kwargs) -> None:
    werk_bij(instance)


@receiver(page_unpublished, sender=KernagendaPage)
def kernagendapunten_weghalen(instance: KernagendaPage, **kwargs) -> None:
    maak_leeg(instance)


@receiver(page_published, sender=AgendaItemPage)
def afspraken_bijwerken(instance: AgendaItemPage, **kwargs) -> None:
    afspraken.werk_bij(instance)


@receiver(page_unpublished, sender=AgendaItemPage)
def afspraken_weghalen(instance: AgendaItemPage, **kwargs) -> None:
    afspraken.maak_leeg(instance)
