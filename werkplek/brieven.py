"""Letters that wait to be printed: for communications, and for the editors of the kern whose call it is about."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from core.goedkeuring.rollen import is_communicatie
from druk.brieven import zet
from kernpagina.redactie import kernen_van
from meedoen import brieven as post
from meedoen.brief import NA_HET_PRINTEN
from werkplek.paneel import Paneel

# What goes through a printer in one go.
STAPEL = 100


class BrievenPanel(Paneel):
    """That letters wait, on the front page of who may print them."""

    name = "brieven"
    template_name = "werkplek/panel_brieven.html"
    order = 27

    def __init__(self, aantal: int) -> None:
        self.aantal = aantal

    def gegevens(self, request: HttpRequest) -> dict:
        return {"aantal": self.aantal}


@never_cache
def brieven(request: HttpRequest) -> HttpResponse:
    """What waits, and what went in the last month. Names and calls; what stands in a letter is read on paper."""
    _eis_toegang(request.user)
    if request.method == "POST":
        _doe(request)
        return redirect(request.path)
    wachtend = post.brieven_van(request.user).wacht()
    rijen = list(wachtend[:STAPEL])
    context = {
        "rijen": rijen,
        "totaal": wachtend.count() if len(rijen) == STAPEL else len(rijen),
        "nummers": ",".join(str(brief.pk) for brief in rijen),
        "stapels": _stapels(request.user),
        "page_title": "Brieven",
    }
    return render(request, "werkplek/brieven.html", context)


@never_cache
def brieven_pdf(request: HttpRequest) -> HttpResponse:
    """The letters that stood on the screen, or a pile that went before. A POST: what is in it stands in no address."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    _eis_toegang(request.user)
    mijn = post.brieven_van(request.user)
    if stapel := _uuid(request.POST.get("stapel", "")):
        gekozen = mijn.filter(stapel=stapel).exclude(postadres="").order_by("gemaakt_op", "pk")
    else:
        gekozen = mijn.wacht().filter(pk__in=_nummers(request))
    rijen = list(gekozen[:STAPEL])
    if not rijen:
        messages.warning(request, "Deze brieven zijn er niet meer, of een collega was je voor.")
        return redirect("werkplek:brieven")
    return HttpResponse(
        zet(rijen),
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="brieven.pdf"', "X-Robots-Tag": "noindex"},
    )


def _doe(request: HttpRequest) -> None:
    if stapel := _uuid(request.POST.get("terug", "")):
        aantal = post.zijn_toch_niet_verstuurd(request.user, stapel)
        messages.success(request, f"{_brieven(aantal)} weer klaar om te printen.")
        return
    aantal = post.zijn_verstuurd(request.user, _nummers(request))
    if aantal:
        messages.success(request, f"{_brieven(aantal)} genoteerd als verstuurd.")
    else:
        messages.info(request, "Deze brieven waren al genoteerd als verstuurd. Er is niets veranderd.")


def _brieven(aantal: int) -> str:
    return "1 brief is" if aantal == 1 else f"{aantal} brieven zijn"


def _stapels(user) -> list[dict]:
    """What was sent and can still be printed again, the newest first."""
    verstuurd = post.brieven_van(user).filter(geprint_op__gt=timezone.now() - NA_HET_PRINTEN)
    per_stapel = verstuurd.exclude(postadres="").order_by().values("stapel")
    tellingen = per_stapel.annotate(
        aantal=Count("pk"), op=Max("geprint_op"), door=Max("geprint_door__first_name")
    )
    return list(tellingen.order_by("-op")[:20])


def _eis_toegang(user) -> None:
    if not (is_communicatie(user) or kernen_van(user).exists()):
        raise PermissionDenied


def _nummers(request: HttpRequest) -> list[int]:
    delen = request.POST.get("nummers", "").split(",")[:STAPEL]
    return [int(deel) for deel in delen if deel.isascii() and deel.isdecimal() and len(deel) < 19]


def _uuid(waarde: str) -> UUID | None:
    try:
        return UUID(waarde)
    except ValueError:
        return None
