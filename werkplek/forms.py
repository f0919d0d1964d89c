from django import forms

from berichten.models import Afmelding, Soort
from core.models import User


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
        choices=Soort.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = User
        fields: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        uit = set(self.instance.afmeldingen.values_list("soort", flat=True))
        self.initial["soorten"] = [soort for soort in Soort.values if soort not in uit]

    def save(self, commit=True):
        uit = set(Soort.values) - set(self.cleaned_data["soorten"])
        self.instance.afmeldingen.exclude(soort__in=uit).delete()
        for soort in uit:
            Afmelding.objects.get_or_create(user=self.instance, soort=soort)
        return self.instance
