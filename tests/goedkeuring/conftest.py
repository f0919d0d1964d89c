import pytest

from .dorp import Dorp, maak_dorp


@pytest.fixture
def dorp(db) -> Dorp:
    return maak_dorp()
