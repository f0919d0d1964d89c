"""The form to put somebody on the list who rang, or handed in the form."""

from typing import Any
from uuid import UUID, uuid4

from django import forms

from core.talen.taal import BRONTAAL
from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden.plaatsen import Plek
from meedoen.keuzes import MEESTE_MENSEN, Bron
from werkplek.tafelformulier import HOE, TafelForm

BRONNEN = [(bron, HOE[bron]) for bron in (Bron.TELEFOON, Bron.PAPIER, Bron.GESPROKEN)]


class ErbijForm(TafelForm):
    """A name and with how many; the rest may stay empty."""

    aantal = forms.IntegerField(
        label="Met hoeveel mensen", min_value=1, max_value=MEESTE_MENSEN,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Vul in met hoeveel mensen: 1 tot 6."
        ),
    )  # fmt: skip
    taak = forms.ChoiceField(
        label="Waarvoor", error_messages={"invalid_choice": "Deze taak is er niet meer. Kies een andere."}
    )
    wil_afspraken = forms.BooleanField(
        label="Wil per mail horen wat we afspreken", required=False,
        help_text="Dat kan alleen met een e-mailadres dat klopt.",
    )  # fmt: skip
    bron = forms.ChoiceField(
        label="Hoe kwam het binnen?", choices=BRONNEN, required=False,
        error_messages={"invalid_choice": "Kies hoe het binnenkwam."},
    )  # fmt: skip

    def __init__(self, pagina: Plek, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["kern"]
        self.fields["naam"].required = True
        self.fields["naam"].error_messages["required"] = "Vul de naam in van wie zich aanmeldt."
        self.fields["email"].help_text = "Voor wie een mail wil. Er gaat er een heen: klopt dit adres?"
        for naam in ("taal", "formulier"):
            self.fields[naam].required = False
        taken = list(pagina.taken.all()) if isinstance(pagina, OproepPage) else []
        keuzes = [(str(taak.kenmerk), taak.taak) for taak in taken if taak.kenmerk]
        if keuzes:
            self._keuzes("taak", keuzes)
        else:
            del self.fields["taak"]
        if not isinstance(pagina, AgendaItemPage):
            del self.fields["wil_afspraken"]
        self.order_fields(["naam", "aantal", "taak", "bron", "email", "wil_afspraken", "postadres", "taal"])

    def clean_formulier(self) -> UUID:
        return self.cleaned_data["formulier"] or uuid4()

    def velden(self) -> dict[str, Any]:
        """As the fields of an Aanmelding."""
        gegevens = self.cleaned_data
        taak = gegevens.get("taak")
        return {
            "aantal": gegevens["aantal"],
            "taak": UUID(taak) if taak else None,
            "bron": gegevens["bron"] or Bron.TELEFOON,
            "taal": gegevens["taal"] or BRONTAAL,
            "wil_afspraken": gegevens.get("wil_afspraken", False),
        }


def leeg() -> dict[str, Any]:
    return {"aantal": 1, "bron": Bron.TELEFOON, "taal": BRONTAAL, "formulier": uuid4()}
