"""What people built: houses, a church, a mill, a square, a playground."""

from math import cos, pi, sin

from demo.tekenen.doek import BREEDTE, Doek, Kleur, kleur, meng
from demo.tekenen.landschap import Licht

MUREN = [kleur(k) for k in ("b5654e", "c98a68", "e6d8c3", "a8563f", "d9b18c", "f1e9dc")]
DAKEN = [kleur(k) for k in ("7c4336", "5b5a60", "8e4b38", "6a6d74", "994f3b")]
RUIT = kleur("dce9ee")
LAMP = kleur("ffd98a")


def huis(
    doek: Doek, x: float, y: float, breed: float, waas: Kleur, ver: float = 0.0, raam: Kleur = RUIT
) -> None:
    """A house on the ground at (x, y), its gable to us or its roof; `ver` (0-1) fades it into `waas`."""
    muur, dak = (meng(doek.kans.choice(keus), waas, ver) for keus in (MUREN, DAKEN))
    glas, hoog = meng(raam, waas, ver), breed * doek.kans.uniform(0.55, 0.75)
    top = y - hoog - breed * doek.kans.uniform(0.42, 0.58)
    doek.rechthoek(x, y - hoog, breed, hoog, muur)
    schoorsteen = x + breed * doek.kans.choice((0.22, 0.68))
    doek.rechthoek(schoorsteen, top + breed * 0.02, breed * 0.1, breed * 0.3, meng(muur, dak, 0.5))
    if doek.kans.random() < 0.5:
        doek.vlak([(x - breed * 0.06, y - hoog), (x + breed / 2, top), (x + breed * 1.06, y - hoog)], dak)
        doek.vlak(
            [(x + breed * 0.05, y - hoog), (x + breed / 2, top + breed * 0.13), (x + breed * 0.95, y - hoog)],
            muur,
        )
        doek.rechthoek(x + breed * 0.42, y - hoog - breed * 0.2, breed * 0.16, breed * 0.16, glas)
    else:
        doek.vlak(
            [
                (x - breed * 0.06, y - hoog),
                (x + breed * 0.1, top),
                (x + breed * 0.9, top),
                (x + breed * 1.06, y - hoog),
            ],
            dak,
        )
    for plek in (0.14, 0.66):
        doek.rechthoek(x + breed * plek, y - hoog * 0.72, breed * 0.2, hoog * 0.36, glas)
        doek.rechthoek(x + breed * (plek + 0.09), y - hoog * 0.72, breed * 0.02, hoog * 0.36, muur)
    doek.rechthoek(x + breed * 0.43, y - hoog * 0.56, breed * 0.14, hoog * 0.56, meng(dak, waas, 0.1))


def kerk(doek: Doek, x: float, y: float, hoog: float, waas: Kleur, ver: float = 0.0) -> None:
    """A village church: a nave with a tower and a spire."""
    muur, lei = meng(kleur("b0735a"), waas, ver), meng(kleur("51606a"), waas, ver)
    breed = hoog * 0.2
    doek.rechthoek(x + breed, y - hoog * 0.3, hoog * 0.52, hoog * 0.3, muur)
    doek.vlak(
        [
            (x + breed * 0.6, y - hoog * 0.29),
            (x + breed * 1.2, y - hoog * 0.5),
            (x + breed + hoog * 0.44, y - hoog * 0.5),
            (x + breed + hoog * 0.55, y - hoog * 0.29),
        ],
        lei,
    )
    doek.rechthoek(x, y - hoog * 0.62, breed, hoog * 0.62, meng(muur, (60, 30, 25), 0.12 * (1 - ver)))
    doek.vlak([(x - 3, y - hoog * 0.62), (x + breed / 2, y - hoog), (x + breed + 3, y - hoog * 0.62)], lei)
    doek.lijn([(x + breed / 2, y - hoog), (x + breed / 2, y - hoog * 1.05)], lei, 2.5)
    wijzer = y - hoog * 0.54
    doek.ovaal(x + breed / 2, wijzer, breed * 0.2, breed * 0.2, meng(kleur("f6efdf"), waas, ver))
    for stap in range(4):
        raam = x + breed * 1.35 + stap * hoog * 0.115
        doek.rechthoek(raam, y - hoog * 0.2, hoog * 0.045, hoog * 0.13, meng(RUIT, waas, ver))
        doek.ovaal(raam + hoog * 0.0225, y - hoog * 0.2, hoog * 0.0225, hoog * 0.035, meng(RUIT, waas, ver))


