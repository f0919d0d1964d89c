"""Calls of the tests don't ask the system for a piece of stack each (tests/stapel.py)."""

import resource

VAAK = 500


def niets(a=0, b=0, c=0, d=0, e=0, f=0, g=0, h=0, i=0, j=0, k=0, m=0, n=0, o=0, p=0, q=0) -> None:
    """With more in its frame than `fouten`, so that there is a depth where that fits and this doesn't."""


def fouten(diepte: int) -> int:
    """How often a page of memory had to be found while something was called time and again, this deep."""
    if diepte:
        return fouten(diepte - 1)
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(VAAK):
        niets()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - voor


def test_op_elke_diepte_kost_een_aanroep_geen_geheugen():
    assert max(map(fouten, range(400))) < VAAK / 2
