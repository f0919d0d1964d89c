"""Which lists of a village hold nothing yet: nobody is sent there, by a sitemap or by search."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.geheugen import onthoud
from kernpagina.models import (
    AgendaItemPage,
    AgendaPage,
    KernagendaPage,
    Kernagendapunt,
    OproepenPage,
    OproepPage,
)
from projecten.models import ProjectenPage, ProjectPage

Paginas = TypeVar("Paginas", bound=QuerySet)
IN_DEZE_KERN = {"plek__openbaar": True, "plek__kern": OuterRef("plek__kern")}


def zonder_lege_lijsten(paginas: Paginas) -> Paginas:
    """Leave out the lists of a kern in which a visitor finds nothing."""
    return paginas.exclude(pk__in=lege_lijsten())


def lege_lijsten() -> frozenset[int]:
    """The numbers of those lists; there are four for each kern."""
    return onthoud("lege lijsten", _lege_lijsten)


def _lege_lijsten() -> frozenset[int]:
    van_elders = ProjectPage.objects.openbaar().filter(ook_in_kernen=OuterRef("plek__kern"))
    punten = Kernagendapunt.objects.filter(kernagenda=OuterRef("pk"))
    gevuld = {
        AgendaPage: Exists(AgendaItemPage.objects.filter(**IN_DEZE_KERN)),
        OproepenPage: Exists(OproepPage.objects.filter(**IN_DEZE_KERN)),
        ProjectenPage: Exists(ProjectPage.objects.filter(**IN_DEZE_KERN)) | Exists(van_elders),
        KernagendaPage: Exists(punten) | ~Q(inleiding=""),
    }
    return frozenset(
        nummer
        for soort, iets in gevuld.items()
        for nummer in soort.objects.filter(~iets).order_by().values_list("pk", flat=True)
    )
