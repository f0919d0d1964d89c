"""The tree that a test stands in, made once for all modules in a row that need it.

A page costs some 20 queries, so making it is most of the time that many modules would take. It waits in a transaction
that stays open from module to module; each module has a savepoint in it, and each test one in that.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from pathlib import Path

import pytest
from django.db import connection, transaction
from wagtail.models import Site

# The fixtures that give one.
WERELDEN = {"_dorp", "_dorpen"}


@contextmanager
def _teruggedraaid() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Wereld:
    """At most one is open; it closes before a test that needs another, or none."""

    def __init__(self, blocker) -> None:
        self._naam = ""
        self._inhoud: object = None
        self._bezet = False
        self._open = ExitStack()
        self._blocker = blocker

    @contextmanager
    def voor_module(self, naam: str, maak: Callable[[], object]) -> Iterator[object]:
        with self._blocker.unblock():
            # A module with both has the second inside the first.
            if self._bezet:
                with _teruggedraaid():
                    yield maak()
            else:
                self._zorg_voor(naam, maak)
                self._bezet = True
                with _teruggedraaid():
                    yield deepcopy(self._inhoud)
                self._bezet = False
        Site.clear_site_root_paths_cache()

    def _zorg_voor(self, naam: str, maak: Callable[[], object]) -> None:
        if self._naam == naam:
            return
        self.sluit()
        self._open.enter_context(_teruggedraaid())
        self._inhoud = maak()
        # Looked at now, once: what waits would be looked at again at the end of each test.
        connection.check_constraints()
        self._naam = naam

    def maak_plaats(self, item: pytest.Item) -> None:
        """Close before this test, unless it or its module stands in what is open."""
        if not self._bezet and self._naam not in _nodig(item):
            self.sluit()

    def sluit(self) -> None:
        with self._blocker.unblock():
            self._open.close()
        self._naam, self._inhoud = "", None


# Where the one of this run of the tests is kept.
WERELD = pytest.StashKey[Wereld]()


def _nodig(item: pytest.Item) -> set[str]:
    return WERELDEN.intersection(getattr(item, "fixturenames", ()))


def in_een_rij(items: list[pytest.Item], laatst: Path) -> None:
    """Modules that need the same come after each other; what is in the folder `laatst` stays last."""
    per_module = defaultdict(set)
    for item in items:
        per_module[item.path] |= _nodig(item)
    items.sort(key=lambda item: (item.path.is_relative_to(laatst), sorted(per_module[item.path])))
