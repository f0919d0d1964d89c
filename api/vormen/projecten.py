"""The form of a project, with what belongs to it elsewhere."""

from collections.abc import Iterator
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import OuterRef
from django.utils.timezone import localdate

from api.deelvragen import Kinderen, bij_project, rijen, themas
from api.inhoud import Inhoudslader
from api.lezing import punt, thema
from api.schemas import projecten as s
from api.schemas.agenda import Locatie
from api.schemas.blokken import Blok
from api.vormen.lezing import VormLezing
from api.vormen.oproepen import status_nu
from api.vormen.soort import Json, Nu, Soort
from api.vullen import Rij, vul
from core.teksten.plat import is_leeg
from kernpagina.models import Kernagendapunt
from kernpagina.punttaal import punten_in_leestaal
from projecten.fases import standen
from projecten.models import ProjectFase, ProjectMijlpaal, ProjectPage, ProjectThema
from projecten.querysets import ProjectQuerySet

FASEN = Kinderen(ProjectFase, s.Fase, ("stand",))
MIJLPALEN = Kinderen(ProjectMijlpaal, s.Mijlpaal)
OPROEP_FEITEN = ("opent", "sluit", "uiterlijk", "uitkomst")


def met_alles(lezing: VormLezing, projecten: ProjectQuerySet) -> ProjectQuerySet:
    """With everything of a result in one query."""
    kernen = ProjectPage.ook_in_kernen.through.objects.filter(projectpage=OuterRef("pk")).order_by(
        "page__title"
    )
    return projecten.select_related("foto").annotate(
        thema_rijen=themas(ProjectThema),
        kern_rijen=rijen(kernen, kern="page_id"),
        **bij_project(lezing),
    )


def bouw(lezing: VormLezing, lader: Inhoudslader, project: Rij, inhoud: list[Blok]) -> s.ProjectDetail:
    plek = punt(project.breedtegraad, project.lengtegraad)
    return vul(
        s.ProjectDetail,
        project,
        kern=None,
        ook_in_kernen=[],
        huidige_fase=None,
        fasen=[_fase(lader, rij) for rij in FASEN.van(project)],
        mijlpalen=[vul(s.Mijlpaal, rij) for rij in MIJLPALEN.van(project)],
        themas=[thema(rij) for rij in project.thema_rijen],
        afbeelding=lezing.afbeelding(project.foto),
        locatie=Locatie(naam=project.locatie, adres=None, punt=plek) if project.locatie or plek else None,
        url=lezing.url(project),
        inhoud=inhoud,
        agenda_items=[_agenda(lezing, rij) for rij in project.agenda_rijen],
        oproepen=[
            s.OproepVerwijzing(**dict(lezing.verwijzing(rij)), status="gepland")
            for rij in project.oproep_rijen
        ],
        kernagendapunten=list(_punten(lezing, project.punt_rijen)),
    )


def _fase(lader: Inhoudslader, rij: Json) -> s.Fase:
    omschrijving = None if is_leeg(rij["omschrijving"]) else lader.tekst(rij["omschrijving"])
    return vul(s.Fase, rij, omschrijving=omschrijving, stand="komt")


def _agenda(lezing: VormLezing, rij: Json) -> s.AgendaVerwijzing:
    return vul(
        s.AgendaVerwijzing,
        rij,
        **dict(lezing.verwijzing(rij)),
        begin_datum=localdate(datetime.fromisoformat(rij["begin"])),
    )


def _punten(lezing: VormLezing, rijen: list[Json]) -> Iterator[s.PuntVerwijzing]:
    punten = [
        Kernagendapunt(uuid=UUID(rij["uuid"]), titel=rij["titel"], status=rij["status"]) for rij in rijen
    ]
    for rij, gelezen in zip(rijen, punten_in_leestaal(Kernagendapunt, punten), strict=True):
        lezing.zag("pagina", rij["kernagenda"])
        adres = lezing.absoluut(lezing.pad(rij["url_path"], gelezen.taal))
        yield vul(s.PuntVerwijzing, gelezen, id=rij["uuid"], url=f"{adres}#{gelezen.anker}")


def feiten(project: Any) -> Json:
    return {
        "ook_in": [rij["kern"] for rij in project.kern_rijen],
        "oproepen": [
            [*(rij[naam] for naam in OPROEP_FEITEN[:3]), bool(rij["uitkomst"])]
            for rij in project.oproep_rijen
        ],
    }


def maak_af(resultaat: Json, feit: Json, nu: Nu) -> None:
    resultaat["kern"] = nu.kern(feit["kern"])
    resultaat["ookInKernen"] = [kern for nummer in feit["ook_in"] if (kern := nu.kern(nummer))]
    fasen = resultaat["fasen"]
    datums = [SimpleNamespace(begin=_dag(f["beginDatum"]), einde=_dag(f["eindDatum"])) for f in fasen]
    for fase, stand in zip(fasen, standen(datums, nu.vandaag), strict=True):
        fase["stand"] = stand.value
    resultaat["huidigeFase"] = next((fase for fase in fasen if fase["stand"] == "huidig"), None)
    for oproep, feiten_ervan in zip(resultaat.get("oproepen", ()), feit["oproepen"], strict=False):
        oproep["status"] = status_nu(*feiten_ervan, nu.vandaag)


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


PROJECTEN = Soort(
    ProjectPage,
    s.Project,
    s.ProjectDetail,
    vraag=met_alles,
    bouw=bouw,
    maak_af=maak_af,
    feiten=feiten,
    kinderen=(FASEN, MIJLPALEN),
    noemt_wat_wijst=True,
)
