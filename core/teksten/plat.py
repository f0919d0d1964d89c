"""Small questions about text."""

from collections.abc import Iterable

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.html import strip_tags

# What a sentence ends with, and what may stand behind that.
EINDE, SLUIT = ".!?…:;,", "\"'”’»)"


def is_leeg(html: str) -> bool:
    """Whether rich text has no words. An emptied editor still leaves an empty paragraph behind."""
    return not strip_tags(html).strip()


def platte_tekst(html: str) -> str:
    """Rich text without markup, a space where a paragraph or a list item ends."""
    return " ".join(strip_tags(html.replace("</", " </")).split())


def zinnen(stukken: Iterable[object]) -> str:
    """Pieces of text, one after another as sentences: a heading gets a stop. One without a letter or digit is left out."""
    regels = (" ".join(str(stuk).split()) for stuk in stukken)
    gevuld = [regel for regel in regels if any(map(str.isalnum, regel))]
    return " ".join(regel if regel.rstrip(SLUIT)[-1:] in EINDE else f"{regel}." for regel in gevuld)


def alineas(html: str) -> list[dict]:
    """Rich text for paper, in order: {"soort": "p", "ul" or "ol", "regels": the words of the paragraph or of each item}."""
    soep = BeautifulSoup(html, "html.parser")
    for regeleinde in soep("br"):
        regeleinde.replace_with(" ")
    gevuld = []
    for deel in soep.find_all(True, recursive=False):
        is_lijst = deel.name in ("ul", "ol")
        regels = [_eigen_woorden(regel) for regel in (deel("li") if is_lijst else [deel])]
        if any(regels):
            gevuld.append({"soort": deel.name if is_lijst else "p", "regels": list(filter(None, regels))})
    return gevuld


def _eigen_woorden(regel: Tag) -> str:
    """The words of an item, without those of a list inside it: its items come after it."""
    return " ".join(
        "".join(
            stuk
            for stuk in regel.strings
            if isinstance(stuk, NavigableString) and stuk.find_parent("li") in (regel, None)
        ).split()
    )
