"""The map of the kernen: every dot a place of its own that a finger can hit."""

from itertools import combinations
from math import hypot

from home.inrichting import lees_kernen
from home.kernenkaart import BREEDTE, HOOGTE, LINGE, plekken, rivier

SMALSTE = 288  # CSS pixels that the drawing gets on a screen of 320
DOEL = 24  # CSS pixels, WCAG 2.5.8


def test_alle_kernen_op_de_kaart_en_aan_te_wijzen() -> None:
    lijst = plekken(lees_kernen())
    assert len(lijst) == 26
    for plek in lijst:
        assert 0 < plek.x < BREEDTE
        assert 0 < plek.y < HOOGTE
    dichtstbij = min(hypot(a.x - b.x, a.y - b.y) for a, b in combinations(lijst, 2))
    assert dichtstbij * SMALSTE / BREEDTE >= DOEL


def test_van_west_naar_oost_en_noord_boven() -> None:
    per_naam = {plek.kern.naam: plek for plek in plekken(lees_kernen())}
    assert next(iter(per_naam)) == "Spijk"
    assert per_naam["Heukelum"].x < per_naam["Beesd"].x < per_naam["Geldermalsen"].x
    assert per_naam["Beesd"].y < per_naam["Haaften"].y


def test_een_rivier_is_een_vloeiende_lijn() -> None:
    pad = rivier(LINGE)
    assert pad.startswith("M")
    assert pad.count("Q") == len(LINGE) - 2
