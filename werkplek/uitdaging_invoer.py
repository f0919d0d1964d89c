"""Typing over a proposal on paper to take a task of the municipality over; another lays the sheet beside it."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.goedkeuring.besluiten import KanNiet
from core.talen.taal import BRONTAAL
from core.tijd import vandaag
from kernpagina.keuzes import OproepStatus
from kernpagina.models import OproepPage
from meedoen.keuzes import LANGSTE_TEKST, Bron, UitdaagStand
from meedoen.models import Uitdaging
from meedoen.op_papier import neemt_aan
from meedoen.uitdagen import tafel
from meedoen.uitdagen.forms import LABELS
from meedoen.uitdaging import DELEN
from meedoen.velden import Regel, Tekst
from werkplek.tafelformulier import HOE, TafelForm, zet_aandacht

HOEVEEL = 10
BRONNEN = (Bron.PAPIER, Bron.BIJEENKOMST)


@dataclass(frozen=True)
class Getypt:
    """What this person typed over, for the list below the form."""

    pk: int
    wie: str
    kort: str
    bron: str
    mag_weg: bool


class UitdaagInvoerForm(TafelForm):
    """From top to bottom, as on the sheet. The municipality has to be able to answer it: a name, and an address of some kind."""

    binnen_op = forms.DateField(
        label="Ingeleverd op", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="De dag waarop de gemeente het in handen kreeg: vanaf die dag telt hoe lang het besluit duurt.",
        error_messages=dict.fromkeys(("required", "invalid"), "Vul de dag in waarop dit is ingeleverd."),
    )  # fmt: skip
    taak = Regel(label=LABELS["taak"], max_length=200, zeg_maximum=True)
    hoe = Tekst(label=LABELS["hoe"], max_length=LANGSTE_TEKST, required=False)
    waarom = Tekst(label=LABELS["waarom"], max_length=LANGSTE_TEKST, required=False)
    met_wie = Tekst(label=LABELS["met_wie"], max_length=1000, required=False)
    geld = Tekst(label=LABELS["geld"], max_length=1000, required=False)
    bron = forms.ChoiceField(label="Hoe kwam het binnen?", choices=[(bron, HOE[bron]) for bron in BRONNEN])

    def __init__(self, oproep: OproepPage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.oproep = oproep
        self.fields["naam"].required = True
        self.fields["naam"].error_messages["required"] = "Vul de naam in van wie dit voorstelt."
        self.fields["taak"].error_messages["required"] = "Vul in welke taak het is."
        self.fields[
            "email"
        ].help_text = "Er gaat een mail heen: klopt dit adres? Daarna komt de ontvangstbevestiging."
        self.fields["postadres"].label = "Postadres, voor wie een brief wil"
        for deel in DELEN:
            self.fields[deel].widget.attrs["rows"] = 4
        wie = ["naam", "kern", "email", "postadres", "bron", "taal"]
        self.order_fields(["binnen_op", *DELEN, *wie])

    def clean_binnen_op(self):
        dag = self.cleaned_data["binnen_op"]
        if dag > vandaag():
            raise forms.ValidationError("Deze dag is nog niet geweest. Kijk hem na.")
        if dag < self.oproep.opent:
            raise forms.ValidationError("Toen was deze oproep nog niet begonnen. Kijk de dag na.")
        return dag

    def clean(self) -> dict[str, Any]:
        gegevens = cast("dict[str, Any]", super().clean())
        bereik = {"email", "postadres"}
        if not bereik & self.errors.keys() and not any(gegevens.get(naam) for naam in bereik):
            self.add_error(
                "postadres", "Vul een postadres of een e-mailadres in: daar gaat het antwoord heen."
            )
        return gegevens

    def inhoud(self) -> dict[str, str]:
        return {deel: self.cleaned_data[deel] for deel in DELEN}


def uitdaging_invoeren(request: HttpRequest, oproep: OproepPage) -> HttpResponse:
    """For who may type over for this call (`invoer.py` looks)."""
    form = UitdaagInvoerForm(oproep, initial=_leeg())
    if request.method == "POST" and "weg" in request.POST:
        form = _haal_weg(request, oproep) or form
    elif request.method == "POST":
        form = UitdaagInvoerForm(oproep, request.POST)
        if form.is_valid() and _bewaar(request, oproep, form):
            return redirect(request.path)
    zet_aandacht(form)
    mijn = _mijn(request, oproep)
    context = {
        "page": oproep,
        "form": form,
        "rijen": [
            Getypt(
                rij.pk,
                rij.inwoner.naam,
                rij.taak,
                rij.vel.get_bron_display(),
                rij.stand == UitdaagStand.NALEZEN,
            )
            for rij in mijn.order_by("-pk")[:HOEVEEL]
        ],
        "aantal": mijn.count(),
        "neemt_aan": neemt_aan(oproep),
        "gesloten": oproep.status(vandaag()) != OproepStatus.OPEN,
        "page_title": "Voorstel invoeren",
    }
    return render(request, "werkplek/invoer.html", context)


def _leeg() -> dict[str, Any]:
    return {"bron": Bron.PAPIER, "taal": BRONTAAL, "formulier": uuid4(), "binnen_op": vandaag()}


def _mijn(request: HttpRequest, oproep: OproepPage):
    mijn = Uitdaging.objects.filter(oproep=oproep.pk, vel__ingevoerd_door=request.user)
    return mijn.exclude(stand=UitdaagStand.INGETROKKEN).select_related("inwoner", "vel")


def _bewaar(request: HttpRequest, oproep: OproepPage, form: UitdaagInvoerForm) -> bool:
    """False when it can't be; then the form says why, and holds what was typed."""
    velden = {naam: form.cleaned_data[naam] for naam in ("binnen_op", "bron", "taal")}
    formulier = form.cleaned_data["formulier"]
    try:
        voorstel, let_op = tafel.voer_in(
            oproep, request.user, formulier, form.afzender(), form.inhoud(), **velden
        )
    except KanNiet as reden:
        form.add_error(None, str(reden))
        return False
    messages.success(
        request,
        f"Bewaard: het voorstel van {voorstel.inwoner.naam}. Communicatie legt het vel ernaast. Geef het vel aan hen: het is "
        "ondertekend.",
    )
    if let_op:
        messages.warning(request, let_op)
    return True


def _haal_weg(request: HttpRequest, oproep: OproepPage) -> UitdaagInvoerForm | None:
    """Undo, and put what was typed back in the form. None when there is nothing to undo."""
    nummer = request.POST["weg"]
    if not nummer.isdecimal() or len(nummer) > 18 or not _mijn(request, oproep).filter(pk=nummer).exists():
        messages.info(request, "Die was al weggehaald.")
        return None
    try:
        voorstel, email = tafel.haal_weg(int(nummer), request.user)
    except KanNiet as reden:
        messages.error(request, str(reden))
        return None
    wie = voorstel.inwoner
    messages.success(
        request, f"{wie.naam} is weggehaald, en staat weer in het formulier. Bewaar het als het klopt."
    )
    ernaast = {"naam": wie.naam, "kern": wie.kern, "email": email, "postadres": wie.postadres}
    bron = voorstel.overgetypt.bron if voorstel.overgetypt else Bron.PAPIER
    ernaast |= {"taal": voorstel.taal, "bron": bron, "formulier": uuid4()}
    ernaast["binnen_op"] = voorstel.ontvangen_op and timezone.localdate(voorstel.ontvangen_op)
    return UitdaagInvoerForm(oproep, initial=voorstel.inhoud() | ernaast)
