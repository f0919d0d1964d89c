from datetime import UTC, datetime

import pytest

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
