from django import template
from django.template import Context

from werkplek import maken

register = template.Library()


@register.simple_tag(takes_context=True)
def nieuwe_sleutel(context: Context) -> str:
    """The token of a form that makes a page."""
    return str(maken.nieuwe_sleutel(context["request"]))
