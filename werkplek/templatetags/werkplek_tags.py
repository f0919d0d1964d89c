from django import template
from django.template import Context
from wagtail.models import Page, TaskState

from core.models import User
from core.talen.taal import vertaald_in
from werkplek import maken
from werkplek.onderweg import veranderd_voor

register = template.Library()


@register.simple_tag(takes_context=True)
def nieuwe_sleutel(context: Context) -> str:
    """The token of a form that makes a page."""
    return str(maken.nieuwe_sleutel(context["request"]))


@register.filter
def met_taal(pagina: Page) -> str:
    """The title of its newest text; of a translation with its language."""
    taal = vertaald_in(pagina.locale_id)
    return f"{pagina.draft_title} (vertaling: {taal})" if taal else pagina.draft_title


@register.simple_tag
def veranderd_voor_terugsturen(wacht: TaskState, lezer: User) -> dict[str, str]:
    """Who changed something in the text before it was sent back, and where to see what; empty when nobody else did."""
    return veranderd_voor(wacht.specific, lezer)
