import pytest

from werkplek.leesbaarheid import advies, flesch_douma, lettergrepen

MAKKELIJK = "We gaan naar het plein. Neem een stoel mee. Er is koffie en thee. Het feest is om acht uur. " * 3
MOEILIJK = (
    "De gemeentelijke participatieverordening vereist dat initiatiefnemers voorafgaand aan de vergunningaanvraag "
    "aantoonbaar overleg voeren met omwonenden, met alle belangenorganisaties en met de overige betrokkenen. "
    * 3
)


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [("fiets", 1), ("speeltuin", 2), ("gemeente", 3), ("schouw", 1), ("nieuwe", 2), ("mooie", 2)],
)
def test_syllables(woord, aantal):
    assert lettergrepen(woord) == aantal


def test_plain_text_scores_better_than_official_text():
    assert flesch_douma(MAKKELIJK) > 80
    assert flesch_douma(MOEILIJK) < 30


def test_a_short_text_has_no_score():
    assert flesch_douma("Kom je ook?") is None


def test_advice_says_what_to_do():
    assert advies(MAKKELIJK)["tips"] == []
    tips = " ".join(advies(MOEILIJK)["tips"])
    assert "kortere zinnen" in tips
    assert "lange zin" in tips
