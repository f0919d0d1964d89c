"""Wagtail's screens for making and editing a page, with what they need to do here."""

from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet

from werkplek.botsing import NietOverschrijven
from werkplek.maken import MaakPagina


class BewerkPagina(NietOverschrijven, EditView):
    pass


class NieuwePagina(MaakPagina):
    bewerk_scherm = BewerkPagina


class Paginas(PageViewSet):
    add_view_class = NieuwePagina
    edit_view_class = BewerkPagina
