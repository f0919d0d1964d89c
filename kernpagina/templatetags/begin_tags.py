"""What a village's own page asks while there is nothing to read yet. This is where "today" enters."""

from typing import Any

from django import template

from core.tijd import vandaag
from kernpagina import begin
from kernpagina.models import KernPage

register = template.Library()


@register.simple_tag
def begin_van(kern: KernPage) -> dict[str, Any] | None:
    """What the page tells in place of empty lists; None for a village of which there is something to read."""
    if not kern.pk or not begin.is_nog_leeg(kern):
        return None
    return begin.begin_van(kern, vandaag())
