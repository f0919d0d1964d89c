"""What templates ask of a project. This is where "today" enters."""

from django import template

from core.tijd import vandaag
from projecten import fases
from projecten.models import ProjectFase, ProjectPage

register = template.Library()


@register.filter
def huidige_fase(project: ProjectPage) -> ProjectFase | None:
    fasen = list(project.fasen.all())
    nummer = fases.huidige_fase(fasen, vandaag())
    return None if nummer is None else fasen[nummer]


@register.filter
def tijdlijn(project: ProjectPage) -> list[fases.Stap]:
    """Phases and milestones on one line, with where each stands today."""
    return fases.tijdlijn(list(project.fasen.all()), list(project.mijlpalen.all()), vandaag())
