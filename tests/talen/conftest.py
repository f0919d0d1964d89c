from collections.abc import Callable

import pytest
from django.test import Client

from core.talen.catalogi import compileer
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
