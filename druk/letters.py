"""Which characters can be printed: paper that everybody can read refuses one that no font has.

Typst itself says which those are, about the very fonts that it prints with. Asking takes some milliseconds, and only
happens for text with a character that is out of the ordinary.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import typst
from django.conf import settings

from core.teksten.nummers import onbreekbaar

# Latin letters, the punctuation of a Dutch or Polish text and the line break: the font has them all.
GEWOON = "\n\x20-\x7e\xa0-\xac\xae-\u017f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac"
_ONGEWOON = re.compile(f"[^{GEWOON}]")
_ONTBREEKT = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|(.))")
# The bullets and arrows of Word, which come from its own font for symbols.
_VAN_WORD = dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf06f", "•") | {"\uf0e0": "→", "\uf0b0": "°"}
# They choose between a letter and a coloured picture of it, such as 1️⃣; without them it is the letter.
_KIEZERS = re.compile("[\ufe00-\ufe0f]")
_RONDES = 4
# Of a text of nothing but pictures: a heading may not be empty.
_IETS = "…"


def drukbaar(gegevens: Any) -> Any:
    """The same texts, lists and dictionaries, with something else in the place of what no font has.

    A bullet of Word becomes a bullet, a letter becomes □, a picture such as 🎄 goes. What was a text stays one.
    """
    for _ in range(_RONDES):
        weg = _ontbrekend([tekst for tekst in _teksten(gegevens) if _ONGEWOON.search(tekst)])
        if not weg:
            return gegevens
        gegevens = _in_elke_tekst(gegevens, lambda tekst, weg=weg: _zonder(tekst, weg))
    return alleen_gewoon(gegevens)


def nummers_heel(gegevens: Any) -> Any:
    """The same, with each telephone number on one line. A picture is not text."""
    return _in_elke_tekst(gegevens, lambda tekst: tekst if tekst.startswith("<svg") else onbreekbaar(tekst))


def alleen_gewoon(gegevens: Any) -> Any:
    """The same, with nothing but ordinary characters: what can be printed for certain."""
    return _in_elke_tekst(gegevens, lambda tekst: _nog_iets(tekst, _ONGEWOON.sub("", tekst)))


def is_onleesbaar(fout: typst.TypstError) -> bool:
    """Whether typst stopped because no font has a character."""
    return bool(_ONTBREEKT.search(fout.diagnostic or ""))


def _ontbrekend(teksten: list[str]) -> set[str]:
    """What no font has, of these texts: characters, or letters with what is drawn onto them."""
    if not teksten:
        return set()
    try:
        typst.compile(
            settings.BASE_DIR / "templates" / "druk" / "proef.typ",
            root=settings.BASE_DIR,
            ignore_system_fonts=True,
            sys_inputs={"gegevens": json.dumps({"taal": "nl", "teksten": teksten})},
            format="pdf",
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as fout:
        return {_ESCAPE.sub(_teken, deel) for deel in _ONTBREEKT.findall(fout.diagnostic or "")}
    return set()


def _teken(escape: re.Match[str]) -> str:
    nummer, letter = escape.groups()
    return (
        chr(int(nummer, 16)) if nummer else {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}.get(letter, letter)
    )


def _zonder(tekst: str, weg: set[str]) -> str:
    if not any(deel in tekst for deel in weg):
        return tekst
    over = _KIEZERS.sub("", tekst)
    for deel in sorted(filter(_ONGEWOON.search, weg), key=len, reverse=True):
        over = over.replace(deel, _in_plaats_van(deel))
    return _nog_iets(tekst, over)


def _in_plaats_van(deel: str) -> str:
    if len(deel) > 1:
        # Without what is drawn onto it the letter may well be there; if it isn't either, the next round says so.
        kaal = "".join(teken for teken in deel if not unicodedata.category(teken).startswith(("M", "C")))
        return kaal if kaal != deel else ""
    if deel in _VAN_WORD:
        return _VAN_WORD[deel]
    if deel.isspace() or deel in "\x0b\x1c\x1d\x1e\x1f":
        return " "
    return "□" if deel.isalnum() else ""


def _nog_iets(tekst: str, over: str) -> str:
    """What is left of a text, and something where that is nothing."""
    over = _netjes(over)
    return over if over.strip() or not tekst.strip() else _IETS


def _netjes(tekst: str) -> str:
    """Without the double space that stays where something went."""
    return "\n".join(" ".join(filter(None, regel.split(" "))) for regel in tekst.split("\n"))


def _teksten(gegevens: Any) -> Iterator[str]:
    if isinstance(gegevens, str):
        yield gegevens
    elif isinstance(gegevens, dict):
        for waarde in gegevens.values():
            yield from _teksten(waarde)
    elif isinstance(gegevens, list | tuple):
        for waarde in gegevens:
            yield from _teksten(waarde)


def _in_elke_tekst(gegevens: Any, doe: Callable[[str], str]) -> Any:
    if isinstance(gegevens, str):
        return doe(gegevens)
    if isinstance(gegevens, dict):
        return {naam: _in_elke_tekst(waarde, doe) for naam, waarde in gegevens.items()}
    if isinstance(gegevens, list | tuple):
        return [_in_elke_tekst(waarde, doe) for waarde in gegevens]
    return gegevens
