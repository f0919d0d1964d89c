"""How many of everything there are, by village or by theme, in one query."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, Count, F, QuerySet, Value

from api.lezing import Lezing
from api.schemas.kernen import Aantallen
from core.geheugen import onthoud
from kernpagina.models import AgendaItemPage, KernagendaPage, Kernagendapunt, OproepPage
from projecten.models import ProjectPage


def _zichtbaar(lezing: Lezing) -> dict[str, QuerySet]:
    """What is counted: what the lists hold when nothing else is asked."""
    komend = AgendaItemPage.objects.tussen(lezing.vandaag, None)
    return {
        "agenda_items": lezing.paginas(komend),
        "projecten": lezing.paginas(ProjectPage.objects.all()),
        "oproepen": lezing.paginas(OproepPage.objects.all()),
        "kernagendapunten": Kernagendapunt.objects.filter(
            kernagenda__in=lezing.paginas(KernagendaPage.objects.all())
        ),
    }


def per_kern(lezing: Lezing) -> dict[str, Aantallen]:
    """The counts of each village, by its slug; counted once, until the content changes."""
    return onthoud(("per_kern", lezing.site), lambda: _per_kern(lezing))


def _per_kern(lezing: Lezing) -> dict[str, Aantallen]:
    bron = _zichtbaar(lezing)
    vragen = [
        _tel(vraag, wat, F("kernagenda__plek__kern" if wat == "kernagendapunten" else "plek__kern"))
        for wat, vraag in bron.items()
    ]
    vragen.append(_tel(_ook_in_andere_kern(bron["projecten"]), "projecten", F("page")))
    geteld = Counter()
    for wat, kern, aantal in vragen[0].union(*vragen[1:], all=True):
        if slug := lezing.slugs.get(kern):
            geteld[slug, wat] += aantal
    return _als_aantallen(geteld)


def _ook_in_andere_kern(projecten: QuerySet) -> QuerySet:
    """Projects with the other villages they are about; a project is not counted twice in its own."""
    koppelingen = ProjectPage.ook_in_kernen.through.objects.filter(
        projectpage__in=projecten.order_by().values("pk")
    )
    return koppelingen.exclude(projectpage__plek__kern=F("page"))


def per_thema(lezing: Lezing) -> dict[str, Aantallen]:
    """The counts of each theme, by its slug; counted once, until the content changes."""
    return onthoud(("per_thema", lezing.site), lambda: _per_thema(lezing))


def _per_thema(lezing: Lezing) -> dict[str, Aantallen]:
    bron = _zichtbaar(lezing)
    vragen = [
        _tel(vraag, wat, F("thema__slug" if wat == "kernagendapunten" else "themas__slug"))
        for wat, vraag in bron.items()
    ]
    geteld = Counter()
    for wat, slug, aantal in vragen[0].union(*vragen[1:], all=True):
        if slug:
            geteld[slug, wat] += aantal
    return _als_aantallen(geteld)


def _tel(vraag: QuerySet, wat: str, groep: Any) -> QuerySet:
    # Not "pk": it would be part of the grouping.
    geteld = vraag.order_by().annotate(wat=Value(wat, output_field=CharField()), groep=groep)
    return geteld.values("wat", "groep").annotate(geteld=Count("*")).values_list("wat", "groep", "geteld")


def _als_aantallen(geteld: Counter) -> dict[str, Aantallen]:
    sleutels: Iterable[str] = {sleutel for sleutel, _ in geteld}
    return {s: Aantallen(**{wat: geteld[s, wat] for wat in Aantallen.model_fields}) for s in sleutels}


GEEN = Aantallen(agenda_items=0, projecten=0, oproepen=0, kernagendapunten=0)
