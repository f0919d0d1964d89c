from copy import deepcopy

import pytest
from django.db import transaction
from wagtail.models import Locale, Site

from core.talen.catalogi import compileer
from tests.goedkeuring.dorp import Dorp, maak_dorp

# Before Django reads the catalogues for the first time.
compileer()

TALEN = ("nl", "en", "pl")


@pytest.fixture(scope="module")
def _dorp(django_db_setup, django_db_blocker):
    """Made once for a module, inside a transaction around those of its tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        for code in TALEN:
            Locale.objects.get_or_create(language_code=code)
        yield maak_dorp()
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def dorp(_dorp, db) -> Dorp:
    """Two villages, their editors and communications; the site has three languages."""
    Site.clear_site_root_paths_cache()
    return deepcopy(_dorp)
