"""Pictures of the land: river, dike, orchards, mill and meadow."""

from demo.tekenen import dorp, landschap
from demo.tekenen.doek import BREEDTE, HOOGTE, Doek, kleur, meng
from demo.tekenen.landschap import (
    AVOND,
    BLOEMEN,
    BLOESEM,
    GROEN,
    HERFST,
    HERFSTLOOF,
    MIDDAG,
    MIST,
    OCHTEND,
    WEI,
    WEI_DIEP,
)


def rivier(doek: Doek) -> None:
    landschap.lucht(doek, AVOND, (1130, 400), wolken=6, horizon=540)
    landschap.land(
        doek, 505, 8, meng(AVOND.verte, kleur("6d7f6b"), 0.35), meng(AVOND.verte, kleur("55705a"), 0.5), 600
    )
    dorp.skyline(doek, 520, AVOND, 0.55, 120, 760)
    dorp.kerk(doek, 420, 524, 190, AVOND.verte, 0.45)
    landschap.rivier(doek, 540, 960, AVOND)
    doek.gloed(1130, 640, 260, AVOND.zon, 0.55)
    doek.vlak(
        [
            (-20, 800),
            (330, 822),
            (760, 905),
            (1140, 925),
            (BREEDTE + 20, 870),
            (BREEDTE + 20, HOOGTE),
            (-20, HOOGTE),
        ],
        kleur("6f8a5b"),
        kleur("38563f"),
    )
    for x, y, hoog in ((140, 850, 270), (330, 880, 230), (1470, 900, 300)):
        landschap.knotwilg(doek, x, y, hoog, [kleur(k) for k in ("5f7a48", "7a9455", "94a964")])
    landschap.gras(doek, 880, [kleur(k) for k in ("32503a", "44664a", "5b7d55")], 360)


def dijk(doek: Doek) -> None:
    landschap.lucht(doek, MIDDAG, (300, 170), wolken=8, horizon=600)
    landschap.land(doek, 560, 10, meng(WEI, MIDDAG.verte, 0.5), WEI, 700)
    dorp.skyline(doek, 566, MIDDAG, 0.45, 900, 1500)
    dorp.kerk(doek, 1180, 572, 200, MIDDAG.verte, 0.35)
    for x in range(60, 840, 74):
        landschap.populier(doek, x, 590, 150 + doek.kans.uniform(-16, 16), meng(GROEN[1], MIDDAG.verte, 0.3))
    landschap.dijk(doek, 640, 380, kleur("93bb6b"), kleur("4f8a4b"))
    dorp.fiets(doek, 560, 634, 150, kleur("c9584a"))
    dorp.fiets(doek, 760, 630, 140, kleur("2f6f8f"))
    dorp.bank(doek, 1000, 634, 130)
    landschap.gras(doek, 760, GROEN, 480, BLOEMEN)


def boomgaard(doek: Doek) -> None:
    _boomgaard(doek, OCHTEND, BLOESEM, kleur("f3dcdc"))


def oogst(doek: Doek) -> None:
    _boomgaard(doek, HERFST, HERFSTLOOF, kleur("c9853c"))


