"""Small questions about text."""

from django.utils.html import strip_tags


def is_leeg(html: str) -> bool:
    """Whether rich text has no words. An emptied editor still leaves an empty paragraph behind."""
    return not strip_tags(html).strip()


def platte_tekst(html: str) -> str:
    """Rich text without markup, a space where a paragraph or a list item ends."""
    return " ".join(strip_tags(html.replace("</", " </")).split())
