"""A village in a database of its own: what happens at the same moment has to stay."""

import pytest

from tests.dorp import Dorp, agenda_item, dien_in, maak_dorp

from .hulp import eigen_database


@pytest.fixture(scope="module")
def dorp(django_db_setup, django_db_blocker) -> Dorp:
    with django_db_blocker.unblock(), eigen_database():
        yield maak_dorp()


@pytest.fixture
def wacht(dorp):
    item = agenda_item(dorp.agenda, "Feest", live=False, eigenaar=dorp.gebruikers["redactie-beesd"])
    return dien_in(item, dorp.gebruikers["redactie-beesd"])[1]


@pytest.fixture
def een(dorp):
    return dorp.gebruikers["communicatie"]


@pytest.fixture
def twee(dorp):
    return dorp.gebruikers["communicatie-2"]
