"""How a text of blocks reads where two versions stand beside each other: each block in words, what stayed as it was counted.

A block is either one value, a group of named blocks (StructBlock), or a row of blocks that each have an identity.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import blocks
from wagtail.admin.compare import diff_text

from werkplek.leesvorm import gewone_tekst, rijke_tekst
from werkplek.woorden import andere_opmaak, in_woorden, met_regels, van_naar, zonder_opmaak

_RIJ = '<div class="comparison__child-object {}">{}{}</div>'


@dataclass
class _Kind:
    """One block of a row: with the name of its kind, where a row has more than one kind."""

    id: str
    soort: str
    blok: blocks.Block
    waarde: object

    def kop(self) -> SafeString:
        return format_html("<p><strong>{}</strong></p>", self.soort) if self.soort else SafeString()


def toon(blok: blocks.Block, waarde) -> SafeString:
    """All that this block holds; empty when it holds nothing."""
    if isinstance(blok, blocks.StructBlock):
        return _lijst((deel.label, toon(deel, waarde[naam])) for naam, deel in blok.child_blocks.items())
    if _is_rij(blok):
        kinderen = _kinderen(blok, waarde)
        return format_html_join(
            "", _RIJ, (("", kind.kop(), toon(kind.blok, kind.waarde)) for kind in kinderen)
        )
    # Not ticked says nothing in a long list of what is filled in.
    return met_regels("" if waarde is False else _woorden(blok, waarde))


def verschil(blok: blocks.Block, was, nu) -> SafeString:
    """What is different in a block that changed. Of a group its first block comes along: which one it is."""
    if isinstance(blok, blocks.StructBlock):
        return _lijst(
            (deel.label, verschil(deel, was[naam], nu[naam]))
            for plek, (naam, deel) in enumerate(blok.child_blocks.items())
            if plek == 0 or anders(deel, was[naam], nu[naam])
        )
    if _is_rij(blok):
        return _verschil_in_rij(blok, was, nu)
    return _verschil_in_woorden(blok, was, nu)


def anders(blok: blocks.Block, was, nu) -> bool:
    """Whether a reader could see a difference. What wasn't stored yet is what the form makes of it: empty, or not ticked."""
    if isinstance(blok, blocks.StructBlock):
        return any(anders(deel, was[naam], nu[naam]) for naam, deel in blok.child_blocks.items())
    if _is_rij(blok):
        oud, nieuw = _kinderen(blok, was), _kinderen(blok, nu)
        if [kind.id for kind in oud] != [kind.id for kind in nieuw]:
            return True
        return any(anders(een.blok, een.waarde, ander.waarde) for een, ander in zip(oud, nieuw, strict=True))
    return _kaal(blok, was) != _kaal(blok, nu)


def _kaal(blok: blocks.Block, waarde):
    kaal = blok.get_prep_value(waarde)
    if isinstance(blok, blocks.RichTextBlock):
        return rijke_tekst(kaal or "")
    if isinstance(kaal, str):
        return gewone_tekst(kaal)
    return "" if kaal is None or kaal is False else kaal


def van_plek(was: list, nu: list) -> set:
    """Which of these stand elsewhere than the others, that kept their order."""
    oud, nieuw = [x for x in was if x in set(nu)], [x for x in nu if x in set(was)]
    gebleven = SequenceMatcher(None, oud, nieuw, autojunk=False).get_matching_blocks()
    return set(nieuw) - {x for deel in gebleven for x in nieuw[deel.b : deel.b + deel.size]}


def _is_rij(blok: blocks.Block) -> bool:
    return isinstance(blok, blocks.BaseStreamBlock | blocks.ListBlock)


def _kinderen(blok: blocks.Block, waarde) -> list[_Kind]:
    if isinstance(blok, blocks.ListBlock):
        return [_Kind(kind.id, "", kind.block, kind.value) for kind in waarde.bound_blocks]
    soorten = isinstance(blok, blocks.BaseStreamBlock) and len(blok.child_blocks) > 1
    return [_Kind(kind.id, kind.block.label if soorten else "", kind.block, kind.value) for kind in waarde]


def _verschil_in_rij(blok: blocks.Block, was, nu) -> SafeString:
    oud = {kind.id: kind for kind in _kinderen(blok, was)}
    nieuw = {kind.id: kind for kind in _kinderen(blok, nu)}
    verplaatst = van_plek(list(oud), list(nieuw))
    rijen, gelijk = [], 0
    for wie, kind in nieuw.items():
        if wie not in oud:
            rijen.append(("addition", _merk("Nieuw", kind), toon(kind.blok, kind.waarde)))
        elif wie in verplaatst or anders(kind.blok, oud[wie].waarde, kind.waarde):
            merk = _merk("Staat op een andere plek" if wie in verplaatst else "", kind)
            rijen.append(("", merk, verschil(kind.blok, oud[wie].waarde, kind.waarde)))
        else:
            gelijk += 1
    weg = (kind for wie, kind in oud.items() if wie not in nieuw)
    rijen += [("deletion", _merk("Weggehaald", kind), toon(kind.blok, kind.waarde)) for kind in weg]
    return format_html_join("", _RIJ, rijen) + _geteld(blok, gelijk)


def _merk(woord: str, kind: _Kind) -> SafeString:
    return (format_html("<p>{}</p>", woord) if woord else SafeString()) + kind.kop()


def _geteld(blok: blocks.Block, aantal: int) -> SafeString:
    if not aantal:
        return SafeString()
    een, meer = "onderdeel", "onderdelen"
    if isinstance(blok, blocks.ListBlock):
        een, meer = str(blok.child_block.label).lower(), str(blok.label).lower()
    return format_html(
        "<p>{} {} gelijk gebleven.</p>", aantal, f"{een} is" if aantal == 1 else f"{meer} zijn"
    )


def _verschil_in_woorden(blok: blocks.Block, was, nu) -> SafeString:
    if isinstance(blok, blocks.RichTextBlock) and anders(blok, was, nu):
        return andere_opmaak(was.source if was else "", nu.source if nu else "")
    oud, nieuw = _woorden(blok, was), _woorden(blok, nu)
    if isinstance(blok, blocks.CharBlock | blocks.TextBlock):
        return met_regels(diff_text(oud, nieuw).to_html())
    return van_naar(oud, nieuw)


def _woorden(blok: blocks.Block, waarde) -> str:
    if isinstance(blok, blocks.StaticBlock):
        return str(blok.meta.admin_text or "")
    if isinstance(blok, blocks.RichTextBlock):
        return zonder_opmaak(waarde.source) if waarde else ""
    if isinstance(blok, blocks.ChoiceBlock):
        return str(dict(blok.field.choices).get(waarde, waarde)) if waarde else ""
    return in_woorden(waarde)


def _lijst(paren: Iterable[tuple[str, SafeString]]) -> SafeString:
    regels = format_html_join("", "<dt>{}</dt><dd>{}</dd>", (paar for paar in paren if paar[1]))
    return format_html('<dl class="comparison__list">{}</dl>', regels) if regels else regels
