"""What an address may look like, and which one is free."""

from itertools import count

from django.urls.converters import StringConverter
from wagtail.models import Page

SLUG_LENGTE = 255


class PaginaPad(StringConverter):
    """The path of a page, without the slashes around it: what Wagtail too takes for one. Anything else isn't found."""

    regex = r"[\w-]+(?:/[\w-]+)*"


def vrij_adres(ouder: Page | None, slug: str, pagina: Page | None = None) -> str:
    """This slug when no other page below `ouder` has it, or else the first that is free: `slug-2`, `slug-3`, …

    `pagina` is the one that the slug is for; its own isn't in its way. The root's may be anything: it has no parent.
    """
    buren = ouder.get_children().exclude(pk=pagina and pagina.pk) if ouder else Page.objects.none()
    bezet = set(buren.values_list("slug", flat=True))
    nummers = (f"-{nummer}" if nummer > 1 else "" for nummer in count(1))
    kandidaten = (f"{slug[: SLUG_LENGTE - len(nummer)]}{nummer}" for nummer in nummers)
    return next(kandidaat for kandidaat in kandidaten if kandidaat not in bezet)
