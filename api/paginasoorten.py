"""The kinds of pages, where their text is, and which resource tells the rest of them."""

from typing import Any, cast

from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, JSONField, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, Coalesce
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from api.schemas.paginas import MODELLEN, PaginaSoort
from api.versie import BASIS
from api.vullen import Rij
from core.models import BasePage
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepenPage, OproepPage
from kernpagina.punttaal import stroom_in_leestaal
from projecten.models import ProjectenPage, ProjectPage

# Of the kinds of pages with a resource of their own: its address in the API, with {id} and {kern} to fill in.
BRONNEN: dict[type[BasePage], str] = {
    KernPage: "/kernen/{kern}",
    KernagendaPage: "/kernen/{kern}/kernagenda",
    AgendaPage: "/agenda-items?kern={kern}",
    AgendaItemPage: "/agenda-items/{id}",
    ProjectenPage: "/projecten?kern={kern}",
    ProjectPage: "/projecten/{id}",
    OproepenPage: "/oproepen?kern={kern}",
    OproepPage: "/oproepen/{id}",
}
SOORTEN = {soort: MODELLEN[soort] for soort in PaginaSoort}
SOORT_VAN = {model._meta.label_lower: soort for soort, model in SOORTEN.items()}


def soort_van(pagina: Page) -> PaginaSoort:
    soort = pagina.cached_content_type
    return SOORT_VAN[f"{soort.app_label}.{soort.model}"]


def van_soort(*namen: PaginaSoort) -> Q:
    """The condition for pages of these kinds, by number: by name PostgreSQL expects a handful, and reads page by page."""
    typen = ContentType.objects.get_for_models(*(SOORTEN[naam] for naam in namen))
    # In order, so that the same question is the same each time.
    return Q(content_type__in=sorted(soort.pk for soort in typen.values()))


def bron_van(soort: str, nummer: int, kern: str | None) -> str | None:
    """The path in the API of what this page is about; None when it is nothing but its text."""
    bron = BRONNEN.get(MODELLEN[soort], "")
    if not bron or ("{kern}" in bron and kern is None):
        return None
    return BASIS + bron.format(id=nummer, kern=kern)


def met_tekst(paginas: QuerySet) -> QuerySet:
    """Add the introduction and the stored StreamField, wherever the kind of page keeps them: see `inleiding_van` and
    `stroom_van`."""

    def van(model: type[BasePage], veld: str, uitvoer: Field) -> Subquery:
        return Subquery(model.objects.filter(pk=OuterRef("pk")).values(v=Cast(veld, uitvoer)))

    soorten = SOORTEN.values()
    return paginas.annotate(
        tekst_inleiding=Coalesce(*(van(s, s.veld_kort, TextField()) for s in soorten if s.veld_kort)),
        tekst_stroom=Coalesce(*(van(s, s.veld_inhoud, JSONField()) for s in soorten if s.veld_inhoud)),
    )


def _tekst(pagina: Rij, naam: str) -> Any:
    """What `met_tekst` added, in the language of the text of a page that was read."""
    return (pagina.vertaling and getattr(pagina.vertaling, naam)) or getattr(pagina, naam)


def inleiding_van(pagina: Rij) -> str | None:
    return _tekst(pagina, "tekst_inleiding")


def stroom_van(pagina: Rij) -> tuple[StreamBlock, list[dict[str, Any]]] | None:
    """The stored StreamField with what it is made of; nothing for a page that only lists others."""
    model = SOORTEN[soort_van(pagina)]
    stroom = _tekst(pagina, "tekst_stroom")
    if not stroom:
        return None
    if model is KernagendaPage and pagina.vertaling:
        stroom = stroom_in_leestaal(pagina.tekst_stroom, stroom)
    return cast(StreamField, model._meta.get_field(model.veld_inhoud)).stream_block, stroom
