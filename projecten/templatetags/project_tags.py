"""What templates ask of a project. This is where "today" enters."""

from django import template

from core.keuzes import Niveau
from core.tijd import vandaag
from projecten import fases
from projecten.keuzes import ROL_UITLEG, ProjectStatus
from projecten.models import ProjectFase, ProjectPage

register = template.Library()

# Where the phase stands that would be the current one, of a project that is over.
NIET_NU = {ProjectStatus.GEREED: "klaar", ProjectStatus.GESTOPT: "straks"}


@register.filter
def huidige_fase(project: ProjectPage) -> ProjectFase | None:
    """None also for a project that is done or was stopped, whatever the dates of its phases say."""
    if project.status in NIET_NU:
        return None
    fasen = list(project.fasen.all())
    nummer = fases.huidige_fase(fasen, vandaag())
    return None if nummer is None else fasen[nummer]


@register.filter
def rol_uitleg(project: ProjectPage) -> str:
    """What the municipality does in this role, in plain words."""
    return str(ROL_UITLEG.get(project.rol_gemeente, ""))


@register.filter
def niveau_uitleg(fase: ProjectFase) -> str:
    """What people may count on in this phase, in plain words."""
    return Niveau(fase.niveau).belofte if fase.niveau else ""


@register.filter
def tijdlijn(project: ProjectPage) -> list[fases.Stap]:
    """Phases and milestones on one line, with where each stands today: nowhere any more, of a project that is over."""
    stappen = fases.tijdlijn(list(project.fasen.all()), list(project.mijlpalen.all()), vandaag())
    if anders := NIET_NU.get(project.status):
        for stap in stappen:
            stap.stand = anders if stap.stand == "nu" else stap.stand
    return stappen
