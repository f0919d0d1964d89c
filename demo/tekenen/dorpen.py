"""Pictures of the villages: from afar, the square, the playground, the hall and a little court."""

from math import cos, pi, sin

from demo.tekenen import dorp, landschap
from demo.tekenen.doek import BREEDTE, HOOGTE, Doek, kleur, meng
from demo.tekenen.landschap import (
    BLOEMEN,
    BLOESEM,
    GROEN,
    LOOF,
    MIDDAG,
    OCHTEND,
    SCHEMER,
    WEI,
    WEI_DIEP,
)


def dorpsgezicht(doek: Doek) -> None:
    landschap.lucht(doek, OCHTEND, (1240, 240), wolken=6, horizon=600)
    landschap.land(doek, 520, 16, meng(WEI_DIEP, OCHTEND.verte, 0.7), meng(WEI_DIEP, OCHTEND.verte, 0.5), 640)
    dorp.skyline(doek, 590, OCHTEND, 0.5)
    dorp.kerk(doek, 700, 650, 400, OCHTEND.verte, 0.12)
    for x, breed in ((150, 110), (280, 125), (430, 110), (560, 120), (1010, 120), (1150, 105), (1280, 128)):
        dorp.huis(doek, x, 655, breed, OCHTEND.verte, 0.1)
    for x, hoog in ((90, 190), (400, 150), (985, 200), (1430, 230)):
        landschap.boom(doek, x, 665, hoog, LOOF)
    landschap.land(doek, 660, 6, kleur("b5d089"), kleur("6ea05a"))
    landschap.kronkel(doek, 668, HOOGTE + 10, OCHTEND, 820)
    landschap.gras(doek, 900, GROEN, 240, BLOEMEN)


def plein(doek: Doek) -> None:
    landschap.lucht(doek, MIDDAG, (1320, 160), wolken=5, horizon=640)
    dorp.kerk(doek, 1010, 640, 430, MIDDAG.verte, 0.2)
    for x, breed in ((-20, 210), (205, 190), (410, 215), (640, 200), (850, 190), (1250, 205), (1465, 200)):
        dorp.huis(doek, x, 660, breed, MIDDAG.verte, 0.04)
    doek.vlak(
        [(-20, 655), (BREEDTE + 20, 655), (BREEDTE + 20, HOOGTE), (-20, HOOGTE)],
        kleur("e0cdb4"),
        kleur("c39f82"),
    )
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
    doek.vlak(
        [(-20, 738), (BREEDTE + 20, 738), (BREEDTE + 20, HOOGTE), (-20, HOOGTE)],
        kleur("43525a"),
        kleur("232d3c"),
    )
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
    for x, y, hoog, kroon in (
        (90, 780, 300, LOOF),
        (560, 800, 240, BLOESEM),
        (1060, 805, 250, BLOESEM),
        (1500, 800, 310, LOOF),
    ):
        landschap.boom(doek, x, y, hoog, kroon, 120)
    for rij in range(2):
        for x in (*range(60, 500, 60), *range(1090, 1560, 60)):
            doek.ovaal(x, 852 + rij * 48, 30, 16, doek.kans.choice(GROEN))
            doek.ovaal(x, 842 + rij * 48, 10, 8, doek.kans.choice(BLOEMEN))
    dorp.bank(doek, 880, 830, 150)
    landschap.gras(doek, 920, GROEN, 200, BLOEMEN)
