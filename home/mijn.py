"""/mijn/: what we hold of somebody, for themselves. In by a link in their own mailbox, out after half an hour.

The cookie is the only one that a resident ever gets, and goes nowhere but here. docs/adr/0036.
"""

from datetime import timedelta
from uuid import uuid4

from django import forms
from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from berichten.models import Voorrang
from berichten.post import leg_klaar
from core.formulieren.emailveld import EmailVeld
from core.formulieren.zonder_koekje import METEEN, Inzending, eigen_pagina, lees_inzending, maak_bewijs
from core.inhoudsversie import begint_met_de_versie
from core.talen.taal import leestaal
from inwoners.grenzen import Oordeel, weeg
from inwoners.houders import Wie, houder
from inwoners.inzage import alles_van, als_json, als_tekst
from inwoners.mensen import zorg_voor_adres
from inwoners.models import Adres, Doel, Reden, Sleutel
from inwoners.sleutels import gebruik, maak_sleutel, vergeet_sleutels, vind_adres, vind_sleutel
from inwoners.wissen import wis

KOEKJE = ZOUT = "bloei_mijn"
LINK_GELDIG, KOEKJE_GELDIG = timedelta(minutes=60), timedelta(minutes=30)
VORMEN = {"json": (als_json, "application/json"), "txt": (als_tekst, "text/plain; charset=utf-8")}


class AdresForm(forms.Form):
    email = EmailVeld(
        label=gettext_lazy("Je e-mailadres"),
        max_length=254,
        error_messages={"required": gettext_lazy("Vul je e-mailadres in.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none"}),
    )


@eigen_pagina
def mijn(request: HttpRequest) -> HttpResponse:
    """What we hold of who came in by a link; for everybody else the form to ask for one."""
    adres = _wie(request)
    if adres is None:
        return _vraag_link(request)
    context = {
        "adres": adres,
        "alles": alles_van(Wie.van(adres)),
        "gedaan": _gedaan(request),
        "bewijs": maak_bewijs(reverse("mijn-doe"), _koekje(request)),
        "bewijs_uit": maak_bewijs(reverse("mijn-uit"), _koekje(request)),
    }
    return render(request, "home/mijn.html", context)


def _vraag_link(request: HttpRequest) -> HttpResponse:
    """The same page in the same time, whether we know the address or not: the mail says what there is."""
    bewijs, fout, form, status = "", "", AdresForm(), 200
    if request.method == "POST":
        form, inzending = AdresForm(request.POST), lees_inzending(request)
        bewijs, fout = inzending.bewijs, inzending.fout
        if form.is_valid() and not fout:
            email = form.cleaned_data["email"].lower()
            oordeel = _vraag_mail(request, email, inzending)
            if oordeel is not Oordeel.DRUK:
                return redirect("mijn-gestuurd")
            fout, status = _("Er komt nu veel tegelijk binnen. Probeer het over een uur nog eens."), 429
    context = {"form": form, "bewijs": bewijs, "fout": fout, "titel": _("Mijn gegevens")}
    return render(request, "home/mijn_vraag.html", context | {"gedaan": _gedaan(request)}, status=status)


@transaction.atomic
def _vraag_mail(request: HttpRequest, email: str, inzending: Inzending) -> Oordeel:
    if not inzending.eerste_keer():
        return Oordeel.STIL
    # What somebody sent on the forms today doesn't keep them from what is theirs.
    oordeel = weeg(request, email, "mijn", apart="mijn")
    if oordeel is Oordeel.MAG:
        _stuur_link(email)
    elif oordeel is Oordeel.DRUK:
        inzending.mag_nog_eens()
    return oordeel


def _stuur_link(email: str) -> None:
    # An address that we don't know is handled like any other, and forgotten after 48 hours.
    adres = zorg_voor_adres(email, leestaal())
    geheim = maak_sleutel(adres, Doel.MIJN, geldig=LINK_GELDIG)
    leg_klaar(
        f"mijn:{uuid4()}",
        "mijn",
        adres.email,
        {
            "onderwerp": gettext_lazy("Je gegevens bij Bloei!"),
            "link": settings.WAGTAILADMIN_BASE_URL + reverse("mijn-open", args=[geheim]),
        },
        inwoner=True,
        taal=leestaal(),
        voorrang=Voorrang.DIRECT,
        geheim_tot=timezone.now() + LINK_GELDIG,
    )


@eigen_pagina
def gestuurd(request: HttpRequest) -> HttpResponse:
    return render(request, "home/mijn_gestuurd.html", {"titel": _("Kijk in je mailbox")})


