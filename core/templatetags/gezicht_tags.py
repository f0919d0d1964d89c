"""What any template of the public site needs: signs, states, dates as people say them. Here "today" enters."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, lru_cache
from urllib.parse import quote_plus

from django import template
from django.template.defaultfilters import capfirst
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import wanneer
from core.gemeente import gemeente
from core.models import BasePage
from core.stand import TEKENS, Stand
from core.talen.adres import canoniek_adres
from core.talen.lezen import TEKST_ZONDER_VELD
from core.teksten import nummers
from core.templatetags.tekst_tags import tikbaar
from core.tijd import vandaag
from core.weg import site_van

register = template.Library()
SITENAAM = "Bloei!"


@register.simple_tag
@cache
def icoon(naam: str) -> SafeString:
    """A sign from `static/beeld/iconen.svg`, hidden from screen readers: the words beside it say the same."""
    adres = f"{static('beeld/iconen.svg')}#{naam}"
    return format_html(
        '<svg class="bloei-icoon" aria-hidden="true" focusable="false"><use href="{}"/></svg>', adres
    )


@register.simple_tag
def status(waarde: str, label: str) -> SafeString:
    """A state as a label with a sign."""
    return _status(str(waarde), str(label))


@lru_cache(maxsize=256)  # some tens of states, in each language
def _status(waarde: str, label: str) -> SafeString:
    teken, kleur = TEKENS.get(waarde, ("info", "zand"))
    return format_html('<span class="bloei-status bloei-status--{}">{}{}</span>', kleur, icoon(teken), label)


def _net_verstuurd(context: template.Context) -> bool:
    """A form that went well is answered with another page: on this one something is wrong."""
    return getattr(context.get("request"), "method", "") == "POST"


@register.simple_tag(takes_context=True)
def foutkop(context: template.Context) -> str:
    """How the title begins, which is heard first, of a page that says what is wrong with a form."""
    return f"{_('Fout:')} " if _net_verstuurd(context) else ""


@register.simple_block_tag(takes_context=True)
def melding(context: template.Context, content: str, soort: str, teken: str) -> SafeString:
    """What a visitor must see first, around its text. `soort` is "fout", "let-op" or "info"; `teken` its sign."""
    mislukt = soort == "fout" and _net_verstuurd(context)
    gegevens = {"soort": soort, "teken": teken, "tekst": _zonder_rand(content), "mislukt": mislukt}
    return render_to_string("components/melding.html", gegevens)


@register.simple_block_tag
def feit(
    content: str, teken: str, wat: str, ding: object = None, veld: str = TEKST_ZONDER_VELD
) -> SafeString | str:
    """A row of a list of facts (`dl.bloei-feiten`), around what it says; nothing when that is empty.

    `ding` and `veld` say whose text it is, as for `{% lang %}`.
    """
    if not (tekst := _zonder_rand(content)):
        return ""
    context = {"teken": teken, "wat": wat, "ding": ding, "veld": veld, "tekst": tekst}
    return render_to_string("components/feit.html", context)


def _zonder_rand(content: str) -> SafeString:
    """What stands in a block of a template, which escaped it, without the white space around it."""
    return mark_safe(content.strip())  # noqa: S308 escaped where it stands


register.filter(wanneer.wanneer)
register.filter(wanneer.dag)
register.filter(wanneer.op_een_dag)
register.filter(wanneer.tijd)
register.filter(wanneer.tijd_op)
register.simple_tag(wanneer.maanden)


@register.filter
def nabij(item: wanneer.Item) -> str:
    """How near it is today; nothing for what is called off."""
    return "" if getattr(item, "geannuleerd", False) else wanneer.nabij(item, vandaag())


@register.filter
def over_dagen(dag: date) -> str:
    return wanneer.over_dagen(dag, vandaag())


@register.filter
def stand(pagina: BasePage) -> Stand | None:
    """How it stands with a page today."""
    return pagina.stand(vandaag())


@register.simple_tag(takes_context=True)
def paginatitel(context) -> str:
    """The title of a page for where it stands alone, as on a tab or in a shared link: *Gaat niet door: Dorpsborrel*."""
    pagina = context.get("page")
    if pagina is None:
        return context.get("titel") or SITENAAM
    hoe = stand(pagina)
    titel = pagina.seo_title or pagina.title
    return f"{hoe.label}: {titel}" if hoe and hoe.let_op else titel


@register.filter(is_safe=True)
def met_sitenaam(titel: str) -> str:
    """The title of a tab, with the site's name after it: once, where that is the whole title."""
    return titel if titel.strip() == SITENAAM else f"{titel} | {SITENAAM}"


