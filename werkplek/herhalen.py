"""A meeting that comes back: on which days, and changing what comes after it. Short screens, for a telephone."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from core.formulieren.datumvelden import DatumVeld
from core.goedkeuring.besluiten import KanNiet
from core.kopie import op_andere_dag
from core.talen.taal import BRONTAAL
from core.tijd import vandaag
from kernpagina.models import AgendaItemPage
from kernpagina.reeksen import dag_van, dagen_in_reeks, herhaal, wacht_op_indienen
from kernpagina.ritme import MEESTE, dagen_van, ritmes_van

HOE_VAAK = 8


class RitmeForm(forms.Form):
    ritme = forms.ChoiceField(label="Hoe vaak?")
    aantal = forms.IntegerField(
        label="Hoeveel keer in totaal?", min_value=2, max_value=MEESTE, required=False, initial=HOE_VAAK
    )
    tot = DatumVeld(
        label="Of tot en met welke dag?",
        required=False,
        widget=forms.DateInput(attrs={"placeholder": "Bijvoorbeeld: 30 juni 2027"}),
    )

    def __init__(self, eerste: date, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.eerste = eerste
        self.fields["ritme"] = forms.ChoiceField(label="Hoe vaak?", choices=ritmes_van(eerste))

    def dagen(self, vanaf: date) -> list[date]:
        gekozen = self.cleaned_data
        # A last day says it by itself.
        aantal = MEESTE if gekozen["tot"] else gekozen["aantal"] or HOE_VAAK
        return dagen_van(self.eerste, gekozen["ritme"], vanaf=vanaf, tot=gekozen["tot"], aantal=aantal)

    def keuze(self) -> str:
        """What was chosen, to see whether the days on the screen are those of it."""
        return "|".join(str(self.data.get(naam, "")).strip() for naam in self.fields)


@dataclass(frozen=True)
class Dag:
    """A day in the list: what is said of it, and whether it can be ticked."""

    dag: date
    moment: datetime
    stand: str = ""
    vast: bool = False
    aan: bool = True


@never_cache
def herhalen(request: HttpRequest, page_id: int) -> HttpResponse:
    """The days on which this meeting comes back, and one button that makes and submits them all."""
    item = bewerkbaar(request, page_id)
    tekst = cast("AgendaItemPage", item.get_latest_revision_as_object())
    if fouten := wat_ontbreekt(tekst):
        messages.error(request, f"Maak eerst de bijeenkomst zelf af. Kijk na: {fouten}.")
        return redirect("wagtailadmin_pages:edit", item.pk)
    keuzes = ritmes_van(dag_van(tekst))
    gekozen = request.POST if request.method == "POST" else {"ritme": keuzes[0][0], "aantal": HOE_VAAK}
    form = RitmeForm(dag_van(tekst), gekozen)
    dagen = _dagen(item, tekst, form.dagen(vandaag())) if form.is_valid() else []
    # Other days than those on the screen: first look, then make.
    if request.POST.get("maak") and dagen and request.POST.get("getoond") == form.keuze():
        if _maak(request, item, dagen):
            return redirect("wagtailadmin_home")
    elif request.POST.get("maak") and dagen:
        messages.info(request, "Dit zijn de dagen nu. Klopt het? Druk dan nog een keer.")
    context = {"page": item, "form": form, "dagen": dagen, "page_title": "Herhalen"}
    return render(request, "werkplek/herhalen.html", context)


def bewerkbaar(request: HttpRequest, page_id: int) -> AgendaItemPage:
    item = get_object_or_404(AgendaItemPage, pk=page_id, locale__language_code=BRONTAAL)
    if not item.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return item


def wat_ontbreekt(tekst: AgendaItemPage) -> str:
    """The names of the fields that have to be right before this can be submitted; empty when all are."""
    try:
        tekst.full_clean()
    except ValidationError as fout:
        namen = {veld.name: str(veld.verbose_name) for veld in tekst._meta.concrete_fields}
        return ", ".join(namen.get(naam, naam) for naam in fout.message_dict)
    return ""


def _dagen(item: AgendaItemPage, tekst: AgendaItemPage, dagen: list[date]) -> list[Dag]:
    eerste, al = dag_van(tekst), dagen_in_reeks(item)
    zelfde = AgendaItemPage.objects.sibling_of(item, inclusive=False).filter(title=tekst.title)
    ook = {dag_van(ander) for ander in zelfde}
    rijen = []
    for dag in dagen:
        moment = cast("datetime", op_andere_dag(tekst.begin, (dag - eerste).days))
        if dag == eerste:
            stand = "deze, dien je mee in" if wacht_op_indienen(item) else "deze, is er al"
            rijen.append(Dag(dag, moment, stand, vast=True))
        elif dag in al:
            rijen.append(Dag(dag, moment, "hoort er al bij", vast=True))
        elif dag in ook:
            rijen.append(Dag(dag, moment, "er is die dag al een met deze titel", aan=False))
        else:
            rijen.append(Dag(dag, moment))
    return rijen


def _maak(request: HttpRequest, item: AgendaItemPage, dagen: list[Dag]) -> bool:
    kan = {rij.dag.isoformat(): rij.dag for rij in dagen}
    gekozen = [kan[dag] for dag in request.POST.getlist("dag") if dag in kan]
    if not gekozen:
        messages.error(request, "Zet een vinkje bij de dagen waarop het weer is.")
        return False
    try:
        aantal = herhaal(item, gekozen, request.user)
    except (KanNiet, ValidationError) as reden:
        messages.error(request, " ".join(getattr(reden, "messages", [str(reden)])))
        return False
    if aantal:
        wat = "1 bijeenkomst ligt" if aantal == 1 else f"{aantal} bijeenkomsten liggen"
        messages.success(
            request, f"{wat} bij Communicatie: {item.title}. Je krijgt mail als ze online staan."
        )
    else:
        messages.info(request, "Deze bijeenkomsten waren er al. Er is niets bij gemaakt.")
    return True
