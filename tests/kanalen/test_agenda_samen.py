"""The calendar of all kernen together: bounded in time, so that it can be fetched each hour."""

import pytest

from core.paginering import lijsten
from tests import factories
from tests.kanalen.test_agenda import lees


def test_alle_kernen_samen_gaan_niet_verder_dan_een_jaar(client, agenda, time_machine):
    """And say so; a village has all that is planned."""
    time_machine.move_to("2026-06-15 12:00 +0200")
    for dag in ("2026-05-15", "2026-05-16", "2027-06-15", "2027-06-16"):
        factories.AgendaItemPageFactory(parent=agenda, title=dag, begin=factories.moment(f"{dag} 20:00"))
    samen, dorp = lees(client, "/agenda.ics"), lees(client, "/beesd/agenda.ics")
    assert [afspraak["SUMMARY"] for afspraak in samen.events] == ["2026-05-16", "2027-06-15"]
    assert "dertig dagen" in samen["DESCRIPTION"]
    assert "X-WR-CALDESC" in samen
    assert len(dorp.events) == 4
    assert "DESCRIPTION" not in dorp


def test_alle_kernen_samen_houden_ergens_op(client, agenda, monkeypatch, time_machine):
    """What comes first stays, then what comes later, and of what is over the last."""
    time_machine.move_to("2999-05-20 12:00 +0200")
    for dag in ("05-01", "05-10", "05-20", "06-01", "07-01"):
        begin = factories.moment(f"2999-{dag} 20:00")
        factories.AgendaItemPageFactory(parent=agenda, title=f"Op {dag}", begin=begin)
    begin, einde = factories.moment("2999-05-02 20:00"), factories.moment("2999-06-30 20:00")
    factories.AgendaItemPageFactory(parent=agenda, title="Expositie", begin=begin, einde=einde)
    for hoogstens, gezien in (
        (400, {"Expositie", "Op 05-01", "Op 05-10", "Op 05-20", "Op 06-01", "Op 07-01"}),
        (5, {"Expositie", "Op 05-10", "Op 05-20", "Op 06-01", "Op 07-01"}),
        (3, {"Expositie", "Op 05-20", "Op 06-01"}),
    ):
        monkeypatch.setattr("kanalen.feeds.MEESTE_SAMEN", hoogstens)
        lijsten.vergeet()
        kalender = lees(client, "/agenda.ics")
        assert {afspraak["SUMMARY"] for afspraak in kalender.events} == gezien
        assert f"hoogstens {hoogstens}." in kalender["X-WR-CALDESC"]
        assert len(lees(client, "/beesd/agenda.ics").events) == 6


def test_bij_elke_plek_staat_het_dorp(client, agenda):
    """Once, also where the address says it already."""
    for locatie, adres in (("Dorpshuis", ""), ("Dorpshuis", "Kerkstraat 1, Beesd"), ("Klokhuis beesd", "")):
        factories.AgendaItemPageFactory(
            parent=agenda, title=f"Koffie {adres or locatie}", locatie=locatie, adres=adres
        )
    plekken = {str(afspraak["LOCATION"]) for afspraak in lees(client, "/beesd/agenda.ics").events}
    assert plekken == {"Dorpshuis, Beesd", "Dorpshuis, Kerkstraat 1, Beesd", "Klokhuis beesd"}


@pytest.mark.parametrize(
    ("vorm", "waar"), [("online", "Online"), ("hybride", "Online, Beesd"), ("fysiek", "Online, Beesd")]
)
def test_wat_alleen_online_is_staat_in_geen_dorp(client, agenda, vorm, waar):
    link = "" if vorm == "fysiek" else "https://example.org/"
    factories.AgendaItemPageFactory(parent=agenda, locatie="Online", vorm=vorm, online_link=link)
    (afspraak,) = lees(client, "/beesd/agenda.ics").events
    assert afspraak["LOCATION"] == waar
