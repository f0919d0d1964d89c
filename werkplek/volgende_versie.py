"""Beginning the next version of a kernagenda: one button, after a word of what it does."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from core.goedkeuring.besluiten import KanNiet
from kernpagina.models import KernagendaPage
from kernpagina.volgende_versie import begin


@never_cache
def volgende_versie(request: HttpRequest, page_id: int) -> HttpResponse:
    kernagenda = get_object_or_404(KernagendaPage, pk=page_id)
    if not kernagenda.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        try:
            nummer = begin(kernagenda, request.user)
            messages.success(
                request, f"Dit wordt versie {nummer}. Loop de punten langs en dien in als het klopt."
            )
        except KanNiet as reden:
            messages.error(request, str(reden))
        return redirect("wagtailadmin_pages:edit", page_id)
    laatste = kernagenda.versies.order_by("versie").last()
    context = {
        "page": kernagenda,
        "nummer": laatste.versie + 1 if laatste else 1,
        "page_title": "De volgende versie",
    }
    return render(request, "werkplek/volgende_versie.html", context)
