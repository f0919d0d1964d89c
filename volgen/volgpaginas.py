"""The resident's way to follow something by mail. No page of these sets a cookie; only a button does something."""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from wagtail.views import serve

from core.formulieren.emailveld import EmailVeld
from core.formulieren.zonder_koekje import METEEN, eigen_pagina, lees_inzending
from core.models import Thema
from core.talen.lezen import in_leestaal
from core.talen.taal import BRONTAAL, leestaal
from inwoners.grenzen import SAMEN
from inwoners.sleutels import gebruik
from kernpagina.models import KernPage
from volgen import abonnementen
from volgen.doelen import ALLES, Doel, valt_te_volgen, vind_doel
from volgen.models import Abonnement, Ritme, Staat, Volgt


class VolgForm(forms.Form):
    email = EmailVeld(
        label=gettext_lazy("Je e-mailadres"),
        max_length=254,
        help_text=SAMEN,
        error_messages={
            "required": gettext_lazy("Vul je e-mailadres in."),
            "invalid": gettext_lazy("Dit e-mailadres klopt niet. Kijk het nog eens na."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none"}),
    )


@csrf_exempt
def volg_pagina(request: HttpRequest, pad: str) -> HttpResponseBase:
    """The form of a village, project or call. Any other page that ends like this is Wagtail's."""
    doel = vind_doel(request, pad)
    return _volg(request, doel) if doel else serve(request, f"{pad}/volg/")


@csrf_exempt
def volg_thema(request: HttpRequest, slug: str) -> HttpResponseBase:
    return _volg(request, Doel(Volgt.THEMA, thema=get_object_or_404(Thema, slug=slug)))


@csrf_exempt
def volg_alles(request: HttpRequest) -> HttpResponseBase:
    """The form for everything, and the way to what else can be followed."""
    kernen = KernPage.objects.openbaar().filter(locale__language_code=BRONTAAL).op_naam()
    ook = {"kernen": in_leestaal(kernen.defer_streamfields()), "themas": list(Thema.objects.all())}
    return _volg(request, ALLES, **ook)


@eigen_pagina
def _volg(request: HttpRequest, doel: Doel, **ook) -> HttpResponse:
    if not valt_te_volgen(doel):
        return redirect(doel.url)
    form, fout, bewijs, status = VolgForm(), "", "", 200
    if request.method == "POST":
        form, inzending = VolgForm(request.POST), lees_inzending(request)
        bewijs, fout = inzending.bewijs, inzending.fout if form.is_valid() else ""
        if form.is_valid() and not fout:
            # The same form again is the same mail, which doesn't go twice within ten minutes.
            if abonnementen.vraag_aan(request, doel, form.cleaned_data["email"]):
                return redirect("volg-gestuurd")
            fout, status = _("Er komt nu veel tegelijk binnen. Probeer het over een uur nog eens."), 429
    context = {"doel": doel, "form": form, "fout": fout, "gegeven": bewijs, **ook}
    return render(request, "volgen/volg.html", context, status=status)


@eigen_pagina
def gestuurd(request: HttpRequest) -> HttpResponse:
    """The same for everybody, whether we knew the address or not: the mail says what there is."""
    return render(request, "volgen/gestuurd.html")


@eigen_pagina
def bevestigen(request: HttpRequest, geheim: str) -> HttpResponse:
    """Behind the link in the mail: the sentence that somebody agrees to, and how often they want it."""
    gevonden = abonnementen.vind_abonnement(geheim)
    if gevonden is None:
        return render(request, "volgen/werkt_niet.html", status=410)
    sleutel, abonnement = gevonden
    doel, fout, bewijs = Doel.van(abonnement), "", ""
    klaar, actief = sleutel.gebruikt_op, abonnement.stand == Staat.ACTIEF
    ritmes = [Ritme.METEEN] if doel.volgt == Volgt.OPROEP else [Ritme.WEEK, Ritme.MAAND]
    if request.method == "POST":
        inzending = lees_inzending(request, jongst=METEEN)
        # Without a button on the page there is none to press once more.
        bewijs, fout = inzending.bewijs, "" if klaar else inzending.fout
        ritme = request.POST.get("ritme", ritmes[0])
        # Who stopped since isn't begun again by an old mail.
        if not inzending.fout and ritme in ritmes and (klaar is None or actief):
            abonnementen.bevestig(abonnement.pk, ritme)
            gebruik(sleutel)
            return redirect(request.path)
    keuzes = [(ritme.value, abonnementen.toestemming(doel, ritme)) for ritme in ritmes]
    context = {"doel": doel, "keuzes": keuzes, "fout": fout, "gegeven": bewijs, "abonnement": abonnement}
    stop = abonnementen.stoplink([abonnement.pk], leestaal())
    staat = {"klaar": klaar is not None, "actief": actief, "stop": stop}
    return render(request, "volgen/bevestigen.html", context | staat)


@eigen_pagina
def stop(request: HttpRequest, wat: str) -> HttpResponse:
    """Stopping, with nothing but the link: by the button of a mail program (RFC 8058), or by the one on this page.

    Never a redirect, no token, and twice the same: also for what was forgotten since.
    """
    pks = abonnementen.lees_stoplink(wat)
    if pks is None:
        return render(request, "volgen/werkt_niet.html", status=404)
    if request.method == "POST":
        abonnementen.stop(pks)
    van_link = list(Abonnement.objects.met_doel().filter(pk__in=pks).order_by("pk"))
    doelen = [Doel.van(abonnement) for abonnement in van_link if abonnement.stand == Staat.ACTIEF]
    # What nobody said yes to, or was forgotten since, can't be stopped: nothing of it goes out.
    wacht = any(abonnement.stand == Staat.CONCEPT for abonnement in van_link)
    context = {
        "doelen": doelen,
        "wacht": wacht,
        "gestopt": bool(van_link) and not wacht,
        "weer": [Doel.van(abonnement) for abonnement in van_link if abonnement.stand == Staat.GESTOPT],
        "mijn": reverse("mijn"),
    }
    return render(request, "volgen/stop.html", context)
