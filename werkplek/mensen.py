"""The screen about people: proposing, inviting, who is there; and the page behind the link of an invitation."""

from collections.abc import Callable
from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.formulieren.emailveld import EmailVeld
from core.models import User
from werkplek import aannemen, uitnodigen, voorstellen
from werkplek.models import Uitnodiging
from werkplek.paneel import Paneel
from werkplek.vertrek import uit_te_zetten


def _naam(getypt: str) -> str:
    naam = uitnodigen.een_regel(getypt)
    if not naam:
        raise ValidationError("Vul een naam in.")
    return naam


class UitnodigForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=150, error_messages={"required": "Vul een naam in."})
    email = EmailVeld(
        label="E-mailadres", max_length=140, error_messages={"required": "Vul een e-mailadres in."}
    )
    groep = forms.TypedChoiceField(
        label="Voor welke kern?",
        coerce=int,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies een kern."),
    )

    def __init__(self, *args, groepen: list[tuple[int, str]], **kwargs):
        super().__init__(*args, **kwargs)
        groep = cast("forms.TypedChoiceField", self.fields["groep"])
        # Who writes for one kern has nothing to choose.
        groep.choices = groepen if len(groepen) == 1 else [("", "Kies een kern"), *groepen]

    def clean_naam(self) -> str:
        return _naam(self.cleaned_data["naam"])


class _NaamForm(forms.Form):
    naam = forms.CharField(
        label="Je naam", max_length=150, help_text="Collega’s zien deze naam bij wat je schrijft."
    )

    def clean_naam(self) -> str:
        return _naam(self.cleaned_data["naam"])


class WelkomForm(_NaamForm):
    """Behind the link: how you are called. Who writes for a kern logs in with a code by mail, so that is all."""

    def __init__(self, account: User, *args, **kwargs):
        super().__init__(*args, **kwargs)


