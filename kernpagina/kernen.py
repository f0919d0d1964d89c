"""From any page to its kern. The kernen stand at the third level of the tree, so the path tells."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail.models import Locale, Page

from core.boom import KERN_DIEPTE, PAD_LENGTE
from core.geheugen import eigen, onthoud_elk
from core.omleidingen import oud_pad
from core.weg import site_van
from kernpagina.models import Kernagendapunt, KernPage


def kern_van(pagina: Page) -> KernPage | None:
    """The kern that this page belongs to, or is; None for the front page and information pages."""
    if isinstance(pagina, KernPage):
        return pagina
    if pagina.depth <= KERN_DIEPTE and type(pagina) is not Page:
        return None
    return KernPage.objects.filter(path=pagina.path[:PAD_LENGTE]).first()


def naam_van_kern(woonplaatscode: str) -> str:
    """“Beesd”; empty for a code that no kern has."""
    kernen = KernPage.objects.filter(woonplaatscode=woonplaatscode, locale=Locale.get_default())
    return kernen.values_list("title", flat=True).first() or ""


def met_kern(paginas: Iterable[Page]) -> list[Page]:
    """Give each page its kern as `pagina.kern`, with one query for all of them."""
    lijst = list(paginas)
    kernen = _kernen_op(pagina.path for pagina in lijst)
    for pagina in lijst:
        vars(pagina)["kern"] = kernen.get(pagina.path[:PAD_LENGTE])
    return lijst


def punten_met_kern(punten: Iterable[Kernagendapunt]) -> list[Kernagendapunt]:
    """Give each point its kern as `punt.kern`, with one query for all of them; `kernagenda` must be loaded."""
    lijst = list(punten)
    kernen = _kernen_op(punt.kernagenda.path for punt in lijst)
    for punt in lijst:
        vars(punt)["kern"] = kernen.get(punt.kernagenda.path[:PAD_LENGTE])
    return lijst


def _kernen_op(paden: Iterable[str]) -> dict[str, KernPage]:
    """Those of these paths, with nothing of them that is text: their names are the same in every language."""
    sleutels = [("kern", pad) for pad in {pad[:PAD_LENGTE] for pad in paden}]
    return {kern.path: eigen(kern) for kern in onthoud_elk(sleutels, _haal_kernen) if kern}


def _haal_kernen(sleutels: list[tuple[str, str]]) -> list[KernPage | None]:
    paden = [pad for _, pad in sleutels]
    kernen = KernPage.objects.defer_streamfields().in_bulk(paden, field_name="path")
    return [kernen.get(pad) for pad in paden]


def bij_haar_oude_naam(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a view that asks which kern (`?kern=`): who kept an address from before a kern got another name goes on
    to the same question with her name of now."""

    @wraps(view)
    def view_met_kern(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        slug, site = request.GET.get("kern"), site_van(request)
        pagina = oud_pad(site, f"/{slug}") if slug and site else None
        if pagina is None or pagina.specific_class is not KernPage:
            return view(request, *args, **kwargs)
        vraag = request.GET.copy()
        vraag["kern"] = pagina.slug
        return HttpResponseRedirect(f"{request.path}?{vraag.urlencode()}")

    return view_met_kern
