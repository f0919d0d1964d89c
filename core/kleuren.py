"""The colours of the site: Bloei!'s own (`stijl/tokens/kleur.css`), and what a municipality puts in their place.

Every other colour refers to one of these, so whether a text can be read is known by looking at pairs of them.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import product
from pathlib import Path

from core.gemeente import THEMAS, Gemeente

Kleuren = Mapping[str, str]

TEKST = ("inkt", "inkt-zacht", "rivier", "rivier-diep", "bloesem", "gaard", "oogst", "fout")
VLAKKEN = (
    "papier", "vlak", "zand", "rivier-zacht", "bloesem-zacht", "gaard-zacht", "oogst-zacht", "fout-zacht",
)  # fmt: skip
# Text on strong colours. What has no other colour than these and the table above is legible.
OP_KLEUR = (
    ("op-rivier", "rivier"), ("op-rivier", "rivier-diep"), ("papier", "rivier-diep"), ("op-dijk", "dijk"),
    ("op-dijk-zacht", "dijk"), ("vlak", "gaard"), ("vlak", "bloesem"), ("inkt", "gaard-zacht"),
)  # fmt: skip
# Borders of fields and signs have to stand out too (WCAG 1.4.11).
RANDEN = (
    ("rand", "vlak"), ("rand", "papier"), ("rand", "zand"), ("rivier", "gaard-zacht"), ("bloesem", "papier"),
)  # fmt: skip
LEESBAAR, ZICHTBAAR = 4.5, 3.0  # contrast, WCAG 1.4.3 and 1.4.11
# When the colours of a municipality hold. Those for light say nothing in the dark: there Bloei!'s own stay.
MEDIA = {
    "licht": "(prefers-color-scheme: light)",
    "donker": "(prefers-color-scheme: dark)",
    "contrast": "(prefers-contrast: more) and (prefers-color-scheme: light)",
    "contrast-donker": "(prefers-contrast: more) and (prefers-color-scheme: dark)",
}
LAGEN = {
    "licht": ("licht",),
    "donker": ("donker",),
    "contrast": ("licht", "contrast"),
    "contrast-donker": ("donker", "contrast-donker"),
}
HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")


def lees_tokens(blad: Path) -> dict[str, dict[str, str]]:
    """What each theme of the style sheet says itself, in the order of THEMAS."""
    blokken = re.split(r"@media", blad.read_text(encoding="utf-8"))
    return {
        thema: dict(re.findall(r"^ +--bloei-([a-z-]{1,40}): (#\w{3,6});", blok, re.MULTILINE))
        for thema, blok in zip(THEMAS, blokken, strict=True)
    }


def gestapeld(tokens: Mapping[str, Kleuren], eigen: Mapping[str, Kleuren]) -> dict[str, dict[str, str]]:
    """The colours of each theme as the cascade gives them, with those of the municipality after Bloei!'s own."""
    van_bloei = {**LAGEN, "donker": ("licht", "donker"), "contrast-donker": THEMAS}
    uit: dict[str, dict[str, str]] = {}
    for thema, lagen in van_bloei.items():
        uit[thema] = {}
        for laag in (*(tokens[naam] for naam in lagen), *(eigen.get(naam, {}) for naam in LAGEN[thema])):
            uit[thema] |= laag
    return uit


def te_zwak(kleuren: Kleuren) -> Iterator[tuple[str, str, float]]:
    """The pairs that can't be read or seen: what, on what, and the contrast that they have."""
    for paren, genoeg in (([*product(TEKST, VLAKKEN), *OP_KLEUR], LEESBAAR), (RANDEN, ZICHTBAAR)):
        for voor, achter in paren:
            if (verschil := contrast(kleuren[voor], kleuren[achter])) < genoeg:
                yield voor, achter, round(verschil, 2)


def contrast(een: str, ander: str) -> float:
    hoog, laag = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


def _helderheid(kleur: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    hex6 = kleur[1:] if len(kleur) == 7 else "".join(c * 2 for c in kleur[1:])
    rgb = [int(hex6[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    lineair = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]


def stijlblad(gemeente: Gemeente) -> str:
    """The style sheet of a municipality with colours of its own; empty for one without."""
    regels = []
    for thema in THEMAS:
        if eigen := gemeente.kleuren.get(thema):
            tokens = ";".join(f"--bloei-{naam}:{kleur}" for naam, kleur in eigen.items())
            # Not on paper: what is printed is black on white (stijl/print.css).
            regels.append(f"@media screen and {MEDIA[thema]}{{:root{{{tokens}}}}}")
    return "".join(regels)


def kenmerk(blad: str) -> str:
    """A name that changes with the style sheet, so that a browser may keep it for good."""
    return sha256(blad.encode()).hexdigest()[:12]


def kleur(gemeente: Gemeente, naam: str, anders: str) -> str:
    """A colour for what has no style sheet, such as mail and paper; `anders` is Bloei!'s own."""
    return gemeente.kleuren.get("licht", {}).get(naam, anders)
