"""The pictures of the demo: each function paints one view of the land and the villages."""

from collections.abc import Callable
from math import cos, pi, sin

from demo.tekenen import dorp, landschap
from demo.tekenen.doek import BREEDTE, HOOGTE, Doek, kleur, meng
from demo.tekenen.landschap import AVOND, BLOESEM, HERFST, HERFSTLOOF, LOOF, MIDDAG, MIST, OCHTEND, SCHEMER

WEI, WEI_DIEP = kleur("a9c77d"), kleur("5f9154")
GROEN = [kleur(k) for k in ("4b7d48", "5f9154", "79a862", "93bb70")]
BLOEMEN = [kleur(k) for k in ("f6d667", "ffffff", "e98f8f", "f3b6c6")]


def _skyline(doek: Doek, y: float, licht: landschap.Licht, ver: float, van: int = 0, tot: int = BREEDTE) -> None:
    """Trees and houses along the horizon."""
    for x in range(van, tot, 46):
        tint = meng(kleur("4d7350"), licht.verte, ver)
        doek.ovaal(x + doek.kans.uniform(-18, 18), y - 8, doek.kans.uniform(30, 54), doek.kans.uniform(18, 40), tint)
        if doek.kans.random() < 0.5:
            dorp.huis(doek, x, y + 4, doek.kans.uniform(40, 58), licht.verte, ver)


def rivier(doek: Doek) -> None:
    landschap.lucht(doek, AVOND, (1130, 400), wolken=6, horizon=540)
    landschap.land(doek, 505, 8, meng(AVOND.verte, kleur("6d7f6b"), 0.35), meng(AVOND.verte, kleur("55705a"), 0.5), 600)
    _skyline(doek, 520, AVOND, 0.55, 120, 760)
    dorp.kerk(doek, 420, 524, 190, AVOND.verte, 0.45)
    landschap.rivier(doek, 540, 960, AVOND)
    doek.gloed(1130, 640, 260, AVOND.zon, 0.55)
    doek.vlak([(-20, 800), (330, 822), (760, 905), (1140, 925), (BREEDTE + 20, 870), (BREEDTE + 20, HOOGTE), (-20, HOOGTE)], kleur("6f8a5b"), kleur("38563f"))
    for x, y, hoog in ((140, 850, 270), (330, 880, 230), (1470, 900, 300)):
        landschap.knotwilg(doek, x, y, hoog, [kleur(k) for k in ("5f7a48", "7a9455", "94a964")])
    landschap.gras(doek, 880, [kleur(k) for k in ("32503a", "44664a", "5b7d55")], 360)


def dijk(doek: Doek) -> None:
    landschap.lucht(doek, MIDDAG, (300, 170), wolken=8, horizon=600)
    landschap.land(doek, 560, 10, meng(WEI, MIDDAG.verte, 0.5), WEI, 700)
    _skyline(doek, 566, MIDDAG, 0.45, 900, 1500)
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
    _skyline(doek, 500, licht, 0.6, 620, 1020)
    dorp.kerk(doek, 760, 504, 150, licht.verte, 0.5)
    doek.vlak([(-20, 520), (BREEDTE + 20, 520), (BREEDTE + 20, HOOGTE), (-20, HOOGTE)], kleur("b8cf86"), kleur("6a9a55"))
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
        doek.ovaal(doek.kans.uniform(0, BREEDTE), y, maat * 1.3, maat * 0.7, meng(gevallen, (255, 255, 255), doek.kans.random() * 0.5))


def dorpsgezicht(doek: Doek) -> None:
    landschap.lucht(doek, OCHTEND, (1240, 240), wolken=6, horizon=600)
    landschap.land(doek, 520, 16, meng(WEI_DIEP, OCHTEND.verte, 0.7), meng(WEI_DIEP, OCHTEND.verte, 0.5), 640)
    _skyline(doek, 590, OCHTEND, 0.5)
    dorp.kerk(doek, 700, 650, 400, OCHTEND.verte, 0.12)
    for x, breed in ((150, 110), (280, 125), (430, 110), (560, 120), (1010, 120), (1150, 105), (1280, 128)):
        dorp.huis(doek, x, 655, breed, OCHTEND.verte, 0.1)
    for x, hoog in ((90, 190), (400, 150), (985, 200), (1430, 230)):
        landschap.boom(doek, x, 665, hoog, LOOF)
    landschap.land(doek, 660, 6, kleur("b5d089"), kleur("6ea05a"))
    landschap.kronkel(doek, 668, HOOGTE + 10, OCHTEND, 820)
    landschap.gras(doek, 900, GROEN, 240, BLOEMEN)


