"""The resident's way to a place: the form, the button in the mail, and changing or cancelling by the link in each mail."""

from collections import defaultdict
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from wagtail.views import serve

from core.formulieren.zonder_koekje import METEEN, eigen_pagina, lees_inzending
from core.goedkeuring.besluiten import KanNiet
from inwoners.models import Adres, Doel
from inwoners.sleutels import gebruik
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden import stappen, tafel
from meedoen.aanmelden.forms import AanmeldForm, HoeveelForm
from meedoen.aanmelden.open import is_bezig, is_open, met_aanmelding, waarom_niet
from meedoen.aanmelden.plaatsen import Plek, indeling, vrije_plaatsen
from meedoen.aanmelden.post import lees, taaknaam
from meedoen.aanmelden.versturen import verstuur
from meedoen.keuzes import AanmeldStand
from meedoen.knop import druk_op_de_knop
from meedoen.models import Aanmelding
from meedoen.vinden import vind_met_sleutel, vind_openbaar

# By its button. Who cancels hears it here and by no mail: of who doesn't come nothing more is kept than is needed.
GEDAAN = {
    "verander": gettext_lazy("Dank je wel, het is bewaard."),
    "afzeggen": gettext_lazy("Het afmelden is gelukt. Daar komt geen mail over."),
}


def _vind(request: HttpRequest, pad: str) -> Plek | None:
    return vind_openbaar(request, pad, AgendaItemPage) or vind_openbaar(request, pad, OproepPage)


@csrf_exempt
def aanmelden(request: HttpRequest, pad: str) -> HttpResponseBase:
    """The form of a meeting or a call. Any other page that ends like this is Wagtail's."""
    pagina = _vind(request, pad)
    return serve(request, f"{pad}/aanmelden/") if pagina is None else _aanmelden(request, pagina)


@eigen_pagina
def _aanmelden(request: HttpRequest, pagina: Plek) -> HttpResponse:
    if not met_aanmelding(pagina):
        return redirect(pagina.url)
    form, fout, bewijs, druk = AanmeldForm(pagina), "", "", False
    if request.method == "POST":
        inzending, form = lees_inzending(request), AanmeldForm(pagina, request.POST)
        bewijs = inzending.bewijs
        # What is wrong with the fields comes first, or that it is too late: how fast it went is told when that is all there is.
        goed = form.is_valid() and is_open(pagina)
        fout = inzending.fout if goed else ""
        if goed and not fout:
            if verstuur(request, pagina, form.gegevens(), inzending.nummer):
                return redirect(f"{request.path}verstuurd/")
            druk = True
    context: dict[str, Any] = {"page": pagina, "form": form, "fout": fout, "gegeven": bewijs, "druk": druk}
    vrij = vrije_plaatsen(pagina).get(None)
    context |= {
        "open": is_open(pagina),
        "niet": waarom_niet(pagina),
        "vrij": vrij,
        "wachten": indeling(pagina, None).wachtenden if vrij == 0 else 0,
    }
    antwoord = render(request, "meedoen/aanmelden/formulier.html", context)
    if druk:
        antwoord.status_code, antwoord.headers["Retry-After"] = 429, "3600"
    return antwoord


def verstuurd(request: HttpRequest, pad: str) -> HttpResponseBase:
    """The same for everybody who sent a form, whoever they are and whatever became of it."""
    pagina = _vind(request, pad)
    return serve(request, f"{pad}/aanmelden/verstuurd/") if pagina is None else _verstuurd(request, pagina)


@eigen_pagina
def _verstuurd(request: HttpRequest, pagina: Plek) -> HttpResponse:
    if not met_aanmelding(pagina):
        raise Http404
    return render(request, "meedoen/aanmelden/verstuurd.html", {"page": pagina})


@eigen_pagina
def klopt(request: HttpRequest, geheim: str) -> HttpResponse:
    """Behind the link to an address that was given at the table, or on the telephone."""
    try:
        sleutel, nummer = vind_met_sleutel(geheim, Doel.BEVESTIGEN, "tafel-aanmelding")
        rij = Aanmelding.objects.met_naam().get(pk=nummer)
    except (Http404, Aanmelding.DoesNotExist):
        return _werkt_niet(request)
    kan_nog = rij.inwoner.adres_id is None
    gedaan, knop = druk_op_de_knop(request, sleutel, lambda: tafel.klopt(rij.pk, sleutel), kan_nog=kan_nog)
    pagina = lees(stappen.haal(rij.pagina_id))
    begonnen = _("Dit is al begonnen.") if is_bezig(pagina) else ""
    klaar = (
        waarom_niet(pagina)
        or begonnen
        or _(
            "Voortaan hoor je per mail als er iets verandert. Kijk in je mailbox: daar staat ook hoe je afzegt."
        )
    )
    context = {"page": pagina, "inwoner": rij.inwoner, "klaar": klaar}
    return gedaan or render(request, "meedoen/klopt.html", context | knop)