def molen(doek: Doek, x: float, y: float, hoog: float) -> None:
    """A brick windmill with its sails at rest."""
    steen, kap = kleur("a35f48"), kleur("4a4f45")
    doek.vlak(
        [
            (x - hoog * 0.17, y),
            (x - hoog * 0.1, y - hoog * 0.66),
            (x + hoog * 0.1, y - hoog * 0.66),
            (x + hoog * 0.17, y),
        ],
        meng(steen, (255, 230, 200), 0.15),
        meng(steen, (40, 20, 20), 0.2),
    )
    doek.rechthoek(x - hoog * 0.2, y - hoog * 0.27, hoog * 0.4, hoog * 0.022, kap)
    for paal in range(9):
        doek.rechthoek(
            x - hoog * 0.195 + paal * hoog * 0.048, y - hoog * 0.32, hoog * 0.006, hoog * 0.05, kap
        )
    doek.ovaal(x, y - hoog * 0.67, hoog * 0.115, hoog * 0.1, kap)
    for raam in (0.42, 0.55):
        doek.rechthoek(x - hoog * 0.015, y - hoog * raam, hoog * 0.035, hoog * 0.05, RUIT)
    doek.rechthoek(x - hoog * 0.04, y - hoog * 0.13, hoog * 0.08, hoog * 0.13, kleur("3f5a4a"))
    for kwart in range(4):
        hoek = kwart * pi / 2 + 0.55
        as_x, as_y, lang = cos(hoek), sin(hoek), hoog * 0.46
        dwars_x, dwars_y = -as_y * hoog * 0.075, as_x * hoog * 0.075
        begin, einde = (
            (x + as_x * lang * 0.2, y - hoog * 0.68 + as_y * lang * 0.2),
            (x + as_x * lang, y - hoog * 0.68 + as_y * lang),
        )
        doek.vlak(
            [
                begin,
                einde,
                (einde[0] + dwars_x, einde[1] + dwars_y),
                (begin[0] + dwars_x, begin[1] + dwars_y),
            ],
            kleur("f3ead9"),
        )
        for lat in range(1, 9):
            plek = (begin[0] + (einde[0] - begin[0]) * lat / 9, begin[1] + (einde[1] - begin[1]) * lat / 9)
            doek.lijn([plek, (plek[0] + dwars_x, plek[1] + dwars_y)], kleur("a58f78"), 1.5)
        doek.lijn([(x, y - hoog * 0.68), einde], kleur("6a4a3c"), hoog * 0.014)
    doek.ovaal(x, y - hoog * 0.68, hoog * 0.02, hoog * 0.02, kleur("6a4a3c"))


