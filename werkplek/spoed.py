"""Publish without a second pair of eyes; needs a permission that nobody has by default, a look at what goes online, and a
reason."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from wagtail.models import Page, Revision, TaskState

from core.goedkeuring.besluiten import AlBesloten, KanNiet, publiceer_met_spoed
from core.goedkeuring.rollen import mag_spoedpublicatie
from core.goedkeuring.stappen import schrijver_van
from core.goedkeuring.vingerafdruk import vingerafdruk
from werkplek import gebeurtenissen, meldingen
from werkplek.forms import RedenForm
from werkplek.veranderd import naast_wat_online_staat

# What became of this text, by what was decided about it last; None is what nobody ever submitted.
STAND = {
    TaskState.STATUS_IN_PROGRESS: "Deze tekst is ingediend en wacht op goedkeuring.",
    TaskState.STATUS_APPROVED: "Deze tekst is al goedgekeurd.",
    TaskState.STATUS_REJECTED: "Deze tekst is teruggestuurd, en niet opnieuw ingediend.",
    None: "Deze tekst is niet ingediend. Misschien is de schrijver nog niet klaar.",
}


@never_cache
def spoed(request: HttpRequest, page_id: int) -> HttpResponse:
    """What would go online, and a form to do so; of another text than was looked at, that one is shown first."""
    if not mag_spoedpublicatie(request.user):
        raise PermissionDenied
    pagina = get_object_or_404(Page, pk=page_id, latest_revision__isnull=False).specific
    if not pagina.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = RedenForm(request.POST or None)
    if form.is_valid():
        try:
            with transaction.atomic():
                gezien = request.POST.get("gezien", "")
                publiceer_met_spoed(pagina, request.user, form.cleaned_data["reden"], gezien)
                gebeurtenissen.met_spoed(Page.objects.get(pk=page_id).specific, request.user)
            messages.success(request, "De pagina staat online. De reden staat in de geschiedenis.")
        except AlBesloten as reden:
            messages.warning(request, str(reden))
            return _toon(request, Page.objects.get(pk=page_id).specific, form)
        except KanNiet as reden:
            meldingen.kan_niet(request, pagina, reden)
        return redirect("wagtailadmin_pages:edit", pagina.pk)
    return _toon(request, pagina, form)


def _toon(request: HttpRequest, pagina: Page, form: RedenForm) -> HttpResponse:
    versie = pagina.get_latest_revision()
    context = {
        **naast_wat_online_staat(request, pagina, versie),
        "kop": "Met spoed publiceren, zonder goedkeuring",
        "form": form,
        "gezien": vingerafdruk(versie),
        "schrijver": schrijver_van(versie),
        "hoe_ver": STAND.get(_besluit_over(versie), STAND[None]),
    }
    return render(request, "werkplek/spoed.html", context)


def _besluit_over(versie: Revision) -> str | None:
    besluiten = TaskState.objects.filter(revision=versie).order_by("-pk")
    return besluiten.values_list("status", flat=True).first()
