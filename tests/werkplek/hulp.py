"""Who does something, and what they hear of it."""

from django.test import Client

from berichten.models import Bericht, Soort
from tests.dorp import Dorp


def als(dorp: Dorp, naam: str) -> Client:
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(dorp.gebruikers[naam])
    return client


def post(soort: Soort) -> set[str]:
    """The addresses to which mail of this kind was written."""
    return set(Bericht.objects.filter(soort=soort).values_list("adres", flat=True))
