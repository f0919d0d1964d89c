"""The form for what came in on paper, by telephone or at a meeting: what the call asks, and who said it."""

import re
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from core.talen.taal import BRONTAAL
from core.tijd import begin_van
from inwoners.mensen import netjes
from kernpagina.kernen import kern_van
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.forms import AntwoordForm
from meedoen.keuzes import AAN_TAFEL, IN_WOORDEN, Bron
from meedoen.namen import kernen
from meedoen.tafel import Afzender
from meedoen.velden import Regel, Tekst

NAMEN = [
    ("", "Niets aangekruist: naam niet erbij"),
    ("kort", "Naam mag erbij: voornaam en eerste letter"),
    ("voluit", "Hele naam mag erbij"),
]
HOE = {Bron.PAPIER: "Op papier", Bron.TELEFOON: "Aan de telefoon", Bron.GESPROKEN: "In een gesprek",
       Bron.BIJEENKOMST: "Op een bijeenkomst"}  # fmt: skip
# What stays as it was for the next one.
BLIJFT = ("bron", "bijeenkomst", "kern", "taal")
# Before a call opens there may be an evening about it.
VOORAF, HOEVEEL = timedelta(days=60), 30


class InvoerForm(AntwoordForm):
    """Filled in from top to bottom, as on the sheet. Nobody can be asked what they left out, so little is required."""

    velnummer = forms.IntegerField(
        label="Nummer van het vel (mag leeg blijven)", required=False, min_value=1, max_value=32767,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Vul een getal in, of laat dit leeg."),
    )  # fmt: skip
    naam = Regel(label="Voor- en achternaam", max_length=100, required=False)
    kern = forms.ChoiceField(label="Woont in", required=False)
    naam_erbij = forms.ChoiceField(label="Naam op de site", required=False, choices=NAMEN)
    email = forms.EmailField(
        label="E-mailadres", max_length=200, required=False,
        help_text="Alleen voor wie wil horen wat ermee gebeurt. Er gaat een mail heen: klopt dit adres?",
        error_messages={"invalid": "Dit is geen heel e-mailadres. Kijk het na, of laat het leeg."},
    )  # fmt: skip
    postadres = Tekst(
        label="Postadres, voor wie geen e-mail heeft en een brief wil", max_length=300, required=False,
        help_text="Straat en nummer, op de volgende regel postcode en plaats.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    bron = forms.ChoiceField(label="Hoe kwam het binnen?", choices=[(bron, HOE[bron]) for bron in AAN_TAFEL])
    bijeenkomst = forms.ChoiceField(label="Bijeenkomst (nodig als er geen naam is)", required=False)
    taal = forms.ChoiceField(label="Taal", choices=settings.LANGUAGES)
    formulier = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, oproep: OproepPage, *args: Any, **kwargs: Any) -> None:
        super().__init__(oproep, *args, **kwargs)
        self.bijeenkomsten = {str(item.pk): item for item in _bijeenkomsten(oproep)}
        wanneer = [
            (pk, f"{item.title}, {date_format(timezone.localtime(item.begin), 'j F')}")
            for pk, item in self.bijeenkomsten.items()
        ]
        self._keuzes("kern", [("", "Ergens anders, of niet ingevuld"), *kernen()])
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

    def _keuzes(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[naam]).choices = keuzes

    def _mag_leeg(self, naam: str) -> None:
        """A radio can't be let go of: not filled in is a choice as well."""
        veld = self.fields[naam]
        veld.required = veld.widget.is_required = False
        if isinstance(veld.widget, forms.RadioSelect):
            keuzes = cast("list[tuple[str, str]]", cast("forms.ChoiceField", veld).choices)
            self._keuzes(naam, [("", "Niet ingevuld"), *keuzes])

    def clean_naam(self) -> str:
        naam = netjes(self.cleaned_data["naam"])
        if naam and len(naam.split()) < 2:
            raise forms.ValidationError(
                "Vul de voor- en achternaam in. Staat er maar één op het vel, vraag het dan na."
            )
        return naam

    def clean_postadres(self) -> str:
        regels = [deel.strip() for deel in re.split(r"[\n,]", self.cleaned_data["postadres"]) if deel.strip()]
        if regels and not (2 <= len(regels) <= 4 and re.search(r"\d", regels[0] + regels[1])):
            raise forms.ValidationError(
                "Vul straat en nummer in, en op de volgende regel postcode en plaats. Bijvoorbeeld: Voorstraat 1, "
                "4153 AB Beesd."
            )
        return "\n".join(regels)

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
        return Afzender(
            naam=gegevens["naam"],
            kern=gegevens["kern"],
            voluit=gegevens.get("naam_erbij") == "voluit",
            postadres=gegevens["postadres"],
            email=gegevens["email"],
            item=self.bijeenkomsten.get(gegevens["bijeenkomst"]),
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