@eigen_pagina
def bevestigen(request: HttpRequest, geheim: str) -> HttpResponse:
    """Behind the link in the first mail. Only the button does something: mail programs open links by themselves."""
    try:
        sleutel, nummer = vind_met_sleutel(geheim, Doel.BEVESTIGEN, "aanmelding")
        rij = _rijen(sleutel.adres).get(pk=nummer)
    except (Http404, Aanmelding.DoesNotExist):
        return _werkt_niet(request)
    pagina = lees(stappen.haal(rij.pagina_id))
    wacht, open_ = rij.stand == AanmeldStand.CONCEPT, is_open(pagina)
    kan_nog = wacht and open_ and not stappen.is_vervangen(rij)
    gedaan, knop = druk_op_de_knop(request, sleutel, lambda: stappen.bevestig(rij.pk), kan_nog=kan_nog)
    if gedaan:
        return gedaan
    context: dict[str, Any] = {"page": pagina, "rij": _met_beurt(rij, pagina), "open": open_}
    context |= {"wacht": wacht, "niet": waarom_niet(pagina)}
    if kan_nog:
        context |= _wat_er_vrij_is(rij, pagina) | {"al_mee": stappen.al_aangemeld(rij)}
    return render(request, "meedoen/aanmelden/bevestigen.html", context | knop)


@eigen_pagina
def mijn_aanmelding(request: HttpRequest, geheim: str) -> HttpResponse:
    """All who signed up for this with one address, each with the buttons to come with fewer or not at all."""
    try:
        sleutel, nummer = vind_met_sleutel(geheim, Doel.AFZEGGEN, "aanmelding")
        pagina = lees(stappen.haal(nummer))
    except (Http404, OproepPage.DoesNotExist):
        return _werkt_niet(request)
    rijen = _rijen(sleutel.adres).filter(pagina=pagina.pk).exclude(stand=AanmeldStand.CONCEPT)
    fout, bewijs = "", ""
    if request.method == "POST":
        inzending = lees_inzending(request, jongst=METEEN)
        bewijs, fout = inzending.bewijs, _doe(request, pagina, rijen, inzending.fout)
        if not fout:
            gebruik(sleutel)
            wat = "afzeggen" if request.POST.get("doe") == "afzeggen" else "verander"
            return redirect(f"{request.path}?{wat}")
    getoond = [
        (
            _met_beurt(rij, pagina),
            HoeveelForm(
                pagina,
                initial={"aantal": str(rij.aantal), "wil_afspraken": rij.wil_afspraken},
                auto_id=f"aanmelding{rij.pk}_%s",
            ),
        )
        for rij in rijen
    ]
    _onderscheid([rij for rij, _form in getoond])
    context: dict[str, Any] = {"page": pagina, "rijen": getoond, "fout": fout, "gegeven": bewijs}
    gedaan = "" if fout else next((zin for wat, zin in GEDAAN.items() if wat in request.GET), "")
    context |= {"niet": waarom_niet(pagina), "bewaard": gedaan, "mag_afzeggen": stappen.mag_afzeggen(pagina)}
    return render(request, "meedoen/aanmelden/mijn.html", context)


def _doe(request: HttpRequest, pagina: Plek, rijen, fout: str) -> str:
    """What to do when it wasn't done; empty when it was. `fout`: what is wrong with how it was sent; of what can't be done
    any more, as on a page that lay open, that isn't what matters."""
    nummer = request.POST.get("aanmelding", "")
    if not nummer.isdecimal() or len(nummer) > 18 or not (rij := rijen.filter(pk=nummer).first()):
        return _("Deze aanmelding is er niet meer.")
    afzeggen = request.POST.get("doe") == "afzeggen"
    try:
        if fout:
            stappen.eis_aangemeld(rij, pagina, om_af_te_zeggen=afzeggen)
            return fout
        if afzeggen:
            stappen.zeg_af(rij.pk)
            return ""
        form = HoeveelForm(pagina, request.POST)
        if not form.is_valid():
            return str(form.errors["aantal"][0])
        wil_afspraken = form.cleaned_data.get("wil_afspraken", False)
        stappen.verander(rij.pk, form.cleaned_data["aantal"], wil_afspraken=wil_afspraken)
    except KanNiet as reden:
        return str(reden)
    return ""


def _rijen(adres: Adres):
    return Aanmelding.objects.filter(inwoner__adres=adres).select_related("inwoner").order_by("pk")


def _wat_er_vrij_is(rij: Aanmelding, pagina: Plek) -> dict[str, Any]:
    """Whether pressing the button puts them on the waiting list; who was signed up already keeps their turn."""
    vrij = vrije_plaatsen(pagina).get(rij.taak)
    erbij = vrij is not None and not stappen.al_mee_met(rij).exists()
    te_veel, verdeeld = erbij and rij.aantal > (vrij or 0), indeling(pagina, rij.taak)
    return {"vrij": vrij, "te_veel": te_veel, "wachten": verdeeld.wachtenden, "over": verdeeld.over}


def _met_beurt(rij: Aanmelding, pagina: Plek) -> Aanmelding:
    verdeeld = indeling(pagina, rij.taak)
    rij.beurt, rij.over = verdeeld.beurt(rij.pk), verdeeld.over
    rij.vervangen = stappen.is_vervangen(rij)
    rij.waarvoor = taaknaam(pagina, rij.taak)
    weg = rij.stand == AanmeldStand.AFGEZEGD and not rij.vervangen
    rij.opnieuw = f"{pagina.url}aanmelden/" if weg and is_open(pagina) else ""
    return rij


def _onderscheid(rijen: list[Aanmelding]) -> None:
    """Number those that would be called the same: who signed up once more, reads what became of each."""
    per_naam: dict[tuple[str, str], list[Aanmelding]] = defaultdict(list)
    for rij in rijen:
        per_naam[rij.naam, rij.waarvoor].append(rij)
    for gelijke in per_naam.values():
        for nummer, rij in enumerate(gelijke if len(gelijke) > 1 else (), start=1):
            rij.hoeveelste = nummer


def _werkt_niet(request: HttpRequest) -> HttpResponse:
    return render(request, "meedoen/aanmelden/werkt_niet.html", status=410)
