"""What the edit form of a call, and that of a meeting, ask beside their fields."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.http import QueryDict
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from core.formulieren.datumvelden import TijdstipVeld
from core.goedkeuring.formulieren import PaginaForm
from core.teksten.plat import is_leeg
from core.wanneer import alleen_dag
from kernpagina.antwoorden import (
    bezwaar_tegen_taken,
    bezwaar_tegen_vragen,
    bezwaar_zonder_uitkomst,
    bezwaar_zonder_vragen,
)
from kernpagina.verplaatst import Moment, meegaand_einde, over_het_einde


class OproepForm(PaginaForm):
    """Questions that somebody answered stand still, and so do tasks that somebody signed up for."""

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        for naam, bezwaar_tegen in (("vragen", bezwaar_tegen_vragen), ("taken", bezwaar_tegen_taken)):
            rijen = self._rijen(naam)
            if rijen is not None and (bezwaar := bezwaar_tegen(self.instance, rijen)):
                self.add_error(None, bezwaar)
        return gegevens

    def _post_clean(self) -> None:
        """What a draft may lack, once the page in memory has what was filled in."""
        super()._post_clean()
        if self.instance.als_concept:
            return
        vragen, punten = self._rijen("vragen"), self._rijen("uitkomstpunten")
        if vragen is not None and (bezwaar := bezwaar_zonder_vragen(self.instance, vragen)):
            self.add_error("soort", bezwaar)
        uitkomst, motivering = self.instance.uitkomst, self.instance.motivering
        if bezwaar := bezwaar_zonder_uitkomst(uitkomst, motivering, punten or []):
            self.add_error("uitkomst", bezwaar)

    def _rijen(self, naam: str) -> list | None:
        """The rows as they were filled in, without what was taken out; None where one of them has a fault of its own."""
        formset = self.formsets.get(naam)
        if formset is None or not formset.is_valid():
            return None
        return [rij.instance for rij in formset.ordered_forms]


class MeeVeld(forms.CharField):
    """Goes along with a form unseen: it is no change."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


def _toon_als_dag(invoer: AdminDateTimeInput) -> None:
    """For whole days: what stands in the field, and what the calendar puts there, has no time."""
    dag = AdminDateInput()
    invoer.format, invoer.js_format = dag.format, dag.js_format


class AgendaItemForm(PaginaForm):
    """A meeting that goes to another day takes its end along.

    What was agreed is read below the report: without one nobody would see it, and nobody would know why.
    """

    # When it was as this form was drawn: an autosave may have kept another day since, which the form doesn't show.
    moment_was = MeeVeld(required=False)

    einde_mee = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stond = self.instance
        was = Moment(stond.begin, stond.einde, stond.hele_dag).schrijf() if stond.begin else ""
        self.initial["moment_was"] = was
        hele_dag = self.fields["hele_dag"].widget.value_from_datadict(
            self.data, self.files, self.add_prefix("hele_dag")
        )
        for naam in ("begin", "einde"):
            cast("TijdstipVeld", self.fields[naam]).hele_dag = bool(hele_dag)
            hele = hele_dag if self.is_bound else stond.hele_dag
            if hele and not isinstance(alleen_dag(getattr(stond, naam), stond), datetime | None):
                _toon_als_dag(self.fields[naam].widget)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        was, nu = self._was(), self._nu()
        if was and nu and (einde := meegaand_einde(was, nu)):
            self.cleaned_data["einde"], self.einde_mee = einde, True
        formset = self.formsets.get("afspraken")
        if self.instance.als_concept or formset is None or not formset.is_valid():
            return gegevens
        if formset.ordered_forms and is_leeg(gegevens.get("verslag") or ""):
            self.add_error(
                "verslag",
                "Schrijf ook kort wat er is besproken. Zonder verslag staan de afspraken niet op de site.",
            )
        return gegevens

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.einde_mee and "einde" in self.errors:
            # What is wrong with it is said of the end that went along.
            data = cast("QueryDict", self.data).copy()
            data[self.add_prefix("einde")] = self["einde"].field.widget.format_value(self.instance.einde)
            self.data = data

    def _was(self) -> Moment | None:
        getypt = self.data.get(self.add_prefix("moment_was"), self.initial["moment_was"])
        return Moment.lees(str(getypt))

    def _nu(self) -> Moment | None:
        gegevens = self.cleaned_data
        begin, hele_dag = gegevens.get("begin"), bool(gegevens.get("hele_dag"))
        return Moment(begin, gegevens.get("einde"), hele_dag) if begin else None

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """An end that went along stands in the form as it was, and goes by the day it was drawn with, until the browser puts
        it there (static/werkplek/einde.js): somebody may be typing another one.
        """
        updates = super().get_field_updates_for_resave()
        nu = self._nu()
        updates += [("einde_zegt", zin) for zin in self._over_het_einde()]
        if nu and self.einde_mee:
            einde = self["einde"].field.widget.format_value(nu.einde)
            return [*updates, ("einde_mee", einde), ("moment_mee", nu.schrijf())]
        return [*updates, (self.add_prefix("moment_was"), nu.schrijf())] if nu else updates

    def opmerkingen(self) -> list[str]:
        return [*super().opmerkingen(), *self._over_het_einde()]

    def _over_het_einde(self) -> list[str]:
        was, nu = self._was(), self._nu()
        zin = over_het_einde(was, nu, mee=self.einde_mee) if nu else ""
        return [zin] if zin else []
