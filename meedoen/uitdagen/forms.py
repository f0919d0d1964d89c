"""What is asked of who wants to take a task over: which, how, why better, with whom, and the money."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meedoen.keuzes import LANGSTE_TEKST
from meedoen.uitdaging import DELEN, Uitdaging
from meedoen.velden import Regel, Tekst
from meedoen.wie import WieForm

LABELS: dict[str, Promise] = {
    "taak": _("Welke taak van de gemeente wil je overnemen?"),
    "hoe": _("Hoe ga je het doen?"),
    "waarom": _("Waarom wordt het er beter van?"),
    "met_wie": _("Met wie doe je het?"),
    "geld": _("Wat kost het?"),
}


class UitdaagForm(WieForm):
    taak = Regel(
        label=LABELS["taak"],
        max_length=200,
        zeg_maximum=True,
        error_messages={"required": _("Schrijf welke taak je wilt overnemen.")},
    )
    hoe = Tekst(
        label=LABELS["hoe"],
        max_length=LANGSTE_TEKST,
        error_messages={"required": _("Schrijf hoe je het gaat doen.")},
    )
    waarom = Tekst(
        label=LABELS["waarom"],
        max_length=LANGSTE_TEKST,
        error_messages={"required": _("Schrijf waarom het er beter van wordt.")},
    )
    met_wie = Tekst(
        label=LABELS["met_wie"],
        max_length=1000,
        required=False,
        help_text=_("Noem een groep of vereniging, liever geen namen."),
    )
    geld = Tekst(label=LABELS["geld"], max_length=1000, required=False)
    akkoord = forms.BooleanField(
        label=_("Ik dien dit officieel in bij de gemeente"),
        error_messages={"required": _("Zet een vinkje om het officieel in te dienen.")},
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naam"].help_text = _("Alleen de gemeente ziet je naam.")
        for deel in DELEN:
            if not self.fields[deel].required:
                self.fields[deel].label = _("%s (mag leeg blijven)") % LABELS[deel]
        self.order_fields([*DELEN, "naam", "email", "akkoord"])

    def inhoud(self) -> dict[str, str]:
        return {deel: self.cleaned_data[deel] for deel in DELEN}


def in_woorden(voorstel: Uitdaging) -> list[tuple[str, str]]:
    """What was asked and what was answered, in the language that is being read."""
    gegeven = voorstel.inhoud()
    return [(str(label), gegeven[deel]) for deel, label in LABELS.items() if gegeven[deel]]
