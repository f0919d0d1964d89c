"""What may stand in a translated sentence: the markup of the Dutch sentence, with its links, and nothing else.

wagtail-localize looks at tags only, and lets through what BeautifulSoup takes for a kind of text: comments, CDATA,
declarations and processing instructions, that a browser reads as markup. Here only what is known is written out again.
"""

from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.html import escape
from wagtail.models import Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from core.teksten import schoon

ZONDER_INHOUD = frozenset(["script", "style", "template", "iframe", "object", "noscript"])
TITEL = "title"
# What fits in the title of a page, and so in the title of its draft.
TITEL_HOOGSTENS = 255


def schone_zin(zin: str, bron: str) -> str:
    """The sentence as HTML, with the tags and link numbers (`<a id="a1">`) that the Dutch sentence has.

    Of any other tag the words stay. What isn't for readers goes: comments, scripts, control characters.
    """
    tags = {
        (tag.name, _nummer(tag))
        for tag in BeautifulSoup(bron, "html.parser").find_all(True)
        if tag.name not in ZONDER_INHOUD
    }
    return "".join(_schrijf(BeautifulSoup(schoon.tekst(zin), "html.parser"), tags)).strip()


def _nummer(tag: Tag) -> str | None:
    nummer = tag.get("id")
    return None if nummer is None else str(nummer)


def _schrijf(knoop: Tag, tags: set[tuple[str, str | None]]) -> Iterator[str]:
    for kind in knoop.children:
        if isinstance(kind, PreformattedString):
            continue
        if isinstance(kind, NavigableString):
            # As BeautifulSoup writes it: quotes stay as they are.
            yield escape(kind).replace("&quot;", '"').replace("&#x27;", "'")
        elif isinstance(kind, Tag) and kind.name not in ZONDER_INHOUD:
            yield from _tag(kind, tags)


def _tag(tag: Tag, tags: set[tuple[str, str | None]]) -> Iterator[str]:
    nummer = _nummer(tag)
    if (tag.name, nummer) not in tags:
        yield from _schrijf(tag, tags)
    elif tag.name == "br":
        yield "<br/>"
    else:
        yield f"<{tag.name}>" if nummer is None else f'<{tag.name} id="{escape(nummer)}">'
        yield from _schrijf(tag, tags)
        yield f"</{tag.name}>"


def ontbrekende_links(zin: str, bron: str) -> list[str]:
    """The links of the Dutch sentence that this one lacks, or has around no words, as they are typed."""
    hier = {
        _nummer(link) for link in BeautifulSoup(zin, "html.parser").find_all("a") if link.get_text(strip=True)
    }
    daar = (_nummer(link) for link in BeautifulSoup(bron, "html.parser").find_all("a"))
    return [f'<a id="{nummer}">' for nummer in daar if nummer not in hier]


def gelezen(zin: str) -> str:
    """The same HTML as it came in, in one spelling: to see whether cleaning took something away."""
    return str(BeautifulSoup(schoon.tekst(zin).strip(), "html.parser"))


def woorden(zin: str) -> str:
    """The words of a sentence without markup, as they stand in a field that holds plain text."""
    return StringValue(zin).render_text()


def bewaak_zin(zin: StringTranslation) -> None:
    """Clean a sentence right before it is written, whatever way it came: a form, a file, a machine, a command.

    Without words it counts as wrong, and so as not translated. Raises ValidationError for a title that doesn't fit:
    wagtail-localize writes it into the page at once.
    """
    zin.data = schone_zin(zin.data, zin.translation_of.data)
    if not woorden(zin.data).strip():
        zin.has_error = True
    if zin.context and zin.context.path == TITEL and len(zin.data) > TITEL_HOOGSTENS:
        raise ValidationError("De titel is te lang.")


def toon_titel(zin: StringTranslation) -> None:
    """Name the draft in the admin by its translated title; wagtail-localize does so with `&amp;` and the like in it."""
    if zin.context and zin.context.path == TITEL:
        Page.objects.filter(translation_key=zin.context.object_id, locale_id=zin.locale_id).update(
            draft_title=woorden(zin.data)
        )


def bewaak_overschrijving() -> None:
    """Refuse a link, picture or document of a translation's own: everything but text is the Dutch page's."""
    raise PermissionDenied(
        "Een vertaling heeft dezelfde links, foto's en documenten als de Nederlandse pagina."
    )
