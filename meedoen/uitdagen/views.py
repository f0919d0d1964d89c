"""The resident's way with a proposal: the form, and the button in the mail. No page of these sets a cookie."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from wagtail.views import serve

from core.formulieren.zonder_koekje import eigen_pagina, lees_inzending
from core.talen.lezen import heel_in_leestaal
from inwoners.models import Doel
from kernpagina.models import OproepPage
from meedoen.keuzes import UitdaagStand
from meedoen.knop import druk_op_de_knop
from meedoen.models import Uitdaging
from meedoen.soorten import is_gepland, is_open
from meedoen.uitdagen import stappen, tafel
from meedoen.uitdagen.forms import UitdaagForm, in_woorden
from meedoen.vinden import vind_met_sleutel, vind_oproep

GESLOTEN = gettext_lazy("Deze oproep is gesloten. Je voorstel is niet ingediend.")


@csrf_exempt
def uitdagen(request: HttpRequest, pad: str) -> HttpResponseBase:
    """The form of a call to challenge. Any other page that ends like this is Wagtail's."""
    oproep = vind_oproep(request, pad)
    return serve(request, f"{pad}/uitdagen/") if oproep is None else _uitdagen(request, oproep)


@eigen_pagina
def _uitdagen(request: HttpRequest, oproep: OproepPage) -> HttpResponse:
    if not stappen.met_uitdaging(oproep):
        return redirect(oproep.url)
    form, fout, bewijs, druk = UitdaagForm(), "", "", False
    if request.method == "POST":
        inzending, form = lees_inzending(request), UitdaagForm(request.POST)
        bewijs = inzending.bewijs
        goed = form.is_valid() and is_open(oproep)
        fout = inzending.fout if goed else ""
        if goed and not fout:
            wie = {naam: form.cleaned_data[naam] for naam in ("naam", "email")}
            if stappen.verstuur(request, oproep, wie, form.inhoud(), inzending.nummer):
                return redirect(f"{request.path}verstuurd/")
            druk = True
    context: dict[str, Any] = {"page": oproep, "form": form, "fout": fout, "gegeven": bewijs, "druk": druk}
    context |= {"open": is_open(oproep), "gepland": is_gepland(oproep), "getypt": form.is_bound}
    antwoord = render(request, "meedoen/uitdagen/formulier.html", context)
    if druk:
        antwoord.status_code, antwoord.headers["Retry-After"] = 429, "3600"
    return antwoord


def verstuurd(request: HttpRequest, pad: str) -> HttpResponseBase:
    """The same for everybody who sent a form, whoever they are and whatever became of it."""
    oproep = vind_oproep(request, pad)
    return serve(request, f"{pad}/uitdagen/verstuurd/") if oproep is None else _verstuurd(request, oproep)


@eigen_pagina
def _verstuurd(request: HttpRequest, oproep: OproepPage) -> HttpResponse:
    if not stappen.met_uitdaging(oproep):
        raise Http404
    return render(request, "meedoen/verstuurd.html", {"page": oproep, "voorstel": True})


@eigen_pagina
def klopt(request: HttpRequest, geheim: str) -> HttpResponse:
    """Behind the link to an address that stood on a sheet; who they are stands here, and not what they propose."""
    try:
        sleutel, nummer = vind_met_sleutel(geheim, Doel.BEVESTIGEN, "tafel-uitdaging")
        voorstel = Uitdaging.objects.select_related("oproep", "inwoner").get(pk=nummer)
    except (Http404, Uitdaging.DoesNotExist):
        return render(request, "meedoen/werkt_niet.html", status=410)
    kan_nog = voorstel.inwoner.adres_id is None
    gedaan, knop = druk_op_de_knop(
        request, sleutel, lambda: tafel.klopt(voorstel.pk, sleutel), kan_nog=kan_nog
    )
    klaar = _("Voortaan hoor je per mail wat er met je voorstel gebeurt.")
    context = {"page": heel_in_leestaal(voorstel.oproep), "inwoner": voorstel.inwoner, "klaar": klaar}
    return gedaan or render(request, "meedoen/klopt.html", context | knop)


@eigen_pagina
def bevestigen(request: HttpRequest, geheim: str) -> HttpResponse:
    """Behind the link in the first mail. Only the button does something: mail programs open links by themselves."""
    try:
        sleutel, nummer = vind_met_sleutel(geheim, Doel.BEVESTIGEN, "uitdaging")
        voorstel = Uitdaging.objects.select_related("oproep", "inwoner").get(
            pk=nummer, inwoner__adres=sleutel.adres
        )
    except (Http404, Uitdaging.DoesNotExist):
        return render(request, "meedoen/werkt_niet.html", status=410)
    wacht, open_ = voorstel.stand == UitdaagStand.CONCEPT, is_open(voorstel.oproep)
    gedaan, knop = druk_op_de_knop(
        request,
        sleutel,
        lambda: stappen.bevestig(voorstel.pk),
        {stappen.Gesloten: GESLOTEN},
        kan_nog=wacht and open_,
    )
    if gedaan:
        return gedaan
    context: dict[str, Any] = {
        "page": heel_in_leestaal(voorstel.oproep),
        "voorstel": voorstel,
        "wacht": wacht,
    }
    context |= {"open": open_, "delen": in_woorden(voorstel)}
    kan_opnieuw = voorstel.stand == UitdaagStand.INGETROKKEN and is_open(voorstel.oproep)
    context["opnieuw"] = f"{voorstel.oproep.url}uitdagen/" if kan_opnieuw else ""
    return render(request, "meedoen/uitdagen/bevestigen.html", context | knop)
