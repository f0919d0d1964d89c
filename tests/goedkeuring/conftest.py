from copy import deepcopy

import pytest
from django.test import Client

from .geheimen import maak_geheimen
from .geheimen_meedoen import maak_meedoen


@pytest.fixture(scope="module")
def _geheimen(_dorpen, django_db_blocker) -> dict[str, list]:
    """Made once for a module, within the transaction of `_dorpen`."""
    with django_db_blocker.unblock():
        geheimen = maak_geheimen(_dorpen)
        meedoen = maak_meedoen(_dorpen)
    return geheimen | meedoen | {"werkplek.page_id": [*geheimen["page_id"], *meedoen["werkplek.page_id"]]}


@pytest.fixture
def geheimen(_geheimen, dorp) -> dict[str, list]:
    """What Beesd keeps to itself; ids by the name of the parameter of an address."""
    return deepcopy(_geheimen)


@pytest.fixture
def vreemdeling(dorp) -> Client:
    """The editor of another kern."""
    client = Client(raise_request_exception=False)
    client.force_login(dorp.gebruikers["redactie-heukelum"])
    return client
