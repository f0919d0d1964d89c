from collections.abc import Callable

import pytest
from django.test import Client

from core.talen.catalogi import compileer

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
