"""A page as a visitor reads it, on a Monday in June 2026, and what comes, was, or is called off."""

from bs4 import BeautifulSoup

from tests.factories import moment

EERDER = {"opent": "2026-05-01", "sluit": "2026-05-31"}


def lees(client, pagina) -> BeautifulSoup:
    return BeautifulSoup(client.get(pagina.url).content, "html.parser")


AF = {"status": "geannuleerd", "toelichting": "De zaal is dicht."}


KOMT, WAS = moment("2026-06-16 20:00"), moment("2026-06-14 20:00")
