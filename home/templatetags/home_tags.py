"""Template tags for the pages that every site has."""

from django import template

from core import privacy
from core.weg import site_van
from home import menu

register = template.Library()

register.simple_tag(menu.hoofdmenu)


@register.simple_tag(takes_context=True)
def voetmenu(context: template.Context) -> dict[str, menu.Link]:
    """The links at the foot by role, each a name and an address."""
    return menu.voetmenu(site_van(context["request"]))


@register.simple_tag(takes_context=True)
def adressen_van(context: template.Context, *rollen: str) -> dict[str, str]:
    """The addresses of the information pages with these roles; that of the front page for one that isn't there."""
    return menu.adressen(site_van(context["request"]), *rollen)


@register.simple_tag
def verwerkingen() -> list[privacy.Verwerking]:
    """What we do with data about people."""
    return privacy.verwerkingen()
