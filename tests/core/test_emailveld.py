"""An address that no mail server takes is told at once: else somebody waits for a mail that can't come."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from core.formulieren.emailveld import EmailVeld, HeelAdres
from home.mijn import AdresForm
from meedoen.forms import MeldForm
from meedoen.wie import WieForm
from volgen.volgpaginas import VolgForm
from werkplek.mensen import UitnodigForm
from werkplek.tafelformulier import TafelForm

FORMULIEREN = [AdresForm, MeldForm, WieForm, VolgForm, UitnodigForm, TafelForm]


@pytest.mark.parametrize("formulier", FORMULIEREN)
def test_before_the_at_are_no_more_signs_than_a_mailbox_has(formulier):
    veld = formulier.base_fields["email"]
    assert veld.clean(f"{'a' * 64}@example.nl")
    with pytest.raises(ValidationError) as fout:
        veld.clean(f"{'a' * 65}@example.nl")
    assert fout.value.messages == [str(veld.error_messages.get("invalid", HeelAdres.message))]


def test_every_form_asks_for_an_address_in_this_way():
    elders = [
        pad.name
        for pad in Path(settings.BASE_DIR).glob("*/**/*.py")
        if ".venv" not in pad.parts and "tests" not in pad.parts
        if re.search(r"\bforms\.EmailField\(", pad.read_text(encoding="utf-8"))
    ]
    assert elders == []
    assert all(isinstance(formulier.base_fields["email"], EmailVeld) for formulier in FORMULIEREN)
