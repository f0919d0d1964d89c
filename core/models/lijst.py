from collections.abc import Mapping

from django.db import models
from django.http import HttpRequest, QueryDict
from django_filters import FilterSet
from wagtail.admin.panels import FieldPanel

from core.models.pagina import BasePage
from core.paginering import pagineer


class LijstPage(BasePage):
    """A page that lists others, with filters and pages. Every kern has one of each kind."""

    max_count_per_parent = 1

    veld_kort = "inleiding"
    past: Mapping[str, int] = {"inleiding": 400}

    inleiding = models.TextField("inleiding", blank=True, help_text="Eén of twee zinnen boven de lijst.")

    content_panels = [*BasePage.content_panels, FieldPanel("inleiding")]

    class Meta:
        abstract = True

    def filter(self, keuze: QueryDict) -> FilterSet:
        """What the list holds, with the visitor's choice of filters (the query string) applied."""
        raise NotImplementedError

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        lijst = self.filter(request.GET)
        return {
            **super().get_context(request, *args, **kwargs),
            "filter": lijst,
            "paginering": pagineer(lijst.qs, request),
        }
