"""Who comes: for the editors of the kern and communications. Names and numbers, and no address of anybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.rollen import is_communicatie
from druk.presentielijst import presentielijst
from inwoners.mensen import netjes
from kernpagina.models import OproepPage
from meedoen.aanmelden import stappen
from meedoen.aanmelden.open import is_voorbij, met_aanmelding
from meedoen.aanmelden.plaatsen import Indeling, Plek, indeling, vrije_plaatsen
from meedoen.aanmelden.post import taaknaam
from meedoen.keuzes import AAN_TAFEL, MEESTE_MENSEN, Bron
from meedoen.models import Aanmelding
from meedoen.velden import Regel
from werkplek.invoerformulier import HOE

ZONDER_NAAM = "naam bekend bij de gemeente"
BRONNEN = [(bron, HOE[bron]) for bron in (Bron.TELEFOON, Bron.PAPIER, Bron.GESPROKEN)]


@dataclass(frozen=True)
class Groep:
    """Who signed up for a meeting, or for one task of a call."""

    taak: UUID | None
    naam: str
    indeling: Indeling
    binnen: list[Aanmelding]
    wacht: list[Aanmelding]
    los: int  # people whose names are gone

    @property
    def mensen(self) -> int:
        return self.los + sum(rij.aantal for rij in self.binnen)


class BellerForm(forms.Form):
    """Somebody who rang, or handed in the form."""

    naam = Regel(max_length=100, error_messages={"required": "Vul de naam in van wie belde."})
    aantal = forms.IntegerField(
        min_value=1,
        max_value=MEESTE_MENSEN,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Vul in met hoeveel mensen: 1 tot 6."
        ),
    )
    bron = forms.ChoiceField(
        choices=BRONNEN, required=False, error_messages={"invalid_choice": "Kies hoe het binnenkwam."}
    )


def mag_zien(user, pagina: Page) -> bool:
    """The editors of this kern, and communications."""
    return is_communicatie(user) or pagina.permissions_for_user(user).can_edit()


@never_cache
def aanmeldingen(request: HttpRequest, page_id: int) -> HttpResponse:
    pagina = _pagina(request, page_id)
    if request.method == "POST":
        _doe(request, pagina)
        return redirect(request.path)
    groepen = groepen_van(pagina)
    context = {
        "page": pagina,
        "groepen": groepen,
        "voorbij": is_voorbij(pagina),
        "mensen": sum(groep.mensen for groep in groepen),
        "meeste": MEESTE_MENSEN,
        "bronnen": BRONNEN,
        "page_title": "Wie komen er?",
    }
    return render(request, "werkplek/aanmeldingen.html", context)


@never_cache
def presentielijst_pdf(request: HttpRequest, page_id: int) -> HttpResponse:
    """To print, and to tick off at the door."""
    pagina = _pagina(request, page_id)
    groepen = [(groep.naam, _regels(groep.binnen), _regels(groep.wacht)) for groep in groepen_van(pagina)]
    naam = content_disposition_header(as_attachment=False, filename=f"presentielijst-{pagina.slug}.pdf")
    koppen = {"Content-Disposition": naam}
    return HttpResponse(presentielijst(pagina, groepen), content_type="application/pdf", headers=koppen)


def _pagina(request: HttpRequest, page_id: int) -> Plek:
    try:
        pagina = stappen.haal(page_id)
    except OproepPage.DoesNotExist:
        raise Http404 from None
    if not mag_zien(request.user, pagina):
        raise PermissionDenied
    if not met_aanmelding(pagina):
        raise Http404
    return pagina


def groepen_van(pagina: Plek) -> list[Groep]:
    """By task, those that nobody signed up for too; a fixed number of queries for each task."""
    rijen = list(Aanmelding.objects.bevestigd().filter(pagina=pagina.pk).select_related("inwoner__adres"))
    taken = dict.fromkeys([*vrije_plaatsen(pagina), *(rij.taak for rij in rijen)])
    return [_groep(pagina, taak, [rij for rij in rijen if rij.taak == taak]) for taak in taken]


def _groep(pagina: Plek, taak: UUID | None, rijen: list[Aanmelding]) -> Groep:
    verdeeld = indeling(pagina, taak)
    bekend = [rij for rij in rijen if rij.inwoner]
    binnen = [rij for rij in bekend if verdeeld.heeft_plek(rij.pk)]
    wacht = [rij for rij in bekend if not verdeeld.heeft_plek(rij.pk)]
    los = sum(rij.aantal for rij in rijen if rij.inwoner is None)
    return Groep(taak, taaknaam(pagina, taak), verdeeld, binnen, wacht, los)


def _regels(rijen: Iterable[Aanmelding]) -> list[tuple[str, int]]:
    return [
        (ZONDER_NAAM if rij.inwoner and rij.inwoner.afgeschermd else rij.naam, rij.aantal) for rij in rijen
    ]


def _doe(request: HttpRequest, pagina: Plek) -> None:
    nummer = request.POST.get("afmelden", "")
    try:
        if nummer:
            rijen = Aanmelding.objects.bevestigd().filter(pagina=pagina.pk)
            if nummer.isdecimal() and len(nummer) < 19 and rijen.filter(pk=nummer).exists():
                stappen.meld_af(int(nummer))
            messages.success(request, "Afgemeld. Wie nu plek heeft, krijgt een mail.")
            return
        _zet_erbij(request, pagina)
    except KanNiet:
        messages.error(
            request, "Dit is geweest, of er is iets veranderd. De lijst is gebleven zoals hij was."
        )


def _zet_erbij(request: HttpRequest, pagina: Plek) -> None:
    form = BellerForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(fout[0]) for fout in form.errors.values()))
        return
    taak = next((t for t in vrije_plaatsen(pagina) if str(t or "") == request.POST.get("taak", "")), None)
    naam, aantal = netjes(form.cleaned_data["naam"]), form.cleaned_data["aantal"]
    if _staat_er_net(pagina, taak, naam):
        messages.success(request, f"{naam} staat al op de lijst.")
        return
    bron = form.cleaned_data["bron"] or Bron.TELEFOON
    rij = stappen.schrijf_in(pagina.pk, naam, aantal, request.user, taak, bron)
    beurt = indeling(pagina, taak).beurt(rij.pk)
    waar = f"op plek {beurt} van de wachtlijst" if beurt else "op de lijst"
    messages.success(request, f"{naam} staat {waar}. Er gaat geen mail: zeg het zelf.")


def _staat_er_net(pagina: Plek, taak: UUID | None, naam: str) -> bool:
    """A button that is pressed twice."""
    aan_tafel = Aanmelding.objects.bevestigd().filter(pagina=pagina.pk, taak=taak, bron__in=AAN_TAFEL)
    return aan_tafel.filter(inwoner__naam__iexact=naam).exists()
