"""Shielding a name: somebody who is threatened, or has to stay unfound, takes part without it. For beheer only."""

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from wagtail.log_actions import log

from core.models import User
from inwoners.mensen import getoonde_naam, scherm_af
from inwoners.models import Inwoner
from meedoen.namen import kernen
from werkplek.uitnodigen import een_regel

HOOGSTENS = 20


class AfschermForm(forms.Form):
    """Who is looked for, or what is done about whom."""

    zoek = forms.CharField(max_length=254, required=False)
    inwoner = forms.IntegerField(required=False, min_value=1, max_value=2**31)
    reden = forms.CharField(max_length=200, required=False)


@never_cache
def namen(request: HttpRequest) -> HttpResponse:
    """Whose name is shielded; and, by an address or a name, whose could be. What is looked for stands in no address."""
    if not cast("User", request.user).is_superuser:
        raise PermissionDenied
    form = AfschermForm(request.POST or None)
    gegevens = form.cleaned_data if form.is_valid() else {}
    doe, zoek = request.POST.get("doe", ""), gegevens.get("zoek", "").strip()
    if gegevens and doe in ("scherm_af", "toon") and _doe(request, doe, gegevens):
        return redirect(request.path)
    inwoners = Inwoner.objects.exclude(bevestigd_op=None, adres__isnull=False).select_related("adres")
    context = {
        "afgeschermd": inwoners.filter(afgeschermd=True).order_by("naam", "pk"),
        "gevonden": _zoek(inwoners, zoek),
        "zoek": zoek,
        "page_title": "Namen afschermen",
    }
    return render(request, "werkplek/namen.html", context)


def _zoek(inwoners, zoek: str):
    if not zoek:
        return []
    treffers = inwoners.filter(Q(adres__email__iexact=zoek) | Q(naam__icontains=zoek), afgeschermd=False)
    # Two of the same name without e-mail are told apart by where they live.
    kern = dict(kernen())
    gekozen = treffers.order_by("naam", "pk")[:HOOGSTENS]
    return [(inwoner, getoonde_naam(inwoner), kern.get(inwoner.kern, "")) for inwoner in gekozen]


def _doe(request: HttpRequest, doe: str, gegevens: dict) -> bool:
    """Whether there is nothing left to ask. Pressed twice, the second time changes nothing."""
    inwoner = get_object_or_404(Inwoner, pk=gegevens["inwoner"])
    reden = een_regel(gegevens["reden"]) if doe == "scherm_af" else ""
    if doe == "scherm_af" and not reden:
        messages.error(request, "Schrijf op waarom je deze naam afschermt.")
        return False
    if scherm_af(inwoner.pk, reden):
        log(
            instance=inwoner, action="bloei.afgeschermd", user=request.user, data={"afgeschermd": bool(reden)}
        )
    gedaan = "staat nergens meer. Er staat: naam bekend bij de gemeente." if reden else "staat er weer bij."
    messages.success(request, f"De naam {inwoner.naam} {gedaan}")
    return True
