"""Somebody who took part, and a client that came in by the link in her mailbox."""

import pytest
from django.utils import timezone

from berichten.models import Bericht
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from tests.home.mijn import EMAIL, link_in, vraag_link
from tests.inwoners.formulier import verstuur


@pytest.fixture
def ria(home):
    inwoner = zorg_voor_inwoner(zorg_voor_adres(EMAIL), "Ria Verhoef", kern="9999")
    bevestig(inwoner, timezone.now())
    return inwoner


@pytest.fixture
def binnen(ria, client):
    """A client that came in by the link."""
    vraag_link(client)
    antwoord = verstuur(client, link_in(Bericht.objects.get()))
    assert antwoord.headers["Location"] == "/mijn/"
    return client
