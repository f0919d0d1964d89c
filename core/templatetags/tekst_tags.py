"""Template filters for text that people wrote."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from core.teksten import nummers, schoon

register = template.Library()


@register.filter
def voor_lezers(html: str) -> SafeString:
    """Rich text with its links made into addresses: nothing is shown that isn't on the whitelist."""
    return mark_safe(schoon.rijke_tekst_voor_lezers(html))  # noqa: S308 - cleaned right here


@register.filter
def tikbaar(tekst: str) -> SafeString:
    """Running text, plain or HTML, in which telephone numbers and e-mail addresses are links."""
    return mark_safe(nummers.met_links(conditional_escape(tekst or "")))  # noqa: S308 - escaped right here
