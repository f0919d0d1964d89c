"""A value as people write it, for who compares two versions: not as Python or HTML writes it."""

from datetime import date, datetime

from bs4 import BeautifulSoup
from django.utils.formats import date_format
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from wagtail.admin.compare import TextDiff, diff_text
from wagtail.rich_text import expand_db_html


def in_woorden(waarde: object) -> str:
    """A value of a field; empty for nothing."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "Ja" if waarde else "Nee"
    if isinstance(waarde, datetime):
        moment = localtime(waarde)
        return f"{date_format(moment, 'j F Y')}, {moment:%H.%M} uur"
    if isinstance(waarde, date):
        return date_format(waarde, "j F Y")
    return str(waarde)


def zonder_opmaak(html: str) -> str:
    """Rich text as lines of words, with what stands before each of a list; behind a link its address, because that goes public
    as well.
    """
    soep = BeautifulSoup(expand_db_html(html or "").replace("\n", " "), "html.parser")
    for link in soep("a", href=True):
        if link["href"] != link.get_text():
            link.append(f" ({link['href']})")
    for lijst in soep(["ul", "ol"]):
        for nummer, punt in enumerate(lijst("li", recursive=False), start=1):
            punt.insert(0, "\n• " if lijst.name == "ul" else f"\n{nummer}. ")
    for regel in soep(["p", "li", "br", "h2", "h3", "h4"]):
        regel.insert_after("\n")
    regels = (" ".join(regel.split()) for regel in soep.get_text().splitlines())
    return "\n".join(regel for regel in regels if regel)


def met_regels(html: str) -> SafeString:
    """HTML that was made safe, in which each line stays one."""
    return mark_safe(conditional_escape(html).replace("\n", "<br>"))  # noqa: S308


def van_naar(was: str, nu: str) -> SafeString:
    """One value in the place of another; either may be empty."""
    if was == nu:
        return TextDiff([("equal", nu)]).to_html()
    delen = [deel for deel in (("deletion", was), ("addition", nu)) if deel[1]]
    return TextDiff(delen, separator=" ").to_html()


def andere_opmaak(was: str, nu: str) -> SafeString:
    """The difference between two pieces of rich text that aren't the same."""
    oud, nieuw = zonder_opmaak(was), zonder_opmaak(nu)
    if oud == nieuw:
        return met_regels(f"{nieuw} (alleen de opmaak is anders)")
    return met_regels(diff_text(oud, nieuw).to_html())
