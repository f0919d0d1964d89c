"""The kinds of pages, where their text is, and which resource tells the rest of them."""

from dataclasses import dataclass
from typing import Any, cast

from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, JSONField, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, Coalesce
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from api.schemas.paginas import PaginaSoort
from api.versie import BASIS
from api.vullen import Rij
from core.models import BasePage
from home.models import HomePage, InformatiePage
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepenPage, OproepPage
from kernpagina.punttaal import stroom_in_leestaal
from projecten.models import ProjectenPage, ProjectPage


@dataclass(frozen=True)
class Soort:
    """A kind of page. `bron` is its address in the API, with {id} and {kern} to fill in."""

    model: type[BasePage]
    bron: str = ""

    @property
    def inleiding(self) -> str:
        return self.model.veld_kort

    @property
    def stroom(self) -> str:
        return self.model.veld_inhoud


SOORTEN = {
    PaginaSoort.VOORPAGINA: Soort(HomePage),
    PaginaSoort.INFORMATIE: Soort(InformatiePage),
    PaginaSoort.KERN: Soort(KernPage, "/kernen/{kern}"),
    PaginaSoort.KERNAGENDA: Soort(KernagendaPage, "/kernen/{kern}/kernagenda"),
    PaginaSoort.AGENDA: Soort(AgendaPage, "/agenda-items?kern={kern}"),
    PaginaSoort.AGENDA_ITEM: Soort(AgendaItemPage, "/agenda-items/{id}"),
    PaginaSoort.PROJECTEN: Soort(ProjectenPage, "/projecten?kern={kern}"),
    PaginaSoort.PROJECT: Soort(ProjectPage, "/projecten/{id}"),
    PaginaSoort.OPROEPEN: Soort(OproepenPage, "/oproepen?kern={kern}"),
    PaginaSoort.OPROEP: Soort(OproepPage, "/oproepen/{id}"),
}
SOORT_VAN = {soort.model._meta.label_lower: naam for naam, soort in SOORTEN.items()}


def soort_van(pagina: Page) -> PaginaSoort:
    soort = pagina.cached_content_type
    return SOORT_VAN[f"{soort.app_label}.{soort.model}"]


def van_soort(*namen: PaginaSoort) -> Q:
    """The condition for pages of these kinds, by number: by name PostgreSQL expects a handful, and reads page by page."""
    typen = ContentType.objects.get_for_models(*(SOORTEN[naam].model for naam in namen))
    return Q(content_type__in=typen.values())


def bron_van(soort: PaginaSoort, nummer: int, kern: str | None) -> str | None:
    """The path in the API of what this page is about; None when it is nothing but its text."""
    bron = SOORTEN[soort].bron
    if not bron or ("{kern}" in bron and kern is None):
        return None
    return BASIS + bron.format(id=nummer, kern=kern)


def met_tekst(paginas: QuerySet) -> QuerySet:
    """Add the introduction and the stored StreamField, wherever the kind of page keeps them: see `inleiding_van` and
    `stroom_van`."""

    def van(soort: Soort, veld: str, uitvoer: Field) -> Subquery:
        return Subquery(soort.model.objects.filter(pk=OuterRef("pk")).values(v=Cast(veld, uitvoer)))

    return paginas.annotate(
        tekst_inleiding=Coalesce(
            *(van(s, s.inleiding, TextField()) for s in SOORTEN.values() if s.inleiding)
        ),
        tekst_stroom=Coalesce(*(van(s, s.stroom, JSONField()) for s in SOORTEN.values() if s.stroom)),
    )


def _tekst(pagina: Rij, naam: str) -> Any:
    """What `met_tekst` added, in the language of the text of a page that was read."""
    return (pagina.vertaling and getattr(pagina.vertaling, naam)) or getattr(pagina, naam)


def inleiding_van(pagina: Rij) -> str | None:
    return _tekst(pagina, "tekst_inleiding")


def stroom_van(pagina: Rij) -> tuple[StreamBlock, list[dict[str, Any]]] | None:
    """The stored StreamField with what it is made of; nothing for a page that only lists others."""
    soort = SOORTEN[soort_van(pagina)]
    stroom = _tekst(pagina, "tekst_stroom")
    if not stroom:
        return None
    if soort.model is KernagendaPage and pagina.vertaling:
        stroom = stroom_in_leestaal(pagina.tekst_stroom, stroom)
    return cast(StreamField, soort.model._meta.get_field(soort.stroom)).stream_block, stroom
