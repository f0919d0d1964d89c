"""The button to the next page that waits, for who just decided about one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.tijd import vandaag
from tests.dorp import agenda_item, dien_in
from werkplek.overzicht import om_de_beurt, wat_wacht

from .hulp import als, besluit, meldingen, vers


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Oogstfeest", live=True, eigenaar=dorp.gebruikers["redactie-beesd"])


def test_the_next_one_waits_longest_and_is_not_ones_own(dorp, item):
    """The order of the front page; and to find it, no others are read."""
    redacteur, keurder = dorp.gebruikers["redactie-beesd"], dorp.gebruikers["communicatie"]
    wachtend = {}
    for dagen, titel in ((1, "Kort"), (9, "Van de keurder zelf"), (5, "Lang")):
        nieuw = agenda_item(dorp.agenda, titel, live=False, eigenaar=redacteur)
        _, wacht = dien_in(nieuw, keurder if "zelf" in titel else redacteur)
        sinds = timezone.now() - timedelta(days=dagen)
        type(wacht).objects.filter(pk=wacht.pk).update(started_at=sinds)
        wachtend[titel] = nieuw
    assert [rij.titel for rij in wat_wacht(vandaag())] == ["Van de keurder zelf", "Lang", "Kort"]
    assert [pagina.title for _, pagina in om_de_beurt()] == ["Van de keurder zelf", "Lang", "Kort"]
    _, wacht = dien_in(item, redacteur)
    zin = meldingen(besluit(als(dorp, "communicatie"), wacht, "approve"))
    assert "Volgende: Lang" in zin
    assert reverse("werkplek:veranderd", args=[wachtend["Lang"].pk]) in zin
    with CaptureQueriesContext(connection) as vragen:
        next(om_de_beurt())
    assert len(vragen) == 4


def test_the_next_one_follows_the_order_that_was_chosen(dorp, item):
    """On the front page, for as long as nobody chooses another one."""
    redacteur, adres = dorp.gebruikers["redactie-beesd"], reverse("wagtailadmin_home")
    nu = timezone.now()
    for titel, over in (("Later", 40), ("Eerder", 20)):
        begin = nu + timedelta(days=over)
        dien_in(agenda_item(dorp.agenda, titel, live=False, eigenaar=redacteur, begin=begin), redacteur)
    client = als(dorp, "communicatie")
    for keuze, volgende in (
        ("moment", "Eerder"),
        ("onzin", "Eerder"),
        ("sinds", "Later"),
        ("kern", "Eerder"),
    ):
        client.get(adres, {"volgorde": keuze})
        _, wacht = dien_in(vers(item), redacteur, title=f"Feest {keuze}")
        antwoord = besluit(client, wacht, "approve")
        assert f"Volgende: {volgende}" in meldingen(antwoord), keuze
        tabel = antwoord.content.decode().partition('id="wacht-kop"')[2]
        assert (tabel.index("Eerder</a>") < tabel.index("Later</a>")) is (volgende == "Eerder"), keuze
