"""The page of the second step: the first time with a QR code, after that a code alone."""

from typing import cast

import segno
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from core.models import User
from toegang import stap, totp


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Code van je telefoon",
        max_length=12,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}
        ),
    )


@never_cache
def tweede_stap(request: HttpRequest) -> HttpResponse:
    user = cast("User", request.user)
    if not stap.moet(user) or stap.is_gezet(request):
        return HttpResponseRedirect(_verder(request))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            stap.zet(request, user, form.cleaned_data["code"])
            return HttpResponseRedirect(_verder(request))
        except stap.Geweigerd as fout:
            form.add_error("code", str(fout))
    context = {"form": form, "volgende": _verder(request)}
    if stap.factor_van(user) is None:
        geheim = stap.nieuw_geheim(request)
        adres = totp.adres(geheim, user.get_username())
        context |= {"qr": segno.make(adres).svg_data_uri(scale=5, border=3), "geheim": geheim, "adres": adres}
    return render(request, "toegang/tweede_stap.html", context)


def _verder(request: HttpRequest) -> str:
    """Where somebody was going, on this site."""
    doel = request.POST.get("next") or request.GET.get("next") or ""
    hier = doel.startswith("/") and url_has_allowed_host_and_scheme(
        doel, {request.get_host()}, require_https=request.is_secure()
    )
    return doel if hier else reverse("wagtailadmin_home")
