"""The form for what came in on paper, by telephone or at a meeting: what the call asks, and who said it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from core.talen.taal import BRONTAAL
from core.tijd import begin_van
from kernpagina.kernen import kern_van
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.forms import AntwoordForm
from meedoen.keuzes import AAN_TAFEL, IN_WOORDEN
from meedoen.van_tafel import Afzender
from werkplek.tafelformulier import HOE, TafelForm

NAMEN = [
    ("", "Niets aangekruist: naam niet erbij"),
    ("kort", "Naam mag erbij: voornaam en eerste letter"),
    ("voluit", "Hele naam mag erbij"),
]
MEESTE_VELLEN = 9999
HOOGSTE_VEL = f"Vul een getal van 1 tot en met {MEESTE_VELLEN} in, of laat dit leeg."
# What stays as it was for the next one.
BLIJFT = ("bron", "bijeenkomst", "kern", "taal")
# Before a call opens there may be an evening about it.
VOORAF, HOEVEEL = timedelta(days=60), 30


class InvoerForm(AntwoordForm, TafelForm):
    """Filled in from top to bottom, as on the sheet. Nobody can be asked what they left out, so little is required."""

    velnummer = forms.IntegerField(
        label="Nummer van het vel (mag leeg blijven)", required=False, min_value=1, max_value=MEESTE_VELLEN,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), HOOGSTE_VEL),
    )  # fmt: skip
    naam_erbij = forms.ChoiceField(label="Naam op de site", required=False, choices=NAMEN)
    bron = forms.ChoiceField(label="Hoe kwam het binnen?", choices=[(bron, HOE[bron]) for bron in AAN_TAFEL])
    bijeenkomst = forms.ChoiceField(label="Bijeenkomst (nodig als er geen naam is)", required=False)

    def __init__(self, oproep: OproepPage, *args: Any, **kwargs: Any) -> None:
        super().__init__(oproep, *args, **kwargs)
        self.bijeenkomsten = {str(item.pk): item for item in _bijeenkomsten(oproep)}
        wanneer = [
            (pk, f"{item.title}, {date_format(timezone.localtime(item.begin), 'j F')}")
            for pk, item in self.bijeenkomsten.items()
        ]
        self._keuzes("bijeenkomst", [("", "Geen bijeenkomst"), *wanneer])
        if oproep.soort not in IN_WOORDEN:
            del self.fields["naam_erbij"]
        vragen = ["titel", "onderdeel", "tekst", *self.vragen]
        for naam in {"tekst", *self.vragen} & self.fields.keys():
            self.fields[naam].widget.attrs["rows"] = 5
        for naam in {"titel", *self.vragen} & self.fields.keys():
            self._mag_leeg(naam)
        wie = ["naam", "kern", "naam_erbij", "email", "postadres", "bron", "bijeenkomst", "taal"]
        self.order_fields(["velnummer", *vragen, *wie])

    def _mag_leeg(self, naam: str) -> None:
        """A radio can't be let go of: not filled in is a choice as well."""
        veld = self.fields[naam]
        veld.required = veld.widget.is_required = False
        if isinstance(veld.widget, forms.RadioSelect):
            keuzes = cast("list[tuple[str, str]]", cast("forms.ChoiceField", veld).choices)
            self._keuzes(naam, [("", "Niet ingevuld"), *keuzes])

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("naam") or "naam" in self.errors:
            return gegevens
        if gegevens.get("email") or gegevens.get("postadres"):
            self.add_error("naam", "Vul de naam in van wie antwoord wil.")
        elif not gegevens.get("bijeenkomst"):
            self.add_error(
                "naam",
                "Zonder naam kan het alleen met een bijeenkomst als afzender. Vul een naam in, of kies de bijeenkomst.",
            )
        return gegevens

    def afzender(self) -> Afzender:
        gegevens = self.cleaned_data
        voluit = gegevens.get("naam_erbij") == "voluit"
        return replace(
            super().afzender(), voluit=voluit, item=self.bijeenkomsten.get(gegevens["bijeenkomst"])
        )

    def velden(self) -> dict[str, Any]:
        """As the fields of a Reactie."""
        gegevens = self.cleaned_data
        erbij = bool(gegevens.get("naam_erbij")) or not gegevens["naam"]
        ernaast = {naam: gegevens[naam] for naam in ("bron", "taal", "velnummer")}
        return self.inhoud() | ernaast | {"naam_erbij": erbij}


def _bijeenkomsten(oproep: OproepPage) -> list[AgendaItemPage]:
    """Meetings of this kern that were and are public: their name will be read. The newest first."""
    kern = kern_van(oproep)
    if kern is None:
        return []
    items = AgendaItemPage.objects.in_kern(kern).openbaar().filter(locale__language_code=BRONTAAL)
    vanaf = begin_van(oproep.opent) - VOORAF
    return list(items.filter(begin__gte=vanaf, begin__lte=timezone.now()).order_by("-begin", "-pk")[:HOEVEEL])
