"""Wagtail's screens for making and editing a page, with what they need to do here."""

from modelcluster.models import get_all_child_relations
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from werkplek.botsing import NietOverschrijven
from werkplek.maken import MaakPagina


class BewerkPagina(NietOverschrijven, EditView):
    pass


class NogEensHetzelfde(BewerkPagina):
    """The form of a new page, sent again: it holds all rows, also those that were made of it before it knew their ids."""

    def get_object(self) -> Page:
        pagina = super().get_object()
        for relatie in get_all_child_relations(pagina):
            naam = relatie.get_accessor_name()
            if f"{naam}-TOTAL_FORMS" in self.request.POST:
                rijen = getattr(pagina, naam)
                genoemd = {
                    w for n, w in self.request.POST.items() if n.startswith(f"{naam}-") and n.endswith("-id")
                }
                rijen.set([rij for rij in rijen.all() if str(rij.pk) in genoemd])
        return pagina


class NieuwePagina(MaakPagina):
    bewerk_scherm = NogEensHetzelfde


class Paginas(PageViewSet):
    add_view_class = NieuwePagina
    edit_view_class = BewerkPagina
