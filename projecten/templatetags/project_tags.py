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
def fasen_met_stand(project: ProjectPage) -> list[tuple[ProjectFase, fases.FaseStand]]:
    """Each phase with where it stands today: over, running or still to come."""
    fasen = list(project.fasen.all())
    return list(zip(fasen, fases.standen(fasen, vandaag()), strict=True))
