"""What a resident fills in. Every message says what to do next; what was typed stays."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from core.formulieren.emailveld import EmailVeld
from kernpagina.kernen import kern_van
from kernpagina.keuzes import OproepSoort, VraagSoort
from kernpagina.models import OproepPage, OproepVraag
from meedoen.keuzes import IN_WOORDEN, LANGSTE_TEKST, Reden
from meedoen.models import Reactie
from meedoen.namen import kernen
from meedoen.soorten import onderdelen
from meedoen.velden import Regel, Tekst
from meedoen.wie import WieForm

HEEL = ""
# A choice of its own: who chose nothing yet didn't say that they live there.
ELDERS = "elders"
LANGSTE_TITEL, LANGSTE_ANTWOORD = 100, 1000
VRAAG = "vraag-"


class AntwoordForm(forms.Form):
    """What a call asks: an idea, a reaction to a part of a plan, or answers to questions."""

    def __init__(self, oproep: OproepPage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.oproep = oproep
        self.vragen = {f"{VRAAG}{vraag.kenmerk}": vraag for vraag in oproep.vragen.all()}
        if oproep.soort in IN_WOORDEN:
            self._in_woorden()
        # Who leaves empty the only thing that is asked, says nothing.
        enige = len(self.vragen) == 1 and oproep.soort not in IN_WOORDEN
        for naam, vraag in self.vragen.items():
            self.fields[naam] = _veld(vraag, verplicht=vraag.verplicht or enige)

    def _in_woorden(self) -> None:
        if self.oproep.soort == OproepSoort.IDEEEN:
            self.fields["titel"] = Regel(
                label=_("Je idee in een paar woorden"),
                max_length=LANGSTE_TITEL,
                zeg_maximum=True,
                error_messages={"required": _("Geef je idee een naam van een paar woorden.")},
            )
        elif delen := onderdelen(self.oproep):
            self.fields["onderdeel"] = forms.ChoiceField(
                label=_("Waar gaat het over?"),
                required=False,
                choices=[(HEEL, _("Het hele plan")), *delen],
                error_messages={
                    "invalid_choice": _("Dit onderdeel is veranderd. Kies opnieuw waar het over gaat.")
                },
            )
        self.fields["tekst"] = Tekst(
            label=_("Vertel erover") if self.oproep.soort == OproepSoort.IDEEEN else _("Je reactie"),
            max_length=LANGSTE_TEKST,
            help_text=_("Schrijf geen namen of adressen van anderen op."),
            error_messages={"required": _("Schrijf hier wat je wilt zeggen.")},
        )

    def inhoud(self) -> dict[str, Any]:
        """As the fields of a Reactie. Of a question that wasn't answered there is nothing."""
        gegevens = self.cleaned_data
        antwoorden = {}
        for naam, vraag in self.vragen.items():
            gegeven = gegevens.get(naam)
            if gegeven in (None, "", []):
                continue
            if vraag.soort == VraagSoort.MEER_KEUZES:
                gegeven = sorted(map(int, gegeven))
            elif vraag.soort != VraagSoort.OPEN:
                gegeven = [int(gegeven)]
            antwoorden[str(vraag.kenmerk)] = gegeven
        return {
            "titel": gegevens.get("titel", ""),
            "tekst": gegevens.get("tekst", ""),
            "onderdeel": gegevens.get("onderdeel", ""),
            "antwoorden": antwoorden,
        }

    @property
    def verdwenen(self) -> list[str]:
        """What was typed at questions that were taken out meanwhile: nobody may lose it without seeing that."""
        velden = [naam for naam in self.data if naam.startswith(VRAAG) and naam not in self.vragen]
        return [tekst for naam in velden if (tekst := str(self.data.get(naam, "")).strip())]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if self.verdwenen:
            raise forms.ValidationError(
                _(
                    "De vragen van deze oproep zijn intussen veranderd. Kijk na wat je invulde, en verstuur het opnieuw."
                )
            )
        if not self.errors and self.oproep.soort not in IN_WOORDEN and not self.inhoud()["antwoorden"]:
            raise forms.ValidationError(_("Beantwoord minstens één vraag."))
        return gegevens


