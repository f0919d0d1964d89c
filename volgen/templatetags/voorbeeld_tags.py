"""The ways to see a draft on another site, for the screen where it is written."""

from django import template
from django.contrib.auth.models import AnonymousUser
from wagtail.models import Page

from core.models import User
from volgen.models import Kanaal
from volgen.voorbeeld import mag_tonen

register = template.Library()


@register.simple_tag
def voorbeelden(pagina: Page, user: User | AnonymousUser) -> list[Kanaal]:
    """The channels that show a draft of this page to this person."""
    if not mag_tonen(pagina, user):
        return []
    return list(Kanaal.objects.filter(actief=True).exclude(voorbeeld_adres="").order_by("naam"))
