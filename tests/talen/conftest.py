from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from core.talen.catalogi import compileer
from tests.talen.vertaler import vertaal
from tests.talen.wereld import maak_alles

# Before Django reads the catalogues for the first time.
compileer()


@pytest.fixture
def als(dorp) -> Callable[[str], Client]:
    """A browser in which this user is logged in."""

    def klant(naam: str) -> Client:
        client = Client()
        client.force_login(dorp.gebruikers[naam])
        return client

    return klant


@pytest.fixture(scope="module")
def _paginas(_dorpen, django_db_blocker):
    """One page of each kind, made once for a module."""
    with django_db_blocker.unblock():
        return maak_alles(_dorpen)


@pytest.fixture
def paginas(_paginas, dorp):
    return {pad: type(pagina).objects.get(pk=pagina.pk) for pad, pagina in _paginas.items()}


@pytest.fixture(scope="module")
def _vertaald(_dorpen, django_db_blocker):
    with django_db_blocker.unblock():
        paginas = maak_alles(_dorpen)
        for pagina in paginas.values():
            vertaal(type(pagina).objects.get(pk=pagina.pk), "pl")
        call_command("update_index", verbosity=0)
        return paginas


@pytest.fixture
def vertaald(_vertaald, dorp) -> dict[str, Page]:
    """One page of each kind by its path, all of them in Polish too."""
    return {pad: type(pagina).objects.get(pk=pagina.pk) for pad, pagina in _vertaald.items()}
