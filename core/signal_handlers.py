"""Django and Wagtail say by signal that something is written; each line here calls a function that acts."""

from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_unpublished

from core import beelden, schoonmaak
from core.goedkeuring import besluiten, bestanden, wacht
from core.models import BloeiDocument, BloeiImage, Goedkeuring


@receiver(pre_save)
def tekst_schoonmaken(instance, **kwargs) -> None:
    # First of all: the guards below judge what is really stored. A fixture is cleaned like anything else.
    schoonmaak.maak_schoon(instance)


@receiver(pre_save)
def pagina_bewaken(instance, update_fields=None, raw=False, **kwargs) -> None:
    # No sender: the guard has to stand before every page type, and before the plain Page as well.
    if isinstance(instance, Page) and not raw:
        wacht.bewaak_pagina(instance, update_fields)


@receiver(pre_save, sender=Revision)
def versie_bewaken(instance: Revision, update_fields=None, raw=False, **kwargs) -> None:
    if not raw:
        wacht.bewaak_revisie(instance, update_fields)


@receiver(post_save, sender=Revision)
def goedkeuring_herstarten(instance: Revision, raw=False, **kwargs) -> None:
    if not raw:
        besluiten.herstart_na_wijziging(instance)


@receiver(pre_save, sender=BloeiImage)
@receiver(pre_save, sender=BloeiDocument)
def bestand_bewaken(instance, raw=False, **kwargs) -> None:
    if not raw:
        bestanden.bewaak_bestand(instance)


@receiver(post_save, sender=BloeiImage)
def maten_bestellen(instance: BloeiImage, raw=False, **kwargs) -> None:
    if not raw:
        beelden.bestel_maten(instance.pk)


@receiver(pre_delete, sender=BloeiImage)
@receiver(pre_delete, sender=BloeiDocument)
def bestand_bewaren(instance, **kwargs) -> None:
    bestanden.bewaak_verwijderen(instance)


@receiver(page_unpublished)
def goedkeuring_vervalt(instance: Page, **kwargs) -> None:
    Goedkeuring.objects.voor_pagina(instance).laat_vervallen()
