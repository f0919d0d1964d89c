"""What follows from the public content alone is worked out once, until that changes (docs/adr/0032)."""

import hashlib
from collections.abc import Callable
from typing import TypeVar, cast

from django.core.cache import cache
from django.http import HttpRequest

from core.inhoudsversie import huidige_inhoudsversie
from core.voorwaardelijk import VERSIE

T = TypeVar("T")
BEWAAR = 3600  # seconds


def zolang_niets_verandert(request: HttpRequest, wat: object, maak: Callable[[], T]) -> T:
    """What `maak` gives, as it was when the content last changed. `wat` says all that it depends on beside the content.

    The number of the content is read before the content itself, so what is kept may be newer than its number, never older.
    """
    versie = request.META.get(VERSIE) or huidige_inhoudsversie()
    sleutel = hashlib.blake2b(repr((versie, wat)).encode(), digest_size=16).hexdigest()
    return cast("T", cache.get_or_set(f"onthouden-{sleutel}", maak, BEWAAR))
