"""Who comes: for the editors of the kern and communications. Names and numbers, and no address of anybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

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
from kernpagina.models import OproepPage
from meedoen.aanmelden import bellen, stappen, tafel
from meedoen.aanmelden.open import met_aanmelding, waarom_niet
from meedoen.aanmelden.plaatsen import Indeling, Plek, indeling, vrije_plaatsen
from meedoen.aanmelden.post import taaknaam
from meedoen.models import Aanmelding
from werkplek.aanmeldformulier import ErbijForm, leeg

ZONDER_NAAM = "naam bekend bij de gemeente"
VERANDERD = "Dit is geweest, of er is iets veranderd. De lijst is gebleven zoals hij was."


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

    @property
    def wachten(self) -> int:
        return sum(rij.aantal for rij in self.wacht)


def mag_zien(user, pagina: Page) -> bool:
    """The editors of this kern, and communications."""
    return is_communicatie(user) or pagina.permissions_for_user(user).can_edit()


@never_cache
def aanmeldingen(request: HttpRequest, page_id: int) -> HttpResponse:
    pagina = _pagina(request, page_id)
    form = ErbijForm(pagina, initial=leeg())
    if request.method == "POST" and "afmelden" in request.POST:
        _meld_af(request, pagina)
        return redirect(request.path)
    if request.method == "POST" and "gebeld" in request.POST:
        if rij := _rij(pagina, request.POST["gebeld"]):
            bellen.gebeld(rij.pk)
            messages.success(request, "Fijn dat je hebt gebeld. Het is bewaard.")
        return redirect(request.path)
    if request.method == "POST":
        form = ErbijForm(pagina, request.POST)
        if form.is_valid() and _zet_erbij(request, pagina, form):
            return redirect(request.path)
    groepen = groepen_van(pagina)
    context = {
        "page": pagina,
        "groepen": groepen,
        "te_bellen": {rij.pk for rij in bellen.te_bellen(pagina)},
        "gevraagd": tafel.wacht_op_antwoord(pagina),
        "niet": waarom_niet(pagina),
        "mensen": sum(groep.mensen for groep in groepen),
        "wachten": sum(groep.wachten for groep in groepen),
        "form": form,
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


def _rij(pagina: Plek, nummer: str) -> Aanmelding | None:
    """Who stands on the list under this number, as a button says it."""
    rijen = Aanmelding.objects.bevestigd().filter(pagina=pagina.pk)
    return rijen.filter(pk=nummer).first() if nummer.isdecimal() and len(nummer) < 19 else None


def _meld_af(request: HttpRequest, pagina: Plek) -> None:
    try:
        if not (rij := _rij(pagina, request.POST["afmelden"])):
            # Cancelled, or in the place of it came another that still stands there.
            raise KanNiet
        stappen.meld_af(rij.pk)
        messages.success(request, "Afgemeld. Wie nu plek heeft, krijgt een mail.")
    except KanNiet:
        messages.error(request, VERANDERD)


def _zet_erbij(request: HttpRequest, pagina: Plek, form: ErbijForm) -> bool:
    """False when it can't be; then the form says why, and holds what was typed."""
    formulier = form.cleaned_data["formulier"]
    try:
        rij, hoe = tafel.schrijf_in(pagina.pk, form.afzender(), request.user, formulier, form.velden())
    except KanNiet as reden:
        form.add_error(None, str(reden))
        return False
    beurt = indeling(pagina, rij.taak).beurt(rij.pk)
    waar = f"op plek {beurt} van de wachtlijst" if beurt else "op de lijst"
    messages.success(request, f"{rij.naam} staat {waar}. {hoe}")
    return True
