"""What the edit form of a call, and that of a meeting, ask beside their fields."""

from typing import Any

from core.goedkeuring.formulieren import PaginaForm
from core.teksten.plat import is_leeg
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


class AgendaItemForm(PaginaForm):
    """What was agreed is read below the report: without one nobody would see it, and nobody would know why."""

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        formset = self.formsets.get("afspraken")
        if self.instance.als_concept or formset is None or not formset.is_valid():
            return gegevens
        if formset.ordered_forms and is_leeg(gegevens.get("verslag") or ""):
            self.add_error(
                "verslag",
                "Schrijf ook kort wat er is besproken. Zonder verslag staan de afspraken niet op de site.",
            )
        return gegevens
