"""Rows that belong to a result, as JSON inside the one query for that result."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from core.lezer import Lezer
from kernpagina.models import AgendaItemPage, KernagendaPage, Kernagendapunt, OproepPage
from projecten.models import ProjectPage

PAGINA = {"id": "pk", "titel": "title", "url_path": "url_path", "taal": "locale__language_code"}


def rijen(vraag: QuerySet, **velden: str) -> ArraySubquery:
    """The rows of a correlated query as a list of dicts."""
    return ArraySubquery(vraag.values(json=JSONObject(**velden)))


def pagina_json(vraag: QuerySet, **velden: str) -> ArraySubquery:
    """The pages of a correlated query, with what it takes to link to them."""
    return rijen(vraag, **PAGINA, **velden)


def themas(koppeling: type[Model]) -> ArraySubquery:
    gekozen = koppeling.objects.filter(content_object=OuterRef("pk")).order_by("tag__volgorde", "tag__name")
    return rijen(gekozen, slug="tag__slug", naam="tag__name")


def project_van(lezer: Lezer, sleutel: str = "project__translation_key") -> ArraySubquery:
    """The project that something belongs to, in the language of the reader: a list of one or none."""
    return pagina_json(lezer.paginas(ProjectPage.objects.filter(translation_key=OuterRef(sleutel)))[:1])


def oproep_van(lezer: Lezer) -> ArraySubquery:
    return pagina_json(
        lezer.paginas(OproepPage.objects.filter(translation_key=OuterRef("oproep__translation_key")))[:1]
    )


def bij_project(lezer: Lezer) -> dict[str, ArraySubquery]:
    """What belongs to a project: its meetings, its calls and its points on a kernagenda."""
    dit = {"project__translation_key": OuterRef("translation_key")}
    items = lezer.paginas(AgendaItemPage.objects.filter(**dit)).chronologisch()
    oproepen = lezer.paginas(OproepPage.objects.filter(**dit)).eerst_sluitend()
    punten = Kernagendapunt.objects.filter(
        **dit, kernagenda__in=lezer.paginas(KernagendaPage.objects.all())
    ).op_volgorde()
    return {
        "agenda_rijen": pagina_json(items, begin="begin", status="status"),
        "oproep_rijen": pagina_json(
            oproepen, opent="opent", sluit="sluit", uiterlijk="terugkoppeling_uiterlijk", uitkomst="uitkomst"
        ),
        "punt_rijen": rijen(
            punten,
            uuid="uuid",
            titel="titel",
            status="status",
            url_path="kernagenda__url_path",
            taal="kernagenda__locale__language_code",
        ),
    }
