"""Which phase a project is in follows from its dates alone."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import pytest

from projecten.fases import FaseStand, huidige_fase, periode, standen

DAG = timedelta(days=1)
JAN, FEB, MRT, APR = (date(2026, maand, 1) for maand in (1, 2, 3, 4))


@dataclass
class Fase:
    begin: date | None = None
    einde: date | None = None


def fasen(*paren):
    return [Fase(*paar) for paar in paren]


def test_zonder_fasen_is_er_niets():
    assert huidige_fase([], JAN) is None
    assert standen([], JAN) == []


def test_zonder_datums_is_er_geen_huidige_fase():
    assert huidige_fase(fasen((None, None), (None, None)), JAN) is None


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [(JAN - DAG, None), (JAN, 0), (FEB, 0), (FEB + DAG, None)],
    ids=["dag ervoor", "eerste dag", "laatste dag", "dag erna"],
)
def test_eerste_en_laatste_dag_horen_erbij(op, verwacht):
    assert huidige_fase(fasen((JAN, FEB)), op) == verwacht


def test_fase_van_een_dag():
    een_dag = fasen((JAN, JAN))
    assert [huidige_fase(een_dag, dag) for dag in (JAN - DAG, JAN, JAN + DAG)] == [None, 0, None]


def test_fase_zonder_begin_begint_na_de_vorige():
    assert periode(fasen((JAN, FEB), (None, MRT)), 1) == (FEB + DAG, MRT)


def test_fase_zonder_einde_duurt_tot_de_volgende():
    assert periode(fasen((JAN, None), (MRT, APR)), 0) == (JAN, MRT - DAG)


def test_fase_zonder_einde_kijkt_over_een_fase_zonder_begin_heen():
    assert periode(fasen((JAN, None), (None, None), (MRT, None)), 0) == (JAN, MRT - DAG)


def test_open_kanten():
    assert periode(fasen((None, FEB)), 0) == (date.min, FEB)
    assert periode(fasen((FEB, None)), 0) == (FEB, date.max)
    assert huidige_fase(fasen((None, FEB)), date(1990, 1, 1)) == 0
    assert huidige_fase(fasen((FEB, None)), date(2090, 1, 1)) == 0


def test_bij_overlap_geldt_de_laatste_fase():
    overlap = fasen((JAN, MRT), (FEB, APR))
    assert [huidige_fase(overlap, dag) for dag in (JAN, FEB, MRT, APR)] == [0, 1, 1, 1]


def test_in_een_gat_is_er_geen_huidige_fase():
    assert huidige_fase(fasen((JAN, FEB - DAG), (MRT, APR)), FEB) is None


def test_standen_tijdens_een_fase():
    drie = fasen((JAN, FEB - DAG), (FEB, MRT - DAG), (MRT, APR))
    assert standen(drie, FEB) == [FaseStand.GEWEEST, FaseStand.HUIDIG, FaseStand.KOMT]


def test_standen_in_een_gat():
    assert standen(fasen((JAN, FEB - DAG), (MRT, APR)), FEB) == [FaseStand.GEWEEST, FaseStand.KOMT]


def test_standen_voor_en_na_alles():
    twee = fasen((JAN, FEB), (FEB + DAG, MRT))
    assert standen(twee, JAN - DAG) == [FaseStand.KOMT] * 2
    assert standen(twee, MRT + DAG) == [FaseStand.GEWEEST] * 2


KANTEN = [None, JAN, FEB, MRT]
PAREN = [
    (begin, einde) for begin, einde in product(KANTEN, KANTEN) if not (begin and einde and einde < begin)
]


@pytest.mark.parametrize("eerste", PAREN, ids=str)
def test_wat_voor_elke_reeks_van_drie_geldt(eerste):
    for rest in product(PAREN, repeat=2):
        drie = fasen(eerste, *rest)
        for op in (JAN - DAG, JAN, JAN + DAG, FEB, FEB + DAG, MRT, MRT + DAG):
            huidig, stand = huidige_fase(drie, op), standen(drie, op)
            geval = f"{drie} op {op}"
            assert stand.count(FaseStand.HUIDIG) == (huidig is not None), geval
            if huidig is None:
                dekkend = [n for n in range(3) if _met_eigen_datums(drie[n], op)]
                assert dekkend == [], geval
                continue
            begin, einde = periode(drie, huidig)
            assert begin <= op <= einde, geval
            assert stand[:huidig] == [FaseStand.GEWEEST] * huidig, geval
            assert stand[huidig + 1 :] == [FaseStand.KOMT] * (2 - huidig), geval


def _met_eigen_datums(fase: Fase, op: date) -> bool:
    """Whether the phase says itself, without its neighbours, that it runs on that day."""
    return bool(fase.begin and fase.einde and fase.begin <= op <= fase.einde)