class WachtwoordForm(_NaamForm, SetPasswordForm):
    """For who gets more than writing to do: a password too; the second step comes at once after it."""

    field_order = ["naam"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        eerste, tweede = self.fields["new_password1"], self.fields["new_password2"]
        eerste.label, tweede.label, tweede.help_text = "Wachtwoord", "Nog een keer hetzelfde wachtwoord", ""


@sensitive_post_parameters()
def mensen(request: HttpRequest) -> HttpResponse:
    """Beheer and communications invite, an editor proposes; below it what is open, and who is there."""
    user = cast("User", request.user)
    zelf = uitnodigen.groepen_voor(user)
    groepen = zelf or voorstellen.eigen_groepen(user)
    if not groepen:
        raise PermissionDenied
    form = UitnodigForm(request.POST or None, groepen=groepen)
    doe = uitnodigen.nodig_uit if zelf else voorstellen.stel_voor
    if form.is_valid() and _gelukt(form, user, doe):
        gedaan = "De uitnodiging aan {} is onderweg." if zelf else "Je voorstel ligt bij Communicatie: {}."
        messages.success(request, gedaan.format(form.cleaned_data["email" if zelf else "naam"]))
        return redirect("werkplek:mensen")
    context = {"form": form, "page_title": "Mensen", "zelf": bool(zelf), **overzicht(user)}
    return render(request, "werkplek/mensen.html", context)


def overzicht(user) -> dict:
    """The open invitations and proposals that this person may act on or made, and who is there per kern."""
    zelf, eigen = dict(uitnodigen.groepen_voor(user)), voorstellen.eigen_groepen(user)
    rijen = Uitnodiging.objects.select_related("groep", "door", "voorgesteld_door")
    groepen = uitnodigen.wie_er_zijn()
    if not zelf:
        namen = {naam for _, naam in eigen}
        groepen = [groep for groep in groepen if groep.naam in namen]
    return {
        "uitnodigingen": rijen.verstuurd().filter(groep__in=zelf),
        "voorstellen": [
            (rij, uitnodigen.kern_van_groep(rij.groep.name))
            for rij in rijen.voorgesteld().filter(groep__in=zelf)
        ],
        "eigen_voorstellen": [] if zelf else rijen.filter(voorgesteld_door=user).order_by("-gemaakt_op"),
        "groepen": [groep for groep in groepen if groep.mensen],
        "leeg": [groep.naam for groep in groepen if not groep.mensen],
        "uit_te_zetten": set(uit_te_zetten(user).values_list("pk", flat=True)),
    }


@require_http_methods(["POST"])
def opnieuw(request: HttpRequest, uitnodiging_id: int) -> HttpResponse:
    """Send what was proposed, or send an invitation once more."""
    uitnodiging = get_object_or_404(Uitnodiging, pk=uitnodiging_id)
    keer = request.POST.get("keer", "")
    try:
        voorstellen.stuur(uitnodiging, cast("User", request.user), int(keer) if keer.isdecimal() else -1)
        uitnodiging.refresh_from_db()
        # Also when a colleague, or the same finger, was first.
        messages.success(request, f"{uitnodiging.naam} ({uitnodiging.email}): {uitnodiging.stand}.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("werkplek:mensen")


@require_http_methods(["POST"])
def intrekken(request: HttpRequest, uitnodiging_id: int) -> HttpResponse:
    uitnodiging = get_object_or_404(Uitnodiging, pk=uitnodiging_id)
    voorstellen.wijs_af(uitnodiging, cast("User", request.user))
    uitnodiging.refresh_from_db()
    messages.success(request, f"{uitnodiging.naam} ({uitnodiging.email}): {uitnodiging.stand}.")
    return redirect("werkplek:mensen")


@never_cache
@sensitive_post_parameters()
def uitnodiging(request: HttpRequest, link: str) -> HttpResponse:
    """Behind the link in the mail, for who has no account yet. Only the button does something: mail programs open
    links by themselves."""
    browser = request.META.get("CSRF_COOKIE") or ""
    try:
        gevraagd = aannemen.lees(link)
        if request.user.is_authenticated:
            raise aannemen.WerktNiet(
                f"Je bent hier ingelogd als {request.user}, en deze uitnodiging is voor {gevraagd.naam}. "
                "Log eerst uit, en open de link dan opnieuw. Ben jij dit niet? Dan hoef je niets te doen."
            )
        account = aannemen.account_voor(gevraagd)
        kiest = uitnodigen.kiest_wachtwoord(gevraagd.groep)
        soort = WachtwoordForm if kiest else WelkomForm
        form = soort(account, request.POST or None, initial={"naam": gevraagd.naam})
        if form.is_valid():
            gegevens = form.cleaned_data
            user = aannemen.neem_aan(link, gegevens.get("new_password1"), gegevens["naam"])
            aannemen.begon_hier(link, browser)
            return _begin(request, user)
    except aannemen.WerktNiet as fout:
        if al := aannemen.net_aangenomen(link, request.POST.get("new_password1", ""), browser):
            return _begin(request, al)
        return render(request, "werkplek/uitnodiging_werkt_niet.html", {"reden": fout}, status=410)
    context = {"form": form, "account": account, "kiest": kiest}
    return render(request, "werkplek/uitnodiging.html", context)


def _begin(request: HttpRequest, user: User) -> HttpResponse:
    login(request, user)
    messages.success(request, f"Welkom {user}! Je bent ingelogd. Hier begin je.")
    return redirect("wagtailadmin_home")


class MensenPanel(Paneel):
    """What an administrator needs first."""

    name = "mensen"
    template_name = "werkplek/panel_mensen.html"
    order = 5

    def gegevens(self, request: HttpRequest) -> dict:
        return {
            **overzicht(request.user),
            "uit_te_zetten": (),
            "csrf_token": get_token(request),
        }


def _gelukt(form: UitnodigForm, door: User, doe: Callable[[str, str, Group, User], Uitnodiging]) -> bool:
    """Whether it went; if not, the form says why."""
    gegevens = form.cleaned_data
    groep = Group.objects.get(pk=gegevens["groep"])
    try:
        with transaction.atomic():
            doe(gegevens["naam"], gegevens["email"], groep, door)
    except ValidationError as fout:
        form.add_error("email", fout)
    except IntegrityError:
        # A colleague did the same at this moment.
        form.add_error("email", "Voor dit e-mailadres staat al een uitnodiging open.")
    return not form.errors