def _boomgaard(doek: Doek, licht: landschap.Licht, kroon: list, gevallen: tuple) -> None:
    """Rows of fruit trees that come together at the horizon, with petals or leaves between them."""
    landschap.lucht(doek, licht, (1050, 260), wolken=5, horizon=520)
    landschap.land(doek, 490, 10, meng(WEI_DIEP, licht.verte, 0.65), meng(WEI, licht.verte, 0.3), 620)
    dorp.skyline(doek, 500, licht, 0.6, 620, 1020)
    dorp.kerk(doek, 760, 504, 150, licht.verte, 0.5)
    doek.vlak(
        [(-20, 520), (BREEDTE + 20, 520), (BREEDTE + 20, HOOGTE), (-20, HOOGTE)],
        kleur("b8cf86"),
        kleur("6a9a55"),
    )
    doek.vlak([(800, 525), (830, 525), (1120, HOOGTE), (540, HOOGTE)], kleur("c9db97"), kleur("8cb568"))
    for stap in (0.0, 0.14, 0.3, 0.48, 0.7, 0.96):
        y = 545 + 380 * stap**1.5
        for rij in (-3, -2, -1, 1, 2, 3):
            x = 815 + rij * (105 + 330 * stap) - (50 if rij > 0 else -50) * (1 - stap)
            if -260 < x < BREEDTE + 260:
                landschap.boom(doek, x, y, 95 + 300 * stap, kroon, fijn=round(50 + 150 * stap))
    for _ in range(420):
        y = 560 + 430 * doek.kans.random() ** 0.7
        maat = 1 + 3.4 * (y - 540) / 460
        doek.ovaal(
            doek.kans.uniform(0, BREEDTE),
            y,
            maat * 1.3,
            maat * 0.7,
            meng(gevallen, (255, 255, 255), doek.kans.random() * 0.5),
        )


def molen(doek: Doek) -> None:
    landschap.lucht(doek, HERFST, (420, 250), wolken=7, horizon=620)
    landschap.land(doek, 560, 14, meng(WEI_DIEP, HERFST.verte, 0.65), meng(WEI, HERFST.verte, 0.4), 700)
    dorp.skyline(doek, 600, HERFST, 0.5, 80, 720)
    landschap.land(doek, 640, 12, kleur("bccb82"), kleur("6f9a55"))
    for x, hoog in ((820, 170), (1420, 220), (1520, 190)):
        landschap.boom(doek, x, 690, hoog, HERFSTLOOF)
    dorp.molen(doek, 1120, 700, 560)
    landschap.kronkel(doek, 700, HOOGTE + 10, HERFST, 560)
    landschap.gras(doek, 900, GROEN, 240, BLOEMEN)


def weiland(doek: Doek) -> None:
    landschap.lucht(doek, MIST, (980, 330), wolken=4, horizon=560)
    for x in range(40, BREEDTE, 88):
        landschap.populier(
            doek, x, 545, 130 + doek.kans.uniform(-20, 20), meng(kleur("6c8577"), MIST.verte, 0.55)
        )
    landschap.land(doek, 535, 8, meng(WEI, MIST.verte, 0.6), meng(WEI, MIST.verte, 0.2), 720)
    doek.waas(470, 640, (255, 255, 255), 0.8)
    landschap.land(doek, 620, 14, kleur("c3d69a"), kleur("79a763"))
    for x, y, maat in ((360, 690, 40), (560, 720, 48), (700, 680, 36), (1180, 705, 44), (1330, 690, 38)):
        _schaap(doek, x, y, maat)
    doek.vlak(
        [
            (-20, 800),
            (500, 770),
            (1100, 800),
            (BREEDTE + 20, 760),
            (BREEDTE + 20, 830),
            (1100, 862),
            (500, 836),
            (-20, 866),
        ],
        kleur("dbe7e8"),
        kleur("9fbfc6"),
    )
    landschap.knotwilg(doek, 190, 800, 310, GROEN)
    landschap.knotwilg(doek, 1450, 790, 280, GROEN)
    landschap.gras(doek, 850, GROEN, 380, BLOEMEN)


def _schaap(doek: Doek, x: float, y: float, maat: float) -> None:
    for poot in (-0.5, -0.25, 0.3, 0.5):
        doek.rechthoek(x + poot * maat, y, maat * 0.1, maat * 0.62, kleur("4a4440"))
    for bol in range(9):
        doek.ovaal(
            x + (bol - 4) * maat * 0.17, y - maat * 0.1 * (bol % 3), maat * 0.36, maat * 0.36, kleur("f7f2e8")
        )
    doek.ovaal(x + maat * 0.92, y - maat * 0.2, maat * 0.24, maat * 0.2, kleur("4a4440"))