class ReactieForm(WieForm, AntwoordForm):
    """The same, with who says it: five fields for an idea."""

    kern = forms.ChoiceField(
        label=_("Waar woon je?"),
        error_messages={
            "required": _("Kies waar je woont."),
            "invalid_choice": _("Kies je dorp of stad uit de lijst."),
        },
    )
    voluit = forms.BooleanField(label=_("Zet mijn hele naam erbij"), required=False)
    akkoord = forms.BooleanField(
        label=_("Ik houd me aan de huisregels"),
        error_messages={"required": _("Zet een vinkje bij de huisregels. Anders kun je niet meedoen.")},
    )
    volgorde = ["naam", "email", "kern"]

    def __init__(self, oproep: OproepPage, *args: Any, **kwargs: Any) -> None:
        super().__init__(oproep, *args, **kwargs)
        keuzes = [("", _("Kies")), *kernen(), (ELDERS, _("Ergens anders"))]
        cast("forms.ChoiceField", self.fields["kern"]).choices = keuzes
        if kern := kern_van(oproep):
            self.initial.setdefault("kern", kern.woonplaatscode)
        if oproep.soort not in IN_WOORDEN:
            # No name stands with what is only counted.
            del self.fields["voluit"]
        eigen = ["titel", "onderdeel", "tekst", *self.vragen]
        self.order_fields([*self.volgorde, *eigen, "voluit", "akkoord"])

    def clean_kern(self) -> str:
        """As an Inwoner keeps it."""
        return "" if self.cleaned_data["kern"] == ELDERS else self.cleaned_data["kern"]


class MeldForm(forms.Form):
    """Reporting a reaction that shouldn't stand there."""

    waarom = forms.ChoiceField(
        label=_("Wat is er mis mee?"),
        choices=[("", _("Kies wat het is")), *Reden.choices],
        error_messages={"required": _("Kies wat er mis mee is.")},
    )
    toelichting = Tekst(
        label=_("Leg het uit"),
        max_length=LANGSTE_ANTWOORD,
        error_messages={"required": _("Leg kort uit wat er niet klopt.")},
    )
    naam = Regel(label=_("Je naam (mag leeg blijven)"), max_length=120, required=False)
    email = EmailVeld(
        label=_("Je e-mailadres (mag leeg blijven)"),
        required=False,
        max_length=200,
        help_text=_("Dan hoor je wat we besluiten. We zeggen niet tegen de schrijver wie je bent."),
        error_messages={
            "invalid": _("Dit is geen heel e-mailadres. Kijk het na, bijvoorbeeld naam@voorbeeld.nl.")
        },
    )
    te_goeder_trouw = forms.BooleanField(
        label=_("Ik vul dit eerlijk in"),
        error_messages={"required": _("Zet een vinkje om te laten weten dat je dit eerlijk invult.")},
    )


class BezwaarForm(forms.Form):
    toelichting = Tekst(
        label=_("Waarom moet je reactie er wel staan?"),
        max_length=LANGSTE_ANTWOORD,
        error_messages={"required": _("Leg kort uit waarom.")},
    )


def ingevuld(reactie: Reactie) -> dict[str, Any]:
    """What its writer filled in before, as the form shows it."""
    antwoorden = {f"vraag-{kenmerk}": antwoord for kenmerk, antwoord in reactie.antwoorden.items()}
    gekozen = {
        naam: [str(nr) for nr in antwoord] if isinstance(antwoord, list) else antwoord
        for naam, antwoord in antwoorden.items()
    }
    for vraag in reactie.oproep.vragen.all():
        naam = f"vraag-{vraag.kenmerk}"
        if naam in gekozen and vraag.soort in (VraagSoort.EEN_KEUZE, VraagSoort.SCHAAL):
            gekozen[naam] = gekozen[naam][0]
    return {
        "titel": reactie.titel,
        "tekst": reactie.tekst,
        "onderdeel": reactie.onderdeel,
        **gekozen,
    }


def _veld(vraag: OproepVraag, *, verplicht: bool) -> forms.Field:
    gedeeld: dict[str, Any] = {
        "label": vraag.vraag if verplicht else _("%s (mag leeg blijven)") % vraag.vraag,
        "help_text": vraag.toelichting,
        "required": verplicht,
        "error_messages": {
            "required": _("Beantwoord deze vraag."),
            "invalid_choice": _("Deze vraag is veranderd. Kies opnieuw."),
        },
    }
    keuzes = [(str(nummer), keuze) for nummer, keuze in enumerate(vraag.keuzelijst)]
    if vraag.soort == VraagSoort.OPEN:
        return Tekst(max_length=LANGSTE_ANTWOORD, **gedeeld)
    if vraag.soort == VraagSoort.MEER_KEUZES:
        return forms.MultipleChoiceField(choices=keuzes, widget=forms.CheckboxSelectMultiple, **gedeeld)
    return forms.ChoiceField(choices=keuzes, widget=forms.RadioSelect, **gedeeld)
