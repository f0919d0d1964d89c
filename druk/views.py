"""What is printed of a village, at addresses below its pages. Only what is live and public is printed."""

from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from core.models import BasePage
from core.openbaar import is_openbaar
from core.tijd import vandaag
from druk import drukwerk, formulier, tafel, zetten
from kanalen.kanaal import kanaal
from kernpagina.afspraken import van_verslag
from kernpagina.kernen import kern_van
from kernpagina.keuzes import OproepStatus
from kernpagina.maand import in_maand, laatste_dag, lees_maand
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepPage
from meedoen.op_papier import is_nu_in_te_leveren, kan_op_papier

Soort = TypeVar("Soort", bound=BasePage)


@kanaal(voor_elke_site=False)
def folder(request: HttpRequest, pad: str) -> HttpResponse:
    pagina, kern = _pagina(request, pad, KernagendaPage)
    return als_pdf(drukwerk.folder(pagina, kern, _kort(request, pagina)), f"kernagenda-{kern.slug}")


@kanaal(voor_elke_site=False)
def affiche(request: HttpRequest, pad: str, formaat: str) -> HttpResponse:
    pagina, kern = _pagina(request, pad, AgendaItemPage, OproepPage)
    kort, op = _kort(request, pagina), vandaag()
    if isinstance(pagina, AgendaItemPage):
        blad = drukwerk.affiche_agenda(pagina, kern, kort, formaat, op)
    else:
        blad = drukwerk.affiche_oproep(pagina, kern, kort, formaat, op)
    return als_pdf(blad, f"affiche-{pagina.slug}-{formaat}")


@kanaal(voor_elke_site=False)
def tafelvellen(request: HttpRequest, pad: str) -> HttpResponse:
    item, kern = _pagina(request, pad, AgendaItemPage)
    if item.geannuleerd:
        return redirect(item.url)
    return als_pdf(tafel.tafelvellen(item, kern, _op_tafel(request, item)), f"tafelvellen-{item.slug}")


@kanaal(voor_elke_site=False)
def kaarten(request: HttpRequest, pad: str) -> HttpResponse:
    item, kern = _pagina(request, pad, AgendaItemPage)
    if item.geannuleerd:
        return redirect(item.url)
    return als_pdf(tafel.kaarten(item, kern, _op_tafel(request, item)), f"kaartjes-{item.slug}")


@kanaal(voor_elke_site=False)
def afspraken(request: HttpRequest, pad: str, formaat: str) -> HttpResponse:
    """What was agreed; not there before the report says so."""
    item, kern = _pagina(request, pad, AgendaItemPage)
    gemaakt = van_verslag(item) if item.verslag else []
    if not gemaakt:
        raise Http404
    blad = tafel.dit_spraken_we_af(item, kern, gemaakt, _kort(request, item), formaat)
    return als_pdf(blad, f"afspraken-{item.slug}-{formaat}")


@kanaal(voor_elke_site=False)
def invulformulier(request: HttpRequest, pad: str) -> HttpResponse:
    """The form of a call or a meeting, to fill in by hand. When it is closed, its page says so."""
    pagina, kern = _pagina(request, pad, OproepPage, AgendaItemPage)
    if not kan_op_papier(pagina):
        raise Http404
    if not is_nu_in_te_leveren(pagina):
        return redirect(pagina.url)
    return als_pdf(formulier.zet(pagina, kern, _kort(request, pagina)), f"formulier-{pagina.slug}")


@kanaal("maand", voor_elke_site=False)
def maand_pdf(request: HttpRequest, pad: str) -> HttpResponse:
    gegevens, naam = _maand(request, pad)
    return als_pdf(drukwerk.maand(gegevens), naam)


@kanaal("maand", voor_elke_site=False)
def maand_tekst(request: HttpRequest, pad: str) -> HttpResponse:
    """The same month as plain text, to paste into the village paper."""
    gegevens, naam = _maand(request, pad)
    tekst = drukwerk.maand_als_tekst(gegevens)
    return _antwoord(tekst.encode(), "text/plain; charset=utf-8", f"{naam}.txt")


def _maand(request: HttpRequest, pad: str) -> tuple[dict, str]:
    pagina, kern = _pagina(request, pad, AgendaPage)
    op = vandaag()
    eerste = lees_maand(request.GET.get("maand"), op)
    if eerste is None:
        raise Http404
    items = AgendaItemPage.objects.child_of(pagina).openbaar().tussen(eerste, laatste_dag(eerste))
    items = in_maand(items.om_te_lezen(), eerste)
    oproepen = OproepPage.objects.in_kern(kern).openbaar().open(max(op, eerste)).eerst_sluitend()
    oproepen = oproepen.om_te_lezen()
    gegevens = drukwerk.maand_gegevens(kern, eerste, items, oproepen, _kort(request, pagina))
    return gegevens, f"agenda-{kern.slug}-{eerste:%Y-%m}"


def _pagina(request: HttpRequest, pad: str, *soorten: type[Soort]) -> tuple[Soort, KernPage]:
    """The live page at this path and its kern; 404 when it is of another kind or not for everybody."""
    pagina = Page.find_for_request(request, pad)
    if not isinstance(pagina, soorten) or not is_openbaar(pagina):
        raise Http404
    kern = kern_van(pagina)
    if kern is None:
        raise Http404
    return pagina, kern


def _op_tafel(request: HttpRequest, item: AgendaItemPage) -> dict[str, str]:
    """Where the code on the table leads: to the call that the meeting is about while it is open, or else to the meeting."""
    oproep = item.oproep
    if oproep and is_openbaar(oproep) and oproep.status(vandaag()) == OproepStatus.OPEN:
        return zetten.qr(_kort(request, oproep), _("Lees verder en doe mee"))
    return zetten.qr(_kort(request, item), _("Lees verder op"))


def _kort(request: HttpRequest, pagina: Page) -> str:
    site = Site.find_for_request(request)
    return site.root_url + reverse("kort", args=[pagina.pk])


def als_pdf(inhoud: bytes, naam: str) -> HttpResponse:
    return _antwoord(inhoud, "application/pdf", f"{naam}.pdf")


def _antwoord(inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    return HttpResponse(
        inhoud,
        content_type=soort,
        headers={
            # A slug may hold any letter, a header may not.
            "Content-Disposition": content_disposition_header(as_attachment=False, filename=naam),
            "Cache-Control": "public, max-age=300",
        },
    )
