"""A field of a page to search in, whose pieces can be read one after another."""

from collections.abc import Iterable
from typing import Any

from wagtail.search import index

from core.teksten.plat import zinnen


class Zoekveld(index.SearchField):
    """Wagtail's field, of which the text ends like a sentence: under a hit stands a piece of all fields in a row, and of a
    text of blocks a comma would stand between each two, also where the one is empty or ends with a stop."""

    def get_value(self, obj: Any) -> str:
        waarde = super().get_value(obj)
        return zinnen(
            waarde if isinstance(waarde, Iterable) and not isinstance(waarde, str) else [waarde or ""]
        )
