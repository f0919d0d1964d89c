"""Answering what residents ask, or passing it on: names and words, and no address of anybody. The answer goes by mail from here."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.rollen import is_communicatie
from core.paginering import pagineer
from core.tijd import vandaag
from kernpagina.redactie import kernen_van
from meedoen.inwonervraag import InwonerVraagQuerySet
from meedoen.keuzes import LANGSTE_TEKST, VraagStand
from meedoen.models import InwonerVraag
from meedoen.velden import Tekst
from meedoen.vraag_stellen import stappen
from werkplek import vraagpost
from werkplek.vraaglijst import collegas, naam_van, te_beantwoorden, vragen_voor

AAN_COMMUNICATIE = "communicatie"
EEN_JAAR = timedelta(days=365)
PER_PAGINA = 20


class AntwoordForm(forms.Form):
    antwoord = Tekst(
        label="Je antwoord",
        max_length=LANGSTE_TEKST,
        error_messages={"required": "Schrijf je antwoord op."},
    )


class DoorgeefForm(forms.Form):
    aan = forms.ChoiceField(
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies aan wie je de vraag geeft.")
    )

    def __init__(self, vraag: InwonerVraag, user, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.collegas = {str(ander.pk): ander for ander in collegas(vraag).exclude(pk=user.pk)}
        namen = [(nummer, str(ander)) for nummer, ander in self.collegas.items()]
        self.keuzes = [(AAN_COMMUNICATIE, "Communicatie"), *namen]
        self.fields["aan"].choices = self.keuzes  # ty: ignore[missing-attribute]


@never_cache
def vragen(request: HttpRequest) -> HttpResponse:
    """What waits first, and below it what was answered."""
    alle = _mijn_vragen(request)
    antwoorden = alle.beantwoord(timezone.now() - EEN_JAAR)
    met_woorden = antwoorden.filter(inwoner__isnull=False).select_related("inwoner__adres", "beantwoord_door")
    context = {
        "rijen": te_beantwoorden(alle, vandaag()),
        "lijst": pagineer(met_woorden, request, PER_PAGINA),
        "aantal": antwoorden.count(),
        "page_title": "Vragen van inwoners",
    }
    return render(request, "werkplek/vragen.html", context)


@never_cache
def beantwoord(request: HttpRequest, vraag_id: int) -> HttpResponse:
    """One question, with the answer to it or the colleague who knows it."""
    vragen = _mijn_vragen(request).exclude(stand__in=[VraagStand.CONCEPT, VraagStand.INGETROKKEN])
    vraag = get_object_or_404(vragen.filter(inwoner__isnull=False), pk=vraag_id)
    doe = request.POST.get("doe", "")
    antwoord = AntwoordForm(request.POST if doe == "antwoord" else None)
    doorgeven = DoorgeefForm(vraag, request.user, request.POST if doe == "doorgeven" else None)
    try:
        if gedaan := _doe(vraag, request.user, antwoord, doorgeven):
            messages.success(request, gedaan)
            return redirect("werkplek:vragen")
    except KanNiet as reden:
        messages.error(request, str(reden))
        vraag.refresh_from_db()
    context = {
        "vraag": vraag,
        "naam": naam_van(vraag),
        "antwoord": antwoord,
        "doorgeven": doorgeven,
        "page_title": "Vraag van een inwoner",
    }
    return render(request, "werkplek/vraag.html", context)


def _doe(vraag: InwonerVraag, user, antwoord: AntwoordForm, doorgeven: DoorgeefForm) -> str:
    """What was done, in a sentence; empty when nothing was. Raises KanNiet when it can't be any more."""
    if antwoord.is_bound and antwoord.is_valid():
        stappen.beantwoord(vraag.pk, user, antwoord.cleaned_data["antwoord"])
        return "Je antwoord is verstuurd."
    if doorgeven.is_bound and doorgeven.is_valid():
        aan = doorgeven.collegas.get(doorgeven.cleaned_data["aan"])
        with transaction.atomic():
            if stappen.geef_door(vraag.pk, aan):
                vraagpost.doorgegeven(vraag, aan, user)
        return f"De vraag ligt nu bij {aan or 'Communicatie'}."
    return ""


def _mijn_vragen(request: HttpRequest) -> InwonerVraagQuerySet:
    if not is_communicatie(request.user) and not kernen_van(request.user).exists():
        raise PermissionDenied
    return vragen_voor(request.user)
