"""The page of a channel's messages: how it stands, the last deliveries, and what can be done about it."""

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from core.models import User
from volgen.models import Bezorging, Kanaal, Webhook, Wijziging
from volgen.webhooks import beheer, bezorgen

TE_ZIEN = 50


class OpnieuwForm(forms.Form):
    vanaf = forms.IntegerField(
        label="Vanaf nummer", min_value=1, max_value=2**62,
        help_text="Alles vanaf dit nummer gaat nog een keer. Wie al had wat er komt, herkent dat aan webhook-id.",
    )  # fmt: skip


def webhook(request: HttpRequest, kanaal_id: int) -> HttpResponse:
    """Each button says in `wat` what it does, so that pressing it twice does it once."""
    user = cast("User", request.user)
    if not user.has_perm("volgen.change_kanaal"):
        raise PermissionDenied
    kanaal = _kanaal(kanaal_id)
    wat = request.POST.get("wat")
    if not wat:
        return _toon(request, kanaal)
    eigen = _van(kanaal)
    if kanaal.url and wat == "geheim":
        # No redirect: that would have to keep it somewhere. Only this answer shows it.
        try:
            geheim = beheer.druk_knop(kanaal, user, request.POST.get("knop", ""))
        except beheer.TeOud:
            messages.error(request, "Deze pagina stond te lang open. Druk nog een keer op de knop.")
            return redirect("volgen:webhook", kanaal.pk)
        return _toon(request, _kanaal(kanaal_id), geheim=geheim)
    if not kanaal.url or not eigen:
        messages.error(request, "Vul bij het kanaal eerst een adres voor berichten in, en maak een geheim.")
    elif wat == "opnieuw":
        form = OpnieuwForm(request.POST)
        if not form.is_valid() or not _stuur_opnieuw(request, kanaal, form):
            return _toon(request, kanaal, opnieuw=form)
    elif wat == "proef":
        antwoord = bezorgen.stuur_proef(eigen)
        zeg = messages.success if antwoord.gelukt else messages.error
        zeg(request, f"De proef is {'' if antwoord.gelukt else 'niet '}aangekomen. {antwoord.uitleg}")
    elif wat in beheer.STANDEN:
        beheer.zet(kanaal, wat, user)
        messages.success(request, f"De berichten aan {kanaal} staan {wat}.")
    return redirect("volgen:webhook", kanaal.pk)


def _stuur_opnieuw(request: HttpRequest, kanaal: Kanaal, form: OpnieuwForm) -> bool:
    vanaf = form.cleaned_data["vanaf"]
    if not beheer.stuur_opnieuw(kanaal, vanaf, request.user):
        form.add_error("vanaf", "Zo ver zijn we nog niet. Kies een nummer dat al gestuurd is.")
        return False
    messages.success(request, f"Alles vanaf {vanaf} gaat opnieuw naar {kanaal}.")
    return True


def _kanaal(nummer: int) -> Kanaal:
    return get_object_or_404(Kanaal.objects.select_related("webhook"), pk=nummer)


def _van(kanaal: Kanaal) -> Webhook | None:
    return getattr(kanaal, "webhook", None)


def _toon(
    request: HttpRequest, kanaal: Kanaal, geheim: str = "", opnieuw: OpnieuwForm | None = None
) -> HttpResponse:
    eigen = _van(kanaal)
    laatste = Wijziging.objects.laatste()
    context = {
        "page_title": f"Berichten aan {kanaal}",
        "kanaal": kanaal,
        "webhook": eigen,
        "geheim": geheim,
        "knop": beheer.knop(kanaal, request.user),
        "wacht": eigen.te_sturen().filter(nummer__lte=laatste).count() if eigen else 0,
        "bezorgingen": Bezorging.objects.filter(kanaal=kanaal).order_by("-op", "-pk")[:TE_ZIEN],
        "bewaren": bezorgen.BEWAREN.days,
        "opnieuw": opnieuw or OpnieuwForm(),
    }
    return render(request, "volgen/webhook.html", context)
