"""What residents and municipality are doing, in phases."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q
from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Query
from pydantic import Field

from api.afbeeldingen import MetBeeld
from api.bestaand import BestaandeKern, BestaandThema
from api.crs import MetCrs
from api.deelvragen import Kinderen, bij_project, rijen, themas
from api.inhoud import Inhoudslader
from api.lezing import Lezing, punt, thema
from api.lijst import kies, lees_detail, lijst_van
from api.router import maak_router
from api.schemas import projecten as s
from api.schemas.agenda import Locatie
from api.schemas.basis import Resultaat
from api.schemas.keuzes import Initiatiefnemer, ProjectStatus
from api.sinds import MetSinds, sinds
from api.vraag import JaOfNee, LijstVraag, Vraag
from api.vullen import Rij, vul
from core.talen.lezen import gepubliceerd_op
from core.teksten.plat import is_leeg
from kernpagina.models import Kernagendapunt
from kernpagina.oproepen import oproep_status
from kernpagina.punttaal import punten_in_leestaal
from projecten import keuzes
from projecten.fases import standen
from projecten.models import ProjectFase, ProjectMijlpaal, ProjectPage, ProjectThema
from projecten.querysets import ProjectQuerySet

router = maak_router("Projecten", met_crs=True)

FASEN = Kinderen(ProjectFase, s.Fase, ("stand",))
MIJLPALEN = Kinderen(ProjectMijlpaal, s.Mijlpaal)


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
def lijst(request: HttpRequest, vraag: Query[ProjectVraag]) -> s.Projecten:
    lezing = Lezing.van(request, vraag.taal)
    projecten = ProjectPage.objects.annotate(gepubliceerd=gepubliceerd_op(vraag.taal))
    projecten = projecten.order_by(F("gepubliceerd").desc(nulls_last=True), "pk")
    projecten = kies(
        lezing,
        vraag,
        sinds(projecten, vraag.gewijzigd_sinds, vraag.taal),
        in_kern=_over_kern,
        status=keuzes.ProjectStatus,
        initiatiefnemer=keuzes.Initiatiefnemer,
    )
    bouw = partial(als_resultaat, s.Project)
    return lijst_van(lezing, vraag, s.Projecten, met_alles(projecten), bouw, FASEN, MIJLPALEN)


@router.get(
    "/{int:id}",
    response=s.ProjectDetail,
    operation_id="project",
    summary="Eén project",
    description="Een project met zijn tekst en alles wat erbij hoort.",
)
def detail(request: HttpRequest, id: int, vraag: Query[DetailVraag]) -> s.ProjectDetail:  # noqa: A002
    lezing = Lezing.van(request, vraag.taal)
    projecten = met_alles(ProjectPage.objects.all()).annotate(**bij_project(lezing))
    project, lader = lees_detail(lezing, projecten, id, FASEN, MIJLPALEN)
    return als_resultaat(
        s.ProjectDetail,
        lezing,
        lader,
        project,
        inhoud=lader.inhoud_van(project),
        agenda_items=[_agenda(lezing, rij) for rij in project.agenda_rijen],
        oproepen=[_oproep(lezing, rij) for rij in project.oproep_rijen],
        kernagendapunten=list(_punten(lezing, project.punt_rijen)),
    )


def _over_kern(lezing: Lezing, slug: str) -> Q:
    """In this village, or elsewhere and about this village too."""
    genoemd = ProjectPage.objects.filter(lezing.in_kern(slug, "ook_in_kernen__path"))
    return lezing.in_kern(slug) | Q(pk__in=genoemd.order_by().values("pk"))


def met_alles(projecten: ProjectQuerySet) -> ProjectQuerySet:
    """With everything of a result in one query."""
    kernen = ProjectPage.ook_in_kernen.through.objects.filter(projectpage=OuterRef("pk")).order_by(
        "page__title"
    )
    return projecten.select_related("foto").annotate(
        thema_rijen=themas(ProjectThema), kern_rijen=rijen(kernen, path="page__path")
    )


def als_resultaat(
    soort: type[Resultaat], lezing: Lezing, lader: Inhoudslader, project: Rij, **rest: Any
) -> Any:
    fasen = _fasen(lezing, lader, FASEN.van(project))
    ook_in = [lezing.kern(rij["path"]) for rij in project.kern_rijen]
    plek = punt(project.breedtegraad, project.lengtegraad)
    return vul(
        soort,
        project,
        kern=lezing.kern(project.path),
        ook_in_kernen=[kern for kern in ook_in if kern],
        huidige_fase=next((fase for fase in fasen if fase.stand == "huidig"), None),
        fasen=fasen,
        mijlpalen=[vul(s.Mijlpaal, rij) for rij in MIJLPALEN.van(project)],
        themas=[thema(rij) for rij in project.thema_rijen],
        afbeelding=lezing.afbeelding(project.foto),
        locatie=Locatie(naam=project.locatie, adres=None, punt=plek) if project.locatie or plek else None,
        url=lezing.url(project),
        **rest,
    )


def _fasen(lezing: Lezing, lader: Inhoudslader, rijen: list[dict[str, Any]]) -> list[s.Fase]:
    datums = [SimpleNamespace(begin=_dag(rij["begin_datum"]), einde=_dag(rij["eind_datum"])) for rij in rijen]
    return [
        vul(
            s.Fase,
            rij,
            omschrijving=None if is_leeg(rij["omschrijving"]) else lader.tekst(rij["omschrijving"]),
            stand=stand.value,
        )
        for rij, stand in zip(rijen, standen(datums, lezing.vandaag), strict=True)
    ]


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def _agenda(lezing: Lezing, rij: dict[str, Any]) -> s.AgendaVerwijzing:
    return vul(
        s.AgendaVerwijzing,
        rij,
        **dict(lezing.verwijzing(rij)),
        begin_datum=localdate(datetime.fromisoformat(rij["begin"])),
    )


def _oproep(lezing: Lezing, rij: dict[str, Any]) -> s.OproepVerwijzing:
    datums = [date.fromisoformat(rij[veld]) for veld in ("opent", "sluit", "uiterlijk")]
    status = oproep_status(*datums, heeft_uitkomst=bool(rij["uitkomst"]), op=lezing.vandaag)
    return s.OproepVerwijzing(**dict(lezing.verwijzing(rij)), status=status.value)


def _punten(lezing: Lezing, rijen: list[dict[str, Any]]) -> Iterator[s.PuntVerwijzing]:
    punten = [
        Kernagendapunt(uuid=UUID(rij["uuid"]), titel=rij["titel"], status=rij["status"]) for rij in rijen
    ]
    for rij, gelezen in zip(rijen, punten_in_leestaal(Kernagendapunt, punten), strict=True):
        adres = lezing.absoluut(lezing.pad(rij["url_path"], gelezen.taal))
        yield vul(s.PuntVerwijzing, gelezen, id=rij["uuid"], url=f"{adres}#{gelezen.anker}")
