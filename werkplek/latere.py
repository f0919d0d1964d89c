"""What changed in one meeting of a series, taken over by those that come after it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.indienen import dien_in
from kernpagina.gelijk import anders, delen_van, gegevens, maak_gelijk
from kernpagina.models import AgendaItemPage, ReeksDeel
from kernpagina.reeksen import latere, wacht_op_indienen
from werkplek.herhalen import bewerkbaar, wat_ontbreekt


@dataclass(frozen=True)
class Later:
    """One that comes after: what it has otherwise, in words."""

    deel: ReeksDeel
    titel: str
    verschil: set[str]

    @property
    def velden(self) -> str:
        return ", ".join(delen_van(self.verschil))


@never_cache
def ook_latere(request: HttpRequest, page_id: int) -> HttpResponse:
    """What this one has otherwise than the later ones: a tick for each field and for each day."""
    item = bewerkbaar(request, page_id)
    eigen = ReeksDeel.objects.filter(item=item.pk).first()
    tekst = cast("AgendaItemPage", item.get_latest_revision_as_object())
    rijen = _rijen(item, tekst, eigen.dag) if eigen else []
    if eigen is None or not rijen:
        messages.info(request, "Er komen geen bijeenkomsten van deze reeks meer na deze.")
        return redirect("wagtailadmin_pages:edit", item.pk)
    if fouten := wat_ontbreekt(tekst):
        messages.error(request, f"Maak eerst deze bijeenkomst af. Kijk na: {fouten}.")
        return redirect("wagtailadmin_pages:edit", item.pk)
    verschil = set().union(*(rij.verschil for rij in rijen))
    if request.method == "POST" and _neem_over(request, item, tekst, eigen.dag, rijen):
        return redirect("wagtailadmin_home")
    nieuw = _net_veranderd(item, tekst, eigen.dag) or verschil
    context = {
        "page": item,
        "velden": [(naam, bool(deel & nieuw)) for naam, deel in delen_van(verschil).items()],
        "rijen": rijen,
        "page_title": "Ook de latere bijeenkomsten",
    }
    return render(request, "werkplek/latere.html", context)


def _rijen(item: AgendaItemPage, tekst: AgendaItemPage, dag: date) -> list[Later]:
    hier = gegevens(tekst, dag)
    rijen = []
    for deel in latere(item):
        ander = cast("AgendaItemPage", deel.item.get_latest_revision_as_object())
        rijen.append(Later(deel, ander.title, anders(hier, gegevens(ander, deel.dag))))
    return rijen


def _net_veranderd(item: AgendaItemPage, tekst: AgendaItemPage, dag: date) -> set[str]:
    """What is otherwise than what visitors read, and so most likely what somebody came here for."""
    return anders(gegevens(item, dag), gegevens(tekst, dag)) if item.live else set()


def _neem_over(
    request: HttpRequest, item: AgendaItemPage, tekst: AgendaItemPage, dag: date, rijen: list[Later]
) -> bool:
    delen = delen_van(set().union(*(rij.verschil for rij in rijen)))
    velden = set().union(*(delen.get(naam, set()) for naam in request.POST.getlist("veld")))
    gekozen = [rij for rij in rijen if str(rij.deel.item_id) in request.POST.getlist("item")]
    if not velden or not gekozen:
        messages.error(request, "Zet een vinkje bij wat je overneemt, en bij de dagen waarvoor.")
        return False
    gedaan = 0
    if wacht_op_indienen(item):
        gedaan += _probeer(request, item.title, dien_in, item, request.user)
    for rij in gekozen:
        naam = f"{rij.titel}, {rij.deel.dag:%d-%m-%Y}"
        gedaan += _probeer(request, naam, maak_gelijk, rij.deel, tekst, dag, velden, request.user)
    if gedaan:
        wat = "1 bijeenkomst ligt" if gedaan == 1 else f"{gedaan} bijeenkomsten liggen"
        messages.success(request, f"{wat} bij Communicatie: {item.title}.")
    return True


def _probeer(request: HttpRequest, naam: str, doe: Any, *args: Any) -> bool:
    """One of many: what can't be done is said, and the others go on. Returns whether something was submitted."""
    try:
        return doe(*args) is not False
    except (KanNiet, ValidationError) as reden:
        messages.warning(request, f"{naam}: {' '.join(getattr(reden, 'messages', [str(reden)]))}")
    except PermissionDenied:
        messages.warning(request, f"{naam}: die mag je niet veranderen.")
    return False
