"""Choosing a point of the kernagenda that is there already, in the form of a report."""

from typing import Any

from django.db.models import Subquery
from django.db.models.functions import Left
from django.forms import Select
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from core.boom import PAD_LENGTE
from kernpagina.models.kernagenda import Kernagendapunt


class PuntPaneel(FieldPanel):
    """A list of the public points of the kern in which the form is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"widget": Select, **kwargs})

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.bound_field is not None and self.request is not None:
                punten = _punten_bij(self.request)
                self.bound_field.field.widget.choices = [("", "Nee, of nog niet"), *punten]


def _punten_bij(request: Any) -> list[tuple[str, str]]:
    """Identity and title; asked once for a form, however many rows it has."""
    keuzes = getattr(request, "punten_om_te_kiezen", None)
    if keuzes is None:
        kwargs = request.resolver_match.kwargs if request.resolver_match else {}
        nummer = kwargs.get("page_id") or kwargs.get("parent_page_id")
        pad = Page.objects.filter(pk=nummer).order_by().values(kern=Left("path", PAD_LENGTE))
        punten = Kernagendapunt.objects.zichtbaar().op_volgorde()
        punten = punten.filter(kernagenda__path__startswith=Subquery(pad))
        keuzes = [(str(uuid), titel) for uuid, titel in punten.values_list("uuid", "titel")]
        setattr(request, "punten_om_te_kiezen", keuzes)  # noqa: B010 - Django's request has no place for it by name
    return keuzes
