"""The land between the rivers: sky, dikes, water, meadows and trees."""

from dataclasses import dataclass
from math import cos, pi, sin

from demo.tekenen.doek import BREEDTE, HOOGTE, Doek, Kleur, Punt, kleur, meng


@dataclass(frozen=True)
class Licht:
    """The time of day: colours of the sky from high to low, of the sun and of whatever is far away."""

    hoog: Kleur
    laag: Kleur
    zon: Kleur
    verte: Kleur
    wolk: Kleur


OCHTEND = Licht(*map(kleur, ("9cc6dd", "fbe9d7", "fff4d6", "b9cbcf", "ffffff")))
MIDDAG = Licht(*map(kleur, ("6fb1dc", "dff0f4", "fffbe6", "a9c6cf", "ffffff")))
AVOND = Licht(*map(kleur, ("6b7fb3", "fbc99d", "ffe3ad", "a994ad", "fbdcc6")))
HERFST = Licht(*map(kleur, ("a7bfc9", "f6e3c4", "fff0cf", "bcb7a5", "fffaf0")))
SCHEMER = Licht(*map(kleur, ("27325c", "e39a7c", "ffd9a0", "5d5a80", "8c7a97")))
MIST = Licht(*map(kleur, ("bccdd3", "f3efe4", "fffdf2", "c9d3d2", "ffffff")))

WEI, WEI_DIEP = kleur("a9c77d"), kleur("5f9154")
GROEN = [kleur(k) for k in ("4b7d48", "5f9154", "79a862", "93bb70")]
BLOEMEN = [kleur(k) for k in ("f6d667", "ffffff", "e98f8f", "f3b6c6")]


def lucht(doek: Doek, licht: Licht, zon: Punt, wolken: int = 5, horizon: float = 560) -> None:
    """The sky down to the horizon, with the sun and some clouds."""
    doek.vlak([(0, 0), (BREEDTE, 0), (BREEDTE, horizon), (0, horizon)], licht.hoog, licht.laag)
    doek.rechthoek(0, horizon, BREEDTE, HOOGTE - horizon, meng(kleur("a9c77d"), licht.verte, 0.4))
    doek.gloed(*zon, 560, licht.zon, 0.75)
    doek.ovaal(*zon, 46, 46, meng(licht.zon, (255, 255, 255), 0.35))
    for _ in range(wolken):
        x, y = doek.kans.uniform(0, BREEDTE), doek.kans.uniform(60, horizon * 0.6)
        breed = doek.kans.uniform(90, 220) * (0.5 + y / horizon)
        bollen = [
            (
                x + breed * stap * 0.32,
                y - doek.kans.uniform(0, 22) * (2.2 - abs(stap)),
                breed * 0.34,
                20 - abs(stap) * 4,
            )
            for stap in (-2, -1, 0, 1, 2)
        ]
        doek.vaag([*bollen, (x, y + 10, breed, 14)], licht.wolk, 0.62)


def golf(doek: Doek, y: float, hoogte: float, lengte: float = 700) -> list[Punt]:
    """A gently waving line from left to right."""
    schuif, tweede = doek.kans.uniform(0, 6), doek.kans.uniform(0, 6)
    return [
        (x, y + hoogte * (sin(x / lengte * pi + schuif) + 0.4 * sin(x / lengte * 2.7 * pi + tweede)))
        for x in range(-20, BREEDTE + 21, 20)
    ]


def land(doek: Doek, y: float, hoogte: float, tint: Kleur, onder: Kleur, tot: float = HOOGTE) -> list[Punt]:
    """A stretch of land down to `tot`; returns the line of its top."""
    rand = golf(doek, y, hoogte)
    doek.vlak([*rand, (BREEDTE + 20, tot), (-20, tot)], tint, onder)
    return rand


def dijk(doek: Doek, y: float, hoog: float, tint: Kleur, onder: Kleur) -> None:
    """A dike across the picture: a flat crown and a slope, with the road on top."""
    doek.vlak([(-20, y), (BREEDTE + 20, y - 26), (BREEDTE + 20, y + hoog), (-20, y + hoog)], tint, onder)
    doek.lijn([(-20, y + 3), (BREEDTE + 20, y - 23)], meng(tint, kleur("f4ead6"), 0.7), 7)
    for _ in range(170):
        x, diep = doek.kans.uniform(0, BREEDTE), doek.kans.random()
        plek = y - 26 * x / BREEDTE + 16 + diep * (hoog - 30)
        doek.lijn([(x, plek), (x + 26 + 40 * diep, plek + 5 + 7 * diep)], meng(tint, onder, diep * 0.6), 2)


def rivier(doek: Doek, boven: float, onder: float, licht: Licht) -> None:
    """Water from bank to bank, with the light of the sky in it."""
    diep = meng(licht.hoog, kleur("4f8296"), 0.35)
    doek.vlak(
        [*golf(doek, boven, 3), *reversed(golf(doek, onder, 12))],
        meng(licht.laag, (255, 255, 255), 0.15), diep,
    )  # fmt: skip
    for _ in range(130):
        ver = doek.kans.random() ** 0.7
        y = boven + 10 + ver * (onder - boven - 26)
        lang = 20 + 130 * ver * doek.kans.random()
        x = doek.kans.uniform(-50, BREEDTE)
        doek.lijn(
            [(x, y), (x + lang, y)], meng(meng(licht.laag, diep, ver), (255, 255, 255), 0.3), 1 + 2 * ver
        )


