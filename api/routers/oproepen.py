"""Calls to take part."""

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from api.bestaand import BestaandeKern, BestaandProject, BestaandThema
from api.lezing import Lezing
from api.lijst import kies
from api.router import maak_router
from api.schemas import oproepen as s
from api.schemas.keuzes import Niveau, OproepSoort, OproepStatus, naar_model
from api.vormen import lezen
from api.vormen.oproepen import OPROEPEN
from api.vraag import JaOfNee, LijstVraag, Vraag
from core.keuzes import Niveau as ModelNiveau
from core.lezer import met_nummer
from kernpagina import keuzes
from kernpagina.models import OproepPage

router = maak_router("Oproepen")


class OproepVraag(LijstVraag):
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    status: OproepStatus | None = Field(None, description="Alleen met deze status vandaag.")
    soort: OproepSoort | None = Field(None, description="Alleen dit soort oproep.")
    niveau: Niveau | None = Field(None, description="Alleen met zoveel invloed.")
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])
    project: BestaandProject | None = Field(
        None, description="Alleen bij dit project (nummer).", examples=[412]
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")


@router.get(
    "",
    response=s.Oproepen,
    operation_id="oproepen",
    summary="Oproepen om mee te doen",
    description="Vragen aan inwoners, met wat ze mogen verwachten. Wat het eerst sluit staat bovenaan.",
)
def lijst(request: HttpRequest, vraag: Query[OproepVraag]) -> HttpResponse:
    lezing = Lezing.van(request, vraag.taal)
    oproepen = OproepPage.objects.eerst_sluitend()
    if vraag.status:
        oproepen = oproepen.met_status(naar_model(keuzes.OproepStatus, vraag.status), lezing.vandaag)
    oproepen = kies(lezing, vraag, oproepen, soort=keuzes.OproepSoort, niveau=ModelNiveau)
    return lezen.lijst(lezing, vraag, OPROEPEN, oproepen)


@router.get(
    "/{int:id}",
    response=s.OproepDetail,
    operation_id="oproep",
    summary="Eén oproep",
    description="Een oproep met haar tekst, de afspraken met inwoners en de uitkomst.",
)
def detail(request: HttpRequest, id: int, vraag: Query[Vraag]) -> HttpResponse:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    return lezen.detail(lezing, OPROEPEN, met_nummer(OproepPage.objects.order_by(), id))
