"""Wagtail says by signal that something was published; each line here calls a function that acts."""

from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published, post_page_move

from core.talen.taal import BRONTAAL, taal_van
from vertalen.basis import houd_bij
from vertalen.feiten import volg_plaats


@receiver(page_published)
def vertalingen_bijhouden(instance: Page, revision: Revision | None = None, **kwargs) -> None:
    houd_bij(instance, revision)


@receiver(post_page_move)
def vertalingen_gaan_mee(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs) -> None:
    if parent_page_before != parent_page_after and taal_van(instance.locale_id) == BRONTAAL:
        volg_plaats(Page.objects.get(pk=instance.pk).specific)
