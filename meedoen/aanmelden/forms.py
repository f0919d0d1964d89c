"""What one fills in to sign up: who, an address, with how many, and for a call which task."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kernpagina.models import AgendaItemPage, OproepPage
from meedoen.aanmelden.plaatsen import Plek, vrije_plaatsen
from meedoen.keuzes import MEESTE_MENSEN
from meedoen.wie import WieForm

HOEVEEL = [(str(aantal), str(aantal)) for aantal in range(1, MEESTE_MENSEN + 1)]


class HoeveelForm(forms.Form):
    """With how many, and for a meeting whether they want to hear what came of it: of a call everybody hears that."""

    aantal = forms.TypedChoiceField(
        label=_("Met hoeveel mensen kom je?"),
        choices=HOEVEEL,
        coerce=int,
        error_messages={
            "required": _("Kies met hoeveel mensen je komt."),
            "invalid_choice": _("Je kunt je aanmelden met 1 tot 6 mensen. Bel als je met meer komt."),
        },
    )

    def __init__(self, pagina: Plek, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(pagina, AgendaItemPage):
            self.fields["wil_afspraken"] = forms.BooleanField(
                label=_("Mail mij wat we afspraken"), required=False
            )


class AanmeldForm(WieForm, HoeveelForm):
    """Three fields; four for a call with tasks."""

    def __init__(self, pagina: Plek, *args: Any, **kwargs: Any) -> None:
        super().__init__(pagina, *args, **kwargs)
        self.fields["naam"].help_text = _("Alleen wie dit organiseert ziet je naam.")
        self.fields["email"].error_messages["required"] = _("Vul je e-mailadres in. Heb je er geen? Bel dan.")
        taken = taakkeuzes(pagina)
        if taken:
            self.fields["taak"] = forms.ChoiceField(
                label=_("Waar help je mee?"),
                choices=taken,
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Kies waar je mee helpt."),
                    "invalid_choice": _("Deze taak is er niet meer. Kies een andere."),
                },
            )
        self.order_fields(["taak", "naam", "email", "aantal"])

    def gegevens(self) -> dict[str, Any]:
        taak = self.cleaned_data.get("taak")
        wil_afspraken = self.cleaned_data.get("wil_afspraken", False)
        return {**self.cleaned_data, "taak": UUID(taak) if taak else None, "wil_afspraken": wil_afspraken}


def taakkeuzes(pagina: Plek) -> list[tuple[str, str]]:
    """The tasks of a call, each with how many are still needed."""
    if not isinstance(pagina, OproepPage):
        return []
    vrij = vrije_plaatsen(pagina)
    taken = [taak for taak in pagina.taken.all() if taak.kenmerk]
    return [(str(taak.kenmerk), _met_plaatsen(taak.taak, vrij.get(taak.kenmerk))) for taak in taken]


def _met_plaatsen(taak: str, vrij: int | None) -> str:
    return taak if vrij is None else f"{taak} ({plaatsen_in_woorden(vrij)})"


def plaatsen_in_woorden(vrij: int) -> str:
    if not vrij:
        return cast("str", _("je komt op de wachtlijst"))
    return ngettext("nog %(vrij)s plaats", "nog %(vrij)s plaatsen", vrij) % {"vrij": vrij}
