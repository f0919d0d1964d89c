"""The built style sheet: small, without holes, and legible in every theme."""

import gzip
import re
from pathlib import Path

import pytest

from core.gemeente import THEMAS
from core.kleuren import OP_KLEUR, TEKST, VLAKKEN, gestapeld, lees_tokens, te_zwak

WORTEL = Path(__file__).parent.parent.parent
GROOTSTE = 30_000  # bytes, gzipped


@pytest.fixture(scope="module")
def css() -> str:
    bestand = WORTEL / "static" / "css" / "bloei.css"
    assert bestand.exists(), "Bouw eerst het stijlblad: make stijl"
    return bestand.read_text()


@pytest.fixture(scope="module")
def kleuren() -> dict[str, dict[str, str]]:
    """The colours of each theme, as the cascade gives them."""
    return gestapeld(lees_tokens(WORTEL / "stijl" / "tokens" / "kleur.css"), {})


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
def test_alles_is_te_lezen(kleuren: dict, thema: str) -> None:
    """Every colour of text on every surface, whether it occurs today or not: AA. Borders can be seen."""
    assert list(te_zwak(kleuren[thema])) == []


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
