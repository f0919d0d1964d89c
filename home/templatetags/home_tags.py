"""Template tags for the pages that every site has."""

from django import template
from wagtail.models import Site

from home.menu import Link, hoofdmenu, voetmenu

register = template.Library()


register.simple_tag(hoofdmenu)


@register.simple_tag(takes_context=True)
def voet(context: template.Context) -> dict[str, Link]:
    """The links at the foot by role, each a name and an address."""
    return voetmenu(Site.find_for_request(context["request"]))
