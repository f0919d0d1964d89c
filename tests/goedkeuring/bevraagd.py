"""Which parts of the question behind an address (`?q=…`) its view looks at: what looks at none answers the same without."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict
from django.utils.functional import cached_property

ALLES = "*"


@contextmanager
def bevraagd() -> Iterator[set[str]]:
    """Gives the names that are looked for in `request.GET` meanwhile; `ALLES` when something goes through all there is."""
    namen: set[str] = set()

    class Luisteraar(QueryDict):
        """Each way to read it comes down to one of these."""

        def __getitem__(self, naam):
            namen.add(naam)
            return super().__getitem__(naam)

        def __contains__(self, naam):
            namen.add(naam)
            return super().__contains__(naam)

        def _getlist(self, naam, *args, **kwargs):
            namen.add(naam)
            return super()._getlist(naam, *args, **kwargs)

        def __iter__(self):
            namen.add(ALLES)
            return super().__iter__()

        def __len__(self):
            namen.add(ALLES)
            return super().__len__()

        def lists(self):
            namen.add(ALLES)
            return super().lists()

        def keys(self):
            namen.add(ALLES)
            return super().keys()

        def pop(self, naam, *args):
            namen.add(naam)
            return super().pop(naam, *args)

    vraag = cached_property(lambda request: Luisteraar(request.META.get("QUERY_STRING", "")))
    vraag.__set_name__(WSGIRequest, "GET")
    with patch.object(WSGIRequest, "GET", vraag):
        yield namen


def kijkt_naar(vraag: str, namen: set[str]) -> bool:
    return ALLES in namen or not namen.isdisjoint(QueryDict(vraag))
