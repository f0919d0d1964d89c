import pytest
from wagtail.models import Locale

from core.talen.catalogi import compileer
from tests.goedkeuring.dorp import Dorp, maak_dorp

# Before Django reads the catalogues for the first time.
compileer()

TALEN = ("nl", "en", "pl")


@pytest.fixture
def talen(db) -> dict[str, Locale]:
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in TALEN}


@pytest.fixture
def dorp(talen) -> Dorp:
    """Two villages, their editors and communications; the site has three languages."""
    return maak_dorp()
