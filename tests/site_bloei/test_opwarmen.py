"""The website is warm when it opens, and opens cold when it can't be."""

import gc

import pytest
from django.db import OperationalError

from site_bloei import opwarmen
from site_bloei.wsgi import site as de_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def proces(monkeypatch):
    """What warming does to the process around it, the test keeps for itself."""
    gedaan = []
    monkeypatch.setattr(gc, "freeze", lambda: gedaan.append("bevroren"))
    monkeypatch.setattr(opwarmen.connections, "close_all", lambda: gedaan.append("verbindingen dicht"))
    return gedaan


def test_a_page_of_each_kind_is_asked_for(agenda, proces, verbinding_blijft):
    gevraagd = {}

    def site(environ, start_response):
        def begin(status, koppen):
            gevraagd[environ["PATH_INFO"]] = status[:3]
            start_response(status, koppen)

        return de_site(environ, begin)

    opwarmen.warm_op(site)
    assert {"/", "/en/", "/pl/", "/beesd/", "/beesd/agenda/", "/agenda.ics", "/zoeken/"} <= gevraagd.keys()
    assert set(gevraagd.values()) == {"200"}
    assert proces == ["verbindingen dicht", "bevroren"]


def test_without_a_database_it_opens_cold(proces, caplog):
    def site(environ, start_response):
        raise OperationalError

    opwarmen.warm_op(site)
    assert "begint koud" in caplog.text
    assert proces == ["verbindingen dicht", "bevroren"]
