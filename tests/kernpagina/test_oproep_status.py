"""The state of a call: the pure function and the database give the same answer."""

from datetime import date, timedelta
from itertools import product

import pytest

from kernpagina.keuzes import OproepStatus
from kernpagina.models import OproepPage
from kernpagina.oproepen import oproep_status
from tests.factories import OproepPageFactory

OPENT, SLUIT, TERUG = date(2026, 3, 20), date(2026, 3, 29), date(2026, 4, 10)
DAG = timedelta(days=1)


@pytest.mark.parametrize(
    ("op", "zonder_uitkomst", "met_uitkomst"),
    [
        (OPENT - DAG, "gepland", "gepland"),
        (OPENT, "open", "open"),
        (SLUIT, "open", "open"),
        (SLUIT + DAG, "gesloten", "teruggekoppeld"),
        (TERUG, "gesloten", "teruggekoppeld"),
        (TERUG + DAG, "te-laat", "teruggekoppeld"),
    ],
)
def test_stand_op_elke_grens(op, zonder_uitkomst, met_uitkomst):
    assert oproep_status(OPENT, SLUIT, TERUG, False, op) == zonder_uitkomst
    assert oproep_status(OPENT, SLUIT, TERUG, True, op) == met_uitkomst


def test_database_en_functie_zijn_het_eens(oproepen):
    dagen = [date(2026, 3, 27) + n * DAG for n in range(5)]
    for opent, sluit, terug, uitkomst in product(dagen[1:4], dagen[1:4], dagen[1:4], ("", "<p>Ja.</p>")):
        if not opent <= sluit <= terug:
            continue
        OproepPageFactory(
            parent=oproepen, opent=opent, sluit=sluit, terugkoppeling_uiterlijk=terug, uitkomst=uitkomst
        )
    alle = list(OproepPage.objects.all())
    for op in dagen:
        volgens_functie = {oproep.pk: oproep.status(op) for oproep in alle}
        volgens_database = {
            pk: status
            for status in OproepStatus
            for pk in OproepPage.objects.met_status(status, op).values_list("pk", flat=True)
        }
        assert volgens_database == volgens_functie, op
        aantal = sum(OproepPage.objects.met_status(status, op).count() for status in OproepStatus)
        assert aantal == len(alle), f"op {op} heeft een oproep twee standen"


def test_onbekende_stand_is_een_fout(db):
    with pytest.raises(ValueError, match="onbekend"):
        OproepPage.objects.met_status("onbekend", OPENT)


def test_terugkoppeling_binnen(oproepen):
    datums = {"opent": OPENT, "sluit": SLUIT, "terugkoppeling_uiterlijk": TERUG}
    mist = OproepPageFactory(parent=oproepen, **datums)
    OproepPageFactory(parent=oproepen, **datums, uitkomst="<p>Ja.</p>")
    binnen = OproepPage.objects.terugkoppeling_binnen
    assert list(binnen(TERUG, TERUG)) == [mist]
    assert not binnen(TERUG + DAG, TERUG + 9 * DAG).exists()
    assert not binnen(TERUG - 9 * DAG, TERUG - DAG).exists()


def test_eerst_sluitend(oproepen):
    laat, vroeg = (
        OproepPageFactory(parent=oproepen, sluit=sluit) for sluit in (date(2026, 7, 2), date(2026, 7, 1))
    )
    assert list(OproepPage.objects.eerst_sluitend()) == [vroeg, laat]


def test_belofte_is_van_de_redacteur_en_anders_van_het_niveau(oproepen):
    oproep = OproepPageFactory(parent=oproepen, niveau="meebeslissen")
    assert oproep.belofte_tekst == "Je beslist mee. Wat jullie besluiten, gaat gebeuren."
    oproep.belofte = "Jullie kiezen."
    assert oproep.belofte_tekst == "Jullie kiezen."
