"""What residents and municipality are doing, in phases."""

from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from api.bestaand import BestaandeKern, BestaandThema
from api.crs import MetCrs
from api.lezing import Lezing
from api.lijst import kies
from api.router import maak_router
from api.schemas import projecten as s
from api.schemas.keuzes import Initiatiefnemer, ProjectStatus
from api.vormen import lezen
from api.vormen.projecten import PROJECTEN
from api.vraag import JaOfNee, LijstVraag, Moment, Vraag
from core.lezer import met_nummer
from core.talen.lezen import gepubliceerd_op
from projecten import keuzes
from projecten.models import ProjectPage

router = maak_router("Projecten", met_crs=True)


class ProjectVraag(MetCrs, LijstVraag):
    kern: BestaandeKern | None = Field(
        None, description="Alleen in of over deze kern (slug).", examples=["beesd"]
    )
    status: ProjectStatus | None = Field(None, description="Alleen met deze status.")
    initiatiefnemer: Initiatiefnemer | None = Field(None, description="Alleen van deze initiatiefnemer.")
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])
    gewijzigd_sinds: Moment | None = Field(
        None, description="Alleen wat sinds dit moment is gepubliceerd.", examples=["2027-03-01T00:00:00Z"]
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")


class DetailVraag(MetCrs, Vraag):
    pass


@router.get(
    "",
    response=s.Projecten,
    operation_id="projecten",
    summary="Projecten",
    description="Projecten van inwoners, van de gemeente en van samen. Wat het laatst is gewijzigd staat bovenaan.",
)
def lijst(request: HttpRequest, vraag: Query[ProjectVraag]) -> HttpResponse:
    lezing = Lezing.van(request, vraag.taal)
    projecten = ProjectPage.objects.annotate(gepubliceerd=gepubliceerd_op(vraag.taal))
    projecten = projecten.order_by(F("gepubliceerd").desc(nulls_last=True), "pk")
    if vraag.gewijzigd_sinds:
        projecten = projecten.filter(gepubliceerd__gte=vraag.gewijzigd_sinds)
    projecten = kies(
        lezing,
        vraag,
        projecten,
        in_kern=_over_kern,
        status=keuzes.ProjectStatus,
        initiatiefnemer=keuzes.Initiatiefnemer,
    )
    return lezen.lijst(lezing, vraag, PROJECTEN, projecten)


@router.get(
    "/{int:id}",
    response=s.ProjectDetail,
    operation_id="project",
    summary="Eén project",
    description="Een project met zijn tekst en alles wat erbij hoort.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> HttpResponse:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    return lezen.detail(lezing, PROJECTEN, met_nummer(ProjectPage.objects.order_by(), id))


def _over_kern(lezing: Lezing, slug: str) -> Q:
    """In this village, or elsewhere and about this village too."""
    genoemd = ProjectPage.objects.filter(lezing.in_kern(slug, "ook_in_kernen__path"))
    return lezing.in_kern(slug) | Q(pk__in=genoemd.order_by().values("pk"))
