"""Rows that belong to a result, as JSON inside the one query for that result."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField

from api.lezing import Lezing
from api.schemas.basis import Schema
from api.vullen import Rij, kolommen
from core.talen.lezen import leg_rijen_over
from kernpagina.models import AgendaItemPage, KernagendaPage, Kernagendapunt, OproepPage
from projecten.models import ProjectPage

Paginas = TypeVar("Paginas", bound=QuerySet)
SLEUTEL = "translation_key"


def rijen(vraag: QuerySet, **velden: Any) -> ArraySubquery:
    """The rows of a correlated query as a list of dicts."""
    return ArraySubquery(vraag.values(json=JSONObject(**velden)))


def pagina_json(lezing: Lezing, vraag: QuerySet, **velden: str) -> ArraySubquery:
    """The visible pages of a correlated query, with what it takes to link to them."""
    return rijen(lezing.paginas(vraag), **lezing.naam_van_pagina, **velden)


def themas(koppeling: type[Model]) -> ArraySubquery:
    gekozen = koppeling.objects.filter(content_object=OuterRef("pk")).order_by("tag__volgorde", "tag__name")
    return rijen(gekozen, slug="tag__slug", naam="tag__name")


@dataclass(frozen=True)
class Kinderen:
    """Rows below a page that hold text of their own, such as phases; `zonder` are the fields that are worked out."""

    model: type[Model]
    schema: type[Schema]
    zonder: tuple[str, ...] = ()

    @property
    def naam(self) -> str:
        return f"{self.model._meta.model_name}_rijen"

    def erbij(self, paginas: Paginas) -> Paginas:
        """Pages of either language with these rows of theirs."""
        boven = next(veld.name for veld in self.model._meta.fields if isinstance(veld, ParentalKey))
        van_pagina = self.model.objects.filter(**{boven: OuterRef("pk")}).order_by("sort_order")
        velden = kolommen(self.schema, *self.zonder) | {SLEUTEL: SLEUTEL}
        return paginas.annotate(**{self.naam: rijen(van_pagina, **velden)})

    def rijke_tekst(self, pagina: Rij) -> Iterator[str]:
        """What in the rows may hold links."""
        velden = [veld.name for veld in self.model._meta.fields if isinstance(veld, RichTextField)]
        return (rij[veld] for rij in self.van(pagina) for veld in velden)

    def van(self, pagina: Rij) -> list[dict[str, Any]]:
        """The rows of a page that was read, in the language of its text."""
        vertaald = getattr(pagina.vertaling, self.naam) if pagina.vertaling else []
        return leg_rijen_over(self.model, getattr(pagina, self.naam), vertaald)


def met_kinderen(paginas: Paginas, kinderen: Iterable[Kinderen]) -> Paginas:
    for soort in kinderen:
        paginas = soort.erbij(paginas)
    return paginas


def project_van(lezing: Lezing) -> ArraySubquery:
    """The project that something belongs to: a list of one or none."""
    return pagina_json(lezing, ProjectPage.objects.filter(pk=OuterRef("project")).order_by())


def oproep_van(lezing: Lezing) -> ArraySubquery:
    return pagina_json(lezing, OproepPage.objects.filter(pk=OuterRef("oproep")).order_by())


def bij_project(lezing: Lezing) -> dict[str, ArraySubquery]:
    """What belongs to a project: its meetings, its calls and its points on a kernagenda."""
    dit = {"project": OuterRef("pk")}
    kernagendas = lezing.paginas(KernagendaPage.objects.order_by())
    punten = Kernagendapunt.objects.filter(**dit, kernagenda__in=kernagendas.values("pk")).op_volgorde()
    return {
        "agenda_rijen": pagina_json(
            lezing,
            AgendaItemPage.objects.filter(**dit).chronologisch(),
            begin="begin",
            hele_dag="hele_dag",
            status="status",
        ),
        "oproep_rijen": pagina_json(
            lezing,
            OproepPage.objects.filter(**dit).eerst_sluitend(),
            opent="opent",
            sluit="sluit",
            uiterlijk="terugkoppeling_uiterlijk",
            uitkomst="uitkomst",
        ),
        "punt_rijen": rijen(
            punten,
            uuid="uuid",
            titel="titel",
            status="status",
            kernagenda="kernagenda_id",
            url_path="kernagenda__url_path",
        ),
    }
