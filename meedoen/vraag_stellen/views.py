"""The resident's way with a question: the form, and the button in the mail. No page of these sets a cookie."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from wagtail.models import Page
from wagtail.views import serve

from core.formulieren.zonder_koekje import eigen_pagina, lees_inzending
from core.openbaar import is_openbaar
from core.talen.lezen import in_leestaal
from inwoners.models import Doel
from kernpagina.models import KernagendaPage
from meedoen.keuzes import VraagStand
from meedoen.knop import druk_op_de_knop
from meedoen.models import InwonerVraag
from meedoen.vinden import vind_met_sleutel, vind_openbaar
from meedoen.vraag_stellen import stappen
from meedoen.vraag_stellen.forms import VraagForm
from meedoen.vraag_stellen.waarover import Waarover, vind_waarover
from projecten.models import ProjectPage


@csrf_exempt
def stel(request: HttpRequest, pad: str, punt: UUID | None = None) -> HttpResponseBase:
    """The form of a project, or of a point of a kernagenda. Any other page that ends like this is Wagtail's."""
    waarover = vind_waarover(request, pad, punt)
    if waarover:
        return _stel(request, waarover)
    # A point that is gone since the page was printed, or kept: what is there now, says more than "not found".
    kernagenda = vind_openbaar(request, pad, KernagendaPage)
    if kernagenda:
        return redirect(kernagenda.url)
    return serve(request, f"{pad}/vraag/{punt}/" if punt else f"{pad}/vraag/")


@eigen_pagina
def _stel(request: HttpRequest, waarover: Waarover) -> HttpResponse:
    form, fout, bewijs, druk = VraagForm(), "", "", False
    if request.method == "POST":
        inzending, form = lees_inzending(request), VraagForm(request.POST)
        bewijs = inzending.bewijs
        fout = inzending.fout if form.is_valid() else ""
        if form.is_valid() and not fout:
            wie = {naam: form.cleaned_data[naam] for naam in ("email", "naam", "tekst")}
            if stappen.verstuur(request, waarover, **wie, formulier=inzending.nummer):
                return redirect(f"{waarover.pagina.url}vraag/verstuurd/")
            druk = True
    context: dict[str, Any] = {"page": waarover.pagina, "waarover": waarover, "form": form, "fout": fout}
    antwoord = render(
        request, "meedoen/vraag_stellen/formulier.html", context | {"gegeven": bewijs, "druk": druk}
    )
    if druk:
        antwoord.status_code, antwoord.headers["Retry-After"] = 429, "3600"
    return antwoord


def verstuurd(request: HttpRequest, pad: str) -> HttpResponseBase:
    """The same for everybody who sent a form, whoever they are and whatever became of it."""
    pagina = vind_openbaar(request, pad, ProjectPage) or vind_openbaar(request, pad, KernagendaPage)
    return serve(request, f"{pad}/vraag/verstuurd/") if pagina is None else _verstuurd(request, pagina)


@eigen_pagina
def _verstuurd(request: HttpRequest, pagina: Page) -> HttpResponse:
    return render(request, "meedoen/verstuurd.html", {"page": pagina, "vraag": True})


def _opnieuw(vraag: InwonerVraag) -> str:
    """The form, for who took their question back; else empty."""
    if vraag.stand != VraagStand.INGETROKKEN or not is_openbaar(vraag.pagina):
        return ""
    return f"{vraag.pagina.url}vraag/{vraag.punt}/" if vraag.punt else f"{vraag.pagina.url}vraag/"


@eigen_pagina
def bevestigen(request: HttpRequest, geheim: str) -> HttpResponse:
    """Behind the link in the mail. Only the button does something: mail programs open links by themselves."""
    try:
        sleutel, nummer = vind_met_sleutel(geheim, Doel.BEVESTIGEN, "vraag")
        vragen = InwonerVraag.objects.select_related("pagina", "inwoner")
        vraag = vragen.get(pk=nummer, inwoner__adres=sleutel.adres)
    except (Http404, InwonerVraag.DoesNotExist):
        return render(request, "meedoen/werkt_niet.html", status=410)
    wacht = vraag.stand == VraagStand.CONCEPT
    gedaan, knop = druk_op_de_knop(request, sleutel, lambda: stappen.bevestig(vraag.pk), kan_nog=wacht)
    if gedaan:
        return gedaan
    [pagina] = in_leestaal([vraag.pagina])
    context = {"page": pagina, "vraag": vraag, "wacht": wacht, "opnieuw": _opnieuw(vraag)}
    return render(request, "meedoen/vraag_stellen/bevestigen.html", context | knop)