def molen(doek: Doek) -> None:
    landschap.lucht(doek, HERFST, (420, 250), wolken=7, horizon=620)
    landschap.land(doek, 560, 14, meng(WEI_DIEP, HERFST.verte, 0.65), meng(WEI, HERFST.verte, 0.4), 700)
    _skyline(doek, 600, HERFST, 0.5, 80, 720)
    landschap.land(doek, 640, 12, kleur("bccb82"), kleur("6f9a55"))
    for x, hoog in ((820, 170), (1420, 220), (1520, 190)):
        landschap.boom(doek, x, 690, hoog, HERFSTLOOF)
    dorp.molen(doek, 1120, 700, 560)
    landschap.kronkel(doek, 700, HOOGTE + 10, HERFST, 560)
    landschap.gras(doek, 900, GROEN, 240, BLOEMEN)


def plein(doek: Doek) -> None:
    landschap.lucht(doek, MIDDAG, (1320, 160), wolken=5, horizon=640)
    dorp.kerk(doek, 1010, 640, 430, MIDDAG.verte, 0.2)
    for x, breed in ((-20, 210), (205, 190), (410, 215), (640, 200), (850, 190), (1250, 205), (1465, 200)):
        dorp.huis(doek, x, 660, breed, MIDDAG.verte, 0.04)
    doek.vlak([(-20, 655), (BREEDTE + 20, 655), (BREEDTE + 20, HOOGTE), (-20, HOOGTE)], kleur("e0cdb4"), kleur("c39f82"))
    for stap in range(13):
        y = 664 + 336 * (stap / 13) ** 1.7
        doek.lijn([(-20, y), (BREEDTE + 20, y)], kleur("b8977c"), 1 + stap * 0.16)
    for straal in range(-9, 10):
        doek.lijn([(800 + straal * 70, 656), (800 + straal * 260, HOOGTE)], kleur("c7a78b"), 1.6)
    for x, hoog in ((250, 330), (590, 300), (1180, 310), (1490, 350)):
        doek.ovaal(x, 790, 54, 15, kleur("7da064"))
        landschap.boom(doek, x, 790, hoog, LOOF, 130)
    for x in (340, 700, 920):
        dorp.bank(doek, x, 810, 150)
    for hoek in range(10):
        x, y = 800 + cos(hoek * pi / 5) * 150, 905 + sin(hoek * pi / 5) * 34
        doek.ovaal(x, y, 34, 16, kleur("6f9a5b"))
        doek.ovaal(x, y - 12, 15, 12, doek.kans.choice(BLOEMEN))


def speeltuin(doek: Doek) -> None:
    landschap.lucht(doek, MIDDAG, (260, 190), wolken=7, horizon=600)
    landschap.land(doek, 560, 12, meng(WEI_DIEP, MIDDAG.verte, 0.6), WEI, 700)
    for x, breed in ((1120, 130), (1270, 140), (1430, 130)):
        dorp.huis(doek, x, 620, breed, MIDDAG.verte, 0.25)
    for x, hoog in ((80, 320), (250, 260), (980, 250), (1570, 330)):
        landschap.boom(doek, x, 650, hoog, LOOF, 110)
    landschap.land(doek, 640, 8, kleur("b7d486"), kleur("69a057"))
    doek.ovaal(800, 832, 620, 92, kleur("ead9b0"))
    doek.ovaal(800, 828, 590, 80, kleur("f2e5c4"))
    dorp.speeltoestel(doek, 460, 850, 400)
    dorp.bank(doek, 1370, 800, 140)
    landschap.gras(doek, 900, GROEN, 260, BLOEMEN)


def dorpshuis(doek: Doek) -> None:
    landschap.lucht(doek, SCHEMER, (330, 520), wolken=5, horizon=640)
    landschap.land(doek, 590, 14, meng(SCHEMER.verte, kleur("2c3a4c"), 0.5), kleur("2b3b45"), 760)
    for x, breed in ((60, 150), (1290, 150), (1450, 140)):
        dorp.huis(doek, x, 700, breed, SCHEMER.verte, 0.55, dorp.LAMP)
    doek.rechthoek(430, 500, 760, 240, kleur("8c5a4c"))
    doek.vlak([(390, 505), (520, 330), (1100, 330), (1230, 505)], kleur("3b3a4a"))
    doek.vlak([(690, 505), (810, 350), (930, 505)], kleur("8c5a4c"))
    doek.ovaal(810, 445, 30, 30, kleur("f6efdf"))
    doek.lijn([(810, 445), (810, 425)], kleur("4a3a3a"), 4)
    doek.lijn([(810, 445), (824, 452)], kleur("4a3a3a"), 4)
    for x in (470, 580, 965, 1075):
        doek.gloed(x + 38, 600, 130, dorp.LAMP, 0.5)
        doek.rechthoek(x, 555, 78, 100, dorp.LAMP)
        doek.rechthoek(x + 36, 555, 5, 100, kleur("5e4038"))
        doek.rechthoek(x, 603, 78, 4, kleur("5e4038"))
    doek.gloed(810, 660, 220, dorp.LAMP, 0.7)
    doek.rechthoek(745, 570, 130, 170, kleur("ffe6b0"))
    doek.rechthoek(807, 570, 6, 170, kleur("5e4038"))
    doek.vlak([(-20, 738), (BREEDTE + 20, 738), (BREEDTE + 20, HOOGTE), (-20, HOOGTE)], kleur("43525a"), kleur("232d3c"))
    doek.vlak([(745, 740), (875, 740), (1120, HOOGTE), (500, HOOGTE)], kleur("f0cf95"), kleur("58586a"))
    for x, hoog in ((250, 380), (1270, 400)):
        landschap.boom(doek, x, 780, hoog, landschap.AVONDLOOF, 120)
    for x in (330, 420, 1120):
        dorp.fiets(doek, x, 800, 120, kleur("1c2433"))


