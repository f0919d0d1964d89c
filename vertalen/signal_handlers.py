"""Wagtail says by signal that something was published; each line here calls a function that acts."""

from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from vertalen.basis import houd_bij


@receiver(page_published)
def vertalingen_bijhouden(instance: Page, revision: Revision | None = None, **kwargs) -> None:
    houd_bij(instance, revision)
