"""The lock of the version: asked for once in a transaction, and for as long as it is really held."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from core.inhoudsversie import houd_inhoudsversie

pytestmark = pytest.mark.django_db


def gevraagd() -> int:
    with CaptureQueriesContext(connection) as vragen:
        houd_inhoudsversie()
    return len(vragen)


def test_wie_de_versie_vasthoudt_vraagt_er_niet_nog_eens_om():
    with transaction.atomic():
        assert [gevraagd(), gevraagd()] == [1, 0]
    assert gevraagd() == 0  # the transaction around it goes on


def test_wat_wordt_teruggedraaid_laat_haar_los():
    with transaction.atomic():
        assert gevraagd() == 1
        transaction.set_rollback(True)  # PostgreSQL lets go of what was locked since the savepoint
    assert [gevraagd(), gevraagd()] == [1, 0]
