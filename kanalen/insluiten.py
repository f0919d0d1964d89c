"""Small pages for elsewhere: in a frame on a village's own site, and on the screen in the village hall."""

from typing import Any, cast

from csp.decorators import csp_replace
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt

from core.lezer import Lezer
from core.models import BasePage
from core.voorwaardelijk import View, met_etag
from kanalen.feeds import zoek_kern
from kanalen.kanaal import kanaal
from kernpagina.models import AgendaItemPage, KernPage, OproepPage
from projecten.models import ProjectPage

# So few that the frame is no page of its own. Its height, in pixels, fits them on a telephone of 320 pixels wide with
# titles of some three lines: a frame can't take its height from what is in it without a script on the host's page.
MEESTE = 5
HOOGTEN = {"agenda": 200 + MEESTE * 200, "projecten": 200 + MEESTE * 200, "oproepen": 200 + MEESTE * 250}
OP_EEN_SCHERM = 12


def _in_een_lijst(view: View) -> View:
    """Let any site show this page in a frame. Nothing in it does anything but link to the village's pages."""
    overal = csp_replace({"frame-ancestors": ["*"]})(met_etag(vorm="3")(view))
    return kanaal(voor_elke_site=False)(xframe_options_exempt(cast("View", overal)))


@_in_een_lijst
def agenda(request: HttpRequest, kern: str) -> HttpResponse:
    return _lijst(request, kern, "agenda", _komend)


@_in_een_lijst
def projecten(request: HttpRequest, kern: str) -> HttpResponse:
    return _lijst(request, kern, "projecten", _lopend)


@_in_een_lijst
def oproepen(request: HttpRequest, kern: str) -> HttpResponse:
    return _lijst(request, kern, "oproepen", _open)


def _lijst(request: HttpRequest, slug: str, soort: str, vraag: Any) -> HttpResponse:
    lezer = Lezer(request, get_language())
    kern = zoek_kern(lezer, slug)
    context = {
        "kern": kern,
        "adres": lezer.url(kern),
        "regels": _regels(lezer, vraag(lezer, kern).eerste(MEESTE)),
    }
    return render(request, f"kanalen/{soort}.html", context)


@kanaal(voor_elke_site=False)
@met_etag(vorm="3")
def scherm(request: HttpRequest, kern: str) -> HttpResponse:
    """Full screen, one card after another. Without JavaScript it is one long page that renews itself."""
    lezer = Lezer(request, get_language())
    pagina = zoek_kern(lezer, kern)
    context = {
        "kern": pagina,
        "agenda": _regels(lezer, _komend(lezer, pagina)[:OP_EEN_SCHERM]),
        "oproepen": _regels(lezer, _open(lezer, pagina)[:OP_EEN_SCHERM]),
        "projecten": _regels(lezer, _lopend(lezer, pagina)[:OP_EEN_SCHERM]),
    }
    return render(request, "kanalen/scherm.html", context)


@kanaal(voor_elke_site=False)
def scherm_vangnet(request: HttpRequest, kern: str) -> HttpResponse:
    """The service worker of the screen: it answers a reload when the server doesn't.

    It stands below the screen's own address, because a service worker may only look after what is below it.
    """
    return HttpResponse(
        render_to_string("kanalen/vangnet.js"),
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache"},
    )


def _komend(lezer: Lezer, kern: KernPage) -> QuerySet:
    items = AgendaItemPage.objects.in_kern(kern)
    return lezer.paginas(items.komend(lezer.vandaag)).voor_lijst()


def _open(lezer: Lezer, kern: KernPage) -> QuerySet:
    oproepen = OproepPage.objects.in_kern(kern)
    return lezer.paginas(oproepen.open(lezer.vandaag).eerst_sluitend()).voor_lijst()


def _lopend(lezer: Lezer, kern: KernPage) -> QuerySet:
    over = ProjectPage.objects.over_kern(kern)
    return lezer.paginas(over.lopend().nieuwste_eerst()).voor_lijst()


def _regels(lezer: Lezer, paginas: QuerySet) -> list[dict[str, Any]]:
    """Each page with its absolute address, because in a frame a relative one would be the host's; and when it is over: a screen without
    a connection goes by that."""
    gelezen: list[BasePage] = lezer.lees_alles(paginas)
    return [{"pagina": pagina, "adres": lezer.url(pagina), "tot": pagina.eindigt()} for pagina in gelezen]
