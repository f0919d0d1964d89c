"""A list of pages in the admin asks the database as much for twenty rows as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import AgendaItemPageFactory, moment

# As a stock Wagtail takes for its own list of pages and for its search: 26 and 17, and a third more.
MEESTE = {"wagtailadmin_explore": 37, "wagtailadmin_pages:search": 22}


@pytest.mark.parametrize("adres", list(MEESTE))
def test_twenty_rows_ask_as_much_as_one(beheer, agenda, adres):
    def tel() -> int:
        pad = reverse(adres, args=[agenda.pk]) if adres.endswith("explore") else f"{reverse(adres)}?q=borrel"
        beheer.get(pad)
        with CaptureQueriesContext(connection) as vragen:
            assert "Dorpsborrel" in beheer.get(pad).text
        return len(vragen)

    def maak(aantal: int) -> None:
        for dag in range(aantal):
            AgendaItemPageFactory(parent=agenda, title=f"Dorpsborrel {dag}", begin=moment("2027-03-02 20:00"))

    maak(1)
    een = tel()
    maak(19)
    assert tel() == een <= MEESTE[adres]
