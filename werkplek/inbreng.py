"""From paper to screen after a meeting: a line, Enter, the next one. The table and the theme stay as they were."""

from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from core.goedkeuring.besluiten import KanNiet
from core.models import Thema
from core.teksten import schoon
from kernpagina.inbreng import zet_in_verslag
from kernpagina.models import AgendaItemPage, Inbreng
from meedoen.van_de_avond import breng_in, oproep_van
from werkplek.herhalen import bewerkbaar

VERSLAG = "#panel-child-inhoud-verslag_na_afloop-section"


class InbrengForm(forms.Form):
    tafel = forms.CharField(label="Tafel", max_length=40, required=False)
    thema = forms.ModelChoiceField(
        label="Thema", queryset=Thema.objects.all(), required=False, empty_label="Geen thema"
    )
    tekst = forms.CharField(
        label="Wat werd er gezegd?",
        max_length=500,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off"}),
        error_messages={"required": "Typ wat er gezegd werd, en druk op Enter."},
    )
    formulier = forms.UUIDField(widget=forms.HiddenInput)

    def clean_tekst(self) -> str:
        return schoon.regel(self.cleaned_data["tekst"])

    def clean_tafel(self) -> str:
        return schoon.regel(self.cleaned_data["tafel"])


@never_cache
def inbreng(request: HttpRequest, page_id: int) -> HttpResponse:
    """What was said at a meeting, and a form for the next line."""
    item = bewerkbaar(request, page_id)
    oproep = oproep_van(item)
    form = InbrengForm(initial=_blijft(request) | {"formulier": uuid4()})
    if request.method == "POST":
        if "verslag" in request.POST:
            return _naar_verslag(request, item)
        if "weg" in request.POST:
            _haal_weg(request, item)
            return redirect(request.get_full_path())
        form = InbrengForm(request.POST)
        if form.is_valid():
            _schrijf_op(item, form.cleaned_data, oproep if "reactie" in request.POST else None, request.user)
            keuze = {naam: request.POST.get(naam, "") for naam in ("tafel", "thema", "reactie")}
            return redirect(f"{request.path}?{urlencode(keuze)}")
    rijen = list(Inbreng.objects.van(item))
    context = {
        "page": item,
        "form": form,
        "oproep": oproep,
        "ook_reactie": bool(request.GET.get("reactie")),
        "rijen": rijen,
        "nieuw": sum(not rij.in_verslag for rij in rijen),
        "page_title": "Inbreng van de avond",
    }
    return render(request, "werkplek/inbreng.html", context)


def _blijft(request: HttpRequest) -> dict[str, str]:
    """What stays for the next line."""
    return {naam: request.GET.get(naam, "")[:40] for naam in ("tafel", "thema")}


@transaction.atomic
def _schrijf_op(item: AgendaItemPage, gegevens: dict, oproep, user) -> None:
    """Keep a line; the same form again changes nothing."""
    formulier = gegevens.pop("formulier")
    Inbreng.objects.get_or_create(formulier=formulier, defaults={"item": item, **gegevens})
    if oproep:
        breng_in(item, oproep, gegevens["tekst"], user, formulier)


def _haal_weg(request: HttpRequest, item: AgendaItemPage) -> None:
    nummer = request.POST["weg"]
    if nummer.isdecimal() and len(nummer) < 19:
        Inbreng.objects.van(item).nog_niet_in_verslag().filter(pk=nummer).delete()


def _naar_verslag(request: HttpRequest, item: AgendaItemPage) -> HttpResponse:
    try:
        aantal = zet_in_verslag(item, request.user)
    except (KanNiet, PermissionDenied) as reden:
        messages.error(request, str(reden) or "Deze pagina mag je niet veranderen.")
        return redirect(request.path)
    regels = "1 regel staat" if aantal == 1 else f"{aantal} regels staan"
    messages.success(request, f"{regels} in het verslag. Maak het af en dien het in.")
    return redirect(f"{reverse('wagtailadmin_pages:edit', args=[item.pk])}{VERSLAG}")
