"""The overviews over all kernen: one list each, with its choices in the address."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.gemeente import gemeente
from core.paginering import pagineer
from core.talen.taal import BRONTAAL, nummer_van
from core.tijd import vandaag
from core.voorwaardelijk import voor_wie_geen_koekje_heeft
from home.filters import (
    AfspraakOverzichtFilter,
    AgendaOverzichtFilter,
    OproepOverzichtFilter,
    ProjectOverzichtFilter,
    PuntOverzichtFilter,
)
from home.te_laat import beloften_te_laat
from kernpagina.afspraken import om_te_tonen
from kernpagina.kernen import bij_haar_oude_naam, met_kern, punten_met_kern
from kernpagina.models import Afspraak, AgendaItemPage, Kernagendapunt, OproepPage
from kernpagina.overzicht import agenda_context
from projecten.models import ProjectPage


@voor_wie_geen_koekje_heeft
@bij_haar_oude_naam
def agenda(request: HttpRequest) -> HttpResponse:
    items = AgendaItemPage.objects.openbaar().filter(locale_id=nummer_van(BRONTAAL)).voor_lijst()
    keuze = AgendaOverzichtFilter(request.GET, queryset=items, op=vandaag(), request=request)
    context = {
        "soort": "agenda",
        "titel": _("Agenda van alle kernen"),
        "inleiding": _("Bijeenkomsten en activiteiten in heel %(gemeente)s. Iedereen is welkom.")
        % {"gemeente": gemeente().naam},
        "leeg": _("Er staat nu niets op de agenda dat bij je keuze past."),
        "kaart": "components/agenda_kaart.html",
        **agenda_context(request, keuze, met_kern),
    }
    return _toon(request, keuze, context)


@voor_wie_geen_koekje_heeft
@bij_haar_oude_naam
def meedoen(request: HttpRequest) -> HttpResponse:
    op = vandaag()
    oproepen = OproepPage.objects.openbaar().filter(locale_id=nummer_van(BRONTAAL)).wat_nu_kan_eerst(op)
    keuze = OproepOverzichtFilter(request.GET, queryset=oproepen.voor_lijst(), op=op, request=request)
    context = {
        "soort": "oproepen",
        "titel": _("Meedoen in alle kernen"),
        "inleiding": _(
            "Hier vragen dorpen en gemeente om jouw idee, mening of hulp. Meedoen kan altijd ook zonder internet."
        ),
        "te_laat": partial(beloften_te_laat, op),
        "leeg": _("Er zijn geen oproepen die bij je keuze passen."),
        "kaart": "components/oproep_kaart.html",
    }
    return _toon(request, keuze, context)


@voor_wie_geen_koekje_heeft
@bij_haar_oude_naam
def projecten(request: HttpRequest) -> HttpResponse:
    lijst = ProjectPage.objects.openbaar().filter(locale_id=nummer_van(BRONTAAL)).nieuwste_eerst()
    keuze = ProjectOverzichtFilter(request.GET, queryset=lijst.voor_lijst(), request=request)
    context = {
        "titel": _("Projecten in alle kernen"),
        "inleiding": _("Waar inwoners, gemeente en organisaties aan werken, en hoe ver het is."),
        "leeg": _("Er zijn geen projecten die bij je keuze passen."),
        "kaart": "components/project_kaart.html",
    }
    return _toon(request, keuze, context)


@voor_wie_geen_koekje_heeft
@bij_haar_oude_naam
def kernagendapunten(request: HttpRequest) -> HttpResponse:
    punten = (
        Kernagendapunt.objects.om_te_lezen().zichtbaar().filter(kernagenda__locale_id=nummer_van(BRONTAAL))
    )
    keuze = PuntOverzichtFilter(
        request.GET, queryset=punten.select_related("thema", "kernagenda").op_volgorde(), request=request
    )
    context = {
        "soort": "punten",
        "titel": _("Kernagenda's: alle punten"),
        "inleiding": _(
            "Een kernagenda is het plan van een dorp: punten waar inwoners en gemeente samen aan werken."
        ),
        "leeg": _("Er zijn geen punten die bij je keuze passen."),
    }
    return _toon(request, keuze, context, punten_met_kern)


@voor_wie_geen_koekje_heeft
@bij_haar_oude_naam
def afspraken(request: HttpRequest) -> HttpResponse:
    rijen = Afspraak.objects.zichtbaar().wat_loopt_eerst().voor_lijst()
    keuze = AfspraakOverzichtFilter(request.GET, queryset=rijen, op=vandaag(), request=request)
    context = {
        "soort": "afspraken",
        "titel": _("Afspraken in alle kernen"),
        "inleiding": _("Wat er op bijeenkomsten is afgesproken, wie het doet en hoe het ervoor staat."),
        "leeg": _("Er zijn geen afspraken die bij je keuze passen."),
    }
    return _toon(request, keuze, context, om_te_tonen)


def _toon(request: HttpRequest, keuze, context: dict, verrijk=met_kern) -> HttpResponse:
    paginering = pagineer(keuze.qs, request, verrijk=verrijk)
    if not paginering:
        met_kern(keuze.straks)
    return render(request, "home/overzicht.html", {"filter": keuze, "paginering": paginering, **context})
