"""Dates in the forms of the admin, written the way people write them."""

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from core.tijd import vandaag
from core.wanneer import DAG, NACHT_TOT

if TYPE_CHECKING:
    from datetime import timedelta

MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MAAND = re.compile(r" (jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?( |$)")
_WEEKDAG = re.compile(r"^(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?,? (?=\d)")
# `20.00`, `20:00 uur`, `20u30`, `20 u.`
_UREN = r"(\d{1,2})(?:[.:u](\d{2})(?: ?u(?:ur)?\.?)?| ?u(?:ur)?\.?"
# After a whole year, two digits are an hour as well.
_TIJD = re.compile(rf",? (?:om )?{_UREN}|(?:(?<=\d{{4}} \d\d)|(?<=\d{{4}}, \d\d)|(?<= om \d\d))\.?)$")
_ALLEEN_TIJD = re.compile(rf"^(?:tot |om )*{_UREN}|(?<=\d\d)\.?)$")
_EEN_CIJFER = re.compile(r"(?:^| )\d{1,2}[.:]\d$")
_DAG = (
    re.compile(r"^(?P<dag>\d{1,2})(?P<streep>[-/.])(?P<maand>\d{1,2})(?P=streep)(?P<jaar>\d{4}|\d{2})$"),
    re.compile(r"^(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})$"),
    re.compile(r"^(?P<dag>\d{1,2})[-/](?P<maand>\d{1,2})$"),
)
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199


def in_cijfers(getypt: str) -> str:
    """`woensdag 24 november 2027 om 19.30 uur` as `24-11-2027 19:30`; what isn't understood stays as it is."""
    return " ".join(_dag_en_tijd(getypt)).strip()


def met_jaar(getypt: str, vanaf: date) -> str:
    """The same, with the year of the first such day from there on where none was typed: `24-11-2027` of `24 november`."""
    dag, tijd = _dag_en_tijd(getypt)
    if zonder_jaar(getypt) and (volgende := _eerste_vanaf(dag, vanaf)):
        dag = f"{volgende:%d-%m-%Y}"
    return f"{dag} {tijd}".strip()


def zonder_jaar(getypt: str) -> bool:
    """Whether this is a day of which the year wasn't typed, with or without a time."""
    return bool(_DAG[-1].match(_dag_en_tijd(getypt)[0]))


def _dag_en_tijd(getypt: str) -> tuple[str, str]:
    # The time goes first: of `24 december 20 uur` the 20 is no year.
    tekst = _WEEKDAG.sub("", " ".join(getypt.lower().split()))
    tijd = _TIJD.search(tekst)
    dag = tekst[: tijd.start()] if tijd else tekst
    dag = _MAAND.sub(lambda maand: f"-{_nummer(maand[1])}{'-' if maand[2] else ''}", dag, count=1)
    return dag, f"{tijd[1]}:{tijd[2] or '00'}" if tijd else ""


def _eerste_vanaf(dag: str, vanaf: date) -> date | None:
    # Between two leap days lie eight years at most.
    jaren = range(vanaf.year, vanaf.year + 9)
    mogelijk = (_als_dag(f"{dag.replace('/', '-')}-{jaar}") for jaar in jaren)
    return next((een for een in mogelijk if een and een >= vanaf), None)


def _als_dag(dag: str) -> date | None:
    gelezen = next(filter(None, (vorm.match(dag) for vorm in _DAG[:-1])), None)
    if not gelezen:
        return None
    jaar = int(gelezen["jaar"])
    try:
        return date(jaar if jaar > 99 else 2000 + jaar, int(gelezen["maand"]), int(gelezen["dag"]))
    except ValueError:
        return None


def wat_niet_bestaat(getypt: str, *, tijd_genoeg: bool = False) -> str:
    """Which day or time in this is none, in a sentence: the 31st of February, 25 o'clock. Empty when it isn't that."""
    dag, tijd = _dag_en_tijd(getypt)
    lijkt_dag = any(vorm.match(dag) for vorm in _DAG)
    if lijkt_dag and not (_eerste_vanaf(dag, vandaag()) if zonder_jaar(dag) else _als_dag(dag)):
        return f"Deze dag bestaat niet: {dag}. "
    uren = _ALLEEN_TIJD.match(dag if tijd_genoeg and not tijd else tijd)
    if uren and _als_tijd(uren) is None:
        return f"Deze tijd bestaat niet: {uren[1]}.{uren[2] or '00'}. "
    return ""


def _wat_niet_kan_op(getypt: str) -> str:
    """What is wrong with a time that exists on most days, and what to write; empty when it isn't that."""
    gelezen, tijd = _dag_en_tijd(getypt)
    dag, uren = _als_dag(gelezen), _ALLEEN_TIJD.match(tijd)
    klok = _als_tijd(uren) if uren else None
    if not dag or not uren or klok is None:
        return ""
    if int(uren[1]) == 24:
        return f"Om 24.00 uur is deze dag voorbij. Schrijf {dag + DAG:%d-%m-%Y} 00:00 voor het begin van de dag erna."
    moment = datetime.combine(dag, klok, timezone.get_current_timezone())
    later = moment.replace(fold=1)
    if moment.utcoffset() == later.utcoffset():
        return ""
    # Of an hour that is skipped, the first reading is that of the clock before it.
    vooruit = cast("timedelta", moment.utcoffset()) < cast("timedelta", later.utcoffset())
    wat = "vooruit, van 2.00 naar 3.00 uur" if vooruit else "terug, van 3.00 naar 2.00 uur"
    hoe = "bestaat dan niet" if vooruit else "is er dan twee keer"
    return f"Die nacht gaat de klok {wat}: {klok:%H.%M} uur {hoe}. Schrijf een tijd voor 2.00 uur, of vanaf 3.00 uur."


