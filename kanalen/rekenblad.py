"""Lists as CSV, for a spreadsheet: what the page of the same name shows, all of it."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext
from django_filters import FilterSet

from core.lezer import Lezer
from core.models import Thema
from core.teksten import schoon
from core.voorwaardelijk import met_etag
from home.filters import AfspraakOverzichtFilter, VoortgangFilter, openbare_kernen
from home.voortgang import beloften, cijfers, punten
from home.voortgang.afspraken import per_jaar
from home.voortgang.views import kies_jaar
from kanalen.kanaal import VerkeerdeVraag, kanaal
from kernpagina.afspraken import om_te_tonen
from kernpagina.kernen import bij_haar_oude_naam
from kernpagina.keuzes import PuntStatus
from kernpagina.models import Afspraak, OproepPage

# A spreadsheet takes what begins with one of these for something to work out.
FORMULE = ("=", "+", "-", "@", "\t", "\r")


def rekenblad(naam: str, koppen: Iterable[Any], rijen: Iterable[Iterable[Any]]) -> HttpResponse:
    """These rows as CSV that a Dutch spreadsheet opens by itself: semicolons, and a mark that it is UTF-8."""
    blad = StringIO()
    schrijver = csv.writer(blad, delimiter=";")
    schrijver.writerow([str(kop) for kop in koppen])
    schrijver.writerows([[_cel(waarde) for waarde in rij] for rij in rijen])
    return HttpResponse(
        "\ufeff" + blad.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=f"{naam}.csv")
        },
    )


def _cel(waarde: Any) -> Any:
    if waarde is None or isinstance(waarde, int):
        return waarde
    tekst = schoon.regel(str(waarde))
    return f"'{tekst}" if tekst.startswith(FORMULE) else tekst


def gekozen(keuze: FilterSet) -> Any:
    """What was chosen, of which nothing may be what can't be: a program would take an empty list for an answer."""
    if not keuze.is_valid():
        raise VerkeerdeVraag(
            " ".join(f"{naam}: {fout}" for naam, fouten in keuze.errors.items() for fout in fouten)
        )
    return keuze.qs


@kanaal("kern", "wie", "stand")
@bij_haar_oude_naam
@met_etag()
def afspraken(request: HttpRequest) -> HttpResponse:
    lezer = Lezer(request, get_language())
    rijen = Afspraak.objects.zichtbaar().wat_loopt_eerst().voor_lijst()
    keuze = AfspraakOverzichtFilter(request.GET, queryset=rijen, op=lezer.vandaag, request=request)
    koppen = (
        gettext("Kern"), gettext("Bijeenkomst"), gettext("Datum"), gettext("Afspraak"), gettext("Wie doet het"),
        gettext("Wie"), gettext("Wanneer"), gettext("Uiterlijk"), gettext("Stand"), gettext("Dagen te laat"),
        gettext("Toelichting"), gettext("Op de kernagenda"), gettext("Adres"),
    )  # fmt: skip
    return rekenblad("afspraken", koppen, (_regel(lezer, rij) for rij in om_te_tonen(gekozen(keuze))))


def _regel(lezer: Lezer, rij: Afspraak) -> Iterable[Any]:
    return (
        rij.kern.title if rij.kern else "", rij.agenda_item.title, localdate(rij.agenda_item.begin), rij.wat,
        rij.get_wie_soort_display(), rij.wie, rij.wanneer, rij.uiterlijk, rij.get_stand_display(),
        rij.dagen_te_laat(lezer.vandaag), rij.uitleg, rij.openbaar_punt or "",
        f"{lezer.url(rij.agenda_item)}#{rij.anker}",
    )  # fmt: skip


@kanaal("kern", "thema", "voorrang", "sinds", "jaar")
@bij_haar_oude_naam
@met_etag()
def voortgang(request: HttpRequest, wat: str) -> HttpResponse:
    """One of the tables of the page with the progress, with the choices of that page."""
    lezer = Lezer(request, get_language())
    if wat not in TABELLEN:
        raise Http404
    keuze = VoortgangFilter(request.GET, queryset=punten.openbare_punten(), op=lezer.vandaag, request=request)
    koppen, rijen = TABELLEN[wat](lezer, keuze, gekozen(keuze))
    return rekenblad(f"voortgang-{wat}", koppen, rijen)


Tabel = tuple[Iterable[Any], Iterable[Iterable[Any]]]


def _punten(lezer: Lezer, keuze: VoortgangFilter, rijen: Any) -> Tabel:
    kernen = {kern.pk: kern.title for kern in openbare_kernen()}
    themas = {thema.pk: str(thema) for thema in Thema.objects.all()}
    namen = dict(PuntStatus.choices)
    return (
        (gettext("Kern"), gettext("Thema"), gettext("Status"), gettext("Punten")),
        sorted(
            (kernen.get(rij.kern, ""), themas[rij.thema], str(namen[rij.status]), rij.aantal)
            for rij in punten.tel(rijen)
        ),
    )


def _beloften(lezer: Lezer, keuze: VoortgangFilter, rijen: Any) -> Tabel:
    soorten = {
        beloften.TERUGKOPPELING: gettext("Uitkomst van een oproep"),
        beloften.AFSPRAAK: gettext("Afspraak"),
    }
    koppen = (
        gettext("Soort"), gettext("Titel"), gettext("Kern"), gettext("Uiterlijk"), gettext("Dagen te laat"),
        gettext("Vragen aan"), gettext("Telefoon"), gettext("E-mail"), gettext("Adres"),
    )  # fmt: skip
    gevonden = beloften.beloften(lezer.vandaag, keuze.kern_keuze)
    return koppen, (
        (
            soorten[rij.soort], rij.ding, rij.kern.title if rij.kern else "", rij.dag, rij.dagen,
            rij.bel["wie"], rij.bel["telefoon"], rij.bel["email"], adres_van(lezer, rij.ding),
        )
        for rij in gevonden
    )  # fmt: skip


def adres_van(lezer: Lezer, ding: OproepPage | Afspraak) -> str:
    """The address of what was promised."""
    if isinstance(ding, Afspraak):
        return f"{lezer.url(ding.agenda_item)}#{ding.anker}"
    return lezer.url(ding)


def _afspraken(lezer: Lezer, keuze: VoortgangFilter, rijen: Any) -> Tabel:
    koppen = (
        gettext("Jaar"), gettext("Gemaakt"), gettext("Gedaan"), gettext("Bezig"), gettext("Afgesproken"),
        gettext("Vervallen"), gettext("Waarvan te laat"),
    )  # fmt: skip
    return koppen, per_jaar(lezer.vandaag, keuze.kern_keuze)


def _cijfers(lezer: Lezer, keuze: VoortgangFilter, rijen: Any) -> Tabel:
    jaren = cijfers.jaren(lezer.vandaag)
    gevraagd = lezer.request.GET.get("jaar")
    if gevraagd and gevraagd not in map(str, jaren):
        raise VerkeerdeVraag("Van dit jaar is er niets te tellen.")
    jaar = kies_jaar(gevraagd, jaren)
    van = [keuze.kern_keuze] if keuze.kern_keuze else openbare_kernen()
    koppen = (gettext("Kern"), gettext("Jaar"), *cijfers.UITLEG)
    geteld = cijfers.per_kern(jaar, lezer.vandaag, van)
    return koppen, ((rij.kern.title, jaar, *rij[1:]) for rij in geteld)


TABELLEN = {"punten": _punten, "beloften": _beloften, "afspraken": _afspraken, "cijfers": _cijfers}
