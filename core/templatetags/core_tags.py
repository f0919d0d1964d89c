"""Template tags for what belongs to every page."""

from django import template
from django.forms import BoundField
from django.forms.models import ModelChoiceIterator
from wagtail.models import Page

from core import openbaar
from core.boom import VOORPAGINA_DIEPTE
from core.formulieren.zonder_koekje import LOKVELD, VELD, maak_bewijs
from core.geheugen import onthoud
from core.talen.lezen import in_leestaal
from core.talen.taal import leestaal
from core.weg import site_van

register = template.Library()


@register.filter
def is_openbaar(pagina: Page | None) -> bool:
    """Whether a page that a text points at may be shown: for whoever reads it, the link is there or it isn't."""
    return pagina is not None and openbaar.is_openbaar(pagina)


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


@register.simple_tag(takes_context=True)
def zonder_keuze(context: template.Context, naam: str) -> str:
    """The query string of this request without one choice of the filter, from the beginning of the list."""
    vraag = context["request"].GET.copy()
    for weg in (naam, "pagina"):
        vraag.pop(weg, None)
    return f"?{vraag.urlencode()}"


@register.inclusion_tag("components/bewijs.html", takes_context=True)
def bewijs(context: template.Context, gegeven: str = "") -> dict[str, str]:
    """What a form without a cookie brings along: `{% bewijs %}`, or the token that it was sent with."""
    return {"veld": VELD, "waarde": gegeven or maak_bewijs(context["request"].path), "lokveld": LOKVELD}