@register.simple_tag
def dagen_over(tot: date) -> str:
    """How long something is still open, the last day included."""
    dagen = (tot - vandaag()).days
    if dagen < 0:
        return ""
    if dagen <= 1:
        return _("morgen is de laatste dag") if dagen else _("vandaag is de laatste dag")
    return ngettext("nog %(dagen)s dag", "nog %(dagen)s dagen", dagen) % {"dagen": dagen}


@register.simple_tag
def belknop(nummer: str) -> SafeString:
    """A button that calls."""
    return format_html(
        '<a class="nl-button nl-button--primary" href="tel:{}"><span class="nl-button__icon-start">{}</span>'
        '<span class="nl-button__label">{}</span></a>',
        nummers.te_draaien(nummer),
        icoon("telefoon"),
        _("Bel %(nummer)s") % {"nummer": nummer},
    )


@register.filter
def contactlink(tekst: str) -> SafeString | str:
    """An e-mail or web address as a link, and otherwise text in which telephone numbers and e-mail addresses are links."""
    tekst = (tekst or "").strip()
    if "@" in tekst and " " not in tekst:
        return format_html('<a class="nl-link" href="mailto:{0}">{0}</a>', tekst)
    if tekst.startswith(("https://", "http://")):
        return format_html('<a class="nl-link" href="{}">{}</a>', tekst, tekst.split("//", 1)[1].rstrip("/"))
    cijfers = nummers.te_draaien(tekst)
    # What was asked for as a number is one, also when it is from abroad.
    if len(cijfers) >= 10 and all(c.isdigit() or c in "+-() " for c in tekst):
        return format_html('<a class="nl-link" href="tel:{}">{}</a>', cijfers, tekst)
    return tikbaar(tekst)


@register.filter
def naast(namen: Iterable, waarden: Iterable) -> Iterable[tuple]:
    """Each name with its value."""
    return zip(namen, waarden, strict=True)


@register.filter
def routelink(plek: str) -> str:
    """A search for a place on OpenStreetMap: the way there, only when the visitor asks for it."""
    return f"https://www.openstreetmap.org/search?query={quote_plus(plek)}"


@register.simple_tag(takes_context=True)
def met_query(context, **wijzigingen: object) -> str:
    """The query string of this request with these parameters changed; None or empty takes one away.

    The number of the page of the list goes too, unless it is given: another choice begins at the beginning.
    """
    query = context["request"].GET.copy()
    query.pop("pagina", None)
    for naam, waarde in wijzigingen.items():
        query.pop(naam, None)
        if waarde not in (None, ""):
            query[naam] = waarde
    return f"?{query.urlencode()}" if query else "?"


@register.filter
def iso(moment: date | datetime) -> str:
    """For the `datetime` attribute of `time`, in the time zone of the site."""
    if isinstance(moment, datetime):
        return timezone.localtime(moment).isoformat(timespec="minutes")
    return moment.isoformat()


@register.simple_tag(takes_context=True)
def omschrijving(context) -> str:
    """What a page is about in at most 160 characters: how it stands and when it is, and then the editor's words for
    search engines, or its introduction.

    A page that has neither says whose it is.
    """
    pagina = context.get("page")
    vooraf = [] if pagina is None else _vooraf(pagina)
    eigen = [] if pagina is None else [pagina.search_description, pagina.in_het_kort()]
    for tekst in [*eigen, context.get("inleiding")]:
        if kaal := strip_tags(tekst or "").strip():
            return Truncator(" ".join([*vooraf, *kaal.split()])).chars(160)
    titel = getattr(pagina, "title", "") or context.get("titel") or "Bloei!"
    over = _("%(titel)s: wat er speelt in de dorpen van %(gemeente)s, en hoe je meedoet.") % {
        "titel": titel,
        "gemeente": gemeente().naam,
    }
    return " ".join([*vooraf, over])


def _vooraf(pagina: BasePage) -> list[str]:
    """What one has to know first, as no sentence or one: *Gaat niet door: donderdag 12 maart 2026, 19.30 uur.*"""
    hoe, moment = stand(pagina), pagina.tijdstip()
    woord = hoe.label if hoe and (hoe.let_op or moment) else ""
    zin = ": ".join(filter(None, [woord, moment]))
    return [f"{capfirst(zin)}."] if zin else []


@register.simple_tag(takes_context=True)
def canoniek(context) -> str:
    """The one address of this page: without the choices of a filter, on the host of the site, in the language of
    its text."""
    request, pagina = context.get("request"), context.get("page")
    if pagina is not None and pagina.pk:
        return canoniek_adres(pagina)
    site = site_van(request)
    return f"{site.root_url if site else ''}{request.path}"
