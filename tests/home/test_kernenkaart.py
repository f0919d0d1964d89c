"""The map of the kernen: every dot a place of its own that a finger can hit."""

from itertools import combinations
from math import hypot

from core.gemeente import gemeente
from home.inrichting import lees_kernen
from home.kernenkaart import BREEDTE, HOOGTE, plekken, rivier, venster_om

SMALSTE = 288  # CSS pixels that the drawing gets on a screen of 320
DOEL = 24  # CSS pixels, WCAG 2.5.8


def test_alle_kernen_op_de_kaart_en_aan_te_wijzen() -> None:
    lijst = plekken(lees_kernen(), gemeente().venster)
    assert len(lijst) == 26
    for plek in lijst:
        assert 0 < plek.x < BREEDTE
        assert 0 < plek.y < HOOGTE
    dichtstbij = min(hypot(a.x - b.x, a.y - b.y) for a, b in combinations(lijst, 2))
    assert dichtstbij * SMALSTE / BREEDTE >= DOEL


def test_van_west_naar_oost_en_noord_boven() -> None:
    per_naam = {plek.kern.naam: plek for plek in plekken(lees_kernen(), gemeente().venster)}
    assert next(iter(per_naam)) == "Spijk"
    assert per_naam["Heukelum"].x < per_naam["Beesd"].x < per_naam["Geldermalsen"].x
    assert per_naam["Beesd"].y < per_naam["Haaften"].y


def test_een_rivier_is_een_vloeiende_lijn() -> None:
    linge = next(water for water in gemeente().water if water.naam == "Linge").punten
    pad = rivier(linge, gemeente().venster)
    assert pad.startswith("M")
    assert pad.count("Q") == len(linge) - 2


def test_zonder_venster_past_het_om_de_kernen() -> None:
    """Another municipality names no window; one that is higher than wide fits as well."""
    for kernen in (lees_kernen(), lees_kernen()[:1], _rechtop()):
        for plek in plekken(kernen, venster_om(kernen)):
            assert 0 < plek.x < BREEDTE
            assert 0 < plek.y < HOOGTE


def _rechtop() -> list:
    return [
        kern._replace(breedtegraad=52 + nummer / 10, lengtegraad=6)
        for nummer, kern in enumerate(lees_kernen()[:3])
    ]
