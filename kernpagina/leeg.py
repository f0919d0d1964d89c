"""Which lists of a village hold nothing yet: nobody is sent there, by a sitemap or by search."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left
from wagtail.models import Page

from core.boom import PAD_LENGTE
from core.openbaar import openbaar
from kernpagina.models import AgendaPage, KernagendaPage, Kernagendapunt, OproepenPage
from projecten.models import ProjectenPage, ProjectPage

Paginas = TypeVar("Paginas", bound=QuerySet)

LIJSTEN = (KernagendaPage, AgendaPage, ProjectenPage, OproepenPage)


def zonder_lege_lijsten(paginas: Paginas) -> Paginas:
    """Leave out the lists of a kern in which a visitor finds nothing. Part of their own query."""
    soorten = [soort._meta.model_name for soort in LIJSTEN]
    eronder = Page.objects.filter(path__startswith=OuterRef("path"), depth__gt=OuterRef("depth"))
    van_elders = ProjectPage.objects.openbaar().filter(ook_in_kernen__path=Left(OuterRef("path"), PAD_LENGTE))
    met_inleiding = KernagendaPage.objects.filter(pk=OuterRef("pk")).exclude(inleiding="")
    punten = Kernagendapunt.objects.filter(kernagenda_id=OuterRef("pk"))
    gevuld = (
        Exists(openbaar(eronder))
        | Exists(punten)
        | Exists(met_inleiding)
        | Q(Exists(van_elders), content_type__model=ProjectenPage._meta.model_name)
    )
    return paginas.exclude(~gevuld, content_type__model__in=soorten)


def lege_lijsten(nummers: Iterable[int]) -> set[int]:
    """Those of these pages that are such a list; none, and no query, of none."""
    alle = set(nummers)
    return (
        alle - set(zonder_lege_lijsten(Page.objects.filter(pk__in=alle)).values_list("pk", flat=True))
        if alle
        else set()
    )
