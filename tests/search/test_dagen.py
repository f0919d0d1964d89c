"""A day or a month is looked for in the calendar of all kernen: no page says it as it is typed."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from search.dagen import lees_dag
from tests import factories
from tests.factories.opzetten import moment

TALEN, OP = ("nl", "en", "pl"), date(2026, 11, 28)


@pytest.mark.parametrize(
    ("tekst", "dag", "komt"),
    [
        ("17 december", 17, date(2026, 12, 17)),
        ("vergadering 17 dec", 17, date(2026, 12, 17)),
        ("17-12-2026", 17, date(2026, 12, 17)),
        ("17/12/2026", 17, date(2026, 12, 17)),
        ("2026-12-17", 17, date(2026, 12, 17)),
        ("17-12", 17, date(2026, 12, 17)),
        ("17 december 2025", 17, date(2025, 12, 17)),
        ("3 maart", 3, date(2027, 3, 3)),
        ("28 november", 28, OP),
        ("December", 0, date(2026, 12, 1)),
        ("markt in december", 0, date(2026, 12, 1)),
        ("mei", 0, date(2027, 5, 1)),
        ("may 2027", 0, date(2027, 5, 1)),
        ("december 17, 2026", 17, date(2026, 12, 17)),
        ("17 grudnia", 17, date(2026, 12, 17)),
    ],
)
def test_a_day_is_read_as_people_write_it(tekst, dag, komt):
    gevraagd = lees_dag(tekst, TALEN, OP)
    assert (gevraagd.dag, gevraagd.mogelijk[0]) == (dag, komt)


@pytest.mark.parametrize(
    "tekst",
    ["", "speeltuin", "31 februari", "29 februari 2027", "18/25", "0-0", "18-12 gewonnen", "what may i do",
     "99999-12-17", "17-13-2026", "1 2 3", "augustusfeest"],
)  # fmt: skip
def test_what_is_no_day_is_none(tekst):
    assert lees_dag(tekst, TALEN, OP) is None


def wegwijzer(client, vraag: str) -> tuple[str, str]:
    pagina = BeautifulSoup(client.get("/zoeken/", {"q": vraag}).content, "html.parser")
    link = pagina.select_one(".bloei-treffer a")
    return link["href"], " ".join(link.find_parent("li").get_text(" ").split())


def test_the_search_page_leads_to_it(client, agenda, time_machine):
    time_machine.move_to(moment("2026-11-28 12:00"), tick=False)
    factories.AgendaItemPageFactory(parent=agenda, title="Kerstmarkt", begin=moment("2026-12-17 19:00"))
    factories.AgendaItemPageFactory(parent=agenda, title="Bal", begin=moment("2026-06-05 19:00"))
    for vraag in ("17 december", "17-12-2026"):
        adres, tekst = wegwijzer(client, vraag)
        assert adres == "/agenda/?weergave=maand&maand=2026-12#dag-17"
        assert tekst == "Agenda: 17 december 2026 1 keer iets te doen"
        dag = BeautifulSoup(client.get(adres).content, "html.parser").find(id="dag-17")
        assert "Kerstmarkt" in dag.get_text()
    assert wegwijzer(client, "december")[0] == "/agenda/?weergave=maand&maand=2026-12#resultaten"
    # Nothing comes on that day yet, and there was something.
    assert wegwijzer(client, "5 juni")[0] == "/agenda/?weergave=maand&maand=2026-06#dag-5"
    assert wegwijzer(client, "6 juni")[0] == "/agenda/?weergave=maand&maand=2027-06#dag-6"


def test_a_month_that_isnt_one_is_said_and_not_printed(client, agenda):
    zin = "Die maand kennen we niet."
    for adres in (f"{agenda.url}?weergave=maand", "/agenda/?weergave=maand"):
        assert zin in client.get(f"{adres}&maand=2026-13").content.decode()
        assert zin not in client.get(f"{adres}&maand=2026-12").content.decode()
        assert zin not in client.get(adres).content.decode()
    for soort in ("pdf", "txt"):
        assert client.get(f"{agenda.url}maand.{soort}?maand=2026-13").status_code == 404
