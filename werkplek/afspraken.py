"""How it goes with what was agreed: editors say it in one line, and put it on the kernagenda; communications confirms it."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from wagtail.admin import messages

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.rollen import is_communicatie
from core.models import Thema
from core.paginering import pagineer
from core.tijd import vandaag
from kernpagina.afspraakstanden import bevestig, mag_melden, meld, stuur_terug, wat_wacht
from kernpagina.afspraken import met_wat_erbij_hoort
from kernpagina.kernen import met_kern
from kernpagina.keuzes import AfspraakStand, MeldingBesluit
from kernpagina.models import Afspraak, AfspraakMelding
from kernpagina.models.afspraak import LANGSTE_REGEL
from kernpagina.naar_kernagenda import kernagenda_bij, punten_in_concept, zet_op_kernagenda
from kernpagina.querysets_afspraken import AfspraakQuerySet
from kernpagina.redactie import kernen_van

PER_PAGINA = 30


def afspraken_van(user) -> AfspraakQuerySet:
    """Those of the kernen of this editor; of all kernen for communications."""
    afspraken = Afspraak.objects.zichtbaar().wat_loopt_eerst().select_related("agenda_item")
    if is_communicatie(user):
        return afspraken
    return afspraken.filter(agenda_item__plek__kern__in=kernen_van(user).values("pk"))


class StandForm(forms.Form):
    stand = forms.ChoiceField(
        label="Hoe staat het ervoor?", choices=AfspraakStand.choices, widget=forms.RadioSelect
    )
    uitleg = forms.CharField(
        label="In één regel: hoe, of waarom?",
        max_length=LANGSTE_REGEL,
        required=False,
        help_text="Iedereen leest dit. Bij gedaan: hoe het is gedaan. Bij vervallen: waarom.",
    )


@never_cache
def lijst(request: HttpRequest) -> HttpResponse:
    """What was agreed, what comes or is late first; of one meeting with `?van=`."""
    rijen, van = afspraken_van(request.user), _van(request)
    if van:
        rijen = rijen.filter(agenda_item=van)
    paginering = pagineer(rijen, request, PER_PAGINA)
    op, wacht = vandaag(), {(m.agenda_item_id, m.afspraak): m for m in wat_wacht()}
    afspraken = met_wat_erbij_hoort(paginering.object_list)
    met_kern(rij.agenda_item for rij in afspraken)
    context = {
        "paginering": paginering,
        "rijen": [
            (rij, rij.dagen_te_laat(op), wacht.get((rij.agenda_item_id, rij.kenmerk))) for rij in afspraken
        ],
        "van": van,
        "page_title": "Afspraken",
    }
    return render(request, "werkplek/afspraken.html", context)


@never_cache
def afspraak(request: HttpRequest, page_id: int, kenmerk: UUID) -> HttpResponse:
    """One agreement: say how it goes, or put it on the kernagenda."""
    gevonden, van = _afspraak(request, page_id, kenmerk), _van(request)
    form = StandForm(request.POST or None, initial={"stand": gevonden.stand, "uitleg": gevonden.uitleg})
    if request.method == "POST" and form.is_valid():
        try:
            melding = meld(
                gevonden, request.user, AfspraakStand(form.cleaned_data["stand"]), form.cleaned_data["uitleg"]
            )
            messages.success(
                request,
                "Dank je. Een collega van Communicatie bevestigt het, en dan staat het op de site."
                if melding
                else "Zo staat het al op de site.",
            )
            return redirect(reverse("werkplek:afspraken", query={"van": van} if van else None))
        except KanNiet as reden:
            form.add_error("uitleg", str(reden))
    return render(request, "werkplek/afspraak.html", _context(gevonden, form) | {"van": van})


def _van(request: HttpRequest) -> int | None:
    """The meeting of which they were going through the agreements: there they come back."""
    gevraagd = request.GET.get("van", "")
    return int(gevraagd) if gevraagd.isdecimal() and len(gevraagd) < 10 else None


def _context(gevonden: Afspraak, form: StandForm) -> dict[str, Any]:
    kernagenda = kernagenda_bij(gevonden.agenda_item)
    meldingen = AfspraakMelding.objects.filter(agenda_item=gevonden.agenda_item_id, afspraak=gevonden.kenmerk)
    thema = gevonden.agenda_item.themas.order_by("volgorde").first()
    return {
        "afspraak": met_wat_erbij_hoort([gevonden])[0],
        "form": form,
        "kernagenda": kernagenda,
        "in_concept": kernagenda is not None and str(gevonden.punt) in punten_in_concept(kernagenda),
        "themas": Thema.objects.order_by("volgorde", "name"),
        "thema": thema.pk if thema else None,
        "meldingen": meldingen.select_related("gemeld_door", "besloten_door").order_by("-gemeld_op")[:10],
        "page_title": "Afspraak",
    }


@never_cache
def naar_kernagenda(request: HttpRequest, page_id: int, kenmerk: UUID) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    gevonden = _afspraak(request, page_id, kenmerk)
    gekozen = request.POST.get("thema", "")
    thema = (
        Thema.objects.filter(pk=int(gekozen)).first() if gekozen.isdecimal() and len(gekozen) < 10 else None
    )
    try:
        if thema is None:
            raise KanNiet("Kies bij welk thema het punt hoort.")
        kernagenda = zet_op_kernagenda(gevonden, thema, request.user)
        adres = reverse("wagtailadmin_pages:edit", args=[kernagenda.pk])
        knop = messages.button(adres, "Bekijk het en dien in")
        messages.success(request, "Het punt staat in het concept van de kernagenda.", buttons=[knop])
    except KanNiet as reden:
        messages.error(request, str(reden))
    van = _van(request)
    adres = reverse("werkplek:afspraak", args=[page_id, kenmerk], query={"van": van} if van else None)
    return redirect(adres)


@never_cache
def wachtrij(request: HttpRequest) -> HttpResponse:
    """What editors said and nobody confirmed yet."""
    if not is_communicatie(request.user):
        raise PermissionDenied
    context = {"meldingen": te_bevestigen(request.user), "page_title": "Afspraken: wat er gemeld is"}
    return render(request, "werkplek/afspraken_wacht.html", context)


@never_cache
def besluit(request: HttpRequest, melding_id: int) -> HttpResponse:
    """Confirm what somebody said, or send it back with what has to be different."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        if request.POST.get("besluit") == MeldingBesluit.BEVESTIGD:
            bevestig(melding_id, request.user)
            messages.success(request, "Bevestigd. Het staat nu op de site.")
        else:
            stuur_terug(melding_id, request.user, request.POST.get("opmerking", "")[:LANGSTE_REGEL])
            messages.success(request, "Teruggestuurd. De redactie leest je opmerking bij de afspraak.")
    except KanNiet as reden:
        messages.error(request, str(reden))
    return redirect("werkplek:afspraken_wacht")