def _als_tijd(uren: re.Match) -> time | None:
    """24.00 is midnight, as the end of a day."""
    uur, minuut = int(uren[1]), int(uren[2] or 0)
    try:
        return time() if (uur, minuut) == (24, 0) else time(uur, minuut)
    except ValueError:
        return None


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
        try:
            dag = super().to_python(_aangevuld(value))
        except ValidationError as fout:
            raise _wat_er_mis_is(value, self.error_messages["invalid"]) from fout
        _bestaanbaar(dag)
        return dag


class TijdstipVeld(forms.DateTimeField):
    default_error_messages = {
        "invalid": "Schrijf dag en tijd als 24-11-2027 19:30 of als 24 november 2027 19.30.",
        "zonder_tijd": "Schrijf ook hoe laat, zoals 24 november 2027 19.30. Of vink ‘Hele dag’ aan.",
        "alleen_tijd": "Schrijf hoe laat, zoals 22.00. Is het op een andere dag? Schrijf dan 24-11-2027 22:00.",
        "zonder_dag": "Vul ook het begin in, met de dag erbij: dan is hier de tijd genoeg.",
    }
    # Whether whole days are meant, where that is asked: then 24.00 is the end of its day, and else a day alone isn't enough.
    hele_dag: bool | None = None
    # Whether a time alone is enough: the form gives it its day, if it can (`met_dag`).
    tijd_genoeg = False

    def to_python(self, value: str | date | datetime | None) -> datetime | None:
        if self.hele_dag is False and isinstance(value, str) and _is_alleen_dag(value):
            raise ValidationError(self.error_messages["zonder_tijd"], code="zonder_tijd")
        tekst = _aangevuld(value)
        if self.tijd_genoeg and isinstance(tekst, str):
            tekst = _tot_middernacht(tekst, nog=not self.hele_dag)
        try:
            if isinstance(tekst, str) and _EEN_CIJFER.search(tekst):
                # `8.5` would be taken for five past eight, without a word.
                raise ValidationError(self.error_messages["invalid"])
            moment = super().to_python(tekst)
        except ValidationError as fout:
            if zin := _wat_niet_kan_op(str(tekst)):
                raise ValidationError(zin, code="invalid") from fout
            soort = "invalid"
            if self.tijd_genoeg:
                soort = "zonder_dag" if is_alleen_tijd(str(value)) else "alleen_tijd"
            uitleg = self.error_messages[soort]
            if _EEN_CIJFER.search(str(tekst)):
                uitleg = f"Schrijf de minuten met twee cijfers. {uitleg}"
            raise _wat_er_mis_is(value, uitleg, tijd_genoeg=self.tijd_genoeg) from fout
        _bestaanbaar(moment)
        return moment


def _aangevuld(value: Any) -> Any:
    return met_jaar(value, vandaag()) if isinstance(value, str) else value


def _tot_middernacht(getypt: str, *, nog: bool) -> str:
    """What goes on till 24.00 ends as the next day begins, or with its day when that has no time (not `nog`). Anything else
    stays as it is."""
    gelezen, tijd = _dag_en_tijd(getypt)
    dag = _als_dag(gelezen)
    return f"{dag + DAG * nog:%d-%m-%Y} 00:00" if dag and tijd == "24:00" else getypt


def _wat_er_mis_is(value: Any, uitleg: Any, *, tijd_genoeg: bool = False) -> ValidationError:
    return ValidationError(f"{wat_niet_bestaat(str(value), tijd_genoeg=tijd_genoeg)}{uitleg}", code="invalid")


def _is_alleen_dag(getypt: str) -> bool:
    try:
        return bool(DatumVeld(required=False).clean(getypt))
    except ValidationError:
        return False


def is_alleen_tijd(getypt: str) -> bool:
    uren = _ALLEEN_TIJD.match(" ".join(getypt.lower().split()))
    return uren is not None and _als_tijd(uren) is not None


def met_dag(einde: str, begin: str) -> str:
    """An end of which only the time is typed, `22.00`, `10 uur` or `22`, on the day of the begin, or in the night after it;
    a day without a year is the first one from there on.

    Anything else stays as it is, also when the begin can't be read.
    """
    uren = _ALLEEN_TIJD.match(" ".join(einde.lower().split()))
    tot = _als_tijd(uren) if uren else None
    try:
        van = TijdstipVeld(required=False).clean(begin)
    except ValidationError:
        van = None
    if not van:
        return einde
    van = timezone.localtime(van)
    if zonder_jaar(einde):
        return met_jaar(einde, van.date())
    if not uren or tot is None:
        return einde
    if int(uren[1]) == 24:
        return f"{van:%d-%m-%Y} 24:00"
    later = tot <= NACHT_TOT and tot < van.time()
    return f"{van + DAG if later else van:%d-%m-%Y} {tot:%H:%M}"


def registreer() -> None:
    """Use these for every date in the admin."""
    for veld, vorm, widget in (
        (models.DateField, DatumVeld, AdminDateInput),
        (models.DateTimeField, TijdstipVeld, AdminDateTimeInput),
    ):
        register_form_field_override(veld, override={"form_class": vorm, "widget": widget})
