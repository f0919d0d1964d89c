"""Django and Wagtail say by signal that something is written; each line here calls a function that acts."""

from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageLogEntry, Revision, UploadedFile
from wagtail.signals import page_published, page_unpublished, post_page_move

from core import kenmerken
from core.fotos import adressen, innemen, maten
from core.goedkeuring import besluiten, bestanden, bewaking
from core.models import BloeiDocument, BloeiImage, Goedkeuring
from core.teksten import schoonmaak


@receiver(pre_save)
def tekst_schoonmaken(instance, **kwargs) -> None:
    # First of all: the guards below judge what is really stored. A fixture is cleaned like anything else.
    schoonmaak.maak_schoon(instance)


@receiver(pre_save)
def pagina_bewaken(instance, update_fields=None, raw=False, **kwargs) -> None:
    # No sender: the guard has to stand before every page type, and before the plain Page as well.
    if isinstance(instance, Page) and not raw:
        kenmerken.kenmerk_pagina(instance)
        bewaking.bewaak_pagina(instance, update_fields)


@receiver(pre_save, sender=Revision)
def versie_bewaken(instance: Revision, update_fields=None, raw=False, **kwargs) -> None:
    if not raw:
        kenmerken.kenmerk_revisie(instance)
        bewaking.bewaak_revisie(instance, update_fields)


@receiver(post_save, sender=PageLogEntry)
def kopie_krijgt_kenmerken(instance: PageLogEntry, raw=False, **kwargs) -> None:
    # Of each page that is copied, with its parents or below them, the log is the one that tells.
    if instance.action == "wagtail.copy" and not raw:
        kenmerken.kenmerk_kopie(instance.page.specific)


@receiver(post_save)
def goedkeuring_herstarten(instance, update_fields=None, raw=False, **kwargs) -> None:
    # A new version is there when the page's row says so; Wagtail saves the version itself before that.
    if isinstance(instance, Page) and not raw and "latest_revision" in (update_fields or ()):
        besluiten.herstart_na_wijziging(instance)


@receiver(pre_save, sender=BloeiImage)
@receiver(pre_save, sender=BloeiDocument)
def bestand_bewaken(instance, raw=False, **kwargs) -> None:
    if not raw:
        bestanden.bewaak_bestand(instance)


@receiver(pre_save, sender=BloeiImage)
def foto_houdt_adressen(instance: BloeiImage, raw=False, **kwargs) -> None:
    if not raw:
        adressen.neem_over(instance)


@receiver(pre_save, sender=BloeiImage)
@receiver(pre_save, sender=UploadedFile)
def foto_innemen(instance, update_fields=None, raw=False, **kwargs) -> None:
    if not raw and (update_fields is None or "file" in update_fields):
        innemen.neem_in(instance)


@receiver(post_save, sender=BloeiImage)
def maten_bestellen(instance: BloeiImage, raw=False, **kwargs) -> None:
    if not raw:
        maten.bestel_maten(instance.pk)


@receiver(pre_delete, sender=BloeiImage)
@receiver(pre_delete, sender=BloeiDocument)
def bestand_bewaren(instance, **kwargs) -> None:
    bestanden.bewaak_verwijderen(instance)


@receiver(page_published)
def fotos_tonen(instance: Page, **kwargs) -> None:
    adressen.toon(instance)


@receiver(page_unpublished)
def goedkeuring_vervalt(instance: Page, **kwargs) -> None:
    # What ends on its day takes nothing back: a version that was approved for later still comes.
    if not instance.expired:
        Goedkeuring.objects.voor_pagina(instance).laat_vervallen()


@receiver(post_page_move)
def goedkeuring_geldt_voor_de_plek(instance: Page, parent_page_before, parent_page_after, **kwargs) -> None:
    if parent_page_before.pk != parent_page_after.pk:
        Goedkeuring.objects.onder(instance).laat_vervallen()