def te_bevestigen(user) -> list[dict[str, Any]]:
    """What waits, each with the agreement it is about and whether this user may confirm it; a fixed number of queries."""
    meldingen = list(wat_wacht())
    rijen = Afspraak.objects.filter(kenmerk__in=[melding.afspraak for melding in meldingen])
    per_kenmerk = {(rij.agenda_item_id, rij.kenmerk): rij for rij in rijen}
    met_kern(melding.agenda_item for melding in meldingen)
    communicatie = is_communicatie(user)
    return [
        {
            "melding": melding,
            "afspraak": per_kenmerk[melding.agenda_item_id, melding.afspraak],
            "mag": communicatie and melding.gemeld_door_id != user.pk,
        }
        for melding in meldingen
    ]


def teruggestuurd_aan(user) -> QuerySet[AfspraakMelding]:
    """The reports of this user that were sent back and not said anew since."""
    mijn = AfspraakMelding.objects.filter(gemeld_door=user, besluit=MeldingBesluit.TERUG)
    later = AfspraakMelding.objects.filter(
        agenda_item=OuterRef("agenda_item"),
        afspraak=OuterRef("afspraak"),
        gemeld_op__gt=OuterRef("gemeld_op"),
    )
    return mijn.filter(~Exists(later))


def _afspraak(request: HttpRequest, page_id: int, kenmerk: UUID) -> Afspraak:
    openbaar = Afspraak.objects.zichtbaar().select_related("agenda_item")
    gevonden = get_object_or_404(openbaar, agenda_item=page_id, kenmerk=kenmerk)
    if not mag_melden(request.user, gevonden.agenda_item):
        raise PermissionDenied
    return gevonden
