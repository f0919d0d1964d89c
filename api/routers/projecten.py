"""What residents and municipality are doing, in phases."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from django.db.models import F, OuterRef, Q
from django.http import Http404, HttpRequest
from django.utils.timezone import localdate
from ninja import Query, Router
from pydantic import Field

from api.bestaand import BestaandeKern, BestaandThema
from api.crs import MetCrs, in_crs84
from api.deelvragen import bij_project, rijen, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, punt, thema
from api.lijst import als_lijst
from api.schemas import projecten as s
from api.schemas.agenda import Locatie
from api.schemas.keuzes import Initiatiefnemer, ProjectStatus, naar_api, naar_model
from api.versie import VERSIE
from api.vraag import JaOfNee, LijstVraag, Moment, Vraag
from core.teksten.plat import is_leeg
from core.voorwaardelijk import met_etag
from kernpagina.oproepen import oproep_status
from projecten import keuzes
from projecten.fases import standen
from projecten.models import ProjectFase, ProjectMijlpaal, ProjectPage, ProjectThema
from projecten.querysets import ProjectQuerySet

router = Router(tags=["Projecten"], by_alias=True)
router.add_decorator(in_crs84, mode="view")
router.add_decorator(met_etag(vorm=VERSIE), mode="view")


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
def lijst(request: HttpRequest, vraag: Query[ProjectVraag]) -> s.Projecten:
    lezing = Lezing.van(request, vraag.taal)
    projecten = ProjectPage.objects.order_by(F("last_published_at").desc(nulls_last=True), "pk")
    if vraag.kern:
        projecten = projecten.filter(_over_kern(lezing, vraag.kern))
    if vraag.status:
        projecten = projecten.filter(status=naar_model(keuzes.ProjectStatus, vraag.status))
    if vraag.initiatiefnemer:
        projecten = projecten.filter(
            initiatiefnemer=naar_model(keuzes.Initiatiefnemer, vraag.initiatiefnemer)
        )
    if vraag.thema:
        projecten = projecten.filter(themas__slug=vraag.thema)
    if vraag.gewijzigd_sinds:
        projecten = projecten.gewijzigd_sinds(vraag.gewijzigd_sinds)
    gekozen = met_alles(lezing.paginas(projecten))
    if not vraag.met_inhoud:
        gekozen = gekozen.defer_streamfields()

    def bouw(deel: list[ProjectPage]) -> list[s.Project]:
        lader = Inhoudslader(lezing)
        for project in deel:
            _neem(lader, project, vraag.met_inhoud)
        return [
            s.Project(
                **gegevens(lezing, lader, p),
                inhoud=lader.blokken(p.inhoud, lezing.kern(p.path)) if vraag.met_inhoud else None,
            )
            for p in deel
        ]

    return als_lijst(request, vraag, s.Projecten, gekozen, bouw)


@router.get(
    "/{int:id}",
    response=s.ProjectDetail,
    operation_id="project",
    summary="Eén project",
    description="Een project met zijn tekst en alles wat erbij hoort.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> s.ProjectDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    project = met_alles(lezing.lees(ProjectPage.objects.all(), id)).annotate(**bij_project(lezing)).first()
    if project is None:
        raise Http404
    lader = Inhoudslader(lezing)
    _neem(lader, project, met_inhoud=True)
    return s.ProjectDetail(
        **gegevens(lezing, lader, project),
        inhoud=lader.blokken(project.inhoud, lezing.kern(project.path)),
        trekker=project.trekker,
        contact=project.contact,
        kosten=project.kosten,
        financiering=project.financiering,
        besluit_url=project.besluit_url,
        agenda_items=[_agenda(lezing, rij) for rij in project.agenda_rijen],
        oproepen=[_oproep(lezing, rij) for rij in project.oproep_rijen],
        kernagendapunten=[_punt(lezing, rij) for rij in project.punt_rijen],
    )


def _over_kern(lezing: Lezing, slug: str) -> Q:
    """In this village, or elsewhere and about this village too."""
    genoemd = ProjectPage.objects.filter(lezing.in_kern(slug, "ook_in_kernen__path"))
    return lezing.in_kern(slug) | Q(pk__in=genoemd.order_by().values("pk"))


def met_alles(projecten: ProjectQuerySet) -> ProjectQuerySet:
    """With everything of a result in one query."""
    fasen = ProjectFase.objects.filter(project=OuterRef("pk")).order_by("sort_order")
    mijlpalen = ProjectMijlpaal.objects.filter(project=OuterRef("pk")).order_by("sort_order")
    velden = ("titel", "omschrijving", "begin", "einde", "datumzekerheid", "niveau")
    kernen = ProjectPage.ook_in_kernen.through.objects.filter(projectpage=OuterRef("pk")).order_by(
        "page__title"
    )
    return projecten.select_related("foto", "locale").annotate(
        thema_rijen=themas(ProjectThema),
        fase_rijen=rijen(fasen, **{veld: veld for veld in velden}),
        mijlpaal_rijen=rijen(mijlpalen, datum="datum", titel="titel", omschrijving="omschrijving"),
        kern_rijen=rijen(kernen, path="page__path"),
    )


def _neem(lader: Inhoudslader, project: ProjectPage, met_inhoud: bool) -> None:
    lader.neem(*(fase["omschrijving"] for fase in project.fase_rijen))
    if met_inhoud:
        lader.neem(project.inhoud)


def gegevens(lezing: Lezing, lader: Inhoudslader, project: ProjectPage) -> dict[str, Any]:
    fasen = _fasen(lezing, lader, project.fase_rijen)
    ook_in = [lezing.kern(rij["path"]) for rij in project.kern_rijen]
    plek = punt(project.breedtegraad, project.lengtegraad)
    return {
        "id": project.pk,
        "taal": project.locale.language_code,
        "kern": lezing.kern(project.path),
        "ook_in_kernen": [kern for kern in ook_in if kern],
        "titel": project.title,
        "samenvatting": project.samenvatting,
        "initiatiefnemer": naar_api(project.initiatiefnemer),
        "rol_gemeente": naar_api(project.rol_gemeente),
        "status": naar_api(project.status),
        "reden_gestopt": project.reden_gestopt,
        "huidige_fase": next((fase for fase in fasen if fase.stand == "huidig"), None),
        "fasen": fasen,
        "mijlpalen": project.mijlpaal_rijen,
        "themas": [thema(rij) for rij in project.thema_rijen],
        "afbeelding": lezing.afbeelding(project.foto),
        "locatie": Locatie(naam=project.locatie, adres=None, punt=plek) if project.locatie or plek else None,
        "url": lezing.url(project),
        "gewijzigd": project.last_published_at,
    }


def _fasen(lezing: Lezing, lader: Inhoudslader, rijen: list[dict[str, Any]]) -> list[s.Fase]:
    datums = [SimpleNamespace(begin=_dag(rij["begin"]), einde=_dag(rij["einde"])) for rij in rijen]
    return [
        s.Fase(
            titel=rij["titel"],
            omschrijving=None if is_leeg(rij["omschrijving"]) else lader.tekst(rij["omschrijving"]),
            begin_datum=fase.begin,
            eind_datum=fase.einde,
            datumzekerheid=naar_api(rij["datumzekerheid"]),
            niveau=naar_api(rij["niveau"]),
            stand=stand.value,
        )
        for rij, fase, stand in zip(rijen, datums, standen(datums, lezing.vandaag), strict=True)
    ]


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def _agenda(lezing: Lezing, rij: dict[str, Any]) -> s.AgendaVerwijzing:
    return s.AgendaVerwijzing(
        id=rij["id"],
        titel=rij["titel"],
        url=lezing.url_van_rij(rij),
        begin=rij["begin"],
        begin_datum=localdate(datetime.fromisoformat(rij["begin"])),
        hele_dag=rij["hele_dag"],
        status=naar_api(rij["status"]),
    )


def _oproep(lezing: Lezing, rij: dict[str, Any]) -> s.OproepVerwijzing:
    datums = [date.fromisoformat(rij[veld]) for veld in ("opent", "sluit", "uiterlijk")]
    status = oproep_status(*datums, heeft_uitkomst=bool(rij["uitkomst"]), op=lezing.vandaag)
    return s.OproepVerwijzing(
        id=rij["id"], titel=rij["titel"], url=lezing.url_van_rij(rij), status=status.value
    )


def _punt(lezing: Lezing, rij: dict[str, Any]) -> s.PuntVerwijzing:
    url = f"{lezing.url_van_rij(rij)}#punt-{rij['uuid']}"
    return s.PuntVerwijzing(id=rij["uuid"], titel=rij["titel"], status=naar_api(rij["status"]), url=url)
