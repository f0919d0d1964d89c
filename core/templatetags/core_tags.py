"""Template tags for what belongs to every page."""

from django import template
from django.http import QueryDict
from wagtail.models import Page

from core.talen.lezen import in_leestaal

register = template.Library()

VOORPAGINA_DIEPTE = 2


@register.simple_tag
def kruimelpad(pagina: Page) -> list[Page]:
    """The pages above this one, from the front page down."""
    return in_leestaal(pagina.get_ancestors().live().filter(depth__gte=VOORPAGINA_DIEPTE))


@register.simple_tag(takes_context=True)
def met_pagina(context: template.Context, nummer: int) -> str:
    """The query string of this list with another page number, filters kept."""
    keuze: QueryDict = context["request"].GET.copy()
    keuze["pagina"] = str(nummer)
    return f"?{keuze.urlencode()}"
