"""Fields for what residents write. A browser doesn't cut what is too long: who pastes a text wouldn't see what went."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.teksten import schoon


class Regel(forms.CharField):
    """One line, without signs that nobody sees and that a form can't keep. `zeg_maximum`: below its label."""

    default_error_messages = {
        "max_length": gettext_lazy(
            "Je schreef %(geteld)s tekens, dat zijn er %(te_veel)s te veel. Hoogstens %(hoogstens)s kan. Maak je tekst "
            "korter en verstuur hem opnieuw."
        )
    }

    def __init__(self, *, zeg_maximum: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # Without how many signs there may be: on paper nobody counts them.
        self.uitleg = self.help_text
        if zeg_maximum:
            self.help_text = met_maximum(self.help_text, self.max_length)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {naam: waarde for naam, waarde in super().widget_attrs(widget).items() if naam != "maxlength"}

    def to_python(self, value: Any) -> str:
        return _of_leeg(schoon.regel(super().to_python(value) or ""))

    def run_validators(self, value: str) -> None:
        try:
            super().run_validators(value)
        except ValidationError as fout:
            for te_lang in (een for een in fout.error_list if een.code == "max_length"):
                geteld, hoogstens = len(value), self.max_length or 0
                getallen = {"geteld": geteld, "hoogstens": hoogstens, "te_veel": geteld - hoogstens}
                te_lang.params = {naam: _getal(aantal) for naam, aantal in getallen.items()}
            raise


class Tekst(Regel):
    """More lines. A browser sends them with \\r\\n, which would count twice."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(zeg_maximum=True, **kwargs)

    def to_python(self, value: Any) -> str:
        return _of_leeg(schoon.tekst((forms.CharField.to_python(self, value) or "").replace("\r\n", "\n")))


def _of_leeg(tekst: str) -> str:
    """What nobody sees, wasn't filled in."""
    return tekst.strip() if schoon.zichtbaar(tekst) else ""


def _met_maximum(uitleg: object, hoogstens: int | None) -> str:
    maximum = _("Hoogstens %(aantal)s tekens.") % {"aantal": _getal(hoogstens or 0)}
    return f"{uitleg} {maximum}".strip()


# What stands below the label, in the language of who reads it.
met_maximum = lazy(_met_maximum, str)


def _getal(aantal: int) -> str:
    return number_format(aantal, use_l10n=True, force_grouping=True)
