"""Dated meetings and activities."""

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Query
from pydantic import Field, ValidationInfo, field_validator

from api.afbeeldingen import MetBeeld
from api.bestaand import BestaandeKern, BestaandProject, BestaandThema
from api.blokken import bijlage
from api.crs import MetCrs
from api.deelvragen import Kinderen, oproep_van, project_van, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, punt, thema
from api.lijst import kies, lees_detail, lijst_van
from api.router import maak_router
from api.schemas import agenda as s
from api.schemas.basis import Resultaat
from api.schemas.keuzes import AgendaSoort, Vorm, naar_api
from api.sinds import MetSinds, sinds
from api.vraag import Dag, JaOfNee, LijstVraag, Vraag
from api.vullen import Rij, vul
from core.teksten.plat import is_leeg
from kernpagina import keuzes
from kernpagina.models import AgendaAfspraak, AgendaItemPage, AgendaItemThema, ProgrammaOnderdeel
from kernpagina.querysets import AgendaItemQuerySet

router = maak_router("Agenda", met_crs=True)

PROGRAMMA = Kinderen(ProgrammaOnderdeel, s.ProgrammaOnderdeel)
AFSPRAKEN = Kinderen(AgendaAfspraak, s.Afspraak)


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
def lijst(request: HttpRequest, vraag: Query[AgendaVraag]) -> s.AgendaItems:
    lezing = Lezing.van(request, vraag.taal)
    items = AgendaItemPage.objects.tussen(vraag.van or lezing.vandaag, vraag.tot)
    items = sinds(items, vraag.gewijzigd_sinds, vraag.taal)
    items = kies(lezing, vraag, items, soort=keuzes.AgendaSoort, vorm=keuzes.Vorm)
    return lijst_van(
        lezing, vraag, s.AgendaItems, met_alles(lezing, items), partial(als_resultaat, s.AgendaItem)
    )


@router.get(
    "/{int:id}",
    response=s.AgendaItemDetail,
    operation_id="agendaItem",
    summary="Eén agenda-item",
    description="Een bijeenkomst of activiteit met haar tekst, programma en verslag.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> s.AgendaItemDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    item, lader = lees_detail(
        lezing, met_alles(lezing, AgendaItemPage.objects.all()), id, PROGRAMMA, AFSPRAKEN
    )
    documenten = list(item.bijlagen.values_list("document_id", flat=True))
    lader.neem(item.verslag).neem_nummers("document", documenten)
    return als_resultaat(
        s.AgendaItemDetail,
        lezing,
        lader,
        item,
        inhoud=lader.inhoud_van(item),
        programma=[vul(s.ProgrammaOnderdeel, rij) for rij in PROGRAMMA.van(item)],
        verslag=_verslag(item, lader, documenten),
    )


def met_alles(lezing: Lezing, items: AgendaItemQuerySet) -> AgendaItemQuerySet:
    """With everything of a result in one query."""
    return items.select_related("foto").annotate(
        thema_rijen=themas(AgendaItemThema),
        project_rijen=project_van(lezing),
        oproep_rijen=oproep_van(lezing),
    )


def als_resultaat(soort: type[Resultaat], lezing: Lezing, lader: Inhoudslader, item: Rij, **rest: Any) -> Any:
    url = lezing.url(item)
    return vul(
        soort,
        item,
        kern=lezing.kern(item.path),
        begin_datum=localdate(item.begin),
        einde_datum=localdate(item.einde or item.begin),
        locatie=s.Locatie(
            naam=item.locatie, adres=item.adres, punt=punt(item.breedtegraad, item.lengtegraad)
        ),
        aanmelden=s.Aanmelding(
            hoe=naar_api(item.aanmelden),
            # Whoever it is too late for isn't sent anywhere.
            contact=item.aanmelden_contact if item.aanmelden_kan(lezing.vandaag) else "",
            tot_datum=item.aanmelden_tot,
        ),
        themas=[thema(rij) for rij in item.thema_rijen],
        afbeelding=lezing.afbeelding(item.foto),
        project=lezing.verwijzing(next(iter(item.project_rijen), None)),
        oproep=lezing.verwijzing(next(iter(item.oproep_rijen), None)),
        heeft_verslag=not is_leeg(item.verslag),
        url=url,
        ics_url=f"{url}afspraak.ics",
        **rest,
    )


def _verslag(item: AgendaItemPage, lader: Inhoudslader, documenten: list[int]) -> s.Verslag | None:
    """The report, once there is one: the site shows nothing of it before its text is there."""
    if is_leeg(item.verslag):
        return None
    gevonden = (lader.adres("document", nummer) for nummer in documenten)
    return s.Verslag(
        aanwezigen=item.aantal_aanwezigen,
        samenvatting=lader.tekst(item.verslag),
        afspraken=[vul(s.Afspraak, rij) for rij in AFSPRAKEN.van(item)],
        bijlagen=[bijlage(rij) for rij in gevonden if rij],
    )
