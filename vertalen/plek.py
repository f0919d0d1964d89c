"""Where a sentence stands on its page, in words that a translator knows it by."""

from typing import Any, NamedTuple, cast

from django.db.models import Field, ManyToOneRel, Model
from django.utils.text import Truncator, capfirst
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

NAAM_HOOGSTENS = 60


class Plek(NamedTuple):
    """The heading it stands under ("Thema met punten: Wonen › Punt: Woningen"; empty for the page itself), the name
    of its field, how many characters fit, and whether it is running text with markup."""

    kop: str
    veld: str
    grens: int | None
    rijk: bool


def plek_van(ding: Model, pad: str) -> Plek:
    """The place of a path of wagtail-localize on this page, such as `onderdelen.<id>.punten.<id>.titel`."""
    naam, *rest = pad.split(".")
    veld = ding._meta.get_field(naam)
    if isinstance(veld, StreamField):
        return _in_blok(veld.stream_block, getattr(ding, naam), rest, ())
    if isinstance(veld, ManyToOneRel):
        kind = getattr(ding, naam).get(translation_key=rest[0])
        in_rij = plek_van(kind, ".".join(rest[1:]))
        return Plek(_kop(kind._meta.verbose_name, str(kind)), *in_rij[1:])
    gewoon = cast("Field", veld)
    return Plek("", capfirst(str(gewoon.verbose_name)), gewoon.max_length, isinstance(veld, RichTextField))


def _in_blok(blok: blocks.Block, waarde: Any, pad: list[str], koppen: tuple[str, ...]) -> Plek:
    if isinstance(blok, blocks.StreamBlock):
        kind = next(kind for kind in waarde if kind.id == pad[0])
        return _in_blok(kind.block, kind.value, pad[1:], koppen)
    if isinstance(blok, blocks.ListBlock):
        kind = next(kind for kind in waarde.bound_blocks if kind.id == pad[0])
        return _in_blok(kind.block, kind.value, pad[1:], koppen)
    if isinstance(blok, blocks.StructBlock):
        koppen = (*koppen, _kop(blok.label, _naam(waarde)))
        return _in_blok(blok.child_blocks[pad[0]], waarde[pad[0]], pad[1:], koppen)
    grens = getattr(getattr(blok, "field", None), "max_length", None)
    return Plek(" › ".join(koppen), capfirst(str(blok.label)), grens, isinstance(blok, blocks.RichTextBlock))


def _naam(waarde: blocks.StructValue) -> str:
    """What an editor knows a block by: its first short text, or what was chosen in it."""
    for naam, blok in waarde.block.child_blocks.items():
        if isinstance(blok, blocks.CharBlock | blocks.TextBlock | blocks.ChooserBlock) and waarde.get(naam):
            return str(waarde[naam])
    return ""


def _kop(soort: str, naam: str) -> str:
    return Truncator(f"{capfirst(str(soort))}: {naam}" if naam else capfirst(str(soort))).chars(
        NAAM_HOOGSTENS
    )
