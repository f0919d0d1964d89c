"""Every operation against whatever Schemathesis makes up from the document: all checks, no failure, never 500."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api.openapi import document
from site_bloei.wsgi import application

load_all_checks()
PER_OPERATIE = 10
WIJST_NAAR_IETS = {"kern", "thema", "project", "tot", "bbox", "velden"}


def zonder_gzip(omgeving, begin_antwoord):
    """The site; Schemathesis asks a WSGI application for gzip, and then can't read it."""
    return application({k: v for k, v in omgeving.items() if k != "HTTP_ACCEPT_ENCODING"}, begin_antwoord)


@pytest.fixture
def schema(rijk):
    # A request closes the connection when it ends; here that is the one that holds the test's own transaction.
    for signaal in (request_started, request_finished):
        signaal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", zonder_gzip)
    for signaal in (request_started, request_finished):
        signaal.connect(close_old_connections)


@pytest.mark.parametrize("goed", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["goed", "fout"])
def test_elke_operatie(schema, goed):
    for pad in document()["paths"]:
        operatie = schema[pad]["GET"]
        if goed == GenerationMode.NEGATIVE and not operatie.definition.raw["parameters"]:
            continue

        @settings(
            max_examples=PER_OPERATIE,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operatie.as_strategy(generation_mode=goed))
        def probeer(case):
            # A kern of which the name is well formed need not be there: that is 400, and no schema can tell.
            vrij = not WIJST_NAAR_IETS & set(case.query or {})
            case.call_and_validate(
                checks=CHECKS.get_all(), excluded_checks=[] if vrij else [positive_data_acceptance]
            )

        probeer()
