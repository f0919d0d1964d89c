"""One of every block that a text may hold, as it is stored, filled in by what each block is.

So a new block is in the tests by itself: of the API, of translating, of words that are too long for a telephone.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from wagtail import blocks

Tekst = Callable[[str], str]


def blok(soort: str, waarde: object) -> dict[str, Any]:
    return {"type": soort, "id": str(uuid4()), "value": waarde}


def van_elk_een(
    stroom: type[blocks.StreamBlock], tekst: Tekst, rijk: Tekst, adres: str, gekozen: Mapping[str, int | None]
) -> list[dict[str, Any]]:
    """`tekst` and `rijk` make plain and rich text for a place such as `kader.titel`; `gekozen` is what a chooser of
    this model (its lower-case name) has chosen, by number."""

    def vul(kind: blocks.Block, plek: str) -> Any:
        match kind:
            case blocks.StructBlock():
                return {naam: vul(deel, f"{plek}.{naam}") for naam, deel in kind.child_blocks.items()}
            case blocks.ListBlock():
                return [blok("item", vul(kind.child_block, f"{plek}.item"))]
            case blocks.StaticBlock():
                return None
            case blocks.RichTextBlock():
                return rijk(plek)
            case blocks.ChooserBlock():
                return gekozen[kind.model_class._meta.model_name]
            case blocks.ChoiceBlock():
                return kind.get_default() or kind.field.choices[-1][0]
            case blocks.BooleanBlock():
                return True
            case blocks.IntegerBlock():
                return kind.field.max_value
            case blocks.URLBlock():
                return adres
            case blocks.CharBlock() | blocks.TextBlock():
                return tekst(plek)
        raise NotImplementedError(f"Vertel hier hoe {type(kind).__name__} eruitziet ({plek}).")

    return [blok(naam, vul(kind, naam)) for naam, kind in stroom().child_blocks.items()]
