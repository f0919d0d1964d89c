"""Template tags for the pages that every site has."""

from django import template
from wagtail.models import Site

from core.geheugen import onthoud
from core.talen.adres import pad_in_taal
from core.talen.taal import leestaal
from core.weg import site_van
from home.models import InformatiePage

register = template.Library()


@register.simple_tag(takes_context=True)
def adressen_van(context: template.Context, *rollen: str) -> dict[str, str]:
    """The addresses of the information pages with these roles; that of the front page for one that isn't there."""
    site = site_van(context["request"])
    if site is None:
        return dict.fromkeys(rollen, pad_in_taal("/"))
    return onthoud(("adressen", site.pk, leestaal(), *rollen), lambda: _adressen(site, rollen))


def _adressen(site: Site, rollen: tuple[str, ...]) -> dict[str, str]:
    paginas = InformatiePage.objects.met_rol(site, *rollen).defer_streamfields()
    return dict.fromkeys(rollen, pad_in_taal("/")) | {pagina.rol: pagina.url for pagina in paginas}
