from typing import cast

from django import forms

from berichten.models import ALTIJD, Afmelding, Soort
from core.goedkeuring.rollen import is_communicatie
from core.models import User

# Mail that only communications gets.
VOOR_COMMUNICATIE = (Soort.INGEDIEND, Soort.INTREKVERZOEK, Soort.HERINNERING, Soort.REACTIE, Soort.UITDAGING)
KEUZES = [keus for keus in Soort.choices if keus[0] not in ALTIJD]


class RedenForm(forms.Form):
    """Why something exceptional should happen; kept in the log of the page."""

    reden = forms.CharField(
        label="Reden",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Vertel kort waarom."},
    )


class MailKeuzeForm(forms.ModelForm):
    """Which kinds of mail somebody wants; a tick means yes."""

    soorten = forms.MultipleChoiceField(
        label="Welke mail wil je krijgen?",
        choices=KEUZES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = User
        fields: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_communicatie(self.instance):
            self._soorten.choices = [keus for keus in KEUZES if keus[0] not in VOOR_COMMUNICATIE]
        uit = set(self.instance.afmeldingen.values_list("soort", flat=True))
        self.initial["soorten"] = [soort for soort in Soort.values if soort not in uit]

    @property
    def _soorten(self) -> forms.MultipleChoiceField:
        return cast("forms.MultipleChoiceField", self.fields["soorten"])

    def save(self, commit=True):
        gevraagd = set(dict(self._soorten.widget.choices))
        uit = gevraagd - set(self.cleaned_data["soorten"])
        self.instance.afmeldingen.exclude(soort__in=uit).delete()
        for soort in uit:
            Afmelding.objects.get_or_create(user=self.instance, soort=soort)
        return self.instance
