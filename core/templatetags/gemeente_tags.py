"""The name of the municipality in a text, how many kernen it has, and its own colours and crest."""

from django import template
from django.urls import reverse

from core.gemeente import gemeente
from core.kleuren import kenmerk, stijlblad

register = template.Library()


@register.simple_tag
def gemeentenaam() -> str:
    """As in a sentence: West Betuwe."""
    return gemeente().naam


@register.simple_tag
def aantal_kernen() -> int:
    return len(gemeente().kernen)


@register.simple_tag
def gemeentelogo() -> str:
    """The address of its crest or logo; nothing when it has none."""
    return reverse("gemeentelogo") if gemeente().logo else ""


@register.simple_tag
def gemeentekleuren() -> str:
    """The address of its colours; nothing when it has none of its own, and nobody fetches anything."""
    blad = stijlblad(gemeente())
    return reverse("gemeentekleuren", args=[kenmerk(blad)]) if blad else ""
