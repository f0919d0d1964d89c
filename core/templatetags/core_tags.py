"""Template tags for what belongs to every page."""

from django import template
from django.forms import BoundField
from django.forms.models import ModelChoiceIterator
from wagtail.models import Page

from core.boom import VOORPAGINA_DIEPTE
from core.geheugen import onthoud
from core.talen.lezen import in_leestaal
from core.talen.taal import leestaal
from core.weg import site_van

register = template.Library()


@register.simple_tag
def kruimelpad(pagina: Page) -> list[Page]:
    """The pages above this one, from the front page down."""
    boven = ("kruimelpad", pagina.path[: -Page.steplen], leestaal())
    return onthoud(
        boven, lambda: in_leestaal(pagina.get_ancestors().live().filter(depth__gte=VOORPAGINA_DIEPTE))
    )


@register.filter
def keuzes(veld: BoundField) -> list[tuple[str, str]]:
    """What there is to choose in a field, without counting it first."""
    opties = veld.field.choices  # ty: ignore[missing-attribute]
    if not isinstance(opties, ModelChoiceIterator):
        return list(opties)
    soort = opties.queryset.model._meta.label
    return onthoud(
        ("keuzes", soort, leestaal()), lambda: [(str(waarde), str(naam)) for waarde, naam in opties]
    )


@register.simple_tag(takes_context=True)
def voorpagina(context: template.Context) -> Page | None:
    """The front page of this site, in the language that is being read."""
    site = site_van(context["request"])
    if site is None:
        return None
    return onthoud(("voorpagina", site.pk, leestaal()), lambda: in_leestaal([site.root_page])[0])
