"""Proposals to take a task of the municipality over: for communications only, who pass them on and say when it was decided."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from berichten.models import Soort
from berichten.post import schrijf
from core.goedkeuring.rollen import communicatie_leden, is_communicatie
from core.paginering import pagineer
from meedoen.keuzes import UitdaagStand
from meedoen.models import Uitdaging
from meedoen.uitdagen.forms import in_woorden
from meedoen.uitdagen.stappen import is_besloten
from meedoen.uitdagen.tafel import lees_na
from werkplek.overzicht import kern_naam, kernnamen

# Who wasn't at work on the day itself hears it still.
EVEN = timedelta(days=2)
VOORAF = timedelta(days=7)
PER_PAGINA = 20


@never_cache
def uitdagingen(request: HttpRequest) -> HttpResponse:
    """What was received and waits for a decision first."""
    if not is_communicatie(request.user):
        raise PermissionDenied
    if request.method == "POST":
        _doe(request)
        return redirect(request.path)
    voorstellen = Uitdaging.objects.exclude(stand=UitdaagStand.CONCEPT).select_related(
        "oproep", "inwoner__adres", "vel__ingevoerd_door"
    )
    lijst = pagineer(voorstellen.order_by("besloten_op", "besluit_voor", "pk"), request, PER_PAGINA)
    kernen = kernnamen()
    rijen = [(voorstel, kern_naam(voorstel.oproep, kernen), in_woorden(voorstel)) for voorstel in lijst]
    context = {"rijen": rijen, "lijst": lijst, "page_title": "Uitdaagrecht"}
    return render(request, "werkplek/uitdagingen.html", context)


def _doe(request: HttpRequest) -> None:
    wat = "nagelezen" if "nagelezen" in request.POST else "besloten"
    nummer = request.POST.get(wat, "")
    voorstel = get_object_or_404(Uitdaging, pk=nummer if nummer.isdecimal() and len(nummer) < 19 else 0)
    if wat == "besloten":
        is_besloten(voorstel.pk, request.user)
        messages.success(request, "Genoteerd: er is besloten.")
        return
    lees_na(voorstel.pk, request.user)
    messages.success(request, f"Nagelezen. {_hoe_ze_het_horen(voorstel)}")


def _hoe_ze_het_horen(voorstel: Uitdaging) -> str:
    if voorstel.inwoner.adres_id:
        return "De ontvangstbevestiging gaat per mail."
    if voorstel.inwoner.postadres:
        return "De ontvangstbevestiging ligt klaar onder Brieven."
    return "De ontvangstbevestiging gaat per mail zodra de indiener zegt dat het adres klopt."


def vertel(nu: datetime) -> None:
    """Each that came in, once; and once more a week before the promised day. Without what somebody wrote."""
    open_ = Uitdaging.objects.filter(stand__in=[UitdaagStand.NALEZEN, UitdaagStand.ONTVANGEN])
    open_ = open_.select_related("oproep")
    dag = timezone.localdate(nu)
    # What came in on paper may have lain there: it is new when it was typed over.
    van_papier = Q(vel__isnull=False, gemaakt_op__gt=nu - EVEN)
    for voorstel in open_.filter(van_papier | Q(vel=None, ontvangen_op__gt=nu - EVEN)):
        _schrijf(voorstel, "nieuw", "Nieuw voorstel uitdaagrecht")
    for voorstel in open_.filter(besluit_voor__lte=dag + VOORAF, besluit_voor__gte=dag - VOORAF):
        _schrijf(voorstel, "bijna", "Bijna te laat: besluit over uitdaagrecht")


def _schrijf(voorstel: Uitdaging, wat: str, kop: str) -> None:
    context = {
        "onderwerp": f"{kop}: {voorstel.oproep.title}",
        "uiterlijk": voorstel.besluit_voor,
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("werkplek:uitdagingen"),
    }
    for lid in communicatie_leden():
        schrijf(f"uitdaging-{wat}:{voorstel.pk}", Soort.UITDAGING, lid, context)
