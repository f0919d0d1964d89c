"""The calendar of all kernen together: bounded in time, so that it can be fetched each hour."""

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
