import pytest
from django.test import Client

from .geheimen import maak_geheimen


@pytest.fixture
def geheimen(dorp) -> dict[str, list]:
    """What Beesd keeps to itself; ids by the name of the parameter of an address."""
    return maak_geheimen(dorp)


@pytest.fixture
def vreemdeling(dorp) -> Client:
    """The editor of another kern."""
    client = Client(raise_request_exception=False)
    client.force_login(dorp.gebruikers["redactie-heukelum"])
    return client