def kronkel(doek: Doek, boven: float, onder: float, licht: Licht, midden: float = 800) -> None:
    """A river that winds towards us and grows wider: the Linge."""
    links, rechts = [], []
    for stap in range(61):
        ver = stap / 60
        y = boven + (onder - boven) * ver**1.6
        x = midden + 330 * sin(ver * 2.1 * pi) * (0.25 + ver)
        half = 6 + 190 * ver**1.9
        links.append((x - half, y))
        rechts.append((x + half, y))
    doek.vlak(
        [*links, *reversed(rechts)],
        meng(licht.laag, (255, 255, 255), 0.25),
        meng(licht.hoog, kleur("5d93a8"), 0.3),
    )
    doek.lijn(links, meng(licht.hoog, kleur("5b7a55"), 0.7), 4)
    doek.lijn(rechts, meng(licht.hoog, kleur("5b7a55"), 0.7), 4)


def boom(doek: Doek, x: float, y: float, hoog: float, tinten: list[Kleur], fijn: int = 70) -> None:
    """A tree on its foot (x, y): trunk, branches and a crown of dabs from dark (below) to light (above)."""
    stam = kleur("6d574b")
    kroon, straal = y - hoog * 0.62, hoog * 0.38
    doek.vaag([(x + hoog * 0.12, y, hoog * 0.34, hoog * 0.05)], kleur("33452f"), 0.22)
    doek.vlak(
        [(x - hoog * 0.035, y), (x - hoog * 0.018, kroon), (x + hoog * 0.018, kroon), (x + hoog * 0.035, y)],
        stam,
    )
    for kant in (-1, 1):
        doek.lijn([(x, y - hoog * 0.26), (x + kant * straal * 0.6, kroon)], stam, hoog * 0.022)
    for nummer in range(fijn):
        hoek, ver = doek.kans.uniform(0, 2 * pi), doek.kans.random() ** 0.6
        dx, dy = cos(hoek) * straal * ver * 1.05, sin(hoek) * straal * ver * 0.86
        licht = min(1.0, max(0.0, 0.5 - dy / straal * 0.4 - dx / straal * 0.18 + (nummer / fijn - 0.5) * 0.5))
        tint = tinten[min(len(tinten) - 1, int(licht * len(tinten)))]
        dab = straal * doek.kans.uniform(0.13, 0.26) * (1.25 - 0.5 * nummer / fijn)
        doek.ovaal(x + dx, kroon + dy, dab, dab * 0.9, tint)


BLOESEM = [kleur(k) for k in ("c98f9c", "e3aab3", "f0c3c8", "f8dcdc", "fdf0ee", "ffffff")]
LOOF = [kleur(k) for k in ("3f6a45", "4f7f4f", "66965a", "82ab68", "9fc07b")]
HERFSTLOOF = [kleur(k) for k in ("8a4f32", "b36a35", "cc8a3f", "dfa850", "efc873")]
AVONDLOOF = [kleur(k) for k in ("23324a", "2c3c52", "38495c", "4b5868")]


def populier(doek: Doek, x: float, y: float, hoog: float, tint: Kleur) -> None:
    """A slender tree as it stands along the roads; only its shape."""
    doek.lijn([(x, y), (x, y - hoog * 0.4)], meng(tint, (60, 50, 45), 0.5), hoog * 0.03)
    for stap in range(9):
        deel = stap / 8
        breed = hoog * 0.1 * sin(pi * (0.16 + 0.8 * deel))
        doek.ovaal(x + doek.kans.uniform(-2, 2), y - hoog * (0.16 + 0.8 * deel), breed, hoog * 0.1, tint)


def knotwilg(doek: Doek, x: float, y: float, hoog: float, tinten: list[Kleur]) -> None:
    """A pollard willow: a stout trunk with a tuft of twigs."""
    stam = kleur("7b6a58")
    doek.vlak(
        [
            (x - hoog * 0.1, y),
            (x - hoog * 0.075, y - hoog * 0.5),
            (x + hoog * 0.085, y - hoog * 0.52),
            (x + hoog * 0.1, y),
        ],
        stam,
    )
    doek.ovaal(x, y - hoog * 0.52, hoog * 0.12, hoog * 0.07, stam)
    for nummer in range(90):
        hoek = doek.kans.uniform(-1.5, 1.5)
        lang = hoog * doek.kans.uniform(0.3, 0.46) * (0.7 + 0.3 * cos(hoek))
        voet = (x + sin(hoek) * hoog * 0.09, y - hoog * 0.53)
        knik = (x + sin(hoek) * lang * 0.6, voet[1] - cos(hoek * 0.7) * lang * 0.66)
        top = (x + sin(hoek) * lang * 0.86, voet[1] - cos(hoek * 0.8) * lang)
        doek.lijn([voet, knik, top], doek.kans.choice(tinten), hoog * 0.01)
        if nummer % 2:
            doek.ovaal(*top, hoog * 0.022, hoog * 0.03, doek.kans.choice(tinten))
            doek.ovaal(*knik, hoog * 0.02, hoog * 0.028, doek.kans.choice(tinten))


def gras(
    doek: Doek, y: float, tinten: list[Kleur], aantal: int = 420, bloemen: list[Kleur] | None = None
) -> None:
    """Blades of grass along the bottom of the picture, taller to the front, with flowers between them."""
    for nummer in range(aantal):
        ver = nummer / aantal
        x, voet = doek.kans.uniform(-10, BREEDTE + 10), y + (HOOGTE + 30 - y) * ver
        lang, buiging = 14 + 46 * ver, doek.kans.uniform(-14, 14)
        top = (x + buiging, voet - lang * doek.kans.uniform(0.7, 1.2))
        doek.lijn(
            [(x, voet), (x + buiging * 0.3, voet - lang * 0.5), top],
            doek.kans.choice(tinten),
            1.5 + 1.6 * ver,
        )
        if bloemen and nummer % 5 == 0:
            maat = 3 + 5 * ver
            doek.ovaal(*top, maat, maat, doek.kans.choice(bloemen))
