"""Wagtail's lists of pages, with when a page is; on a telephone each page reads downwards (`werkplek.css`)."""

from collections.abc import Sequence
from copy import copy

from django.utils.functional import classproperty
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.ui.tables.pages import NavigateToChildrenColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page

from core.models import BasePage
from core.tijd import vandaag

# Of no use on a telephone, or said by the list itself.
ALLEEN_BREED = ("parent", "latest_revision_created_at", "type")


class WanneerColumn(Column):
    def get_value(self, instance: Page) -> str:
        """With that it is off, or was changed; that it is over, its date says."""
        if not isinstance(instance, BasePage) or not (moment := instance.tijdstip()):
            return ""
        stand = instance.stand(vandaag())
        return f"{moment}, {str(stand.label).lower()}" if stand and not stand.vanzelf else moment


def met_wanneer(kolommen: Sequence[BaseColumn]) -> list[BaseColumn]:
    """These columns of Wagtail's, with when it is after the title; each with a class of its own for the style sheet."""
    lijst = []
    for kolom in map(copy, kolommen):
        if kolom.name in ALLEEN_BREED:
            kolom.classname = "werkplek-breed"
        elif kolom.name == "status":
            kolom.classname = "werkplek-stand"
        lijst.append(kolom)
        if kolom.name == "title":
            lijst.append(WanneerColumn("wanneer", label="Wanneer", classname="werkplek-wanneer", width="20%"))
    return lijst


class PaginasLijst(ExplorableIndexView):
    base_columns = met_wanneer(ExplorableIndexView.base_columns)


class Gevonden(SearchView):
    @classproperty
    def columns(cls) -> list[BaseColumn]:  # noqa: N805
        return [*met_wanneer(SearchView.base_columns), NavigateToChildrenColumn("navigate", width="10%")]
