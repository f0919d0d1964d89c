"""What follows on setting up."""

from django.dispatch import receiver

from home.seinen import ingericht
from search.zoekindex import vul_woorden


@receiver(ingericht, dispatch_uid="search.vul_woorden")
def na_inrichten(**kwargs) -> list[str]:
    """A site from before there were words has an index and none of them."""
    return ["De woorden om mee te zoeken vastgelegd."] if vul_woorden() else []
