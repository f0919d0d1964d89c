"""Every regular expression of our apps takes time in step with the text, also of somebody who wants it otherwise."""

import ast
import importlib
import re
import time
from functools import cache
from pathlib import Path

import pytest

from .test_layers import layers

WORTEL = Path(__file__).parents[2]
APPS = tuple(layers())
FUNCTIES = {"compile", "sub", "subn", "split", "match", "search", "findall", "fullmatch", "finditer"}
# Reads our own source, and never what somebody typed.
EIGEN_CODE = WORTEL / "core" / "talen" / "catalogi.py"
HEEL_KLEIN, KLEIN, GROOT = 22, 2_500, 25_000
# In step with the text it takes ten times as long, and squared a hundred times. What takes less than this many seconds
# is not worth measuring; squared, it would be some hundred times more.
SNEL, HOOGSTENS = 0.01, 30


@cache
def patronen() -> dict[str, re.Pattern[str]]:
    """The patterns by the place where they stand; one that is put together from others, as its module has it."""
    gevonden = {}
    for app in APPS:
        for pad in sorted({*(WORTEL / app).rglob("*.py")} - {EIGEN_CODE}):
            boom = ast.parse(pad.read_text(encoding="utf-8"))
            namen = {
                deel.value: deel.targets[0].id
                for deel in boom.body
                if isinstance(deel, ast.Assign) and isinstance(deel.targets[0], ast.Name)
            }
            for aanroep in filter(_is_patroon, ast.walk(boom)):
                naam = namen.get(aanroep)
                patroon = _uit_module(pad, naam) if naam else _uit_aanroep(aanroep)
                gevonden[f"{pad.relative_to(WORTEL)}:{naam or aanroep.lineno}"] = patroon
    return gevonden


def _is_patroon(knoop: ast.AST) -> bool:
    return (
        isinstance(knoop, ast.Call)
        and isinstance(knoop.func, ast.Attribute)
        and isinstance(knoop.func.value, ast.Name)
        and knoop.func.value.id == "re"
        and knoop.func.attr in FUNCTIES
    )


def _uit_module(pad: Path, naam: str) -> re.Pattern[str]:
    module = importlib.import_module(".".join(pad.relative_to(WORTEL).with_suffix("").parts))
    return getattr(module, naam)


def _uit_aanroep(aanroep: ast.Call) -> re.Pattern[str]:
    # Whoever puts a pattern together inside a function gives it a name in the module: then it is measured as well.
    assert isinstance(aanroep.args[0], ast.Constant), f"regel {aanroep.lineno}: een patroon zonder naam"
    return re.compile(aanroep.args[0].value)


def lastig(patroon: str, aantal: int) -> list[str]:
    """Long texts that look like the pattern almost everywhere: its own characters over and over, alone and in pairs."""
    eigen = list(
        dict.fromkeys(teken for teken in patroon if teken.isprintable() and teken not in "\\?*+()|^$")
    )[:12]
    tekens = list(dict.fromkeys([*eigen, "a", "1", " ", ".", "\n", "<", '"', "-", "\x0b"]))
    delen = [
        *tekens,
        *(een + ander for een in tekens[:10] for ander in tekens[:10] if een != ander),
        *_woorden(patroon),
    ]
    return [deel * (aantal // len(deel)) + slot for deel in delen for slot in ("", "\x01")]


def _woorden(patroon: str) -> list[str]:
    """The literal pieces of a pattern, such as `<a ` and ` id="1`."""
    kaal = re.sub(r"\\d|\[0-9\]", "1", patroon).replace(r"\b", " ").replace("\\", "")
    return [deel for deel in re.split(r"[\[\](){}|*+?^$]+", kaal) if len(deel) > 1]


def _duur(patroon: re.Pattern[str], tekst: str) -> float:
    # Of the processor and not of the clock: a busy machine makes no difference.
    begin = time.process_time()
    for _ in patroon.finditer(tekst):
        pass
    return time.process_time() - begin


def te_traag(patroon: re.Pattern[str]) -> str:
    """The first text for which this takes far more than ten times as long when it is ten times as long, or nothing."""
    for heel_klein, klein, groot in zip(
        *(lastig(patroon.pattern, aantal) for aantal in (HEEL_KLEIN, KLEIN, GROOT)), strict=True
    ):
        # What doubles with every character would never end.
        if _duur(patroon, heel_klein) > SNEL:
            return heel_klein
        if _duur(patroon, groot) < SNEL:
            continue
        # A busy machine may take its time once, not each time.
        if min(_duur(patroon, groot) for _ in range(2)) > HOOGSTENS * min(
            _duur(patroon, klein) for _ in range(3)
        ):
            return groot[:20]
    return ""


@pytest.mark.parametrize("waar", patronen())
def test_no_text_keeps_a_pattern_busy(waar: str) -> None:
    assert te_traag(patronen()[waar]) == ""


@pytest.mark.parametrize("patroon", [r"<a\b[^>]*>", r"(a+)+$"])
def test_a_slow_pattern_is_found(patroon: str) -> None:
    assert te_traag(re.compile(patroon))
