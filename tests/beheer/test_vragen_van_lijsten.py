"""A list of pages in the admin asks the database as much for twenty rows as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import AgendaItemPageFactory, moment

# A stock Wagtail takes 26 and 17.
MEESTE = {"wagtailadmin_explore": 34, "wagtailadmin_pages:search": 19}


@pytest.mark.parametrize("adres", list(MEESTE))
def test_twenty_rows_ask_as_much_as_one(beheer, agenda, adres):
    def tel() -> int:
        pad = (
            reverse(adres, args=[agenda.pk])
            if adres.endswith("explore")
            else f"{reverse(adres)}?q=dorpsborrel"
        )
        beheer.get(pad)
        with CaptureQueriesContext(connection) as vragen:
            assert "Dorpsborrel" in beheer.get(pad).text
        return len(vragen)

    def maak(*nummers: int) -> None:
        for nummer in nummers:
            titel = f"Dorpsborrel {nummer}"
            AgendaItemPageFactory(parent=agenda, title=titel, begin=moment("2027-03-02 20:00"))

    maak(1)
    een = tel()
    maak(*range(2, 21))
    assert tel() == een <= MEESTE[adres]
