"""The few screens of our own in the admin."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Page

from core.goedkeuring.besluiten import KanNiet, trek_terug
from core.goedkeuring.rollen import is_communicatie
from core.tijd import vandaag
from kernpagina.models import AgendaItemPage
from werkplek import intrekken, meldingen
from werkplek.forms import RedenForm
from werkplek.leesbaarheid import advies
from werkplek.mijn_paginas import AFGELAST_HET
from werkplek.models import Besluit, IntrekVerzoek
from werkplek.reeks import haal_reeks_terug


def vraag_intrekking(request: HttpRequest, page_id: int) -> HttpResponse:
    """An editor asks to take a page off; communications does it at once from the same screen."""
    pagina = get_object_or_404(Page, pk=page_id)
    direct = is_communicatie(request.user)
    if not direct and not intrekken.mag_vragen(request.user, pagina):
        raise PermissionDenied
    form = RedenForm(request.POST or None)
    if form.is_valid():
        doe = intrekken.haal_weg if direct else intrekken.vraag_intrekking
        gedaan = "Deze pagina staat niet meer online." if direct else "Je vraag ligt bij Communicatie."
        try:
            doe(pagina, request.user, form.cleaned_data["reden"])
            messages.success(request, gedaan)
        except KanNiet as reden:
            messages.info(request, str(reden))
        return redirect("wagtailadmin_pages:edit", pagina.pk)
    kop = "Van de site halen" if direct else "Vragen om deze pagina weg te halen"
    return _vraag_reden(
        request, pagina, form, kop, {"intrekken": True, "af_te_gelasten": _af_te_gelasten(pagina)}
    )


def _af_te_gelasten(pagina: Page) -> str:
    """Where the form says that this meeting doesn't go on; empty for what has been, or was called off."""
    item = pagina.specific
    if isinstance(item, AgendaItemPage) and not item.geannuleerd and not item.is_voorbij(vandaag()):
        return f"{reverse('wagtailadmin_pages:edit', args=[item.pk])}{AFGELAST_HET}"
    return ""


def _vraag_reden(
    request: HttpRequest, pagina: Page, form: RedenForm, kop: str, uitleg: dict[str, Any] | None = None
) -> HttpResponse:
    context = {"page": pagina, "form": form, "page_title": kop, **(uitleg or {})}
    return render(request, "werkplek/reden.html", context)


@require_http_methods(["POST"])
def terughalen(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take a submission back and go on with the text; of a series all of it, when that was asked."""
    pagina = get_object_or_404(Page, pk=page_id)
    if "reeks" in request.POST and (aantal := haal_reeks_terug(pagina, request.user)):
        wat = "1 bijeenkomst" if aantal == 1 else f"{aantal} bijeenkomsten"
        messages.success(request, f"Je hebt {wat} terug. Vergeet straks niet ze opnieuw in te dienen.")
        return redirect("wagtailadmin_pages:edit", page_id)
    staat = pagina.current_workflow_state
    try:
        if staat is None:
            meldingen.hoe_het_staat(request, pagina, hier=True)
        else:
            trek_terug(staat, request.user)
            messages.success(
                request, "Je hebt de pagina weer terug. Vergeet straks niet hem opnieuw in te dienen."
            )
    except KanNiet as reden:
        messages.info(request, str(reden))
    return redirect("wagtailadmin_pages:edit", page_id)


@require_http_methods(["POST"])
def besluit(request: HttpRequest, verzoek_id: int) -> HttpResponse:
    verzoek = get_object_or_404(IntrekVerzoek, pk=verzoek_id)
    gekozen = request.POST.get("besluit")
    if gekozen not in (Besluit.INGETROKKEN, Besluit.AFGEWEZEN):
        raise PermissionDenied
    try:
        intrekken.besluit_over(verzoek, request.user, Besluit(gekozen))
        messages.success(request, f"{verzoek.pagina.title}: {verzoek.get_besluit_display()}.")
    except KanNiet as reden:
        messages.info(request, str(reden))
    return redirect("wagtailadmin_home")


@require_http_methods(["POST"])
def leesadvies(request: HttpRequest) -> JsonResponse:
    """How easy the text of the form reads. Advice only: nothing is kept."""
    return JsonResponse(advies(request.POST.get("tekst", "")[:50_000]))


@never_cache
def sessie(request: HttpRequest) -> JsonResponse:
    """Who is logged in, the token for forms, and whether the page of `?pagina=` is gone: {"wie": int, "csrf": str,
    "weg": bool}. Who isn't logged in, is sent to the login.
    """
    nummer = request.GET.get("pagina", "")
    weg = nummer.isdecimal() and not Page.objects.filter(pk=nummer).exists()
    return JsonResponse({"wie": request.user.pk, "csrf": get_token(request), "weg": weg})
