"""Every way to put text live, tried: route x role x state. A row fails when a visitor reads what nobody approved.

One world is made for the whole table (`wereld`); each row (`routes`) is done in a savepoint and undone.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from django.db import connection, transaction
from django.template.response import SimpleTemplateResponse
from django.test import Client, TestCase
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from .routes import (
    EENMAAL,
    ROUTES,
    STATEN_BIJ,
    actie,
    bulk,
    eigen_werk_goedkeuren,
    herhalen,
    kopie,
    met_spoed,
    pagina_api,
    plannen,
    publiceerknop,
    terughalen_en_zelf_goedkeuren,
    twee_keer_drukken,
    vertaling_bijschrijven,
)
from .wereld import GEHEIM, ROLLEN, STATEN, STATEN_VAN, Wereld, bezoeker_leest, maak_wereld, rijen

# Not for a transaction of its own, but to have pytest-django make the database.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield maak_wereld(STATEN)
        transaction.set_rollback(True)


@pytest.fixture
def rij(wereld):
    with transaction.atomic():
        yield wereld
        transaction.set_rollback(True)


@contextmanager
def niets_tekenen():
    """Leave out the drawing of the admin's pages: of a route only counts what it does."""
    with (
        patch.object(SimpleTemplateResponse, "rendered_content", ""),
        patch.object(EditView, "get_context_data", lambda self, **kwargs: {}),
    ):
        yield


def doe(wereld: Wereld, route: Callable, rol: str) -> Iterator[str]:
    """Do the rows of one route and role, each state after the other; give the states where something leaked."""
    client = Client(raise_request_exception=False)
    client.force_login(wereld.dorp.gebruikers[rol])
    staten = STATEN_BIJ.get(route.__name__) or STATEN_VAN.get(rol, STATEN)
    for staat in ("live-concept",) if route.__name__ in EENMAAL else staten:
        pagina = wereld.pagina(staat)
        with TestCase.captureOnCommitCallbacks(execute=True), niets_tekenen():
            route(client, wereld, pagina)
        live, alles = rijen(wereld)
        if GEHEIM in live:
            yield staat
    if alles not in wereld.gelezen:
        if GEHEIM in bezoeker_leest(wereld):
            yield "ergens op de site"
        else:
            wereld.gelezen.add(alles)


@pytest.mark.parametrize("rol", ROLLEN)
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.__name__)
def test_route(rij, route, rol):
    assert list(doe(rij, route, rol)) == []


def test_before_any_route_a_visitor_reads_nothing_that_waits(rij):
    assert rijen(rij)[1] in rij.gelezen
    assert GEHEIM not in bezoeker_leest(rij)


@pytest.mark.parametrize(
    "route",
    [publiceerknop, bulk("publish"), plannen, kopie, pagina_api],
    ids=lambda route: route.__name__,
)
def test_without_the_guard_rows_fail(rij, route):
    """The table can fail: with the guard and the limits on the buttons taken away, communicatie walks through."""
    with (
        patch("core.goedkeuring.bewaking.regel_geldt", return_value=False),
        patch("core.models.BasePage.permissions_for_user", Page.permissions_for_user),
        patch("core.models.BasePage.copy_form_class", CopyForm),
    ):
        assert next(doe(rij, route, "communicatie"), None)


def test_who_wrote_a_translation_would_approve_it(rij):
    """Taken away: who wrote the sentences counts as nobody."""
    with patch("core.goedkeuring.besluiten.vertalers", return_value=set()):
        assert next(doe(rij, vertaling_bijschrijven, "communicatie"), None)


@pytest.mark.parametrize(
    "route",
    [eigen_werk_goedkeuren, twee_keer_drukken, terughalen_en_zelf_goedkeuren, herhalen],
    ids=lambda route: route.__name__,
)
def test_when_anybody_may_approve_rows_fail(rij, route):
    """Who wrote or submitted a text is kept from approving it twice: by the decision, and by the database."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE core_goedkeuring DROP CONSTRAINT vier_ogen")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    with patch("core.goedkeuring.besluiten.mag_goedkeuren", lambda *wie: True):
        assert next(doe(rij, route, "communicatie"), None)


def test_when_anybody_may_use_haste_rows_fail(rij):
    with (
        patch("core.goedkeuring.besluiten.mag_spoedpublicatie", lambda user: True),
        patch("werkplek.spoed.mag_spoedpublicatie", lambda user: True),
    ):
        assert next(doe(rij, met_spoed, "communicatie"), None)


def test_the_table_sees_a_publication(rij):
    """Approved by someone else, the text is public; so the table would see it."""
    client = Client()
    client.force_login(rij.dorp.gebruikers["communicatie"])
    actie(client, rij.pagina("ingediend"), "approve")
    live, alles = rijen(rij)
    assert GEHEIM in live
    assert alles not in rij.gelezen
    assert GEHEIM in bezoeker_leest(rij)
