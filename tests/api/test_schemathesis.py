"""Every operation against whatever Schemathesis makes up from the document: all checks, no failure, never 500."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS, load_all_checks

from site_bloei.wsgi import application

load_all_checks()
schema = schemathesis.pytest.from_fixture("api_schema")


@pytest.fixture
def api_schema(rijk):
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@schema.parametrize()
@settings(
    max_examples=8, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
def test_elke_operatie(case):
    case.call_and_validate(checks=CHECKS.get_all(), base_url="http://localhost/api/v1")
