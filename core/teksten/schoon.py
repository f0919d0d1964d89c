"""What text may contain: one whitelist for rich text, one rule for plain text (docs/adr/0022-one-whitelist-for-text.md).

Pure functions, and each gives back what is clean as it is: cleaning twice is cleaning once.
"""

import re
import unicodedata

import nh3

# What the editor offers (core/blocks.py), and what wagtail-localize and the demo may bring: nothing that loads or runs.
BLOKKEN = frozenset({"p", "ul", "ol", "li", "h2", "h3", "h4", "blockquote"})
TAGS = BLOKKEN | {"a", "b", "strong", "i", "em", "br", "sub", "sup"}
SCHEMAS = frozenset({"http", "https", "mailto", "tel"})
_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_SCHEMA = re.compile(r"\A\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)

# Forbidden in XML 1.0 or not text at all (surrogates, U+FFFE, U+FFFF), and what turns the reading direction around
# until the end of the line (U+202A-202E, U+2066-2069): a title with it makes the words beside it unreadable.
_WEG = re.compile("[\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
# Control characters; most are a line break or a tab of another program, so a space takes their place. In a single
# line, line breaks are among them.
_STUUR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_REGELEINDE = re.compile("[\x85\u2028\u2029]")
_GATEN = re.compile(r"\n(?:[ \t]*\n){2,}")
# Letters and signs by their class, and nothing to see: the fillers of Hangul, an empty cell of braille.
_LEEG = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_STUUR_OP_EEN_REGEL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def post(bron: str) -> str:
    """The text of a mail or a letter, as a template made it: never more than one empty line together."""
    return _GATEN.sub("\n\n", bron).strip()


def tekst(bron: str) -> str:
    """Text of one or more lines, without the characters that no reader shows and XML, mail and calendars can't hold."""
    return _STUUR.sub(" ", _REGELEINDE.sub("\n", _WEG.sub("", bron)))


def regel(bron: str) -> str:
    """Text of one line: a line break or any other control character becomes one space."""
    zonder = _WEG.sub("", bron)
    schoon = _STUUR_OP_EEN_REGEL.sub(" ", zonder)
    return schoon if schoon == zonder else " ".join(schoon.split())


def zichtbaar(bron: str) -> bool:
    """Whether anybody sees something of it: no spaces, no marks of direction or width, no letters that are drawn empty."""
    return any(teken not in _LEEG and unicodedata.category(teken)[0] not in "ZC" for teken in bron)


def zonder_onzichtbare(bron: str) -> str:
    """What somebody typed to look for, without the marks of width and direction that come along when it is pasted."""
    return "".join(teken for teken in bron if unicodedata.category(teken) != "Cf")


def adres(bron: str) -> str:
    """An address to go to; empty when it would do something else, such as `javascript:`."""
    schoon = regel(bron)
    schema = _SCHEMA.match(schoon)
    return schoon if not schema or schema[1].lower() in SCHEMAS | {"ftp", "ftps"} else ""


def cel(bron: str) -> str:
    """Text for a cell of a CSV file, in which a spreadsheet sees text and never a formula (CWE-1236)."""
    return f"'{bron}" if bron.startswith(_FORMULE) else bron


def _nummer(tag: str, naam: str, waarde: str) -> str | None:
    """The id of a page or document is a number; any other attribute is left to the whitelist."""
    if naam == "id" and not (waarde.isascii() and waarde.isdecimal() and len(waarde) < 10):
        return None
    return waarde


_OPSLAG = nh3.Cleaner(
    tags=TAGS,
    # Wagtail's own names: a link to a page or document, and the key that keeps a remark at its paragraph.
    attributes={"a": {"href", "id"}, **{naam: {"data-block-key"} for naam in BLOKKEN}},
    tag_attribute_values={"a": {"linktype": {"page", "document"}}},
    attribute_filter=_nummer,
    url_schemes=SCHEMAS,
    link_rel=None,
)
_VOOR_LEZERS = nh3.Cleaner(tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMAS, link_rel=None)


def rijke_tekst(bron: str) -> str:
    """Rich text as it is stored: what the whitelist knows, written the way Wagtail's editor writes it."""
    return _zoals_wagtail(_OPSLAG.clean(tekst(bron)))


def rijke_tekst_voor_lezers(html: str) -> str:
    """Rich text as a visitor gets it, its links already made into addresses."""
    return _zoals_wagtail(_VOOR_LEZERS.clean(tekst(html)))


def _zoals_wagtail(html: str) -> str:
    # Both spellings mean the same; this one leaves what the editor wrote as it is.
    return html.replace("<br>", "<br/>").replace("&nbsp;", "\xa0")
