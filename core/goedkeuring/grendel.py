"""Rows that stand still while somebody decides about them, until the transaction ends.

Always in this order: the version, pages, documents, pictures, and of each the lowest number first. Whoever holds them in
that order waits for another; in two orders they would wait for each other. The version comes first because what is written
of a page takes rows that nobody foresees: the page above it, those below it, whatever a key refers to (docs/adr/0056).
"""

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Page

from core.inhoudsversie import houd_inhoudsversie

from .vingerafdruk import Media, media_in


class _Vast:
    """Pages that this transaction holds. It stands among what is done after the commit, for as long as they are held: a
    savepoint that is rolled back lets go of them, and Django of this."""

    def __init__(self, pks: set[int]) -> None:
        self.pks = pks

    def __call__(self) -> None:
        """Let go of them."""


def houd_paginas(pks: Iterable[int | str]) -> None:
    """Hold these pages. Decisions, changes and publications of a page all begin here; read what they need after it.

    A publication comes here some five times, and asks for its page once.
    """
    houd_inhoudsversie()
    nieuw = {int(pk) for pk in pks}
    nieuw.difference_update(*(vast[1].pks for vast in connection.run_on_commit if isinstance(vast[1], _Vast)))
    if not nieuw:
        return
    # Not the key: what only refers to the page needn't wait.
    list(Page.objects.filter(pk__in=nieuw).order_by("pk").select_for_update(no_key=True).values_list("pk"))
    transaction.on_commit(_Vast(nieuw))


def houd_bestanden(pagina: Page) -> Media:
    """Hold the pictures and documents that a page in memory refers to; returns which these are."""
    houd_inhoudsversie()
    media = media_in(pagina)
    per_model: dict[type[Model], list[str]] = {}
    for model, pk in media:
        per_model.setdefault(model, []).append(pk)
    for model, pks in per_model.items():
        list(
            model._base_manager.filter(pk__in=pks)
            .order_by("pk")
            .select_for_update(no_key=True)
            .values_list("pk")
        )
    return media


def houd_bestand(bestand: Model) -> None:
    """Hold one picture or document."""
    houd_inhoudsversie()
    list(
        type(bestand)
        ._base_manager.filter(pk=bestand.pk)
        .select_for_update(no_key=True, of=("self",))
        .values_list("pk")
    )
