import gc
from copy import deepcopy
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.db.backends.signals import connection_created
from wagtail.models import Site

from core.geheugen import alle, stukken
from home.models import HomePage
from kernpagina.models import AgendaPage, KernagendaPage, KernPage, OproepenPage
from projecten.models import ProjectenPage
from site_bloei.stapel import ruim
from tests import factories
from tests.dorp import Dorp, maak_dorp_in_drie_talen, maak_site
from tests.sjabloon import sjabloon
from tests.voorbereid import blijft_voorbereid
from tests.wereld import WERELD, Wereld, in_een_rij

connection_created.connect(blijft_voorbereid)


def pytest_collection_finish() -> None:
    """What was imported stays: looking for garbage among it, every 700 objects, took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> object:
    return ruim(session.config.pluginmanager.get_plugin("main").pytest_runtestloop, session)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Before pytest-django puts what needs no rollback, or no database, after the rest."""
    in_een_rij(items, laatst=Path(__file__).parent / "browser")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if wereld := item.config.stash.get(WERELD, None):
        wereld.maak_plaats(item)


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """The database of the tests begins as a copy of one that has its migrations behind it."""
    connection.settings_dict["TEST"]["TEMPLATE"] = sjabloon()


@pytest.fixture(scope="session")
def _wereld(pytestconfig, django_db_setup, django_db_blocker):
    wereld = pytestconfig.stash[WERELD] = Wereld(django_db_blocker)
    yield wereld
    wereld.sluit()


@pytest.fixture(scope="module")
def _dorp(_wereld):
    """The tree below, inside a transaction around those of the tests."""
    with _wereld.voor_module("_dorp", lambda: maak_site("Beesd")):
        yield


@pytest.fixture
def home(_dorp, db):
    """The front page, at / of the default site, in the place of Wagtail's page of welcome."""
    Site.clear_site_root_paths_cache()
    return HomePage.objects.get()


@pytest.fixture
def beesd(home):
    """A kern with its kernagenda, agenda, projects and calls pages."""
    return KernPage.objects.get(title="Beesd")


@pytest.fixture
def kernagenda(beesd):
    return factories.lijst_van(beesd, KernagendaPage)


@pytest.fixture
def agenda(beesd):
    return factories.lijst_van(beesd, AgendaPage)


@pytest.fixture
def projecten(beesd):
    return factories.lijst_van(beesd, ProjectenPage)


@pytest.fixture
def oproepen(beesd):
    return factories.lijst_van(beesd, OproepenPage)


@pytest.fixture(scope="module")
def _dorpen(_wereld):
    with _wereld.voor_module("_dorpen", maak_dorp_in_drie_talen) as dorp:
        yield dorp


@pytest.fixture
def dorp(_dorpen, db) -> Dorp:
    """Two villages, their editors and communications; the site has three languages."""
    Site.clear_site_root_paths_cache()
    return deepcopy(_dorpen)


@pytest.fixture
def themas(db):
    return factories.drie_themas()


@pytest.fixture
def beheerder(db):
    return factories.UserFactory(username="beheer", is_staff=True, is_superuser=True)


@pytest.fixture
def beheer(client, beheerder):
    """A client that is logged in as an administrator."""
    client.force_login(beheerder)
    return client


@pytest.fixture
def verbinding_blijft():
    """A request closes the connection when it ends; in a test that is the one that holds the test's own transaction.

    Django's test client sees to that itself; who asks the WSGI application doesn't have it.
    """
    for signaal in (request_started, request_finished):
        signaal.disconnect(close_old_connections)
    yield
    for signaal in (request_started, request_finished):
        signaal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def leeg_geheugen():
    """What a process remembers goes by a number, and each test that is rolled back gives that number to another."""
    for geheugen in alle:
        geheugen.vergeet()


@pytest.fixture
def zonder_stukken(monkeypatch):
    """No piece of a page is remembered."""
    monkeypatch.setattr(stukken, "plaatsen", 0)
