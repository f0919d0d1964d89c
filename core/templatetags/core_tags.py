"""Template tags for what belongs to every page."""

from django import template
from django.db.models import QuerySet
from wagtail.models import Page

register = template.Library()

VOORPAGINA_DIEPTE = 2


@register.simple_tag
def kruimelpad(pagina: Page) -> QuerySet[Page]:
    """The pages above this one, from the front page down."""
    return pagina.get_ancestors().live().filter(depth__gte=VOORPAGINA_DIEPTE)
