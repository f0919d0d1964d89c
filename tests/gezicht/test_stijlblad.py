"""The built style sheet: small, without holes, and legible in every theme."""

import gzip
import re
from itertools import product
from pathlib import Path

import pytest

WORTEL = Path(__file__).parent.parent.parent
GROOTSTE = 30_000  # bytes, gzipped

TEKST = ["inkt", "inkt-zacht", "rivier", "rivier-diep", "bloesem", "gaard", "oogst", "fout"]
VLAKKEN = [
    "papier", "vlak", "zand", "rivier-zacht", "bloesem-zacht", "gaard-zacht", "oogst-zacht", "fout-zacht",
]  # fmt: skip
# Text on strong colours. What has no other colour than these and the table above is legible.
OP_KLEUR = [
    ("op-rivier", "rivier"), ("op-rivier", "rivier-diep"), ("papier", "rivier-diep"), ("op-dijk", "dijk"),
    ("op-dijk-zacht", "dijk"), ("vlak", "gaard"), ("vlak", "bloesem"), ("inkt", "gaard-zacht"),
]  # fmt: skip
# Borders of fields and signs have to stand out too (WCAG 1.4.11).
RANDEN = [
    ("rand", "vlak"),
    ("rand", "papier"),
    ("rand", "zand"),
    ("rivier", "gaard-zacht"),
    ("bloesem", "papier"),
]
THEMAS = ["licht", "donker", "contrast", "contrast-donker"]


@pytest.fixture(scope="module")
def css() -> str:
    bestand = WORTEL / "static" / "css" / "bloei.css"
    assert bestand.exists(), "Bouw eerst het stijlblad: make stijl"
    return bestand.read_text()


@pytest.fixture(scope="module")
def kleuren() -> dict[str, dict[str, str]]:
    """The colours of each theme, as the cascade gives them."""
    bron = (WORTEL / "stijl" / "tokens" / "kleur.css").read_text()
    blokken = [dict(re.findall(r"--bloei-([\w-]+): (#\w+)", b)) for b in re.split(r"@media", bron)]
    licht, donker, contrast, contrast_donker = blokken
    return {
        "licht": licht,
        "donker": licht | donker,
        "contrast": licht | contrast,
        "contrast-donker": licht | donker | contrast | contrast_donker,
    }


def test_klein_genoeg(css: str) -> None:
    assert len(gzip.compress(css.encode())) <= GROOTSTE


def test_elk_gevraagd_token_is_bepaald(css: str) -> None:
    """No declaration falls away because a token, and whatever stands in for it, is not there."""
    bepaald = set(re.findall(r"(--[\w-]+)\s*:", css))
    gaten = {naam for naam in re.findall(r"var\((--[\w-]+)\)", css) if naam not in bepaald}
    assert gaten == set()


def test_geen_token_te_veel(css: str) -> None:
    """What no rule asks for costs every visitor bytes."""
    bronnen = "".join(bestand.read_text() for bestand in (WORTEL / "stijl" / "tokens").glob("*.css"))
    bepaald = set(re.findall(r"^\s+(--[\w-]+):", bronnen, re.MULTILINE))
    assert bepaald - set(re.findall(r"var\((--[\w-]+)", css)) == set()


@pytest.mark.parametrize("thema", THEMAS)
def test_tekst_is_leesbaar(kleuren: dict, thema: str) -> None:
    """Every colour of text on every surface, whether it occurs today or not: AA."""
    paren = [*product(TEKST, VLAKKEN), *OP_KLEUR]
    te_zwak = {p: round(c, 2) for p in paren if (c := _contrast(kleuren[thema], *p)) < 4.5}
    assert te_zwak == {}


@pytest.mark.parametrize("thema", THEMAS)
def test_randen_zijn_te_zien(kleuren: dict, thema: str) -> None:
    te_zwak = {p: round(c, 2) for p in RANDEN if (c := _contrast(kleuren[thema], *p)) < 3}
    assert te_zwak == {}


def test_geen_andere_kleuren() -> None:
    """Text and surfaces take their colour from a token that the tests above know."""
    bekend = {*TEKST, *VLAKKEN, *(naam for paar in OP_KLEUR for naam in paar)}
    for bestand in [WORTEL / "stijl" / "basis.css", *(WORTEL / "stijl" / "onderdelen").glob("*.css")]:
        for waarde in re.findall(r"(?<![\w-])(?:background-)?color: ([^;]+);", bestand.read_text()):
            token = re.fullmatch(r"var\(--bloei-([\w-]+)\)", waarde)
            vrij = waarde in (
                "inherit",
                "transparent",
                "currentColor",
                "var(--utrecht-icon-color)",
                "Highlight",
                "HighlightText",
            )
            assert vrij or (token and token[1] in bekend), f"{bestand.name}: {waarde}"


def _contrast(kleuren: dict[str, str], tekst: str, vlak: str) -> float:
    hoog, laag = sorted((_helderheid(kleuren[tekst]), _helderheid(kleuren[vlak])), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def _helderheid(kleur: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    hex6 = kleur[1:] if len(kleur) == 7 else "".join(c * 2 for c in kleur[1:])
    rgb = [int(hex6[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    lineair = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]
