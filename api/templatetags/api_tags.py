"""What the texts of the OpenAPI document say with backticks and stars, as a page shows it."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
TEKENS = re.compile(r"`([^`]+)`|\*([^*\s][^*]*)\*")


@register.filter
def opmaak(tekst: str) -> SafeString:
    def html(treffer: re.Match[str]) -> str:
        return f"<code>{treffer[1]}</code>" if treffer[1] else f"<em>{treffer[2]}</em>"

    return mark_safe(TEKENS.sub(html, escape(tekst)))  # noqa: S308 escaped on this line
