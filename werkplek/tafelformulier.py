"""Who takes part at the table, whatever they take part in: a name, where they live, and how they hear of it."""

import re
from typing import Any, cast

from django import forms
from django.conf import settings

from core.formulieren.emailveld import EmailVeld
from inwoners.mensen import netjes
from meedoen.keuzes import Bron
from meedoen.namen import kernen
from meedoen.van_tafel import Afzender
from meedoen.velden import Regel, Tekst

HOE = {Bron.PAPIER: "Op papier", Bron.TELEFOON: "Aan de telefoon", Bron.GESPROKEN: "In een gesprek",
       Bron.BIJEENKOMST: "Op een bijeenkomst"}  # fmt: skip

POSTCODE = re.compile(r"^(\d{4}) ?([A-Za-z]{2})\b[ ]*(?=\S)")


class TafelForm(forms.Form):
    naam = Regel(label="Voor- en achternaam", max_length=100, required=False)
    kern = forms.ChoiceField(label="Woont in", required=False)
    email = EmailVeld(
        label="E-mailadres", max_length=200, required=False,
        help_text="Alleen voor wie wil horen wat ermee gebeurt. Er gaat een mail heen: klopt dit adres?",
        error_messages={"invalid": "Dit is geen heel e-mailadres. Kijk het na, of laat het leeg."},
    )  # fmt: skip
    postadres = Tekst(
        label="Postadres, voor wie geen e-mail heeft en een brief wil", max_length=300, required=False,
        help_text="Straat en nummer, op de volgende regel postcode en plaats.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    taal = forms.ChoiceField(label="Taal", choices=settings.LANGUAGES)
    formulier = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keuzes("kern", [("", "Ergens anders, of niet ingevuld"), *kernen()])

    def _keuzes(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[naam]).choices = keuzes

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
        # As the post wants it, however it was typed.
        return "\n".join(
            POSTCODE.sub(lambda deel: f"{deel[1]} {deel[2].upper()} ", regel) for regel in regels
        )

    def afzender(self) -> Afzender:
        namen = ("naam", "kern", "postadres", "email")
        return Afzender(**{naam: self.cleaned_data[naam] for naam in namen if naam in self.fields})


def zet_aandacht(form: forms.Form) -> None:
    """Where one goes on typing: the first field, or the first that has to be looked at."""
    zichtbaar = [veld.name for veld in form.visible_fields()]
    naam = next((naam for naam in zichtbaar if naam in form.errors), zichtbaar[0])
    form.fields[naam].widget.attrs["autofocus"] = True
