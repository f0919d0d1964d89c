"""The one screen for who stops: what lies on the desk, and who goes on with it."""

from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from core.models import User
from werkplek import uitnodigen, vertrek


class VertrekForm(forms.Form):
    naar = forms.TypedChoiceField(
        label="Wie gaat verder met wat er ligt?",
        coerce=int,
        error_messages={"required": "Kies een collega die verdergaat met wat er ligt."},
    )

    def __init__(self, *args, collegas: list[User], werk: vertrek.Bureau, **kwargs):
        super().__init__(*args, **kwargs)
        naar = cast("forms.TypedChoiceField", self.fields["naar"])
        naar.choices = [("", "Kies een collega"), *((collega.pk, str(collega)) for collega in collegas)]
        if not werk.paginas:
            del self.fields["naar"]


def stopt(request: HttpRequest, user_id: int) -> HttpResponse:
    door = cast("User", request.user)
    user = get_object_or_404(User, pk=user_id)
    if not uitnodigen.groepen_voor(door):
        raise PermissionDenied
    if not user.is_active:
        # Done already: by a colleague, or the button was pressed twice.
        messages.success(request, f"Het account van {user} staat uit.")
        return redirect("werkplek:mensen")
    if not vertrek.uit_te_zetten(door).filter(pk=user.pk).exists():
        raise PermissionDenied
    werk = vertrek.bureau(user)
    collegas = vertrek.collegas(user, werk)
    form = VertrekForm(request.POST if request.method == "POST" else None, collegas=collegas, werk=werk)
    if form.is_valid() and _gelukt(form, user, door):
        messages.success(request, f"Het account van {user} staat uit. De pagina’s blijven staan.")
        return redirect("werkplek:mensen")
    context = {
        "form": form,
        "wie": user,
        "werk": werk,
        "page_title": f"{user} stopt",
        "kan_niet": bool(werk.paginas) and not collegas,
    }
    return render(request, "werkplek/vertrek.html", context)


def _gelukt(form: VertrekForm, user: User, door: User) -> bool:
    """Whether it is done, by a colleague at the same moment included; if not, the form says why."""
    naar = User.objects.filter(pk=form.cleaned_data.get("naar")).first()
    try:
        vertrek.laat_gaan(user, door, naar)
    except ValidationError as fout:
        form.add_error(None, fout)
    return not form.errors
