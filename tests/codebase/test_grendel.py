"""What the order of locks leans on inside Wagtail and Django (docs/adr/0056): what is written in other words there, or
by another name, would begin without the version and nothing would tell."""

import re
from inspect import getclosurevars, getsource, unwrap

import pytest
from django.db.models.deletion import Collector
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import AbstractPage, Page

from core.inhoud_handlers import BEWAREN, IN_DE_BOOM, PLEK, PUBLIEK
from core.inhoudsversie import begint_met_de_versie

BEGINNEN = [*((model, BEWAREN) for model in PUBLIEK), *IN_DE_BOOM]
BEGINT = begint_met_de_versie(print).__code__


def _naam(waarde: object) -> str:
    return waarde.__name__ if isinstance(waarde, type) else str(waarde)


@pytest.mark.parametrize(("soort", "naam"), BEGINNEN, ids=_naam)
def test_wie_openbaars_schrijft_begint_met_de_versie(soort, naam):
    """Ours stands before theirs, once; nobody of those that inherit it has one of their own that passes it by."""
    ons = getattr(soort, naam)
    assert ons.__code__ is BEGINT
    assert getclosurevars(ons).nonlocals["functie"].__code__ is not BEGINT
    for erft in _erven(soort):
        eigen = vars(erft).get(naam)
        assert eigen is None or eigen.__code__ is BEGINT or "super()." in getsource(unwrap(eigen)), erft


def _erven(soort: type) -> set[type]:
    return {onder for kind in soort.__subclasses__() for onder in (kind, *_erven(kind))}


def test_alles_wat_wagtail_met_een_pagina_doet_komt_langs_een_van_deze():
    """A publication, a copy, a deletion and a move end in the methods that we stand before."""
    for actie, wat in (
        (PublishPageRevisionAction, ".save("),
        (UnpublishPageAction, ".save("),
        (CopyPageAction, r".add_(child|sibling|root)\("),
        (DeletePageAction, ".delete("),
    ):
        patroon = wat if "\\" in wat else re.escape(wat)
        assert re.search(patroon, "".join(getsource(deel) for deel in actie.__mro__[:-1])), actie
    assert "MovePageAction(" in getsource(AbstractPage.move)


def test_een_pagina_in_geheugen_kent_haar_plek_bij_deze_namen():
    """They are read again under the lock; a page that keeps its place by another name keeps an old one."""
    [knoop] = (soort for soort in Page.__mro__ if soort.__name__ == "MP_Node")
    velden = {veld.name for veld in knoop._meta.get_fields()} | {"url_path"}
    assert set(PLEK) == velden
    assert velden <= {veld.name for veld in Page._meta.concrete_fields}
    # The pages that an action moves between stand in its own attributes.
    actie = MovePageAction(page := object(), target := object(), pos="last-child")
    assert {page, target} <= set(vars(actie).values())


def test_django_zegt_wat_het_verwijdert_voordat_het_iets_schrijft():
    bron = getsource(Collector.delete)
    assert bron.index("pre_delete.send(") < bron.index("_raw_delete(") < bron.index(".update(")
