"""Dated meetings and activities."""

from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field, ValidationInfo, field_validator

from api.afbeeldingen import MetBeeld
from api.bestaand import BestaandeKern, BestaandProject, BestaandThema
from api.crs import MetCrs
from api.lezing import Lezing
from api.lijst import kies
from api.router import maak_router
from api.schemas import agenda as s
from api.schemas.keuzes import AgendaSoort, Vorm
from api.sinds import MetSinds, sinds
from api.vormen import lezen
from api.vormen.agenda import AGENDA
from api.vraag import Dag, JaOfNee, LijstVraag, Vraag
from core.lezer import met_nummer
from kernpagina import keuzes
from kernpagina.models import AgendaItemPage
from kernpagina.querysets import AgendaItemQuerySet

router = maak_router("Agenda", met_crs=True)


class AgendaVraag(MetBeeld, MetCrs, MetSinds, LijstVraag):
    kern: BestaandeKern | None = Field(None, description="Alleen van deze kern (slug).", examples=["beesd"])
    van: Dag | None = Field(
        None, description="Vanaf deze dag; zonder `van` vanaf vandaag.", examples=["2027-03-01"]
    )
    tot: Dag | None = Field(None, description="Tot en met deze dag.", examples=["2027-03-31"])
    soort: AgendaSoort | None = Field(None, description="Alleen dit soort bijeenkomst.")
    vorm: Vorm | None = Field(None, description="Alleen op een plek, online of allebei.")
    thema: BestaandThema | None = Field(None, description="Alleen met dit thema (slug).", examples=["wonen"])
    project: BestaandProject | None = Field(
        None, description="Alleen bij dit project (nummer).", examples=[412]
    )
    met_inhoud: JaOfNee = Field(False, description="Of de tekst (`inhoud`) er ook bij moet.")

    @field_validator("tot")
    @classmethod
    def tot_na_van(cls, tot: date | None, info: ValidationInfo) -> date | None:
        if tot and (van := info.data.get("van")) and tot < van:
            raise ValueError("Kies een dag op of na `van`.")
        return tot


class DetailVraag(MetBeeld, MetCrs, Vraag):
    pass


@router.get(
    "",
    response=s.AgendaItems,
    operation_id="agendaItems",
    summary="De agenda",
    description="Bijeenkomsten en activiteiten vanaf vandaag, of in de periode die je kiest. De eerste staat bovenaan.",
)
def lijst(request: HttpRequest, vraag: Query[AgendaVraag]) -> HttpResponse:
    lezing = Lezing.van(request, vraag.taal)
    return lezen.lijst(lezing, vraag, AGENDA, partial(_gekozen, lezing, vraag))


def _gekozen(lezing: Lezing, vraag: AgendaVraag) -> AgendaItemQuerySet:
    items = AgendaItemPage.objects.tussen(vraag.van or lezing.vandaag, vraag.tot)
    items = sinds(items, vraag.gewijzigd_sinds, vraag.taal)
    return kies(lezing, vraag, items, soort=keuzes.AgendaSoort, vorm=keuzes.Vorm)


@router.get(
    "/{int:id}",
    response=s.AgendaItemDetail,
    operation_id="agendaItem",
    summary="Eén agenda-item",
    description="Een bijeenkomst of activiteit met haar tekst, programma en verslag.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> HttpResponse:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    return lezen.detail(lezing, AGENDA, lambda: met_nummer(AgendaItemPage.objects.order_by(), id))
