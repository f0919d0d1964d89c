"""Search in which every page is indexed with the word forms of its own language.

Wagtail keeps one entry per page, made with one PostgreSQL text search configuration for the whole site. Here the
configuration follows the page. Why: docs/adr/0014-search-per-language.md.
"""

from collections import defaultdict
from collections.abc import Iterable
from copy import copy

from django.db.models import Model
from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend

from core.talen.taal import BRONTAAL, taal_van

# PostgreSQL's configurations with word forms, for languages that may be switched on. It has none for Polish or
# Ukrainian: those are searched word by word.
WOORDVORMEN = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "nl": "dutch",
    "ro": "romanian",
    "tr": "turkish",
}


def woordvormen(taal: str) -> str:
    """The PostgreSQL text search configuration of a language."""
    return WOORDVORMEN.get(taal, "simple")


class IndexPerTaal(PostgresIndex):
    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        per_taal = defaultdict(list)
        for ding in objs:
            per_taal[taal_van(ding.locale_id) if hasattr(ding, "locale_id") else BRONTAAL].append(ding)
        for taal, groep in per_taal.items():
            index = copy(self)
            index.backend = copy(self.backend)
            index.backend.config = woordvormen(taal)
            PostgresIndex.add_items(index, model, groep)


class SearchBackend(PostgresSearchBackend):
    index_class = IndexPerTaal
