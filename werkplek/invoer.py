"""Typing over what came in without internet, one after another: keyboard only, and on a telephone."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from core.goedkeuring.besluiten import KanNiet
from core.talen.taal import BRONTAAL
from core.tijd import vandaag
from inwoners.models import NaamOpenbaar
from kernpagina.keuzes import OproepStatus
from kernpagina.models import OproepPage
from meedoen import tafel
from meedoen.forms import ingevuld
from meedoen.keuzes import Bron, Stand
from meedoen.models import Reactie
from meedoen.op_papier import neemt_aan
from meedoen.soorten import antwoorden_in_woorden
from meedoen.uitdagen.stappen import met_uitdaging
from werkplek.invoerformulier import BLIJFT, InvoerForm
from werkplek.koppelen import mag_koppelen
from werkplek.tafelformulier import zet_aandacht
from werkplek.uitdaging_invoer import HOEVEEL, Getypt, uitdaging_invoeren


@never_cache
def invoeren(request: HttpRequest, page_id: int) -> HttpResponse:
    """The form for the next one, and what this person typed last."""
    oproep = get_object_or_404(OproepPage, pk=page_id, locale__language_code=BRONTAAL)
    if not mag_koppelen(request.user, oproep):
        raise PermissionDenied
    if met_uitdaging(oproep):
        return uitdaging_invoeren(request, oproep)
    form = InvoerForm(oproep, initial=_blijft(request))
    if request.method == "POST" and "weg" in request.POST:
        form = _haal_weg(request, oproep) or form
    elif request.method == "POST":
        form = InvoerForm(oproep, request.POST)
        if form.is_valid() and _bewaar(request, oproep, form):
            return redirect(f"{request.path}?{urlencode({n: form.cleaned_data[n] for n in BLIJFT})}")
    zet_aandacht(form)
    mijn = Reactie.objects.filter(oproep=oproep.pk, ingevoerd_door=request.user)
    rijen = list(mijn.select_related("inwoner", "agenda_item").order_by("-pk")[:HOEVEEL])
    vragen = list(oproep.vragen.all())
    context = {
        "page": oproep,
        "form": form,
        "rijen": [
            Getypt(
                rij.pk, _wie(rij), _kort(rij, vragen), rij.get_bron_display(), rij.stand == Stand.BEVESTIGD
            )
            for rij in rijen
        ],
        "aantal": mijn.count(),
        "neemt_aan": neemt_aan(oproep),
        "gesloten": oproep.status(vandaag()) != OproepStatus.OPEN,
        "page_title": "Reacties invoeren",
    }
    return render(request, "werkplek/invoer.html", context)


def _blijft(request: HttpRequest) -> dict[str, Any]:
    blijft = {naam: request.GET[naam][:40] for naam in BLIJFT if naam in request.GET}
    return {"bron": Bron.PAPIER, "taal": BRONTAAL, "formulier": uuid4(), **blijft}


def _bewaar(request: HttpRequest, oproep: OproepPage, form: InvoerForm) -> bool:
    """False when it can't be; then the form says why, and holds what was typed."""
    formulier = form.cleaned_data["formulier"]
    try:
        reactie, let_op = tafel.voer_in(oproep, request.user, formulier, form.afzender(), form.velden())
    except KanNiet as reden:
        form.add_error(None, str(reden))
        return False
    messages.success(request, f"Bewaard: {_wie(reactie)}. Een ander leest het. Typ de volgende.")
    if let_op:
        messages.warning(request, let_op)
    return True


def _haal_weg(request: HttpRequest, oproep: OproepPage) -> InvoerForm | None:
    """Undo, and put what was typed back in the form: most often one word has to change. None when there is nothing to undo."""
    nummer = request.POST["weg"]
    mijn = Reactie.objects.filter(oproep=oproep.pk, ingevoerd_door=request.user)
    if not nummer.isdecimal() or len(nummer) > 18 or not mijn.filter(pk=nummer).exists():
        messages.info(request, "Die was al weggehaald.")
        return None
    try:
        reactie, email = tafel.haal_weg(int(nummer), request.user)
    except KanNiet as reden:
        messages.error(request, str(reden))
        return None
    messages.success(
        request, f"{_wie(reactie)} is weggehaald, en staat weer in het formulier. Bewaar het als het klopt."
    )
    return InvoerForm(oproep, initial=ingevuld(reactie) | _van(reactie, email) | {"formulier": uuid4()})


def _van(reactie: Reactie, email: str) -> dict[str, Any]:
    """Beside what was answered: who said it and how."""
    ernaast = {"velnummer": reactie.velnummer, "bron": reactie.bron, "taal": reactie.taal, "email": email}
    ernaast["bijeenkomst"] = str(reactie.agenda_item_id or "")
    if inwoner := reactie.inwoner:
        voluit = reactie.naam_openbaar == NaamOpenbaar.VOLUIT
        erbij = ("voluit" if voluit else "kort") if reactie.naam_erbij else ""
        ernaast |= {
            "naam": inwoner.naam,
            "kern": reactie.kern,
            "postadres": inwoner.postadres,
            "naam_erbij": erbij,
        }
    return ernaast


def _wie(reactie: Reactie) -> str:
    wie = reactie.inwoner.naam if reactie.inwoner else str(reactie.agenda_item)
    return f"vel {reactie.velnummer} van {wie}" if reactie.velnummer else wie


def _kort(reactie: Reactie, vragen: list) -> str:
    antwoorden = (antwoord for _vraag, antwoord in antwoorden_in_woorden(reactie, vragen))
    return ": ".join(filter(None, [reactie.titel, reactie.tekst])) or " · ".join(antwoorden)
