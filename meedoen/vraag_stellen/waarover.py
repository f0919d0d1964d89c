"""What a question can be about: a public project, or a point of a public kernagenda."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from kernpagina.models import KernagendaPage, Kernagendapunt
from meedoen.vinden import vind_openbaar
from projecten.models import ProjectPage


@dataclass(frozen=True)
class Waarover:
    """In the language that is being read. `ding` has the title, in `veld`."""

    pagina: ProjectPage | KernagendaPage
    ding: ProjectPage | Kernagendapunt
    veld: str
    terug: str

    @property
    def titel(self) -> str:
        return getattr(self.ding, self.veld)

    @property
    def punt(self) -> UUID | None:
        return self.ding.uuid if isinstance(self.ding, Kernagendapunt) else None


def vind_waarover(request: HttpRequest, pad: str, punt: UUID | None) -> Waarover | None:
    """None for any other page, and for a point that its kernagenda doesn't have."""
    if punt is None:
        project = vind_openbaar(request, pad, ProjectPage)
        return Waarover(project, project, "title", project.url or "") if project else None
    kernagenda = vind_openbaar(request, pad, KernagendaPage)
    rij = _punt(kernagenda, punt) if kernagenda else None
    if kernagenda is None or rij is None:
        return None
    return Waarover(kernagenda, rij, "titel", f"{kernagenda.url}#{rij.anker}")


def _punt(kernagenda: KernagendaPage, punt: UUID) -> Kernagendapunt | None:
    rijen = Kernagendapunt.objects.om_te_lezen().filter(kernagenda=kernagenda.pk, uuid=punt)
    return next(iter(rijen), None)
