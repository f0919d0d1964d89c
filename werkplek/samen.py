"""Several pages that wait, side by side, and one decision about those that are ticked: each held to four eyes for itself."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from core.goedkeuring.besluiten import (
    WAT_KAN_BETER,
    KanNiet,
    hoe_besloten,
    keur_goed,
    mag_goedkeuren,
    stuur_terug,
)
from core.goedkeuring.rollen import is_communicatie
from core.models import GoedkeuringTaskState
from core.tijd import vandaag
from kernpagina.verplaatst import Raad
from werkplek import gebeurtenissen, meldingen
from werkplek.overzicht import Wachtend, wat_wacht
from werkplek.twijfels import twijfels
from werkplek.veranderd import nieuwe_bestanden, ook_anders
from werkplek.vergelijken import verschillen, wat_er_staat

# As many as a series can have.
MEESTE = 60


@dataclass(frozen=True)
class Naast:
    """One that waits, with what is different: from what is online, or from the first of its series."""

    rij: Wachtend
    mag: bool
    online: bool
    als_eerste: bool
    verschillen: list[Any]
    ook: list[str]
    bestanden: list[Any]
    twijfels: list[Raad]


def meer_van_een_kern(rijen: list[Wachtend]) -> list[tuple[str, int]]:
    """The kernen of which more than one thing waits, with how many."""
    aantal = Counter(rij.kern for rij in rijen if rij.kern)
    return sorted((kern, keer) for kern, keer in aantal.items() if keer > 1)


@never_cache
def samen(request: HttpRequest) -> HttpResponse:
    """What waits of one series (`?reeks=`) or one kern (`?kern=`)."""
    if not is_communicatie(request.user):
        raise PermissionDenied
    reeks, kern = request.GET.get("reeks", ""), request.GET.get("kern", "")
    rijen = [
        rij
        for rij in wat_wacht(vandaag())
        if (str(rij.reeks) == reeks if reeks else kern and rij.kern == kern)
    ]
    rijen.sort(key=lambda rij: (rij.moment is None, rij.moment or vandaag(), rij.pagina.pk))
    if request.method == "POST" and _besluit(request, rijen):
        return redirect("wagtailadmin_home")
    if not rijen:
        messages.info(request, "Hiervan wacht niets meer.")
        return redirect("wagtailadmin_home")
    context = {
        "rijen": _naast_elkaar(request, rijen[:MEESTE]),
        "rest": len(rijen[MEESTE:]),
        # Of a series, what is seen once is seen of all; what has nothing to do with each other is ticked one by one.
        "aan": bool(reeks),
        "opmerking": request.POST.get("opmerking", ""),
        "page_title": "Samen bekijken",
        "wat": rijen[0].titel if reeks else kern,
    }
    return render(request, "werkplek/samen.html", context)


def _naast_elkaar(request: HttpRequest, rijen: list[Wachtend]) -> list[Naast]:
    eersten: dict[UUID, Page] = {}
    naast = []
    for rij in rijen:
        nieuw = rij.wacht.revision.as_object()
        online = rij.pagina.specific if rij.pagina.live else None
        eerste = None if online or not rij.reeks else eersten.get(rij.reeks)
        oud = online or eerste
        verschil = verschillen(request, oud, nieuw) if oud else wat_er_staat(request, nieuw)
        ook = ook_anders(request, oud, nieuw, verschil) if oud else []
        if eerste:
            # Each has its own address.
            verschil = [deel for deel in verschil if getattr(deel.field, "name", "") != "slug"]
        elif rij.reeks and not online:
            eersten[rij.reeks] = nieuw
        naast.append(
            Naast(
                rij,
                mag_goedkeuren(request.user, rij.wacht, rij.pagina),
                online is not None,
                eerste is not None,
                verschil,
                ook,
                nieuwe_bestanden(oud, nieuw),
                twijfels(nieuw, online, vandaag()),
            )
        )
    return naast


def _besluit(request: HttpRequest, rijen: list[Wachtend]) -> bool:
    """Decide about what is ticked. A tick names the version that was seen: of what changed since, nothing is decided."""
    wachten = {str(rij.wacht.pk): rij for rij in rijen}
    nummers = request.POST.getlist("wacht")
    gekozen = [wachten[nummer] for nummer in nummers if nummer in wachten]
    # Always the lowest first: two who decide about the same wait for each other in one order.
    gekozen.sort(key=lambda rij: rij.pagina.pk)
    opmerking = request.POST.get("opmerking", "").strip()
    if not nummers:
        messages.error(request, "Zet eerst een vinkje bij wat je bekeken hebt.")
        return False
    if "terugsturen" in request.POST and not opmerking:
        messages.error(request, WAT_KAN_BETER)
        return False
    weg = _noem_wat_er_niet_meer_wacht(request, [nummer for nummer in nummers if nummer not in wachten])
    if "terugsturen" in request.POST:
        _stuur_terug(request, gekozen, opmerking)
    elif "goedkeuren" in request.POST:
        gedaan = sum(_probeer(request, rij, keur_goed, opmerking) for rij in gekozen)
        _zeg(request, gedaan, "Goedgekeurd")
    meldingen.toon_opmerking(request, *weg, *(rij.pagina.pk for rij in gekozen))
    return True


def _noem_wat_er_niet_meer_wacht(request: HttpRequest, nummers: list[str]) -> list[int]:
    """Say of each that was ticked and decided or changed meanwhile, which page it is and how that went; returns their keys."""
    stappen = GoedkeuringTaskState.objects.filter(pk__in=[nummer for nummer in nummers if nummer.isdecimal()])
    paginas = []
    for stap in stappen.select_related("revision", "workflow_state"):
        pagina = Page.objects.get(pk=stap.workflow_state.object_id)
        # Of meetings that come back, only the day says which one it is.
        naam = gebeurtenissen.kop_met_dag(pagina.get_latest_revision_as_object())
        meldingen.niet_besloten(request, pagina, hoe_besloten(stap), naam)
        paginas.append(pagina.pk)
    if len(paginas) < len(nummers):
        messages.warning(request, hoe_besloten(None))
    return paginas


def _stuur_terug(request: HttpRequest, gekozen: list[Wachtend], opmerking: str) -> None:
    """In one transaction, for the writer hears of it in one mail."""
    with transaction.atomic(), gebeurtenissen.in_een_mail():
        gedaan = sum(_probeer(request, rij, stuur_terug, opmerking) for rij in gekozen)
    _zeg(request, gedaan, "Teruggestuurd")


def _probeer(request: HttpRequest, rij: Wachtend, besluit: Callable, opmerking: str) -> bool:
    """One of many: what can't be done is said, and the others go on."""
    naam = f"{rij.titel}, {rij.moment:%d-%m-%Y}" if rij.moment else rij.titel
    try:
        if besluit(rij.wacht, request.user, comment=opmerking) is not False:
            return True
        zin = "nog niet goedgekeurd. De tekst of een foto is veranderd."
        meldingen.niet_besloten(request, rij.pagina, zin, naam)
    except KanNiet as reden:
        meldingen.niet_besloten(request, Page.objects.get(pk=rij.pagina.pk), str(reden), naam)
    except PermissionDenied:
        messages.warning(request, f"{naam}: hier werkte je zelf aan. Een collega keurt dit goed.")
    return False


def _zeg(request: HttpRequest, aantal: int, wat: str) -> None:
    if aantal:
        messages.success(request, f"{wat}: {aantal} {'pagina' if aantal == 1 else 'pagina’s'}.")
