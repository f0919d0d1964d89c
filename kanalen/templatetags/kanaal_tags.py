"""Data in pages for other machines, and the way to the feeds."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from core.models import GemeenteInstellingen
from core.tijd import vandaag
from kanalen import jsonld
from kanalen.insluiten import HOOGTEN
from kernpagina.models import AgendaItemPage, KernPage
from meedoen.aanmelden.open import met_aanmelding
from meedoen.aanmelden.plaatsen import getoonde_plaatsen

register = template.Library()
ONVEILIG = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.filter
def als_jsonld(gegevens: dict[str, Any]) -> SafeString:
    """A JSON-LD script element. It holds data, which a browser never runs, so the strict CSP leaves it alone."""
    tekst = json.dumps(gegevens, ensure_ascii=False).translate(ONVEILIG)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(tekst))  # noqa: S308 escaped above


@register.simple_tag(takes_context=True)
def jsonld_kruimels(context: template.Context, kruimels: list[Page], pagina: Page) -> SafeString:
    """The breadcrumb of the page as a schema.org BreadcrumbList."""
    request = context["request"]
    stappen = [
        {
            "@type": "ListItem",
            "position": plek,
            "name": stap.title,
            "item": request.build_absolute_uri(stap.get_url(request)),
        }
        for plek, stap in enumerate([*kruimels, pagina], start=1)
    ]
    return als_jsonld(
        {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": stappen}
    )


@register.simple_tag(takes_context=True)
def jsonld_gemeente(context: template.Context, gemeente: GemeenteInstellingen) -> SafeString:
    """The municipality at the foot of the page as a schema.org GovernmentOrganization."""
    gegevens = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": gemeente.naam,
        "address": gemeente.adres,
        "telephone": gemeente.telefoon,
        "email": gemeente.email,
        "url": gemeente.website,
    }
    return als_jsonld({naam: waarde for naam, waarde in gegevens.items() if waarde})


@register.simple_tag(takes_context=True)
def jsonld_evenement(context: template.Context, item: AgendaItemPage) -> SafeString:
    request = context["request"]
    hier = met_aanmelding(item) and item.aanmelden_kan(vandaag())
    vrij = getoonde_plaatsen(item).get(None) if hier else None
    return als_jsonld(jsonld.evenement(item, request.build_absolute_uri(item.get_url(request)), vrij, hier))


@register.simple_tag(takes_context=True)
def jsonld_plaats(context: template.Context, kern: KernPage) -> SafeString:
    request = context["request"]
    return als_jsonld(jsonld.plaats(kern, request.build_absolute_uri(kern.get_url(request))))


@register.simple_tag(takes_context=True)
def absoluut(context: template.Context, pad: str) -> str:
    """An address with its host, to copy or to give to another program."""
    return context["request"].build_absolute_uri(pad)


@register.filter
def zonder_protocol(adres: str) -> str:
    """The same address to read and to type: https://bloei.example/beesd/ becomes bloei.example/beesd"""
    return adres.partition("://")[2].rstrip("/")


@register.filter
def als_webcal(adres: str) -> str:
    """The same address for a calendar program: https://… becomes webcal://…"""
    return f"webcal://{adres.partition('://')[2]}"


@register.simple_tag
def insluithoogten() -> dict[str, int]:
    """How high a frame has to be for what is in it, by its kind, in pixels."""
    return HOOGTEN
