"""A piece of a page that is the same for every visitor, made once as long as nothing public changes."""

from collections.abc import Hashable
from typing import Any

from django import template
from django.db.models import Model
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.utils.safestring import SafeString

from core.geheugen import onthoud, stukken
from core.talen.taal import leestaal

register = template.Library()
VAN, OVERAL = "van", "overal"


class Onthouden(Node):
    child_nodelists = ("inhoud",)

    def __init__(
        self, naam: FilterExpression, waarvan: list[FilterExpression] | None, inhoud: NodeList
    ) -> None:
        self.naam = naam
        self.waarvan = waarvan
        self.inhoud = inhoud

    def render(self, context: template.Context) -> SafeString:
        request, naam = context.get("request"), self.naam.resolve(context)
        if request is None or not naam or getattr(request, "is_preview", False):
            return self.inhoud.render(context)
        waarvan = self._van_pagina(context) if self.waarvan is None else self._van_dingen(context)
        if waarvan is None:
            return self.inhoud.render(context)
        sleutel = (request.get_host(), request.scheme, leestaal(), str(naam), waarvan)
        return onthoud(sleutel, lambda: self.inhoud.render(context), stukken)

    def _van_pagina(self, context: template.Context) -> Hashable | None:
        pagina, request = context.get("page"), context["request"]
        if pagina is None or pagina.pk is None or request.GET:
            return None
        # A page may have more than one address, of what belongs to it.
        return (pagina.pk, request.path)

    def _van_dingen(self, context: template.Context) -> Hashable | None:
        dingen = tuple(_sleutel(ding.resolve(context, ignore_failures=True)) for ding in self.waarvan or ())
        return None if NIEUW in dingen else dingen


NIEUW = object()  # never saved, so nothing tells it from another


def _sleutel(ding: Any) -> Hashable:
    if isinstance(ding, Model):
        return (ding._meta.label, ding.pk) if ding.pk is not None else NIEUW
    return ding


@register.tag
def onthouden(parser: Parser, token: Token) -> Onthouden:
    """`{% onthouden "naam" %}…{% endonthouden %}`: what is between may follow from the page, its address, the content,
    the language and the day, and from nothing else. With a choice after the `?` it is made anew.

    `{% onthouden "naam" van item kern %}`: from these things in the place of the page, wherever they are shown.
    `{% onthouden "naam" overal %}`: the same on every page.
    """
    _, naam, *hoe = token.split_contents()
    waarvan = None
    if hoe == [OVERAL] or hoe[:1] == [VAN]:
        waarvan = [parser.compile_filter(ding) for ding in hoe[1:]]
    elif hoe:
        raise template.TemplateSyntaxError(f"onthouden: {' '.join(hoe)}")
    inhoud = parser.parse(("endonthouden",))
    parser.delete_first_token()
    return Onthouden(parser.compile_filter(naam), waarvan, inhoud)
