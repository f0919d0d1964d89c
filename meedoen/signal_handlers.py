"""Wagtail says by signal that something was published; each line here calls a function that acts."""

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from inwoners.seinen import naam_veranderd
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen import vergeten
from meedoen.aanmelden.afspraken import vertel_afspraken
from meedoen.aanmelden.vertellen import vertel_na_publicatie
from meedoen.terugkoppeling import vertel


@receiver(page_published, sender=OproepPage)
def uitkomst_vertellen(instance: OproepPage, **kwargs) -> None:
    vertel(instance)


@receiver(naam_veranderd)
def naam_bijwerken(inwoner, *, gekozen: bool = False, **kwargs) -> None:
    vergeten.hernoem(inwoner, gekozen=gekozen)


@receiver(page_published, sender=AgendaItemPage)
@receiver(page_published, sender=OproepPage)
def aangemelden_vertellen(instance: AgendaItemPage | OproepPage, **kwargs) -> None:
    vertel_na_publicatie(instance)


@receiver(page_published, sender=AgendaItemPage)
def afspraken_vertellen(instance: AgendaItemPage, **kwargs) -> None:
    vertel_afspraken(instance)


# Of a page that is deleted Wagtail says this too, before it goes.
@receiver(page_unpublished, sender=AgendaItemPage)
@receiver(page_unpublished, sender=OproepPage)
def aangemelden_waarschuwen(instance: AgendaItemPage | OproepPage, **kwargs) -> None:
    vertel_na_publicatie(instance, weg=True)
