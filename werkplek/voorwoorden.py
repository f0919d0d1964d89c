"""A few words at the head of the newsletter of a village: the editors write, communications reads."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.rollen import is_communicatie
from kernpagina.models import KernPage
from kernpagina.redactie import kernen_van
from volgen import voorwoorden
from volgen.edities import moment_van
from volgen.models import LANGSTE_VOORWOORD, Voorwoord
from werkplek import nieuwsbriefpost
from werkplek.overzicht import kernnamen_op_nummer


class VoorwoordForm(forms.Form):
    tekst = forms.CharField(
        label="Wat wil je zeggen?",
        max_length=LANGSTE_VOORWOORD,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=f"Hoogstens {LANGSTE_VOORWOORD} tekens. Een collega van Communicatie leest het eerst.",
    )


@never_cache
def schrijf(request: HttpRequest, kern_id: int) -> HttpResponse:
    """For the editors of the village, and for communications."""
    kern = get_object_or_404(KernPage, pk=kern_id)
    if not (is_communicatie(request.user) or kernen_van(request.user).filter(pk=kern.pk).exists()):
        raise PermissionDenied
    dag = voorwoorden.volgende_dag(timezone.now())
    voorwoord = voorwoorden.voor(kern, dag)
    form = VoorwoordForm(request.POST or None, initial={"tekst": voorwoord.tekst if voorwoord else ""})
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, _bewaar(kern, dag, form.cleaned_data["tekst"], request.user))
            return redirect(request.path)
        except KanNiet as reden:
            messages.error(request, str(reden))
    context = {"kern": kern, "voorwoord": voorwoord, "form": form, "moment": moment_van(dag)}
    return render(request, "werkplek/voorwoord.html", context | {"page_title": "Woord vooraf"})


@transaction.atomic
def _bewaar(kern: KernPage, dag, tekst: str, user) -> str:
    if not tekst.strip():
        voorwoorden.laat_weg(kern, dag)
        return "Er staat geen woord vooraf in de volgende nieuwsbrief."
    nieuwsbriefpost.vraag_te_lezen(voorwoorden.schrijf(kern, dag, tekst, user), kern.title)
    return "Bewaard. Iemand van Communicatie leest het. Is dat niet op tijd, dan gaat de nieuwsbrief zonder."


@never_cache
def lees(request: HttpRequest, voorwoord_id: int) -> HttpResponse:
    """For communications: exactly this text, or back with a remark."""
    if not is_communicatie(request.user):
        raise PermissionDenied
    voorwoord = get_object_or_404(Voorwoord.objects.select_related("geschreven_door"), pk=voorwoord_id)
    if request.method == "POST":
        try:
            messages.success(request, _besluit(request, voorwoord))
            return redirect("wagtailadmin_home")
        except KanNiet as reden:
            messages.error(request, str(reden))
            voorwoord.refresh_from_db()
    context = {
        "voorwoord": voorwoord,
        "kern": kernnamen_op_nummer([voorwoord.kern]).get(voorwoord.kern, ""),
        "van_mij": voorwoord.geschreven_door_id == request.user.pk,
        "page_title": "Woord vooraf lezen",
    }
    return render(request, "werkplek/voorwoord_lezen.html", context)


@transaction.atomic
def _besluit(request: HttpRequest, voorwoord: Voorwoord) -> str:
    match request.POST.get("doe"):
        case "goed":
            # What was on the screen when the button was pressed; a browser sends its lines with \r\n.
            gelezen = request.POST.get("gelezen", "").replace("\r\n", "\n")
            voorwoorden.keur_goed(voorwoord.pk, gelezen, request.user)
            return "Goedgekeurd. Het staat boven de nieuwsbrief van donderdag."
        case "terug":
            terug = voorwoorden.stuur_terug(voorwoord.pk, request.POST.get("opmerking", ""), request.user)
            kern = kernnamen_op_nummer([terug.kern]).get(terug.kern, "")
            nieuwsbriefpost.zeg_dat_het_terug_is(terug, kern)
            return "Teruggestuurd. De redactie ziet je opmerking."
    raise PermissionDenied
