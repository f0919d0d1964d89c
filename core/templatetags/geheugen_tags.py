"""A piece of a page that is the same for every visitor, made once as long as nothing public changes."""

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.utils.safestring import SafeString

from core.geheugen import Geheugen, onthoud
from core.talen.taal import leestaal

register = template.Library()
# Some kilobytes each, apart from menus and addresses: those may not make place for these.
stukken = Geheugen(plaatsen=600)


class Onthouden(Node):
    def __init__(self, naam: FilterExpression, inhoud: NodeList) -> None:
        self.naam = naam
        self.inhoud = inhoud

    def render(self, context: template.Context) -> SafeString:
        request, pagina = context.get("request"), context.get("page")
        naam = self.naam.resolve(context)
        if request is None or pagina is None or pagina.pk is None or not naam:
            return self.inhoud.render(context)
        sleutel = (request.get_host(), request.scheme, leestaal(), pagina.pk, str(naam))
        return onthoud(sleutel, lambda: self.inhoud.render(context), stukken)


@register.tag
def onthouden(parser: Parser, token: Token) -> Onthouden:
    """`{% onthouden "naam" %}…{% endonthouden %}`: what is between may follow from the page, its address, the content,
    the language and the day, and from nothing else; not from what was chosen after the `?`."""
    _, naam = token.split_contents()
    inhoud = parser.parse(("endonthouden",))
    parser.delete_first_token()
    return Onthouden(parser.compile_filter(naam), inhoud)
