"""Template filters for text that people wrote."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from core.teksten import schoon

register = template.Library()


@register.filter
def voor_lezers(html: str) -> SafeString:
    """Rich text with its links made into addresses: nothing is shown that isn't on the whitelist."""
    return mark_safe(schoon.rijke_tekst_voor_lezers(html))  # noqa: S308 - cleaned right here
