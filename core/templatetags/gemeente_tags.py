"""Which site this is: of which municipality, with how many kernen and what colours; and whether one practises on it."""

from django import template
from django.conf import settings
from django.urls import reverse

from core.gemeente import gemeente
from core.kleuren import kenmerk, stijlblad

register = template.Library()


@register.simple_tag
def gemeentenaam() -> str:
    """As in a sentence: West Betuwe."""
    return gemeente().naam


@register.simple_tag
def is_oefensite() -> bool:
    return settings.OEFEN


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
