from datetime import UTC, datetime

import pytest

from projecten.models import ProjectenPage
from tests import factories
from tests.meedoen.hulp import oproep_in

# A Wednesday, in the middle of the day.
NU = datetime(2026, 6, 17, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def klok(time_machine):
    time_machine.move_to(NU, tick=False)


@pytest.fixture
def oproep(dorp):
    """A call for ideas in Beesd, open."""
    return oproep_in(dorp.beesd)


@pytest.fixture
def project(dorp):
    lijst = ProjectenPage.objects.child_of(dorp.beesd).get()
    return factories.ProjectPageFactory(parent=lijst, title="Het plein")
