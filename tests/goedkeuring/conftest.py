import pytest
from django.test import Client

from .geheimen import maak_geheimen
from .geheimen_meedoen import maak_meedoen


@pytest.fixture
def geheimen(dorp) -> dict[str, list]:
    """What Beesd keeps to itself; ids by the name of the parameter of an address."""
    geheimen = maak_geheimen(dorp)
    meedoen = maak_meedoen(dorp)
    return geheimen | meedoen | {"werkplek.page_id": [*geheimen["page_id"], *meedoen["werkplek.page_id"]]}


@pytest.fixture
def vreemdeling(dorp) -> Client:
    """The editor of another kern."""
    client = Client(raise_request_exception=False)
    client.force_login(dorp.gebruikers["redactie-heukelum"])
    return client
