"""Text in the form in which two versions are compared: without what only says how it was stored, or by whom."""

import re

from django.db.models import Field
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import RichTextField

from core.teksten.plat import is_leeg

# All that may be stored, also where this field's own editor doesn't offer it: a heading that goes missing is seen.
OPMAAK = (
    "h2", "h3", "h4", "bold", "italic", "superscript", "subscript", "ol", "ul", "blockquote", "link", "document-link",
)  # fmt: skip
_SLEUTEL = re.compile(r' data-block-key="[^"]*"')


def leesvorm(veld: Field, waarde: object) -> object:
    """The value of a field of a model, to compare with another one."""
    if isinstance(veld, RichTextField):
        return rijke_tekst(str(waarde or ""))
    return gewone_tekst(waarde) if isinstance(waarde, str) else waarde


def rijke_tekst(html: str) -> str:
    """As the editor would write it down, without its keys. Empty when it has no words."""
    if is_leeg(html):
        return ""
    # Anew each time: it remembers what it is reading.
    omzetter = ContentstateConverter(OPMAAK)
    return _SLEUTEL.sub("", omzetter.to_database_format(omzetter.from_database_format(html)))


def gewone_tekst(tekst: str) -> str:
    """A browser ends its lines in another way than a command does, and a form drops the spaces around a text."""
    return tekst.replace("\r\n", "\n").strip()
