from typing import Self

from wagtail.models import Page
from wagtail.query import PageQuerySet

from core.talen.lezen import in_leestaal, kinderen_met_tekst


class MeertaligQuerySet(PageQuerySet):
    """Dutch pages that come out of the database in the language that is being read."""

    _om_te_lezen = False

    def om_te_lezen(self) -> Self:
        """Lay the translations over the pages once they are fetched; see `core.talen.lezen`."""
        vraag = self._chain()
        vraag._om_te_lezen = True
        return vraag

    def _clone(self) -> Self:
        kopie = super()._clone()
        kopie._om_te_lezen = self._om_te_lezen
        return kopie

    def _fetch_all(self) -> None:
        nieuw = self._result_cache is None
        super()._fetch_all()
        if nieuw and self._om_te_lezen and all(isinstance(rij, Page) for rij in self._result_cache):
            opgehaald = set(self._prefetch_related_lookups)
            ook = tuple(naam for naam in kinderen_met_tekst(self.model) if naam in opgehaald)
            self._result_cache = in_leestaal(self._result_cache, ook=ook)
