"""A time that isn't one is refused with why, and with what to write; never silently another one."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.formulieren.datumvelden import TijdstipVeld, met_dag

VOORUIT = "Die nacht gaat de klok vooruit, van 2.00 naar 3.00 uur: {} uur bestaat dan niet."
TERUG = "Die nacht gaat de klok terug, van 3.00 naar 2.00 uur: {} uur is er dan twee keer."


@pytest.mark.parametrize(
    ("dag", "tijd", "zin"),
    [
        ("29-3-2026", "02:30", VOORUIT.format("02.30")),
        ("zo 29 maart 2026", "om 2u", VOORUIT.format("02.00")),
        ("25-10-2026", "2.30 uur", TERUG.format("02.30")),
    ],
)
@pytest.mark.parametrize("tijd_genoeg", [False, True])
def test_een_tijd_die_er_in_die_nacht_niet_is_of_twee_keer(dag, tijd, zin, tijd_genoeg):
    veld = TijdstipVeld()
    veld.tijd_genoeg = tijd_genoeg
    with pytest.raises(ValidationError) as fout:
        veld.clean(f"{dag} {tijd}")
    assert fout.value.messages == [f"{zin} Schrijf een tijd voor 2.00 uur, of vanaf 3.00 uur."]
    for wel in ("1.59", "3.00"):
        assert f"{timezone.localtime(veld.clean(f'{dag} {wel}')):%H.%M}".lstrip("0") == wel


@pytest.mark.parametrize("getypt", ["24-11-2027 24.00", "24 november 2027 24:00 uur", "wo 24 nov 2027 24u"])
def test_om_24_uur_eindigt_een_dag_en_begint_er_geen(getypt):
    veld = TijdstipVeld()
    with pytest.raises(
        ValidationError, match=r"is deze dag voorbij\. Schrijf 25-11-2027 00:00 voor het begin"
    ):
        veld.clean(getypt)
    veld.tijd_genoeg = True
    assert timezone.localtime(veld.clean(getypt)).isoformat() == "2027-11-25T00:00:00+01:00"


@pytest.mark.parametrize("getypt", ["24-11-2027 8.5", "24-11-2027 20.0", "24 november 2027 8:5"])
def test_een_half_geschreven_tijd_wordt_geen_andere(getypt):
    """`8.5` may be half past eight to who typed it."""
    with pytest.raises(ValidationError, match=r"minuten met twee cijfers\. Schrijf dag en tijd als"):
        TijdstipVeld().clean(getypt)


@pytest.mark.parametrize(
    "getypt",
    [
        "24-11-2027 20",
        "24-11-2027, 20",
        "24 november 2027 om 20",
        "24-11-2027 20.",
        "24-11-2027 20 u.",
        "24-11-2027 20.00 uur.",
        "24-11-2027 20u00",
    ],
)
def test_een_heel_uur_op_meer_manieren(getypt):
    assert timezone.localtime(TijdstipVeld().clean(getypt)).isoformat() == "2027-11-24T20:00:00+01:00"


@pytest.mark.parametrize(
    ("getypt", "einde"), [("20u30", "20:30"), ("22 u.", "22:00"), ("22.", "22:00"), ("9 uur.", "09:00")]
)
def test_een_einde_op_meer_manieren(getypt, einde):
    assert met_dag(getypt, "24 november 2027 om 8 uur") == f"24-11-2027 {einde}"
