"""Languages in templates: which language a piece of text is in, and the way to the page in another one."""

from functools import lru_cache
from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from wagtail.models import Page

from core.geheugen import onthoud
from core.talen.adres import adres_in_taal
from core.talen.lezen import TEKST_ZONDER_VELD, is_tekst, vertaald
from core.talen.taal import BRONTAAL, leestaal, talen

register = template.Library()


@register.simple_tag
def lang(ding: Any, veld: str = TEKST_ZONDER_VELD) -> SafeString | str:
    """` lang="nl"` for text of editors that is not in the language of the page around it; else nothing.

    `ding` is what the text belongs to: a page, a phase, a point. `veld` names the field, for what a translation
    may lack or what is the same in every language. Put it in the tag: `<h1{% lang page %}>`.
    """
    if leestaal() == BRONTAAL or (veld == "title" and getattr(ding, "titel_van_site", False)):
        return ""
    taal = getattr(ding, "taal", BRONTAAL)
    if veld in getattr(ding, "alleen_bron", ()) or not is_tekst(type(ding), veld):
        taal = BRONTAAL
    return format_html(' lang="{}"', taal) if taal != leestaal() else ""


@register.simple_tag
def lees_taal() -> SafeString | str:
    """` lang="pl"`: back to the language of the page, inside text of editors."""
    return format_html(' lang="{}"', leestaal()) if leestaal() != BRONTAAL else ""


@register.simple_tag
def brontaal() -> str:
    """The language of what has no translations, such as the alternative text of a picture."""
    return BRONTAAL


class Keuze(NamedTuple):
    code: str
    naam: str
    adres: str
    hier: bool


@register.simple_tag(takes_context=True)
def taalkeuze(context: Context) -> list[Keuze]:
    """This same page in every language, each by its own name; nothing for a page that isn't there, or is in one
    language whatever its address."""
    request = context.get("request")
    # Django's view for an error gives its template the exception.
    if request is None or "exception" in context:
        return []
    pad, vraagteken, vraag = request.get_full_path().partition("?")
    if len({_pad_in(code, pad) for code in talen()}) < len(talen()):
        return []
    return [
        Keuze(
            code,
            get_language_info(code)["name_local"].capitalize(),
            _pad_in(code, pad) + vraagteken + vraag,
            code == leestaal(),
        )
        for code in talen()
    ]


@lru_cache(maxsize=2_000)
def _pad_in(taal: str, pad: str) -> str:
    """The same path in another language; it follows from our addresses, and not from what is there."""
    return translate_url(pad, taal)


@register.inclusion_tag("components/hreflang.html")
def hreflang(pagina: Page | None) -> dict:
    """The languages that this page really exists in, for search engines, and Dutch for everybody else."""
    if not pagina or not pagina.pk:
        return {}
    beschikbaar = {BRONTAAL, *_vertaald_in(pagina)}
    talen_van_pagina = [code for code in talen() if code in beschikbaar]
    return {
        "versies": [(code, adres_in_taal(pagina, code)) for code in talen_van_pagina],
        "standaard": adres_in_taal(pagina, BRONTAAL),
    }


def _vertaald_in(pagina: Page) -> list[str]:
    def zoek() -> list[str]:
        vertalingen = Page.objects.filter(vertaald(*talen()), translation_key=pagina.translation_key)
        return list(vertalingen.values_list("locale__language_code", flat=True))

    return onthoud(("vertaald in", pagina.translation_key), zoek)
