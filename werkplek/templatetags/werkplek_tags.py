from django import template
from django.template import Context
from wagtail.models import Page

from core.talen.taal import vertaald_in
from werkplek import maken

register = template.Library()


@register.simple_tag(takes_context=True)
def nieuwe_sleutel(context: Context) -> str:
    """The token of a form that makes a page."""
    return str(maken.nieuwe_sleutel(context["request"]))


@register.filter
def vertaald(pagina: Page) -> str:
    """The name of the language into which this page was translated; empty for a Dutch page."""
    return vertaald_in(pagina.locale_id)
