"""What follows on setting up."""

from django.dispatch import receiver
from wagtail.search import index
from wagtail.signals import page_published

from home.seinen import ingericht
from kernpagina.models import OproepPage
from search.zoekindex import vul_woorden


@receiver(ingericht, dispatch_uid="search.vul_woorden")
def na_inrichten(**kwargs) -> list[str]:
    """A site from before there were words has an index and none of them."""
    return ["De woorden om mee te zoeken vastgelegd."] if vul_woorden() else []


@receiver(page_published, sender=OproepPage, dispatch_uid="search.met_uitkomst")
def met_uitkomst(instance: OproepPage, **kwargs) -> None:
    """Wagtail writes the index when a page is saved, and the points of its outcome are saved after that."""
    index.insert_or_update_object(instance)
