from wagtail.models import Page

from core.models import Thema
from demo.bouwers.bestanden import Fotos
from demo.bouwers.blokken import html, stream
from demo.bouwers.dagen import Dagen
from demo.bouwers.publiceren import zet_neer
from demo.inhoud.vorm import Gegevens
from kernpagina.models import KernPage
from projecten.keuzes import Datumzekerheid
from projecten.models import ProjectenPage, ProjectFase, ProjectMijlpaal, ProjectPage

Projecten = dict[str, ProjectPage]


def bouw_projecten(kern: Page, inhoud: list[Gegevens], dagen: Dagen, fotos: Fotos) -> Projecten:
    """Make the projects of a kern; return them by slug."""
    ouder = ProjectenPage.objects.child_of(kern).get()
    projecten = {}
    for gegevens in inhoud:
        project = _project(gegevens, dagen, fotos)
        zet_neer(ouder, project)
        projecten[project.slug] = project
    return projecten


def _project(gegevens: Gegevens, dagen: Dagen, fotos: Fotos) -> ProjectPage:
    velden = dict(gegevens)
    themas, fasen, mijlpalen = (velden.pop(naam) for naam in ("themas", "fasen", "mijlpalen"))
    ook_in = velden.pop("ook_in_kernen", [])
    velden["breedtegraad"], velden["lengtegraad"] = velden.pop("punt", (None, None))
    velden["foto"] = fotos.get(velden.pop("foto", ""))
    velden["inhoud"] = stream(velden["inhoud"], fotos)
    project = ProjectPage(**velden)
    project.themas.set(Thema.objects.filter(name__in=themas))
    project.ook_in_kernen = KernPage.objects.filter(slug__in=ook_in)
    project.fasen.set(_fase(nummer, *fase, dagen=dagen) for nummer, fase in enumerate(fasen))
    project.mijlpalen.set(
        ProjectMijlpaal(datum=dagen.begin_maand(maand).replace(day=15), titel=titel, sort_order=nummer)
        for nummer, (maand, titel) in enumerate(mijlpalen)
    )
    return project


def _fase(
    nummer: int, titel: str, van: int, tot: int | None, niveau: str, omschrijving: str, *, dagen: Dagen
) -> ProjectFase:
    """A phase from the first day of month `van` to the last of month `tot`. What has begun is certain."""
    return ProjectFase(
        titel=titel,
        begin=dagen.begin_maand(van),
        einde=None if tot is None else dagen.einde_maand(tot),
        niveau=niveau,
        omschrijving=html(omschrijving),
        datumzekerheid=Datumzekerheid.VAST if van <= 0 else Datumzekerheid.INDICATIEF,
        sort_order=nummer,
    )
