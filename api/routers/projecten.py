"""What residents and municipality are doing, in phases."""

from functools import partial

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from api.afbeeldingen import MetBeeld
from api.bestaand import BestaandeKern, BestaandThema
from api.crs import MetCrs
from api.lezing import Lezing
from api.lijst import kies
from api.router import maak_router
from api.schemas import projecten as s
from api.schemas.keuzes import Initiatiefnemer, ProjectStatus
from api.sinds import MetSinds, sinds
from api.vormen import lezen
from api.vormen.projecten import PROJECTEN
from api.vraag import JaOfNee, LijstVraag, Vraag
from core.lezer import met_nummer
from core.talen.lezen import gepubliceerd_op
from projecten import keuzes
from projecten.models import ProjectPage
from projecten.querysets import ProjectQuerySet, over_kern

router = maak_router("Projecten", met_crs=True)


class ProjectVraag(MetBeeld, MetCrs, MetSinds, LijstVraag):
    kern: BestaandeKern | None = Field(
        None, description="Alleen in of over deze kern (slug).", examples=["beesd"]
    )
    status: ProjectStatus | None = Field(None, description="Alleen met deze status.")
    initiatiefnemer: Initiatiefnemer | None = Field(None, description="Alleen van deze initiatiefnemer.")
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")


class DetailVraag(MetBeeld, MetCrs, Vraag):
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
    return lezen.lijst(lezing, vraag, PROJECTEN, partial(_gekozen, lezing, vraag))


def _gekozen(lezing: Lezing, vraag: ProjectVraag) -> ProjectQuerySet:
    projecten = ProjectPage.objects.annotate(gepubliceerd=gepubliceerd_op(vraag.taal))
    projecten = projecten.nieuwste_eerst_naar("gepubliceerd")
    return kies(
        lezing,
        vraag,
        sinds(projecten, vraag.gewijzigd_sinds, vraag.taal),
        in_kern=_over_kern,
        status=keuzes.ProjectStatus,
        initiatiefnemer=keuzes.Initiatiefnemer,
    )


@router.get(
    "/{int:id}",
    response=s.ProjectDetail,
    operation_id="project",
    summary="Eén project",
    description="Een project met zijn tekst en alles wat erbij hoort.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> HttpResponse:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    return lezen.detail(lezing, PROJECTEN, lambda: met_nummer(ProjectPage.objects.order_by(), id))


def _over_kern(lezing: Lezing, slug: str) -> Q:
    """In this village, or elsewhere and about this village too."""
    return Q(pk__in=over_kern(lezing.kern_nummer(slug)))
