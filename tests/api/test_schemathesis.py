"""Every operation against whatever Schemathesis makes up from the document: all checks, no failure, never 500."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS, load_all_checks

from site_bloei.wsgi import application

load_all_checks()
schema = schemathesis.pytest.from_fixture("api_schema")


@pytest.fixture
def api_schema(rijk):
    # A request closes the connection when it ends; here that is the one that holds the test's own transaction.
    for signaal in (request_started, request_finished):
        signaal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for signaal in (request_started, request_finished):
        signaal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=8, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
def test_elke_operatie(case):
    case.call_and_validate(checks=CHECKS.get_all())
