"""Rows that belong to a result, as JSON inside the one query for that result."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, Exists, Model, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, JSONObject, NullIf

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
        **dit, kernagenda__in=lezer.bronnen(KernagendaPage.objects.all())
    ).op_volgorde()
    vertaald = Kernagendapunt.objects.filter(
        uuid=OuterRef("uuid"),
        kernagenda__locale__language_code=lezer.taal,
        kernagenda__live=True,
        kernagenda__alias_of=None,
    )
    punten = punten.annotate(
        titel_hier=Coalesce(NullIf(Subquery(vertaald.values("titel")[:1]), Value("")), "titel"),
        taal_hier=Case(
            When(Exists(vertaald), then=Value(lezer.taal)),
            default=Value(settings.LANGUAGE_CODE),
            output_field=CharField(),
        ),
    )
    return {
        "agenda_rijen": pagina_json(items, begin="begin", hele_dag="hele_dag", status="status"),
        "oproep_rijen": pagina_json(
            oproepen, opent="opent", sluit="sluit", uiterlijk="terugkoppeling_uiterlijk", uitkomst="uitkomst"
        ),
        "punt_rijen": rijen(
            punten,
            uuid="uuid",
            titel="titel_hier",
            status="status",
            url_path="kernagenda__url_path",
            taal="taal_hier",
        ),
    }