@eigen_pagina
def openen(request: HttpRequest, geheim: str) -> HttpResponse:
    """What the link in the mail opens: a page with a button, because mail programs open links by themselves."""
    sleutel = vind_sleutel(geheim, Doel.MIJN)
    if sleutel is None:
        return render(
            request, "home/mijn_werkt_niet.html", {"titel": _("Deze link werkt niet meer")}, status=404
        )
    bewijs, fout = "", ""
    if request.method == "POST":
        inzending = lees_inzending(request, jongst=METEEN)
        bewijs, fout = inzending.bewijs, inzending.fout
        if not fout:
            gebruik(sleutel)
            return _met_koekje(redirect("mijn"), sleutel)
    return render(
        request, "home/mijn_open.html", {"bewijs": bewijs, "fout": fout, "titel": _("Mijn gegevens")}
    )


@eigen_pagina
def doe(request: HttpRequest) -> HttpResponse:
    """A button of an app that holds something."""
    adres = _wie(request)
    if request.method != "POST" or adres is None:
        return redirect("mijn")
    zin = lees_inzending(request, jongst=METEEN, bij=_koekje(request)).fout
    if not zin:
        code, _punt, wat = request.POST.get("knop", "").partition("/")
        zin = begint_met_de_versie(houder(code).doe)(Wie.van(adres), wat)
    return _met_zin(zin)


@eigen_pagina
def gegevens(request: HttpRequest, vorm: str) -> HttpResponse:
    """All of it as a file: for machines, or to read."""
    adres = _wie(request)
    if vorm not in VORMEN:
        raise Http404
    if adres is None:
        return redirect("mijn")
    maak, soort = VORMEN[vorm]
    naam = f'attachment; filename="{_("mijn-gegevens")}.{vorm}"'
    return HttpResponse(maak(Wie.van(adres)), content_type=soort, headers={"Content-Disposition": naam})


@eigen_pagina
def wissen(request: HttpRequest) -> HttpResponse:
    adres = _wie(request)
    fout = ""
    if request.method == "POST":
        fout = lees_inzending(request, jongst=METEEN, bij=_koekje(request)).fout
        if not fout:
            if adres is not None:
                wis(Wie.van(adres), Reden.ZELF)
            return _zonder_koekje(redirect("mijn-gewist"))
    if adres is None:
        return redirect("mijn")
    bewijs = maak_bewijs(request.path, _koekje(request))
    context = {"adres": adres, "bewijs": bewijs, "fout": fout, "titel": _("Wis mijn gegevens")}
    return render(request, "home/mijn_wissen.html", context)


@eigen_pagina
def gewist(request: HttpRequest) -> HttpResponse:
    return render(request, "home/mijn_gewist.html", {"titel": _("Je gegevens zijn gewist")})


@eigen_pagina
def uit(request: HttpRequest) -> HttpResponse:
    """Who shares a computer closes the door, for good: the link in the mail, and whoever else came in by one."""
    if request.method == "POST" and not lees_inzending(request, jongst=METEEN, bij=_koekje(request)).fout:
        if adres := _wie(request):
            vergeet_sleutels(adres, Doel.MIJN)
        zin = _(
            "Je bent klaar. De link in je mail werkt niet meer. Wil je nog eens kijken? Vraag een nieuwe."
        )
        return _zonder_koekje(_met_zin(zin) if adres else redirect("mijn"))
    return redirect("mijn")


def _koekje(request: HttpRequest) -> str:
    """What tokens are bound to; empty for who has none."""
    return request.COOKIES.get(KOEKJE, "")


def _wie(request: HttpRequest) -> Adres | None:
    """Whose cookie it is, as long as the key that it came by is there."""
    waarde = request.get_signed_cookie(KOEKJE, "", salt=ZOUT, max_age=KOEKJE_GELDIG) or ""
    adres, sleutel, *_bezoek = f"{waarde}::".split(":")
    return vind_adres(adres, sleutel, Doel.MIJN)


def _met_koekje(antwoord: HttpResponseRedirect, sleutel: Sleutel) -> HttpResponse:
    # The last part makes each visit another one: a token of one is of no use in the next.
    antwoord.set_signed_cookie(
        KOEKJE,
        f"{sleutel.adres_id}:{sleutel.pk}:{uuid4().hex}",
        salt=ZOUT,
        max_age=KOEKJE_GELDIG,
        path=reverse("mijn"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return antwoord


def _zonder_koekje(antwoord: HttpResponseRedirect) -> HttpResponse:
    antwoord.delete_cookie(KOEKJE, path=reverse("mijn"), samesite="Strict")
    return antwoord


def _met_zin(zin: str) -> HttpResponseRedirect:
    return redirect(f"{reverse('mijn')}?gedaan={signing.dumps(zin, salt=ZOUT)}")


def _gedaan(request: HttpRequest) -> str:
    """What a button just did. Signed, so that nobody makes this page say something."""
    try:
        return signing.loads(request.GET.get("gedaan", ""), salt=ZOUT, max_age=KOEKJE_GELDIG)
    except signing.BadSignature:
        return ""
