"""Signs that nobody sees are no name, and no reaction."""

import pytest

from meedoen.forms import BezwaarForm
from meedoen.wie import WieForm

ZIN = "Vul je voor- en achternaam in."


@pytest.mark.parametrize(
    "naam",
    [
        "\u200b \u200b",
        "\u2060 \ufeff",
        "Ria \u200b",
        "\u3164 \u3164",
        "\u2800 \u2800",
        "\u00ad \u200d",
        "\u2007 \u00a0",
    ],
)
def test_a_name_that_nobody_sees_is_none(naam):
    assert ZIN in WieForm({"naam": naam, "email": "ria@example.org"}).errors["naam"]


@pytest.mark.parametrize("naam", ["Ria Verhoef", "علی رضا", "می\u200cنا کریمی", "李 明"])
def test_a_name_in_any_script_stays_as_it_is(naam):
    form = WieForm({"naam": naam, "email": "ria@example.org"})
    assert form.is_valid()
    assert form.cleaned_data["naam"] == naam


def test_a_text_that_nobody_sees_wasnt_filled_in():
    assert "toelichting" in BezwaarForm({"toelichting": "\u200b\n\u200b"}).errors
