"""Template tags for what belongs to every page."""

from django import template
from wagtail.models import Page, Site

from core import openbaar
from core.boom import VOORPAGINA_DIEPTE
from core.formulieren.zonder_koekje import LOKVELD, VELD, maak_bewijs
from core.talen.lezen import in_leestaal

register = template.Library()


@register.filter
def is_openbaar(pagina: Page | None) -> bool:
    """Whether a page that a text points at may be shown: for whoever reads it, the link is there or it isn't."""
    return pagina is not None and openbaar.is_openbaar(pagina)


@register.simple_tag
def kruimelpad(pagina: Page) -> list[Page]:
    """The pages above this one, from the front page down."""
    return in_leestaal(pagina.get_ancestors().live().filter(depth__gte=VOORPAGINA_DIEPTE))


@register.simple_tag(takes_context=True)
def voorpagina(context: template.Context) -> Page | None:
    """The front page of this site, in the language that is being read."""
    site = Site.find_for_request(context["request"])
    return in_leestaal([site.root_page])[0] if site else None


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
