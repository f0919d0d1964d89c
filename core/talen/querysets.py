from collections.abc import Iterator
from itertools import islice
from typing import Any, Self

from django.db.models import Prefetch
from wagtail.models import Page

from core.openbaar import OpenbareQuerySet
from core.paginering import InDelen
from core.talen.lezen import in_leestaal, kinderen_met_tekst

PER_DEEL = 2000


class LeesbareQuerySet(InDelen):
    """Dutch rows that come out of the database in the language that is being read."""

    _om_te_lezen = False
    _prefetch_related_lookups: tuple[str | Prefetch, ...]

    def om_te_lezen(self) -> Self:
        """Lay the translations over the rows once they are fetched."""
        vraag = self.all()
        vraag._om_te_lezen = True
        return vraag

    def leg_vertaling_over(self, rijen: list[Any]) -> list[Any]:
        """Return the model instances with the texts of the language that is being read."""
        raise NotImplementedError

    def _clone(self) -> Self:
        kopie = super()._clone()  # ty: ignore[missing-attribute] - Django's types leave it out
        kopie._om_te_lezen = self._om_te_lezen
        return kopie

    def iterator(self, chunk_size: int | None = None) -> Iterator[Any]:
        rijen = super().iterator(chunk_size)
        if not self._om_te_lezen:
            return rijen
        return self._per_deel(rijen, chunk_size or PER_DEEL)

    def _per_deel(self, rijen: Iterator[Any], grootte: int) -> Iterator[Any]:
        while deel := list(islice(rijen, grootte)):
            yield from self._in_leestaal(deel)

    def _in_leestaal(self, rijen: list[Any]) -> list[Any]:
        # What `values` gives is no page.
        return self.leg_vertaling_over(rijen) if all(isinstance(rij, self.model) for rij in rijen) else rijen

    def _fetch_all(self) -> None:
        nieuw = self._result_cache is None
        super()._fetch_all()
        rijen = vars(self)["_result_cache"]
        if nieuw and self._om_te_lezen:
            self._result_cache = self._in_leestaal(rijen)


class MeertaligQuerySet(LeesbareQuerySet, OpenbareQuerySet):
    """Pages to read; how that is done stands in `core.talen.lezen`."""

    def leg_vertaling_over(self, rijen: list[Page]) -> list[Page]:
        opgehaald = set(self._prefetch_related_lookups)
        return in_leestaal(rijen, ook=tuple(n for n in kinderen_met_tekst(self.model) if n in opgehaald))
