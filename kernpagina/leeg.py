"""Which lists of a village hold nothing yet: nobody is sent there, by a sitemap or by search."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from wagtail.models import Page

from core.geheugen import onthoud
from core.openbaar import openbaar
from kernpagina.models import (
    AgendaPage,
    KernagendaPage,
    Kernagendapunt,
    OproepenPage,
)
from projecten.models import ProjectenPage, ProjectPage

Paginas = TypeVar("Paginas", bound=QuerySet)
# The first and the last place below a page, as treebeard has them; an index serves what is in between.
EERSTE, LAATSTE = "0000", "ZZZZ"


def zonder_lege_lijsten(paginas: Paginas) -> Paginas:
    """Leave out the lists of a kern in which a visitor finds nothing."""
    return paginas.exclude(pk__in=lege_lijsten())


def lege_lijsten() -> frozenset[int]:
    """The numbers of those lists; there are four for each kern."""
    return onthoud("lege lijsten", _lege_lijsten)


def _lege_lijsten() -> frozenset[int]:
    van_elders = ProjectPage.objects.openbaar().filter(ook_in_kernen=OuterRef("plek__kern"))
    punten = Kernagendapunt.objects.filter(kernagenda=OuterRef("pk"))
    plekken = (Concat(OuterRef("path"), Value(EERSTE)), Concat(OuterRef("path"), Value(LAATSTE)))
    eronder = Exists(openbaar(Page.objects.order_by().filter(path__range=plekken)))
    gevuld = {
        AgendaPage: eronder,
        OproepenPage: eronder,
        ProjectenPage: eronder | Exists(van_elders),
        KernagendaPage: Exists(punten) | ~Q(inleiding=""),
    }
    # Asked of each list by itself: as a condition PostgreSQL would look at every page of every kern.
    return frozenset(
        nummer
        for soort, iets in gevuld.items()
        for nummer, is_er in soort.objects.order_by().annotate(is_er=iets).values_list("pk", "is_er")
        if not is_er
    )