def speeltoestel(doek: Doek, x: float, y: float, maat: float) -> None:
    """A slide with a little tower, and a swing next to it."""
    hout, rood, geel = kleur("8b6a4a"), kleur("c9584a"), kleur("e8b64c")
    for paal in (0, 0.26):
        doek.rechthoek(x + maat * paal, y - maat * 0.8, maat * 0.03, maat * 0.8, hout)
    doek.vlak(
        [
            (x - maat * 0.05, y - maat * 0.78),
            (x + maat * 0.145, y - maat),
            (x + maat * 0.34, y - maat * 0.78),
        ],
        rood,
    )
    doek.rechthoek(x, y - maat * 0.46, maat * 0.29, maat * 0.04, hout)
    doek.lijn(
        [
            (x + maat * 0.27, y - maat * 0.46),
            (x + maat * 0.55, y - maat * 0.16),
            (x + maat * 0.78, y - maat * 0.04),
        ],
        geel,
        maat * 0.055,
    )
    for trede in range(5):
        doek.lijn(
            [
                (x - maat * 0.16 + trede * maat * 0.03, y - trede * maat * 0.1),
                (x - maat * 0.02, y - trede * maat * 0.1),
            ],
            hout,
            maat * 0.02,
        )
    doek.lijn([(x - maat * 0.17, y), (x - maat * 0.01, y - maat * 0.46)], hout, maat * 0.022)
    links, rechts, top = x + maat * 1.0, x + maat * 1.75, y - maat * 0.82
    for poot in (links, rechts):
        doek.lijn(
            [(poot - maat * 0.13, y), (poot, top), (poot + maat * 0.13, y + maat * 0.03)], hout, maat * 0.03
        )
    doek.lijn([(links, top), (rechts, top)], hout, maat * 0.035)
    for zitje, zwaai in ((0.28, -0.06), (0.68, 0.1)):
        touw = links + (rechts - links) * zitje
        for kant in (-0.05, 0.05):
            doek.lijn(
                [(touw + kant * maat, top), (touw + (kant + zwaai) * maat, y - maat * 0.2)],
                kleur("6f6a66"),
                2,
            )
        plek = touw + zwaai * maat
        doek.lijn(
            [(plek - maat * 0.07, y - maat * 0.2), (plek + maat * 0.07, y - maat * 0.2)], rood, maat * 0.03
        )


def bank(doek: Doek, x: float, y: float, breed: float) -> None:
    hout = kleur("9a7650")
    for hoogte in (0.42, 0.33, 0.2):
        doek.rechthoek(x, y - breed * hoogte, breed, breed * 0.06, hout)
    for poot in (0.08, 0.86):
        doek.rechthoek(x + breed * poot, y - breed * 0.44, breed * 0.05, breed * 0.44, kleur("4f5350"))


def fiets(doek: Doek, x: float, y: float, maat: float, tint: Kleur) -> None:
    """A bicycle, its wheels on the ground at y."""
    wiel, naaf = maat * 0.28, y - maat * 0.28
    achter, voor = x, x + maat * 0.8
    for midden in (achter, voor):
        boog = [(midden + wiel * cos(h * pi / 16), naaf + wiel * sin(h * pi / 16)) for h in range(33)]
        doek.lijn(boog, kleur("343a3c"), maat * 0.03)
    trap, zadel, stuur = (
        x + maat * 0.33,
        (x + maat * 0.24, y - maat * 0.66),
        (x + maat * 0.68, y - maat * 0.74),
    )
    doek.lijn([(achter, naaf), (trap, naaf), zadel, (achter, naaf)], tint, maat * 0.035)
    doek.lijn(
        [(trap, naaf), (x + maat * 0.66, y - maat * 0.58), (zadel[0] + 2, zadel[1] + maat * 0.06)],
        tint,
        maat * 0.035,
    )
    doek.lijn([(voor, naaf), stuur, (stuur[0] - maat * 0.12, stuur[1] - maat * 0.02)], tint, maat * 0.035)
    doek.lijn(
        [(zadel[0] - maat * 0.09, zadel[1]), (zadel[0] + maat * 0.08, zadel[1])], kleur("343a3c"), maat * 0.05
    )


def skyline(doek: Doek, y: float, licht: Licht, ver: float, van: int = 0, tot: int = BREEDTE) -> None:
    """Trees and houses along the horizon."""
    for x in range(van, tot, 46):
        tint = meng(kleur("4d7350"), licht.verte, ver)
        doek.ovaal(
            x + doek.kans.uniform(-18, 18), y - 8, doek.kans.uniform(30, 54), doek.kans.uniform(18, 40), tint
        )
        if doek.kans.random() < 0.5:
            huis(doek, x, y + 4, doek.kans.uniform(40, 58), licht.verte, ver)
