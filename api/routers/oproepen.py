"""Calls to take part."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from api.afbeeldingen import MetBeeld
from api.bestaand import BestaandeKern, BestaandProject, BestaandThema
from api.deelvragen import project_van, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, thema
from api.lijst import kies, lees_detail, lijst_van
from api.router import maak_router
from api.schemas import oproepen as s
from api.schemas.basis import Resultaat
from api.schemas.keuzes import Niveau, OproepSoort, OproepStatus, naar_api, naar_model
from api.sinds import MetSinds, sinds
from api.vraag import JaOfNee, LijstVraag, Vraag
from api.vullen import Rij, vul
from core.keuzes import Niveau as ModelNiveau
from core.teksten.plat import is_leeg
from kernpagina import keuzes
from kernpagina.models import OproepPage, OproepThema
from kernpagina.querysets import OproepQuerySet

router = maak_router("Oproepen")


class OproepVraag(MetBeeld, MetSinds, LijstVraag):
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    status: OproepStatus | None = Field(None, description="Alleen met deze status vandaag.")
    soort: OproepSoort | None = Field(None, description="Alleen dit soort oproep.")
    niveau: Niveau | None = Field(None, description="Alleen met zoveel invloed.")
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])
    project: BestaandProject | None = Field(
        None, description="Alleen bij dit project (nummer).", examples=[412]
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")


class DetailVraag(MetBeeld, Vraag):
    pass


@router.get(
    "",
    response=s.Oproepen,
    operation_id="oproepen",
    summary="Oproepen om mee te doen",
    description="Vragen aan inwoners, met wat ze mogen verwachten. Wat het eerst sluit staat bovenaan.",
)
def lijst(request: HttpRequest, vraag: Query[OproepVraag]) -> s.Oproepen:
    lezing = Lezing.van(request, vraag.taal)
    oproepen = OproepPage.objects.eerst_sluitend()
    if vraag.status:
        oproepen = oproepen.met_status(naar_model(keuzes.OproepStatus, vraag.status), lezing.vandaag)
    oproepen = sinds(oproepen, vraag.gewijzigd_sinds, vraag.taal)
    oproepen = kies(lezing, vraag, oproepen, soort=keuzes.OproepSoort, niveau=ModelNiveau)
    return lijst_van(lezing, vraag, s.Oproepen, met_alles(lezing, oproepen), partial(als_resultaat, s.Oproep))


@router.get(
    "/{int:id}",
    response=s.OproepDetail,
    operation_id="oproep",
    summary="Eén oproep",
    description="Een oproep met haar tekst, de afspraken met inwoners en de uitkomst.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> s.OproepDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    oproep, lader = lees_detail(lezing, met_alles(lezing, OproepPage.objects.all()), id)
    lader.neem(oproep.uitkomst, oproep.motivering)
    return als_resultaat(
        s.OproepDetail,
        lezing,
        lader,
        oproep,
        inhoud=lader.inhoud_van(oproep),
        uitkomst=None if is_leeg(oproep.uitkomst) else lader.tekst(oproep.uitkomst),
        motivering=None if is_leeg(oproep.motivering) else lader.tekst(oproep.motivering),
    )


def met_alles(lezing: Lezing, oproepen: OproepQuerySet) -> OproepQuerySet:
    """With everything of a result in one query."""
    return oproepen.annotate(thema_rijen=themas(OproepThema), project_rijen=project_van(lezing))


def als_resultaat(
    soort: type[Resultaat], lezing: Lezing, lader: Inhoudslader, oproep: Rij, **rest: Any
) -> Any:
    return vul(
        soort,
        oproep,
        kern=lezing.kern(oproep.path),
        status=naar_api(oproep.status(lezing.vandaag)),
        themas=[thema(rij) for rij in oproep.thema_rijen],
        project=lezing.verwijzing(next(iter(oproep.project_rijen), None)),
        url=lezing.url(oproep),
        **rest,
    )
