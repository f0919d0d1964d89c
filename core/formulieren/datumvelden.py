"""Dates in the forms of the admin, written the way people write them."""

import re
from datetime import date, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from core.wanneer import DAG, NACHT_TOT

MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MAAND = re.compile(r" (jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? ")
_WEEKDAG = re.compile(r"^(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?,? (?=\d)")
_TIJD = re.compile(r",? (?:om )?(\d{1,2})(?:[.:](\d{2})(?: ?u(?:ur)?)?| ?u(?:ur)?)$")
_ALLEEN_TIJD = re.compile(r"^(?:tot |om )*([01]?\d|2[0-4])(?:[.:]([0-5]\d)(?: ?uur)?| ?uur|(?<=\d\d))$")
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199


def in_cijfers(getypt: str) -> str:
    """`woensdag 24 november 2027 om 19.30 uur` as `24-11-2027 19:30`; what isn't understood stays as it is."""
    tekst = _WEEKDAG.sub("", " ".join(getypt.lower().split()))
    tekst = _MAAND.sub(lambda maand: f"-{_nummer(maand[1])}-", tekst, count=1)
    return _TIJD.sub(lambda tijd: f" {tijd[1]}:{tijd[2] or '00'}", tekst)


def _nummer(maand: str) -> int:
    return MAANDEN.index("mrt" if maand == "maa" else maand) + 1


def _bestaanbaar(moment: date | datetime | None) -> None:
    # Beyond these years a typing error is certain, and the clock of another time zone falls off the calendar.
    if moment and not EERSTE_JAAR <= moment.year <= LAATSTE_JAAR:
        raise ValidationError(f"Kijk het jaar na: {moment.year:04} kan niet kloppen.")


class DatumVeld(forms.DateField):
    default_error_messages = {"invalid": "Schrijf de dag als 24-11-2027 of als 24 november 2027."}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # Who may type something else as well, is told so.
        if uitleg := getattr(self.widget, "uitleg", ""):
            self.error_messages["invalid"] = uitleg

    def to_python(self, value: str | date | None) -> date | None:
        dag = super().to_python(in_cijfers(value) if isinstance(value, str) else value)
        _bestaanbaar(dag)
        return dag


class TijdstipVeld(forms.DateTimeField):
    default_error_messages = {
        "invalid": "Schrijf dag en tijd als 24-11-2027 19:30 of als 24 november 2027 19.30.",
        "zonder_tijd": "Schrijf ook hoe laat, zoals 24 november 2027 19.30. Of vink ‘Hele dag’ aan.",
    }
    # Whether a day alone isn't enough: it would be taken for midnight, without a word.
    met_tijd = False

    def to_python(self, value: str | date | datetime | None) -> datetime | None:
        if self.met_tijd and isinstance(value, str) and _is_alleen_dag(value):
            raise ValidationError(self.error_messages["zonder_tijd"], code="zonder_tijd")
        moment = super().to_python(in_cijfers(value) if isinstance(value, str) else value)
        _bestaanbaar(moment)
        return moment


def _is_alleen_dag(getypt: str) -> bool:
    try:
        return bool(DatumVeld(required=False).clean(getypt))
    except ValidationError:
        return False


def is_alleen_tijd(getypt: str) -> bool:
    return bool(_ALLEEN_TIJD.match(" ".join(getypt.lower().split())))


def met_dag(einde: str, begin: str) -> str:
    """An end of which only the time is typed, `22.00`, `10 uur` or `22`, on the day of the begin, or in the night after it.

    Anything else stays as it is, also when the begin can't be read.
    """
    tijd = _ALLEEN_TIJD.match(" ".join(einde.lower().split()))
    try:
        van = TijdstipVeld(required=False).clean(begin)
    except ValidationError:
        van = None
    if not tijd or not van:
        return einde
    van = timezone.localtime(van)
    uur, minuut = int(tijd[1]), int(tijd[2] or 0)
    if uur == 24 and minuut:
        return einde
    tot = time(uur % 24, minuut)
    later = uur == 24 or (tot <= NACHT_TOT and tot < van.time())
    return f"{van + DAG if later else van:%d-%m-%Y} {tot:%H:%M}"


def registreer() -> None:
    """Use these for every date in the admin."""
    for veld, vorm, widget in (
        (models.DateField, DatumVeld, AdminDateInput),
        (models.DateTimeField, TijdstipVeld, AdminDateTimeInput),
    ):
        register_form_field_override(veld, override={"form_class": vorm, "widget": widget})
