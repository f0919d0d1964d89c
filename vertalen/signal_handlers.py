"""Wagtail says by signal that something was published or written; each line here calls a function that acts."""

from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published, post_page_move
from wagtail_localize.models import SegmentOverride, StringTranslation

from core.talen.geraamte import volg_plaats
from core.talen.taal import BRONTAAL, taal_van
from vertalen.basis import houd_bij
from vertalen.schoon import bewaak_overschrijving, bewaak_zin, toon_titel


@receiver(pre_save, sender=StringTranslation)
def zin_schoonmaken(instance: StringTranslation, raw: bool = False, **kwargs) -> None:
    if not raw:
        bewaak_zin(instance)


@receiver(post_save, sender=StringTranslation)
def titel_tonen(instance: StringTranslation, **kwargs) -> None:
    toon_titel(instance)


@receiver(pre_save, sender=SegmentOverride)
def niets_overschrijven(**kwargs) -> None:
    bewaak_overschrijving()


@receiver(page_published)
def vertalingen_bijhouden(instance: Page, revision: Revision | None = None, **kwargs) -> None:
    houd_bij(instance, revision)


@receiver(post_page_move)
def vertalingen_gaan_mee(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs) -> None:
    if parent_page_before != parent_page_after and taal_van(instance.locale_id) == BRONTAAL:
        volg_plaats(Page.objects.get(pk=instance.pk).specific)
