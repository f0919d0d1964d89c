"""From any page to its kern. The kernen stand at the third level of the tree, so the path tells."""

from collections.abc import Iterable

from wagtail.models import Page

from kernpagina.models import KernPage

PAD_LENGTE = 3 * Page.steplen


def kern_van(pagina: Page) -> KernPage | None:
    """The kern that this page belongs to, or is; None for the front page and information pages."""
    if isinstance(pagina, KernPage):
        return pagina
    return KernPage.objects.filter(path=pagina.path[:PAD_LENGTE]).first()


def met_kern(paginas: Iterable[Page]) -> list[Page]:
    """Give each page its kern as `pagina.kern`, with one query for all of them."""
    lijst = list(paginas)
    kernen = KernPage.objects.defer_streamfields().in_bulk(
        {pagina.path[:PAD_LENGTE] for pagina in lijst}, field_name="path"
    )
    for pagina in lijst:
        pagina.kern = kernen.get(pagina.path[:PAD_LENGTE])
    return lijst
