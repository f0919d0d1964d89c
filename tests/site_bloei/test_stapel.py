"""What is called doesn't ask the system for a piece of stack each time (site_bloei/stapel.py), in the site and in the tests."""

import resource
from concurrent.futures import ThreadPoolExecutor

from site_bloei.stapel import met_ruimte
from site_bloei.wsgi import application, site

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


def meeste_fouten() -> int:
    return max(map(fouten, range(400)))


def test_op_elke_diepte_kost_een_aanroep_geen_geheugen():
    assert meeste_fouten() < VAAK / 2, "in the tests"
    # A thread has a stack of its own.
    with ThreadPoolExecutor(1) as draad:
        assert draad.submit(meeste_fouten).result() >= VAAK, "or Python does this no more"
        assert draad.submit(met_ruimte(meeste_fouten)).result() < VAAK / 2


def test_de_site_heeft_die_ruimte():
    django = application.applicatie.applicatie
    assert (django.func, *django.args) == (met_ruimte(site).func, site)
