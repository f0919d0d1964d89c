"""The screens about people: inviting, who is there, and the page behind the link of an invitation."""

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

from core.models import User
from werkplek import uitnodigen
from werkplek.models import Uitnodiging
from werkplek.paneel import Paneel


class UitnodigForm(forms.Form):
    naam = forms.CharField(label="Naam", max_length=150)
    email = forms.EmailField(label="E-mailadres", max_length=140)
    groep = forms.TypedChoiceField(label="Voor welke kern?", coerce=int)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        groep = cast("forms.TypedChoiceField", self.fields["groep"])
        groep.choices = [("", "Kies een kern"), *uitnodigen.groepen_voor(user)]

    def clean_naam(self) -> str:
        naam = uitnodigen.een_regel(self.cleaned_data["naam"])
        if not naam:
            raise ValidationError("Vul een naam in.")
        return naam


@sensitive_post_parameters()
def mensen(request: HttpRequest) -> HttpResponse:
    """Invite somebody; below it the open invitations and the people per kern. For beheer and communications."""
    if not uitnodigen.groepen_voor(request.user):
        raise PermissionDenied
    form = UitnodigForm(request.POST or None, user=request.user)
    if form.is_valid() and _nodig_uit(form, request.user):
        messages.success(request, f"De uitnodiging aan {form.cleaned_data['email']} is onderweg.")
        return redirect("werkplek:mensen")
    context = {"form": form, "page_title": "Mensen", **overzicht(request.user)}
    return render(request, "werkplek/mensen.html", context)


def overzicht(user) -> dict:
    """The open invitations that this person may act on, and who is there per kern."""
    open_ = Uitnodiging.objects.open().select_related("groep", "door")
    groepen = uitnodigen.wie_er_zijn()
    return {
        "uitnodigingen": open_.filter(groep__in=dict(uitnodigen.groepen_voor(user))),
        "groepen": [groep for groep in groepen if groep.mensen],
        "leeg": [groep.naam for groep in groepen if not groep.mensen],
    }


@require_http_methods(["POST"])
def opnieuw(request: HttpRequest, uitnodiging_id: int) -> HttpResponse:
    uitnodiging = get_object_or_404(Uitnodiging.objects.open(), pk=uitnodiging_id)
    uitnodigen.stuur_opnieuw(uitnodiging, cast("User", request.user))
    messages.success(request, f"Er is een nieuwe mail onderweg naar {uitnodiging.email}.")
    return redirect("werkplek:mensen")


@require_http_methods(["POST"])
def intrekken(request: HttpRequest, uitnodiging_id: int) -> HttpResponse:
    uitnodiging = get_object_or_404(Uitnodiging.objects.open(), pk=uitnodiging_id)
    uitnodigen.trek_in(uitnodiging, cast("User", request.user))
    messages.success(request, f"De uitnodiging van {uitnodiging.naam} is ingetrokken.")
    return redirect("werkplek:mensen")


@never_cache
@sensitive_post_parameters()
def uitnodiging(request: HttpRequest, link: str) -> HttpResponse:
    """Behind the link in the mail, for who has no account yet. Only the button does something: mail programs open
    links by themselves."""
    try:
        account = uitnodigen.nieuw_account(uitnodigen.lees(link))
        form = SetPasswordForm(account, request.POST or None)
        if form.is_valid():
            user = uitnodigen.neem_aan(link, form.cleaned_data["new_password1"])
            login(request, user, backend="django.contrib.auth.backends.ModelBackend")
            messages.success(request, f"Welkom {user}! Je bent ingelogd. Hier begin je.")
            return redirect("wagtailadmin_home")
    except uitnodigen.WerktNiet as fout:
        return render(request, "werkplek/uitnodiging_werkt_niet.html", {"reden": fout}, status=410)
    return render(request, "werkplek/uitnodiging.html", {"form": form, "account": account})


class MensenPanel(Paneel):
    """What an administrator needs first."""

    name = "mensen"
    template_name = "werkplek/panel_mensen.html"
    order = 5

    def gegevens(self, request: HttpRequest) -> dict:
        return {
            **overzicht(request.user),
            "csrf_token": get_token(request),
        }


def _nodig_uit(form: UitnodigForm, door) -> bool:
    """Whether it went; if not, the form says why."""
    gegevens = form.cleaned_data
    groep = Group.objects.get(pk=gegevens["groep"])
    try:
        with transaction.atomic():
            uitnodigen.nodig_uit(gegevens["naam"], gegevens["email"], groep, door)
    except ValidationError as fout:
        form.add_error("email", fout)
    except IntegrityError:
        # A colleague did the same at this moment.
        form.add_error("email", "Voor dit e-mailadres staat al een uitnodiging open.")
    return not form.errors
