"""Small questions about text."""

import re

from django.utils.html import strip_tags

# What comes along when text is pasted from other programs, and XML and calendars can't hold.
STUURTEKENS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def is_leeg(html: str) -> bool:
    """Whether rich text has no words. An emptied editor still leaves an empty paragraph behind."""
    return not strip_tags(html).strip()


def platte_tekst(html: str) -> str:
    """Rich text without markup, a space where a paragraph or a list item ends."""
    return " ".join(strip_tags(html.replace("</", " </")).split())


def zonder_stuurtekens(tekst: str) -> str:
    """Text with a space for each character that no reader shows, such as the line break of a slide (vertical tab)."""
    return STUURTEKENS.sub(" ", tekst)
