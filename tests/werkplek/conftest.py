import pytest

from tests.goedkeuring.dorp import Dorp, maak_dorp


@pytest.fixture
def dorp(db) -> Dorp:
    return maak_dorp()
