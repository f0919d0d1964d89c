"""What may change the public content says so by signal; each line here calls the one function that counts it."""

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.inhoudsversie import VELDEN_VAN_EEN_CONCEPT, inhoud_veranderd, verhoog_inhoudsversie
from core.models import BloeiDocument, BloeiImage, GemeenteInstellingen, Thema

PUBLIEK = (
    Page, PageViewRestriction, Redirect, BloeiImage, BloeiDocument, Thema, GemeenteInstellingen, Site, Locale,
)  # fmt: skip


def na_verandering(ding: Model) -> None:
    verhoog_inhoudsversie()
    inhoud_veranderd.send(sender=type(ding), instance=ding)


@receiver(post_save)
def na_bewaren(instance: Model, update_fields: frozenset[str] | None = None, **kwargs) -> None:
    if isinstance(instance, PUBLIEK) and not (update_fields and update_fields <= VELDEN_VAN_EEN_CONCEPT):
        na_verandering(instance)


@receiver(post_delete)
def na_verwijderen(instance: Model, **kwargs) -> None:
    if isinstance(instance, PUBLIEK):
        na_verandering(instance)


@receiver([page_published, page_unpublished, page_slug_changed, post_page_move])
def na_publicatie(instance: Page, **kwargs) -> None:
    na_verandering(instance)
