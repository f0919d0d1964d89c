"""Reading what residents answer: what waits, and one screen for each, for communications only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import Truncator
from django.views.decorators.cache import never_cache

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.rollen import is_communicatie
from core.tijd import vandaag
from meedoen import bezwaar, stappen, tafel
from meedoen.keuzes import Reden, Stand
from meedoen.models import Reactie
from meedoen.namen import naam_met_kern
from meedoen.soorten import naam_van_onderdeel
from werkplek.koppelen import te_koppelen
from werkplek.overzicht import kern_naam, kernnamen
from werkplek.paneel import Paneel
from werkplek.werkdagen import werkdagen_sinds

# How many calls stand on the front page of which reactions have to be coupled.
TE_KOPPELEN = 5


@dataclass(frozen=True)
class Ongelezen:
    """One reaction about which somebody has to decide."""

    reactie: Reactie
    kern: str
    wat: str
    sinds: Any
    werkdagen: int

    @property
    def kort(self) -> str:
        return self.reactie.titel or Truncator(self.reactie.tekst).words(12) or "Antwoorden op vragen"

    @property
    def kleur(self) -> str:
        """How urgent: '' on the first working day, 'laat' from one, 'te-laat' from two."""
        return "te-laat" if self.werkdagen >= 2 else "laat" if self.werkdagen >= 1 else ""


def te_lezen(op: date) -> list[Ongelezen]:
    """All about which has to be decided, oldest first: new ones, reported ones, and those for a second look.

    A fixed number of queries.
    """
    reacties = Reactie.objects.select_related("oproep")
    nieuw = [(reactie, "Nieuw", reactie.bevestigd_op) for reactie in reacties.wacht()]
    meldingen = [(reactie, "Melding", reactie.sinds) for reactie in reacties.gemeld()]
    bezwaren = [(reactie, "Tweede blik", reactie.sinds) for reactie in reacties.voor_tweede_blik()]
    kernen = kernnamen()
    rijen = [
        Ongelezen(
            reactie,
            kern_naam(reactie.oproep, kernen),
            wat,
            sinds,
            werkdagen_sinds(timezone.localdate(sinds), op),
        )
        for reactie, wat, sinds in nieuw + meldingen + bezwaren
    ]
    return sorted(rijen, key=lambda rij: rij.sinds)


class ReactiesPanel(Paneel):
    """How many wait, on the front page of communications."""

    name = "reacties"
    template_name = "werkplek/panel_reacties.html"
    order = 9

    def gegevens(self, request: HttpRequest) -> dict:
        op = vandaag()
        rijen = te_lezen(op)
        return {
            "aantal": len(rijen),
            "te_laat": sum(rij.kleur == "te-laat" for rij in rijen),
            "te_koppelen": te_koppelen(op).defer_streamfields()[:TE_KOPPELEN],
        }


class BesluitForm(forms.Form):
    """What a reader may say beside a decision."""

    reden = forms.ChoiceField(choices=[("", "Kies een reden"), *Reden.choices], required=False)
    toelichting = forms.CharField(max_length=1000, required=False)
    anders = forms.CharField(max_length=1000, required=False)
    woorden = forms.CharField(max_length=200, required=False, strip=False)


@never_cache
def wachtrij(request: HttpRequest) -> HttpResponse:
    _alleen_communicatie(request)
    if request.method == "POST":
        aantal = tafel.plaats_keuzes(request.user)
        ging = "1 formulier telt" if aantal == 1 else f"{aantal} formulieren tellen"
        messages.success(request, f"{ging} mee.")
        return redirect(request.path)
    rijen = te_lezen(vandaag())
    context = {
        "rijen": rijen,
        "alleen_keuzes": sum(tafel.is_formulier(rij.reactie, request.user) for rij in rijen),
        # Nobody who has no e-mail can press a button for a second look: they ring.
        "geweigerd": Reactie.objects.zonder_mail_geweigerd().select_related("oproep", "inwoner")[:20],
        "page_title": "Reacties van inwoners",
    }
    return render(request, "werkplek/reacties.html", context)


@never_cache
def lees(request: HttpRequest, reactie_id: int) -> HttpResponse:
    """One reaction, and what can be decided about it; after that the next one that waits."""
    _alleen_communicatie(request)
    reactie = get_object_or_404(
        Reactie.objects.select_related("oproep", "inwoner").exclude(
            stand__in=[Stand.CONCEPT, Stand.INGETROKKEN]
        ),
        pk=reactie_id,
    )
    form = BesluitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            gedaan = besluit(reactie, request.user, request.POST.get("doe", ""), form.cleaned_data)
            messages.success(request, gedaan)
            if request.POST["doe"] != "lak":
                return redirect(*_verder())
            # Made black, it still has to be decided: with what was typed already.
            reactie.refresh_from_db()
            form = BesluitForm(request.POST.dict() | {"woorden": ""})
        except KanNiet as reden:
            messages.error(request, str(reden))
    weigering = bezwaar.wacht_op_tweede_blik(reactie)
    context = {
        "reactie": reactie,
        "form": form,
        "redenen": Reden.choices,
        "naam": reactie.naam_getoond or naam_met_kern(reactie),
        "onderdeel": naam_van_onderdeel(reactie.oproep, reactie.onderdeel),
        "meldingen": reactie.meldingen.filter(besluit=None),
        "mag_verbergen": bezwaar.mag_verbergen(reactie, request.user),
        "weigering": weigering,
        "door_mij": bool(weigering and weigering.door_id == request.user.pk),
        "mag_vragen": _zonder_mail(reactie) and bezwaar.mag_vragen(reactie),
        "eigen_invoer": reactie.ingevoerd_door_id == request.user.pk,
        "page_title": "Reactie lezen",
    }
    return render(request, "werkplek/reactie.html", context)


def besluit(reactie: Reactie, user, doe: str, gegevens: dict[str, str]) -> str:
    """Do what this button says, and say that it was done. Raises KanNiet with what is missing."""
    reden, toelichting = gegevens["reden"], gegevens["toelichting"].strip()
    pk = reactie.pk
    knoppen: dict[str, tuple[Callable[[], Any], str]] = {
        "plaats": (lambda: stappen.plaats(pk, user), "De reactie is geplaatst."),
        "aanpassen": (
            lambda: stappen.vraag_aanpassen(pk, user, gegevens["anders"]),
            f"De reactie is terug bij de schrijver. {_hoort_het(reactie)}",
        ),
        "wijs_af": (
            lambda: stappen.wijs_af(pk, user, reden, toelichting),
            f"De reactie is niet geplaatst. {_hoort_het(reactie)}",
        ),
        "bezwaar": (
            lambda: bezwaar.vraag(pk, toelichting),
            "De tweede blik is gevraagd. Een collega kijkt opnieuw.",
        ),
        "lak": (lambda: stappen.lak(pk, user, gegevens["woorden"]), "De woorden zijn zwart gemaakt."),
        "verberg": (
            lambda: bezwaar.verberg(pk, user, reden, toelichting),
            "De reactie is weggehaald. De schrijver hoort waarom; wie hem meldde, hoort dat ook.",
        ),
        "blijft": (
            lambda: bezwaar.laat_staan(pk, user, toelichting),
            "De reactie blijft staan. De melder hoort dat.",
        ),
        "herzie": (
            lambda: bezwaar.kijk_opnieuw(pk, user, plaatsen=True, toelichting=toelichting),
            "De reactie is toch geplaatst.",
        ),
        "handhaaf": (
            lambda: bezwaar.kijk_opnieuw(pk, user, plaatsen=False, toelichting=toelichting),
            "Het besluit blijft. De schrijver hoort waarom.",
        ),
    }
    if doe not in knoppen:
        raise PermissionDenied
    actie, gedaan = knoppen[doe]
    actie()
    return gedaan


def _hoort_het(reactie: Reactie) -> str:
    """How the writer hears of it: by mail, by letter, or not at all, and then somebody may have to ring."""
    if (inwoner := reactie.inwoner) is None:
        return "Hij komt van een bijeenkomst: er is niemand om het aan te vertellen."
    if inwoner.adres_id:
        return "De schrijver krijgt een mail."
    if inwoner.postadres:
        return "De schrijver krijgt een brief. Die wacht bij Brieven op de printer."
    return "De schrijver gaf geen adres op, en hoort dit niet van ons."


def _zonder_mail(reactie: Reactie) -> bool:
    """Whose writer has no mail with a button, and so asks us."""
    return bool(reactie.inwoner and reactie.inwoner.adres_id is None)


def _verder() -> tuple:
    """The next that waits."""
    volgende = next(iter(te_lezen(vandaag())), None)
    return ("werkplek:reactie", volgende.reactie.pk) if volgende else ("werkplek:reacties",)


def _alleen_communicatie(request: HttpRequest) -> None:
    if not is_communicatie(request.user):
        raise PermissionDenied
