"""The demo, counted by hand: from what was written for it, and not from the database that was made of that."""

import csv
from collections import Counter
from datetime import date, timedelta
from io import StringIO

from bs4 import BeautifulSoup
from django.test import Client

from core.models import Thema
from demo.bouwers.dagen import Dagen
from demo.inhoud import DORPEN
from demo.inhoud.afspraken import AFSPRAKEN
from demo.inhoud.vorm import Gegevens

VERDER = ("gereed", "gepland")
AF = ("gedaan", "vervallen")


def punten() -> Counter:
    """By kern, theme and state."""
    return Counter(
        (dorp.slug, thema, punt["status"].replace(" ", "-"))
        for dorp in DORPEN
        for thema, lijst in dorp.kernagenda["onderdelen"].items()
        for punt in lijst
    )


def cijfers(op: date) -> dict[str, tuple[int, ...]]:
    """Of this year, by kern: meetings, people, points moved, calls, those answered in time."""
    geteld = {
        dorp.slug: (
            *_bijeenkomsten(dorp.agenda, op),
            _punten_verder(dorp.kernagenda),
            *_oproepen(dorp.oproepen, op),
        )
        for dorp in DORPEN
    }
    return {kern: rij for kern, rij in geteld.items() if any(rij)}


def _bijeenkomsten(agenda: list[Gegevens], op: date) -> tuple[int, int]:
    dagen = Dagen(op)
    geweest = [
        item
        for item in agenda
        if dagen.dag(item.get("tot") or item["dag"]) < op
        and dagen.dag(item["dag"]).year == op.year
        and item.get("status") != "geannuleerd"
    ]
    return len(geweest), sum(item.get("aantal_aanwezigen", 0) for item in geweest if item.get("verslag"))


def _punten_verder(kernagenda: Gegevens) -> int:
    """The version before had these less far, and didn't have the very last."""
    if kernagenda["versie"] == 1:
        return 0
    alle = [punt for lijst in kernagenda["onderdelen"].values() for punt in lijst]
    return sum(punt["status"] in VERDER for punt in alle[:-1])


def _oproepen(oproepen: list[Gegevens], op: date) -> tuple[int, int]:
    beloofd = [(op + timedelta(days=oproep["dagen"][2]), bool(oproep.get("uitkomst"))) for oproep in oproepen]
    voorbij = [(dag, verteld) for dag, verteld in beloofd if dag < op and dag.year == op.year]
    # All of the demo is published on the day on which it is loaded.
    return len(voorbij), sum(verteld and dag >= op for dag, verteld in voorbij)


def afspraken(op: date) -> dict[int, Counter]:
    """By year of the meeting: how many were made, in which state they are, and how many are late."""
    per_jaar: dict[int, Counter] = {}
    for dorp in DORPEN:
        for item in dorp.agenda:
            for afspraak in AFSPRAKEN.get(item["slug"], []):
                stand = afspraak.get("stand", ("afgesproken",))[0]
                teller = per_jaar.setdefault(Dagen(op).dag(item["dag"]).year, Counter())
                teller.update({"gemaakt": 1, stand: 1, "teLaat": int(_dagen_te_laat(afspraak, op) > 0)})
    return per_jaar


def beloften(op: date) -> set[tuple[str, int]]:
    """What was promised, and how many days late it is."""
    ver = -60
    van_oproepen = {
        (oproep["title"], -oproep["dagen"][2])
        for dorp in DORPEN
        for oproep in dorp.oproepen
        if not oproep.get("uitkomst") and oproep["dagen"][0] <= 0 and -oproep["dagen"][2] >= ver
    }
    van_afspraken = {
        (afspraak["wat"], _dagen_te_laat(afspraak, op))
        for lijst in AFSPRAKEN.values()
        for afspraak in lijst
        if "uiterlijk" in afspraak and afspraak.get("stand", ("",))[0] not in AF
    }
    return van_oproepen | {(wat, dagen) for wat, dagen in van_afspraken if dagen >= ver}


def _dagen_te_laat(afspraak: Gegevens, op: date) -> int:
    if "uiterlijk" not in afspraak or afspraak.get("stand", ("",))[0] in AF:
        return 0
    return (op - Dagen(op).dag(afspraak["uiterlijk"])).days


def is_wat_de_site_telt(client: Client, op: date) -> None:
    """What the page, the API and the spreadsheet count equals all of this, in each language."""
    for taal in ("nl", "en", "pl"):
        _in_taal(client, taal, op)


def _in_taal(client: Client, taal: str, op: date) -> None:
    namen = {thema.slug: thema.name for thema in Thema.objects.all()}
    geteld = client.get(f"/api/v1/voortgang?taal={taal}").json()
    van_punten = {
        (rij["kern"]["slug"], namen[rij["thema"]["slug"]], rij["status"]): rij["aantal"]
        for rij in geteld["punten"]
    }
    assert van_punten == punten()
    van_cijfers = {rij.pop("kern")["slug"]: tuple(rij.values()) for rij in geteld["cijfers"]}
    assert van_cijfers == cijfers(op)
    van_afspraken = {rij.pop("jaar"): +Counter(rij) for rij in geteld["afspraken"]}
    assert van_afspraken == {jaar: +teller for jaar, teller in afspraken(op).items()}
    assert {(rij["titel"], rij["dagenTeLaat"]) for rij in geteld["beloften"]} == beloften(op)
    voorvoegsel = "" if taal == "nl" else f"/{taal}"
    pagina = BeautifulSoup(client.get(f"{voorvoegsel}/voortgang/").content, "html.parser")
    samen = [regel.find_all("td")[-1].get_text() for regel in pagina.select("tfoot tr")[:2]]
    assert samen == [str(punten().total())] * 2
    blad = client.get(f"{voorvoegsel}/voortgang/punten.csv").content.decode("utf-8-sig")
    geteld_in_blad = sum(int(rij[-1]) for rij in list(csv.reader(StringIO(blad), delimiter=";"))[1:])
    assert geteld_in_blad == punten().total()
    # A kind of promise is called the same as on the page.
    blad = client.get(f"{voorvoegsel}/voortgang/beloften.csv").content.decode("utf-8-sig")
    soorten = {rij[0] for rij in list(csv.reader(StringIO(blad), delimiter=";"))[1:]}
    assert all(soort in pagina.get_text() for soort in soorten)
    assert taal != "nl" or "Uitkomst van een oproep" in soorten