def hofje(doek: Doek) -> None:
    landschap.lucht(doek, OCHTEND, (300, 210), wolken=6, horizon=620)
    landschap.land(doek, 560, 12, meng(WEI_DIEP, OCHTEND.verte, 0.6), meng(WEI, OCHTEND.verte, 0.3), 700)
    for x, breed in ((120, 190), (330, 200), (550, 195), (860, 200), (1080, 195), (1300, 205)):
        dorp.huis(doek, x, 690, breed, OCHTEND.verte, 0.05)
    landschap.land(doek, 690, 4, kleur("b9d48b"), kleur("70a35a"))
    doek.vlak([(770, 690), (840, 690), (1010, HOOGTE), (560, HOOGTE)], kleur("eadfc9"), kleur("d3bd9f"))
    for x, y, hoog, kroon in ((90, 780, 300, LOOF), (560, 800, 240, BLOESEM), (1060, 805, 250, BLOESEM), (1500, 800, 310, LOOF)):
        landschap.boom(doek, x, y, hoog, kroon, 120)
    for rij in range(2):
        for x in (*range(60, 500, 60), *range(1090, 1560, 60)):
            doek.ovaal(x, 852 + rij * 48, 30, 16, doek.kans.choice(GROEN))
            doek.ovaal(x, 842 + rij * 48, 10, 8, doek.kans.choice(BLOEMEN))
    dorp.bank(doek, 880, 830, 150)
    landschap.gras(doek, 920, GROEN, 200, BLOEMEN)


def weiland(doek: Doek) -> None:
    landschap.lucht(doek, MIST, (980, 330), wolken=4, horizon=560)
    for x in range(40, BREEDTE, 88):
        landschap.populier(doek, x, 545, 130 + doek.kans.uniform(-20, 20), meng(kleur("6c8577"), MIST.verte, 0.55))
    landschap.land(doek, 535, 8, meng(WEI, MIST.verte, 0.6), meng(WEI, MIST.verte, 0.2), 720)
    doek.waas(470, 640, (255, 255, 255), 0.8)
    landschap.land(doek, 620, 14, kleur("c3d69a"), kleur("79a763"))
    for x, y, maat in ((360, 690, 40), (560, 720, 48), (700, 680, 36), (1180, 705, 44), (1330, 690, 38)):
        _schaap(doek, x, y, maat)
    doek.vlak([(-20, 800), (500, 770), (1100, 800), (BREEDTE + 20, 760), (BREEDTE + 20, 830), (1100, 862), (500, 836), (-20, 866)], kleur("dbe7e8"), kleur("9fbfc6"))
    landschap.knotwilg(doek, 190, 800, 310, GROEN)
    landschap.knotwilg(doek, 1450, 790, 280, GROEN)
    landschap.gras(doek, 850, GROEN, 380, BLOEMEN)


def _schaap(doek: Doek, x: float, y: float, maat: float) -> None:
    for poot in (-0.5, -0.25, 0.3, 0.5):
        doek.rechthoek(x + poot * maat, y, maat * 0.1, maat * 0.62, kleur("4a4440"))
    for bol in range(9):
        doek.ovaal(x + (bol - 4) * maat * 0.17, y - maat * 0.1 * (bol % 3), maat * 0.36, maat * 0.36, kleur("f7f2e8"))
    doek.ovaal(x + maat * 0.92, y - maat * 0.2, maat * 0.24, maat * 0.2, kleur("4a4440"))


TAFERELEN: dict[str, Callable[[Doek], None]] = {
    functie.__name__: functie
    for functie in (boomgaard, dijk, dorpsgezicht, dorpshuis, hofje, molen, oogst, plein, rivier, speeltuin, weiland)
}


def teken(naam: str) -> bytes:
    """The picture of that name as JPEG, 1600 by 1000 pixels; the same one each time."""
    doek = Doek(naam)
    TAFERELEN[naam](doek)
    return doek.jpeg()
