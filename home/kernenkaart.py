"""The map of the kernen: degrees in, places on a drawing out. Pure functions, no tiles, no third party.

The drawing is schematic. Where two kernen lie closer together than a finger can tell apart, they are moved
away from each other a little (WCAG 2.5.8).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any

from core.gemeente import Gemeente, Punt, Venster

BREEDTE, HOOGTE = 800, 350
RAND = 42
# At a width of 288 CSS pixels a target of 24 pixels is 67 units of the drawing.
MINSTE_AFSTAND = 68


@dataclass
class Plek:
    """A kern on the drawing: x and y of its dot, and the y of the name above or below it."""

    kern: Any
    x: float
    y: float
    naam_y: float = 0


def kaart(kernen: Iterable[Any], gemeente: Gemeente) -> dict[str, Any]:
    """What the drawing shows: `plekken`, and `water` as pairs of whether it is broad and the `d` of a path."""
    punten = met_punt(kernen)
    venster = gemeente.venster or venster_om(punten)
    return {
        "plekken": plekken(punten, venster),
        "water": [(water.breed, rivier(water.punten, venster)) for water in gemeente.water],
    }


def met_punt(kernen: Iterable[Any]) -> list[Any]:
    """Those that have coordinates."""
    return [k for k in kernen if k.breedtegraad is not None and k.lengtegraad is not None]


def venster_om(kernen: Sequence[Any]) -> Venster:
    """The smallest window that shows them all; a little larger where they lie on a line or a point."""
    lengtes, breedtes = [k.lengtegraad for k in kernen] or [5.3], [k.breedtegraad for k in kernen] or [52.1]
    ruimte = 0.005  # degrees
    return Venster(
        min(lengtes) - ruimte, min(breedtes) - ruimte, max(lengtes) + ruimte, max(breedtes) + ruimte
    )


def plekken(kernen: Iterable[Any], venster: Venster) -> list[Plek]:
    """A place for each of these, from west to east."""
    lijst = sorted(
        (Plek(k, *_projecteer(k.lengtegraad, k.breedtegraad, venster)) for k in kernen),
        key=lambda p: (p.x, p.y),
    )
    _uit_elkaar(lijst)
    for plek in lijst:
        _zet_naam(plek, lijst)
    return lijst


def rivier(punten: Sequence[Punt], venster: Venster) -> str:
    """A river as the `d` of an SVG path: a smooth line through the middles of its points."""
    xy = [_projecteer(lengte, breedte, venster) for lengte, breedte in punten]
    stukken = [f"M{xy[0][0]:.0f} {xy[0][1]:.0f}"]
    for (x1, y1), (x2, y2) in pairwise(xy[1:]):
        stukken.append(f"Q{x1:.0f} {y1:.0f} {(x1 + x2) / 2:.0f} {(y1 + y2) / 2:.0f}")
    return "".join(stukken)


def _projecteer(lengte: float, breedte: float, venster: Venster) -> Punt:
    """Units of the drawing. A degree to the north is longer than one to the east; what is too high, is made to fit."""
    krimp = cos(radians((venster.noord + venster.zuid) / 2))
    per_graad = min(
        (BREEDTE - 2 * RAND) / ((venster.oost - venster.west) * krimp),
        (HOOGTE - 2 * RAND) / (venster.noord - venster.zuid),
    )
    over = BREEDTE - 2 * RAND - (venster.oost - venster.west) * krimp * per_graad
    return (
        RAND + over / 2 + (lengte - venster.west) * krimp * per_graad,
        RAND + (venster.noord - breedte) * per_graad,
    )


def _uit_elkaar(lijst: list[Plek]) -> None:
    for _ronde in range(400):
        rustig = True
        for i, a in enumerate(lijst):
            for b in lijst[i + 1 :]:
                dx, dy = b.x - a.x, b.y - a.y
                afstand = hypot(dx, dy) or 1
                if afstand < MINSTE_AFSTAND:
                    rustig = False
                    duw = (MINSTE_AFSTAND + 0.5 - afstand) / 2
                    a.x, a.y = a.x - dx / afstand * duw, a.y - dy / afstand * duw
                    b.x, b.y = b.x + dx / afstand * duw, b.y + dy / afstand * duw
        for plek in lijst:
            plek.x = min(max(plek.x, RAND), BREEDTE - RAND)
            plek.y = min(max(plek.y, RAND), HOOGTE - RAND)
        if rustig:
            return


def _zet_naam(plek: Plek, lijst: list[Plek]) -> None:
    """Below the dot; above it when a dot below or a name to the right is in the way."""
    anderen = [p for p in lijst if p is not plek]
    bezet = any(abs(p.x - plek.x) < 40 and 0 < p.y - plek.y < 48 for p in anderen)
    bezet |= any(0 < p.x - plek.x < 76 and abs(p.y - plek.y) < 14 for p in anderen)
    plek.naam_y = plek.y - 18 if bezet else plek.y + 27
