"""Who fills in a form: a name and an address. Nobody takes part without either."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.formulieren.emailveld import EmailVeld
from inwoners.grenzen import SAMEN
from inwoners.mensen import netjes
from meedoen.velden import Regel

TE_LANG = _("Dit adres is te lang. Kijk het na.")


class WieForm(forms.Form):
    naam = Regel(
        label=_("Je voor- en achternaam"),
        max_length=100,
        help_text=_("Bij Bloei! reageren we met onze naam."),
        error_messages={"required": _("Vul je voor- en achternaam in.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = EmailVeld(
        label=_("Je e-mailadres"),
        max_length=200,
        help_text=format_lazy("{} {}", _("Je krijgt een mail met een knop. Niemand ziet je adres."), SAMEN),
        error_messages={
            "required": _("Vul je e-mailadres in. Heb je er geen? Doe dan mee zonder internet."),
            "invalid": _("Dit is geen heel e-mailadres. Kijk het na, bijvoorbeeld naam@voorbeeld.nl."),
            "max_length": TE_LANG,
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_naam(self) -> str:
        naam = netjes(self.cleaned_data["naam"])
        if len(naam.split()) < 2:
            raise forms.ValidationError(_("Vul je voor- en achternaam in."))
        return naam
