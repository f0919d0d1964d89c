"""What the edit form of a call asks beside its fields."""

from typing import Any

from core.goedkeuring.formulieren import PaginaForm
from kernpagina.antwoorden import bezwaar_tegen_vragen


class OproepForm(PaginaForm):
    """Questions that somebody answered stand still."""

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        formset = self.formsets.get("vragen")
        if formset is not None and formset.is_valid():
            vragen = [rij.instance for rij in formset.ordered_forms]
            if bezwaar := bezwaar_tegen_vragen(self.instance, vragen):
                self.add_error(None, bezwaar)
        return gegevens
