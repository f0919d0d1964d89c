"""Dated meetings and activities."""

from datetime import date
from typing import Any

from django.db.models import Model, OuterRef, QuerySet
from django.http import Http404, HttpRequest
from django.utils.timezone import localdate
from ninja import Query, Router
from pydantic import Field, ValidationInfo, field_validator

from api.bestaand import BestaandeKern, BestaandProject, BestaandThema
from api.blokken import bijlage
from api.crs import MetCrs, in_crs84
from api.deelvragen import oproep_van, project_van, rijen, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, punt, thema
from api.lijst import als_lijst
from api.schemas import agenda as s
from api.schemas.keuzes import AgendaSoort, Vorm, naar_api, naar_model
from api.versie import VERSIE
from api.vraag import Dag, JaOfNee, LijstVraag, Vraag
from core.teksten.plat import is_leeg
from core.voorwaardelijk import met_etag
from kernpagina import keuzes
from kernpagina.models import AgendaAfspraak, AgendaItemPage, AgendaItemThema, ProgrammaOnderdeel
from kernpagina.querysets import AgendaItemQuerySet

router = Router(tags=["Agenda"], by_alias=True)
router.add_decorator(in_crs84, mode="view")
router.add_decorator(met_etag(vorm=VERSIE), mode="view")


class AgendaVraag(MetCrs, LijstVraag):
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


class DetailVraag(MetCrs, Vraag):
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
    if vraag.kern:
        items = items.filter(lezing.in_kern(vraag.kern))
    if vraag.soort:
        items = items.filter(soort=naar_model(keuzes.AgendaSoort, vraag.soort))
    if vraag.vorm:
        items = items.filter(vorm=naar_model(keuzes.Vorm, vraag.vorm))
    if vraag.thema:
        items = items.filter(themas__slug=vraag.thema)
    if vraag.project:
        items = items.filter(project__translation_key__in=lezing.sleutel_van(vraag.project))
    gekozen = met_alles(lezing, lezing.paginas(items))
    if not vraag.met_inhoud:
        gekozen = gekozen.defer_streamfields()

    def bouw(deel: list[AgendaItemPage]) -> list[s.AgendaItem]:
        lader = Inhoudslader(lezing).neem(*(i.inhoud for i in deel if vraag.met_inhoud))
        return [
            s.AgendaItem(
                **gegevens(lezing, i),
                inhoud=lader.blokken(i.inhoud, lezing.kern(i.path)) if vraag.met_inhoud else None,
            )
            for i in deel
        ]

    return als_lijst(request, vraag, s.AgendaItems, gekozen, bouw)


@router.get(
    "/{int:id}",
    response=s.AgendaItemDetail,
    operation_id="agendaItem",
    summary="Eén agenda-item",
    description="Een bijeenkomst of activiteit met haar tekst, programma en verslag.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> s.AgendaItemDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    items = met_alles(lezing, lezing.lees(AgendaItemPage.objects.all(), id)).annotate(
        programma_rijen=rijen(_van(ProgrammaOnderdeel), titel="titel", duur="duur"),
        afspraak_rijen=rijen(_van(AgendaAfspraak), wat="wat", wie="wie", wanneer="wanneer"),
    )
    item = items.first()
    if item is None:
        raise Http404
    documenten = list(item.bijlagen.values_list("document_id", flat=True))
    lader = Inhoudslader(lezing).neem(item.inhoud, item.verslag).neem_nummers("document", documenten)
    return s.AgendaItemDetail(
        **gegevens(lezing, item),
        routehint=item.routehint,
        toegankelijkheid=item.toegankelijkheid,
        inhoud=lader.blokken(item.inhoud, lezing.kern(item.path)),
        programma=item.programma_rijen,
        verslag=_verslag(item, lader, documenten),
    )


def _van(model: type[Model]) -> QuerySet:
    return model.objects.filter(agenda_item=OuterRef("pk")).order_by("sort_order")


def met_alles(lezing: Lezing, items: AgendaItemQuerySet) -> AgendaItemQuerySet:
    """With everything of a result in one query."""
    return items.select_related("foto", "locale").annotate(
        thema_rijen=themas(AgendaItemThema),
        project_rijen=project_van(lezing),
        oproep_rijen=oproep_van(lezing),
    )


def gegevens(lezing: Lezing, item: AgendaItemPage) -> dict[str, Any]:
    url = lezing.url(item)
    return {
        "id": item.pk,
        "taal": item.locale.language_code,
        "kern": lezing.kern(item.path),
        "titel": item.title,
        "samenvatting": item.samenvatting,
        "begin": item.begin,
        "einde": item.einde,
        "begin_datum": localdate(item.begin),
        "einde_datum": localdate(item.einde or item.begin),
        "hele_dag": item.hele_dag,
        "soort": naar_api(item.soort),
        "vorm": naar_api(item.vorm),
        "status": naar_api(item.status),
        "toelichting": item.toelichting,
        "locatie": s.Locatie(
            naam=item.locatie, adres=item.adres, punt=punt(item.breedtegraad, item.lengtegraad)
        ),
        "online_link": item.online_link,
        "organisator": item.organisator,
        "aanmelden": s.Aanmelding(
            hoe=naar_api(item.aanmelden),
            # Whoever it is too late for isn't sent anywhere.
            contact=item.aanmelden_contact if item.aanmelden_kan(lezing.vandaag) else "",
            tot_datum=item.aanmelden_tot,
        ),
        "kosten": item.kosten,
        "themas": [thema(rij) for rij in item.thema_rijen],
        "afbeelding": lezing.afbeelding(item.foto),
        "project": lezing.verwijzing(next(iter(item.project_rijen), None)),
        "oproep": lezing.verwijzing(next(iter(item.oproep_rijen), None)),
        "heeft_verslag": not is_leeg(item.verslag),
        "url": url,
        "ics_url": f"{url}afspraak.ics",
        "gewijzigd": item.last_published_at,
    }


def _verslag(item: AgendaItemPage, lader: Inhoudslader, documenten: list[int]) -> s.Verslag | None:
    """The report, once there is one: the site shows nothing of it before its text is there."""
    if is_leeg(item.verslag):
        return None
    gevonden = (lader.adres("document", nummer) for nummer in documenten)
    return s.Verslag(
        aanwezigen=item.aantal_aanwezigen,
        samenvatting=lader.tekst(item.verslag),
        afspraken=item.afspraak_rijen,
        bijlagen=[bijlage(rij) for rij in gevonden if rij],
    )
