"""The map of the kernen: degrees in, places on a drawing out. Pure functions, no tiles, no third party.

The drawing is schematic. Where two kernen lie closer together than a finger can tell apart, they are moved
away from each other a little (WCAG 2.5.8).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any

BREEDTE, HOOGTE = 800, 350
RAND = 42
# The window on the earth, degrees WGS84: west, south, east, north.
WEST, ZUID, OOST, NOORD = 5.000, 51.806, 5.395, 51.902
# At a width of 288 CSS pixels a target of 24 pixels is 67 units of the drawing.
MINSTE_AFSTAND = 68

# Rivers as points in degrees, drawn by hand from the villages along them.
LINGE = [
    (4.96, 51.832), (5.00, 51.838), (5.045, 51.862), (5.085, 51.868), (5.110, 51.876), (5.140, 51.882), (5.165, 51.890),
    (5.182, 51.884), (5.205, 51.887), (5.228, 51.879), (5.262, 51.886), (5.280, 51.892), (5.305, 51.882),
    (5.345, 51.890), (5.39, 51.886), (5.44, 51.890),
]  # fmt: skip
WAAL = [
    (4.95, 51.818), (5.03, 51.815), (5.09, 51.812), (5.14, 51.809), (5.19, 51.803), (5.24, 51.804),
    (5.27, 51.814), (5.30, 51.812), (5.325, 51.800), (5.36, 51.797), (5.385, 51.812), (5.41, 51.836), (5.44, 51.85),
]  # fmt: skip


@dataclass
class Plek:
    """A kern on the drawing: x and y of its dot, and the y of the name above or below it."""

    kern: Any
    x: float
    y: float
    naam_y: float = 0


def kaart(kernen: Iterable[Any]) -> dict[str, Any]:
    """What the drawing shows: `plekken`, and the rivers as `d` of a path."""
    return {"plekken": plekken(kernen), "linge": rivier(LINGE), "waal": rivier(WAAL)}


def plekken(kernen: Iterable[Any]) -> list[Plek]:
    """A place for each kern that has coordinates, from west to east."""
    met_punt = [k for k in kernen if k.breedtegraad is not None and k.lengtegraad is not None]
    lijst = sorted(
        (Plek(k, *_projecteer(k.lengtegraad, k.breedtegraad)) for k in met_punt), key=lambda p: (p.x, p.y)
    )
    _uit_elkaar(lijst)
    for plek in lijst:
        _zet_naam(plek, lijst)
    return lijst


def rivier(punten: Sequence[tuple[float, float]]) -> str:
    """A river as the `d` of an SVG path: a smooth line through the middles of its points."""
    xy = [_projecteer(lengte, breedte) for lengte, breedte in punten]
    stukken = [f"M{xy[0][0]:.0f} {xy[0][1]:.0f}"]
    for (x1, y1), (x2, y2) in pairwise(xy[1:]):
        stukken.append(f"Q{x1:.0f} {y1:.0f} {(x1 + x2) / 2:.0f} {(y1 + y2) / 2:.0f}")
    return "".join(stukken)


def _projecteer(lengte: float, breedte: float) -> tuple[float, float]:
    x = RAND + (lengte - WEST) / (OOST - WEST) * (BREEDTE - 2 * RAND)
    schaal = (BREEDTE - 2 * RAND) / ((OOST - WEST) * cos(radians(51.85)))
    return x, RAND + (NOORD - breedte) * schaal


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
