"""Which reaction belongs to which point of the outcome: many at once, for who writes the feedback."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.rollen import is_communicatie
from core.paginering import pagineer
from core.talen.taal import BRONTAAL, nummer_van
from kernpagina.models import OproepPage, OproepVraag, Uitkomstpunt
from kernpagina.querysets import OproepQuerySet
from meedoen.keuzes import OPENBAAR
from meedoen.models import Reactie
from meedoen.querysets import ReactieQuerySet
from meedoen.soorten import antwoorden_in_woorden
from meedoen.terugkoppeling import koppel, punten_van

LOS, PER_PAGINA = "los", 50


def mag_koppelen(user, oproep: OproepPage) -> bool:
    """Who may write the outcome: the editors of this kern, and communications."""
    return is_communicatie(user) or oproep.permissions_for_user(user).can_edit()


def te_koppelen(op: date) -> OproepQuerySet:
    """Calls that have closed and have placed reactions (`los`) that belong to no point yet, the one to answer first first."""
    los = Count("reacties", Q(reacties__stand__in=OPENBAAR, reacties__uitkomstpunt=None), distinct=True)
    gesloten = OproepPage.objects.live().filter(sluit__lt=op, locale=nummer_van(BRONTAAL))
    # What was told without points has nothing to belong to.
    open_ = gesloten.filter(Q(uitkomst="") | Exists(Uitkomstpunt.objects.filter(oproep=OuterRef("pk"))))
    return open_.annotate(los=los).filter(los__gt=0).order_by("terugkoppeling_uiterlijk", "pk")


@never_cache
def koppelen(request: HttpRequest, page_id: int) -> HttpResponse:
    """The placed reactions of a call, without who waits and without any address."""
    oproep = get_object_or_404(OproepPage, pk=page_id)
    if not mag_koppelen(request.user, oproep):
        raise PermissionDenied
    if request.method == "POST":
        _koppel(request, oproep)
        return redirect(request.get_full_path())
    punten = punten_van(oproep)
    namen = {punt.kenmerk: punt.titel for punt in punten}
    vragen = list(oproep.vragen.all())
    reacties = _gekozen(request, Reactie.objects.filter(oproep=oproep.pk).openbaar(), set(namen), vragen)
    lijst = pagineer(reacties, request, PER_PAGINA)
    for reactie in lijst:
        reactie.bij = namen.get(reactie.uitkomstpunt, "")
        reactie.gegeven = antwoorden_in_woorden(reactie, vragen)
    context = {
        "page": oproep,
        "punten": punten,
        "lijst": lijst,
        "los": Reactie.objects.filter(oproep=oproep.pk).nergens_bij(namen).count(),
        "zoek": request.GET.get("zoek", ""),
        "bij": request.GET.get("bij", ""),
        "wacht": oproep.workflow_in_progress,
        **_vast(oproep, request.user),
        "mag_lezen": is_communicatie(request.user),
        "page_title": "Reacties koppelen",
    }
    return render(request, "werkplek/koppelen.html", context)


def _vast(oproep: OproepPage, user) -> dict[str, Any]:
    """Why this person can't write points now and what to do about it, and whether that is taking the call back."""
    slot, staat = oproep.get_lock(), oproep.current_workflow_state
    if slot is None or not slot.for_user(user):
        return {"vast": ""}
    return {"vast": slot.get_message(user), "terughalen": staat and staat.user_can_cancel(user)}


def _gekozen(
    request: HttpRequest, reacties: ReactieQuerySet, punten: set[UUID], vragen: list[OproepVraag]
) -> ReactieQuerySet:
    if zoek := request.GET.get("zoek", "").replace("\x00", "")[:100].strip():
        reacties = reacties.met_woord(zoek, vragen)
    bij = request.GET.get("bij", "")
    if bij == LOS:
        return reacties.nergens_bij(punten)
    if kenmerk := _kenmerk(bij):
        return reacties.filter(uitkomstpunt=kenmerk)
    return reacties


def _koppel(request: HttpRequest, oproep: OproepPage) -> None:
    if request.POST.get("alle"):
        punten = [punt.kenmerk for punt in punten_van(oproep)]
        pks = list(Reactie.objects.filter(oproep=oproep.pk).nergens_bij(punten).values_list("pk", flat=True))
    else:
        pks = [int(pk) for pk in request.POST.getlist("reactie") if pk.isdecimal() and len(pk) < 19]
    punt = request.POST.get("punt", "")
    if not pks:
        messages.error(request, "Zet eerst een vinkje bij de reacties die bij elkaar horen.")
        return
    if punt != LOS and _kenmerk(punt) is None:
        messages.error(request, "Kies bij welk punt de reacties horen.")
        return
    try:
        aantal = koppel(oproep, pks, _kenmerk(punt))
        messages.success(request, "1 reactie gekoppeld." if aantal == 1 else f"{aantal} reacties gekoppeld.")
    except KanNiet as reden:
        messages.error(request, str(reden))


def _kenmerk(waarde: str) -> UUID | None:
    try:
        return UUID(waarde)
    except ValueError:
        return None
