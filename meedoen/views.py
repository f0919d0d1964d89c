"""The resident's way: the form, the button in the mail, changing, reporting. No page of these sets a cookie."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from wagtail.views import serve

from core.formulieren.zonder_koekje import JONGST, METEEN, eigen_pagina, lees_inzending
from core.goedkeuring.besluiten import KanNiet
from core.openbaar import is_openbaar
from inwoners.models import Doel
from meedoen import bezwaar, stappen, tafel, versturen
from meedoen.forms import AntwoordForm, BezwaarForm, MeldForm, ReactieForm, ingevuld
from meedoen.keuzes import LEVEND, Stand
from meedoen.knop import druk_op_de_knop
from meedoen.models import Reactie
from meedoen.soorten import heeft_formulier, is_gepland, is_open, is_vervangen
from meedoen.vervangen import Vervangen
from meedoen.vinden import vind_oproep, vind_reactie, vind_van_tafel

GESLOTEN = gettext_lazy("Deze oproep is gesloten. Je kunt je reactie niet meer veranderen of intrekken.")
WIE = ("email", "naam", "kern", "voluit")


@csrf_exempt
def reageer(request: HttpRequest, pad: str) -> HttpResponseBase:
    """The form of a call, which brings a token of its own. Any other page that ends like this is Wagtail's."""
    oproep = vind_oproep(request, pad)
    if oproep is None:
        return serve(request, f"{pad}/reageer/")
    return _reageer(request, oproep)


@eigen_pagina
def _reageer(request: HttpRequest, oproep) -> HttpResponse:
    if not heeft_formulier(oproep):
        return redirect(oproep.url)
    if request.method != "POST":
        return _formulier(request, oproep, ReactieForm(oproep), "")
    inzending = lees_inzending(request)
    form = ReactieForm(oproep, request.POST)
    if form.is_valid() and is_open(oproep) and not inzending.fout:
        wie = {naam: form.cleaned_data[naam] for naam in WIE if naam in form.fields}
        if versturen.verstuur(request, oproep, wie, form.inhoud(), inzending.nummer):
            return redirect(f"{request.path}verstuurd/")
        antwoord = _formulier(request, oproep, form, "", inzending.bewijs, druk=True)
        antwoord.status_code, antwoord.headers["Retry-After"] = 429, "3600"
        return antwoord
    # What is wrong with the fields comes first, or that it is closed: how fast it went is told when that is all there is.
    fout = "" if form.errors or not is_open(oproep) else inzending.fout
    return _formulier(request, oproep, form, fout, inzending.bewijs)


def _formulier(
    request: HttpRequest, oproep, form: ReactieForm, fout: str, bewijs: str = "", **rest
) -> HttpResponse:
    context = {"page": oproep, "form": form, "fout": fout, "gegeven": bewijs, "open": is_open(oproep), **rest}
    context |= {"getypt": form.is_bound, "gepland": is_gepland(oproep)}
    return render(request, "meedoen/reageer.html", context)


def verstuurd(request: HttpRequest, pad: str) -> HttpResponseBase:
    """The same for everybody who sent a form, whoever they are and whatever became of it."""
    oproep = vind_oproep(request, pad)
    if oproep is None:
        return serve(request, f"{pad}/reageer/verstuurd/")
    return _verstuurd(request, oproep)


@eigen_pagina
def _verstuurd(request: HttpRequest, oproep) -> HttpResponse:
    if not heeft_formulier(oproep):
        raise Http404
    return render(request, "meedoen/verstuurd.html", {"page": oproep})


@eigen_pagina
def bevestigen(request: HttpRequest, geheim: str) -> HttpResponse:
    """Behind the link in the first mail. Only the button does something: mail programs open links by themselves."""
    try:
        sleutel, reactie = vind_reactie(geheim, Doel.BEVESTIGEN)
    except Http404:
        return render(request, "meedoen/werkt_niet.html", status=410)
    wacht, vervangen = reactie.stand == Stand.CONCEPT, is_vervangen(reactie)
    open_ = not wacht or is_open(reactie.oproep)
    # When the call is closed, or a newer one takes part, the page says so, with the text to copy.
    gedaan, knop = druk_op_de_knop(
        request,
        sleutel,
        lambda: stappen.bevestig(reactie.pk),
        {stappen.Gesloten: "", Vervangen: ""},
        kan_nog=wacht and open_ and not vervangen,
    )
    if gedaan:
        return gedaan
    context = {"page": reactie.oproep, "reactie": reactie, "wacht": wacht, "getypt": wacht}
    context |= {"vervangen": vervangen, "gepland": is_gepland(reactie.oproep), "open": open_}
    # Replaced, taken back, refused, or sent back to be changed: that is no "thank you".
    doet_mee = reactie.openbaar or reactie.stand == Stand.BEVESTIGD
    context["weg"] = vervangen or (not wacht and not doet_mee)
    context |= {"gevraagd": bezwaar.wanneer_gevraagd(reactie), "opnieuw": _opnieuw(reactie)}
    context["al_mee"] = wacht and Reactie.objects.al_mee(reactie.oproep_id, reactie.inwoner_id).exists()
    return render(request, "meedoen/bevestigen.html", context | knop)


