"""What the edit form of a call asks beside its fields."""

from typing import Any

from core.goedkeuring.formulieren import PaginaForm
from kernpagina.antwoorden import bezwaar_tegen_taken, bezwaar_tegen_vragen


class OproepForm(PaginaForm):
    """Questions that somebody answered stand still, and so do tasks that somebody signed up for."""

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        for naam, bezwaar_tegen in (("vragen", bezwaar_tegen_vragen), ("taken", bezwaar_tegen_taken)):
            formset = self.formsets.get(naam)
            if formset is not None and formset.is_valid():
                rijen = [rij.instance for rij in formset.ordered_forms]
                if bezwaar := bezwaar_tegen(self.instance, rijen):
                    self.add_error(None, bezwaar)
        return gegevens
