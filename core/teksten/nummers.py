"""Telephone numbers, e-mail and web addresses in running text, as links that one can tap."""

import re

# As people write it in the Netherlands: 0345 72 88 00, 06-12345678, +31 345 728800, 0800-1234, 14 0345. Not a date
# (06-02-2026 19.30), not a part of a bank account, and nothing that goes on with more digits.
TELEFOON = (
    r"(?<![\w/+.-])(?<![A-Z]{4} )(?!\d{1,2}[-/]\d{1,2}[-/]\d{4})"
    r"(?:(?:0|\+31[ -]?)(?:6(?:[ -]?\d){8}|[1-57]\d(?:[ -]?\d){7})|0[89]00[ -]?\d{4}(?:\d{3})?|14[ -]?0\d{2,3})(?![\w/-]?\d)"
)
# No longer than an address may be: so that no text keeps the pattern busy.
EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
# As people type it, and as it stands in escaped HTML: without what ends the sentence. No longer than reads as one.
WEBADRES = (
    r"(?<![\w@./-])(?:https?://|www\.)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"(?:/(?:[\w/.,:;?=%#+~@-]|&amp;){0,300})?(?<![.,:;?])"
)
TE_TIKKEN = re.compile(f"(?P<email>{EMAIL})|(?P<web>{WEBADRES})|(?P<telefoon>{TELEFOON})")
TAG = re.compile(r"(<[^<>]*>)")


def onbreekbaar(tekst: str) -> str:
    """The text with no telephone number in it that a line can end in."""
    return TE_TIKKEN.sub(lambda n: n[0].replace(" ", "\xa0") if n["telefoon"] else n[0], tekst)


def met_links(html: str) -> str:
    """HTML with its numbers and addresses made into links, but for those in a link already.

    The HTML has to be clean: text in it is escaped, and no attribute holds a `<` or `>`.
    """
    in_link, uit = False, []
    for stuk in TAG.split(html):
        if stuk.startswith("<"):
            in_link = (in_link or stuk.startswith(("<a ", "<a>"))) and stuk != "</a>"
            uit.append(stuk)
        else:
            uit.append(stuk if in_link else TE_TIKKEN.sub(_link, stuk))
    return "".join(uit)


def _link(gevonden: re.Match[str]) -> str:
    tekst = gevonden[0]
    if gevonden["email"]:
        return f'<a class="nl-link" href="mailto:{tekst}">{tekst}</a>'
    if gevonden["web"]:
        return (
            f'<a class="nl-link" href="{"https://" if tekst.startswith("www.") else ""}{tekst}">{tekst}</a>'
        )
    return f'<a class="nl-link" href="tel:{te_draaien(tekst)}">{tekst}</a>'


def te_draaien(nummer: str) -> str:
    """The number without what people write between its digits."""
    return "".join(c for c in nummer if c.isdigit() or c == "+")
