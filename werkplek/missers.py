"""Autosave keeps all that it can: one field that can't be read doesn't stop the others, and is pointed at by its name."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, cast

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BoundField, ModelForm
from django.forms.utils import ErrorList
from django.http import HttpResponse, JsonResponse, QueryDict
from django.utils.text import capfirst
from wagtail.blocks import BlockField

if TYPE_CHECKING:  # of the two screens; what is used here, the other has as well
    from wagtail.admin.views.pages.edit import EditView as Scherm
else:
    Scherm = object


@dataclass(frozen=True)
class Misser:
    """A field that isn't right yet: what to type, the id of the field in the form, and whether something that was typed
    isn't kept because of it.
    """

    zin: str
    veld: str
    kwijt: bool


class BewaartWatKan(Scherm):
    """For Wagtail's screens that make and edit a page."""

    missers: tuple[Misser, ...] = ()

    def form_invalid(self, form) -> HttpResponse:
        if not self.expects_json_response or getattr(self, "locked_for_user", False):
            return super().form_invalid(form)
        if self.missers:
            return self._antwoord({"success": False, "error_code": "validation_error"}, 400)
        self.missers = tuple(missers(form))
        if not self.missers:
            return super().form_invalid(form)
        # All over again: this form has written in the page already.
        self.request.POST = zonder_missers(form)  # ty: ignore[invalid-assignment] - may be another than was sent
        antwoord = self.dispatch(self.request, *self.args, **self.kwargs)
        return self._antwoord(json.loads(antwoord.content), antwoord.status_code)

    def _antwoord(self, gegevens: dict, status: int) -> HttpResponse:
        if gegevens.get("error_code") == "validation_error":
            gegevens["error_message"] = " ".join(misser.zin for misser in self.missers)
        gegevens["missers"] = [asdict(misser) for misser in self.missers]
        return JsonResponse(gegevens, status=status)


def missers(form) -> Iterator[Misser]:
    for deel, van in _delen(form):
        for veld, fouten in _fouten(deel):
            vergeten = fouten.as_data()[0].code == "required"
            zin = "vul dit nog in." if vergeten else str(fouten[0])
            if isinstance(veld.field, BlockField):
                zin = "kijk na wat hier nog niet goed is."
            kwijt = _valt_weg(veld, van) or (not vergeten and bool(form.data.get(veld.html_name, "").strip()))
            yield Misser(f"{capfirst(veld.label)}{van}: {zin[:1].lower()}{zin[1:]}", veld.id_for_label, kwijt)


def zonder_missers(form) -> QueryDict:
    """What was sent, with what was kept before in the place of what isn't right. A new row that can't do without is
    left out; it stays in the form.
    """
    gegevens = form.data.copy()
    for deel, van in _delen(form):
        for veld, _ in _fouten(deel):
            if _valt_weg(veld, van):
                gegevens[f"{deel.prefix}-DELETE"] = "on"
            elif veld.html_name in gegevens:
                bewaard = veld.field.prepare_value(veld.initial)
                gegevens[veld.html_name] = veld.field.widget.format_value(bewaard) or ""
    return gegevens


def _valt_weg(veld: BoundField, van: str) -> bool:
    """Whether the row of this field is new and can't do without."""
    deel = cast("ModelForm", veld.form)
    verplicht = veld.field.required and veld.name not in vars(deel._meta)["defer_required_on_fields"]
    return bool(van) and verplicht and not deel.instance.pk


def _delen(form) -> Iterator[tuple[ModelForm, str]]:
    """The form, and each row below it with what it is called: ` van fase 2`, counted as on the screen."""
    yield form, ""
    for formset in form.formsets.values():
        formset.is_valid()  # reads the rows, which Wagtail's form leaves when something before them was wrong
        rijen = [rij for rij in formset.forms if not rij.cleaned_data.get("DELETE")]
        rijen.sort(key=lambda rij: rij.cleaned_data.get("ORDER") or len(rijen))
        for nummer, rij in enumerate(rijen, start=1):
            yield rij, f" van {rij._meta.model._meta.verbose_name} {nummer}"


def _fouten(deel) -> Iterator[tuple[BoundField, ErrorList]]:
    for naam, fouten in deel.errors.items():
        # The slug comes of the title.
        if naam != NON_FIELD_ERRORS and not (naam == "slug" and "title" in deel.errors):
            yield deel[naam], fouten