@eigen_pagina
def klopt(request: HttpRequest, geheim: str) -> HttpResponse:
    """Behind the link to an address that somebody gave at the table. Who they are stands here, and not what they said:
    it may be somebody else's mailbox."""
    try:
        sleutel, reactie = vind_van_tafel(geheim)
    except Http404:
        return render(request, "meedoen/werkt_niet.html", status=410)
    kan_nog = not reactie.inwoner.adres_id
    gedaan, knop = druk_op_de_knop(
        request, sleutel, lambda: tafel.klopt(reactie.pk, sleutel), kan_nog=kan_nog
    )
    if gedaan:
        return gedaan
    klaar = _(
        "Voortaan hoor je per mail wat er met je reactie gebeurt. Kijk in je mailbox: daar staat ook hoe je hem verandert."
    )
    context = {"page": reactie.oproep, "inwoner": reactie.inwoner, "klaar": klaar}
    context |= {"reactie": reactie, "vervangen": is_vervangen(reactie)}
    return render(request, "meedoen/klopt.html", context | knop)


@eigen_pagina
def mijn_reactie(request: HttpRequest, geheim: str) -> HttpResponse:
    """What somebody wrote, how it stands with it, and what they may still do."""
    try:
        _sleutel, reactie = vind_reactie(geheim, Doel.AANPASSEN)
    except Http404:
        return render(request, "meedoen/werkt_niet.html", status=410)
    form = AntwoordForm(reactie.oproep, initial=ingevuld(reactie))
    tweede = BezwaarForm()
    fout, bewijs = "", ""
    if request.method == "POST":
        doe = request.POST.get("doe", "")
        inzending = lees_inzending(request, jongst=METEEN if doe == "intrekken" else JONGST)
        bewijs = inzending.bewijs
        form = AntwoordForm(reactie.oproep, request.POST) if doe == "wijzig" else form
        tweede = BezwaarForm(request.POST) if doe == "bezwaar" else tweede
        in_orde = all(gestuurd.is_valid() for gestuurd in (form, tweede) if gestuurd.is_bound)
        fout = inzending.fout if in_orde and _kan_nog(reactie, doe) else ""
        gedaan = fout or _doe(reactie, doe, form, tweede)
        if gedaan is None:
            return redirect(f"{request.path}?bewaard" if doe == "wijzig" else request.path)
        fout = gedaan
    mag_wijzigen = _mag_wijzigen(reactie)
    context: dict[str, Any] = {"page": reactie.oproep, "reactie": reactie, "fout": fout, "form": form}
    context |= {"vervangen": is_vervangen(reactie), "opnieuw": _opnieuw(reactie)}
    context |= {"mag_wijzigen": mag_wijzigen, "mag_terug": stappen.mag_terug(reactie), "bezwaar": tweede}
    context |= {"mag_bezwaar": bezwaar.mag_vragen(reactie), "gegeven": bewijs}
    context |= {
        "gevraagd": bezwaar.wanneer_gevraagd(reactie),
        "bewaard": "bewaard" in request.GET and not fout,
    }
    return render(request, "meedoen/mijn_reactie.html", context)


def _opnieuw(reactie: Reactie) -> str:
    """The form, for who took it back and may still take part; else empty."""
    kan = reactie.stand == Stand.INGETROKKEN and heeft_formulier(reactie.oproep) and is_open(reactie.oproep)
    return f"{reactie.oproep.url}reageer/" if kan and not is_vervangen(reactie) else ""


def _kan_nog(reactie: Reactie, doe: str) -> bool:
    """Whether the page still has this button. When it hasn't, that says more than how a page that lay open was sent."""
    kan = {"wijzig": _mag_wijzigen, "intrekken": stappen.mag_terug, "bezwaar": bezwaar.mag_vragen}
    return doe not in kan or kan[doe](reactie)


def _doe(reactie: Reactie, doe: str, form: AntwoordForm, tweede: BezwaarForm) -> str | None:
    """None when it was done; else what to do, or empty when the fields say it."""
    try:
        if doe == "intrekken":
            stappen.trek_in(reactie.pk)
        elif doe == "wijzig" and not _mag_wijzigen(reactie):
            return str(GESLOTEN if reactie.stand in LEVEND else stappen.NIET_AANPASSEN)
        elif doe == "wijzig" and form.is_valid():
            stappen.wijzig(reactie.pk, form.inhoud())
        elif doe == "bezwaar" and tweede.is_valid():
            bezwaar.vraag(reactie.pk, tweede.cleaned_data["toelichting"])
        else:
            return ""
    except stappen.Gesloten:
        return str(GESLOTEN)
    except KanNiet as reden:
        return str(reden)
    return None


def _mag_wijzigen(reactie: Reactie) -> bool:
    if reactie.stand == Stand.AANPASSEN and stappen.nog_op_tijd(reactie):
        return True
    return reactie.stand in (Stand.BEVESTIGD, Stand.GEPLAATST) and is_open(reactie.oproep)


@eigen_pagina
def melden(request: HttpRequest, pk: int) -> HttpResponse:
    """Report a reaction that everybody reads, without an account. Of what isn't shown by itself there is no page."""
    reactie = get_object_or_404(Reactie.objects.los_te_lezen().select_related("oproep"), pk=pk)
    if not is_openbaar(reactie.oproep):
        raise Http404
    form, fout, bewijs = MeldForm(), "", ""
    if request.method == "POST":
        inzending = lees_inzending(request)
        form, bewijs = MeldForm(request.POST), inzending.bewijs
        fout = inzending.fout if form.is_valid() else ""
        if form.is_valid() and not fout:
            versturen.meld(request, reactie, form.cleaned_data, inzending.nummer)
            return redirect(reverse("reactie-gemeld"))
    context = {"reactie": reactie, "form": form, "fout": fout, "gegeven": bewijs}
    return render(request, "meedoen/melden.html", context)


@eigen_pagina
def gemeld(request: HttpRequest) -> HttpResponse:
    return render(request, "meedoen/gemeld.html")
