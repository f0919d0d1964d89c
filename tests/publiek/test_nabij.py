"""Time as people say it, on cards, boxes and screens; and what comes instead. It is a Monday in June 2026."""

import re

import pytest
import time_machine

from tests import factories
from tests.factories import moment

from .hulp import AF, EERDER, KOMT, WAS, lees


def woorden(element) -> list[str]:
    return [woord.get_text() for woord in element.find_all(class_="bloei-nabij")]


@pytest.mark.parametrize(
    "adres", ["/", "/beesd/", "/beesd/agenda/", "/agenda/", "/insluiten/beesd/agenda", "/beesd/scherm/", "/beesd/agenda/borrel/"]
)  # fmt: skip
def test_morgen_is_morgen_en_daarna_vandaag(client, agenda, adres) -> None:
    """The answer that a browser keeps is another one the next day."""
    factories.AgendaItemPageFactory(parent=agenda, title="Borrel", begin=KOMT)
    eerst = client.get(adres)
    assert "Morgen, " in eerst.content.decode()
    with time_machine.travel(moment("2026-06-16 00:01"), tick=False):
        later = client.get(adres, headers={"If-None-Match": eerst.headers["ETag"]})
        assert later.status_code == 200
        assert "Vandaag, " in later.content.decode()
        assert "Morgen, " not in later.content.decode()


def test_nu_bezig(client, agenda) -> None:
    velden = {"begin": moment("2026-06-13 10:00"), "einde": moment("2026-06-17 17:00")}
    factories.AgendaItemPageFactory(parent=agenda, **velden)
    assert woorden(lees(client, agenda)) == ["Nu bezig, "]


def test_wat_niet_doorgaat_is_niet_morgen(client, agenda) -> None:
    item = factories.AgendaItemPageFactory(parent=agenda, begin=KOMT, **AF)
    assert woorden(lees(client, agenda)) == woorden(lees(client, item)) == []


def test_op_papier_staat_een_dag(client, agenda) -> None:
    """A poster hangs longer than a day, and a feed is read later."""
    item = factories.AgendaItemPageFactory(parent=agenda, begin=KOMT)
    for adres in (f"{agenda.url}maand.txt", "/beesd/agenda.ics", "/nieuw.xml"):
        assert not re.search("[Mm]orgen|[Tt]omorrow", client.get(adres).content.decode()), adres
    assert "Morgen" not in lees(client, item).head.find("meta", attrs={"name": "description"})["content"]


@pytest.mark.parametrize("velden", [{"begin": WAS}, {"begin": KOMT, **AF}], ids=["geweest", "gaat niet door"])
def test_wat_komt_er_wel(client, agenda, velden) -> None:
    item = factories.AgendaItemPageFactory(parent=agenda, **velden)
    assert (
        "Er staat nu niets op de agenda."
        in lees(client, item).find(attrs={"aria-labelledby": "komt-wel"}).get_text()
    )
    for dag in (20, 18, 19, 21):
        factories.AgendaItemPageFactory(
            parent=agenda, title=f"Op {dag}", begin=moment(f"2026-06-{dag} 20:00")
        )
    factories.AgendaItemPageFactory(parent=agenda, title="Ook niet", begin=KOMT, **AF)
    wel = lees(client, item).find(attrs={"aria-labelledby": "komt-wel"})
    assert [h3.get_text() for h3 in wel.find_all("h3")] == ["Op 18", "Op 19", "Op 20"]


def test_wat_komt_heeft_geen_ander_nodig(client, agenda) -> None:
    item = factories.AgendaItemPageFactory(parent=agenda, begin=KOMT)
    assert not lees(client, item).find(id="komt-wel")


def test_na_een_gesloten_oproep_kan_een_andere_wel(client, oproepen) -> None:
    dicht = factories.OproepPageFactory(parent=oproepen, **EERDER)
    assert not lees(client, dicht).find(id="kan-wel")
    open_ = factories.OproepPageFactory(parent=oproepen, title="Denk mee")
    assert lees(client, dicht).find(attrs={"aria-labelledby": "kan-wel"}).h3.get_text() == "Denk mee"
    assert not lees(client, open_).find(id="kan-wel")


@pytest.mark.parametrize(
    ("sluit", "zin"),
    [("15", "vandaag is de laatste dag"), ("16", "morgen is de laatste dag"), ("17", "nog 2 dagen")],
)
def test_hoe_lang_het_nog_kan(client, oproepen, sluit, zin) -> None:
    velden = {"opent": "2026-06-01", "sluit": f"2026-06-{sluit}", "terugkoppeling_uiterlijk": "2026-09-01"}
    oproep = factories.OproepPageFactory(parent=oproepen, **velden)
    assert zin in lees(client, oproep).main.get_text()
    assert zin in lees(client, oproepen).main.get_text()


def test_een_oproep_die_morgen_opent(client, oproepen) -> None:
    velden = {"opent": "2026-06-16", "sluit": "2026-07-16", "terugkoppeling_uiterlijk": "2026-09-01"}
    assert (
        "Dat is morgen."
        in lees(client, factories.OproepPageFactory(parent=oproepen, **velden)).main.get_text()
    )
