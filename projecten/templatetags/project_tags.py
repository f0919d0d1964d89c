"""What templates ask of a project. This is where "today" enters."""

from django import template

from core.tijd import vandaag
from projecten import fases
from projecten.keuzes import ProjectStatus
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
def tijdlijn(project: ProjectPage) -> list[fases.Stap]:
    """Phases and milestones on one line, with where each stands today: nowhere any more, of a project that is over."""
    stappen = fases.tijdlijn(list(project.fasen.all()), list(project.mijlpalen.all()), vandaag())
    if anders := NIET_NU.get(project.status):
        for stap in stappen:
            stap.stand = anders if stap.stand == "nu" else stap.stand
    return stappen
