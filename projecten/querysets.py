"""Questions about projects."""

from typing import Self

from django.db.models import Q
from wagtail.models import Page

from core.talen.querysets import MeertaligQuerySet
from projecten.keuzes import LOPEND, ProjectStatus


class ProjectQuerySet(MeertaligQuerySet):
    def lopend(self) -> Self:
        """Being explored, prepared, decided or carried out."""
        return self.filter(status__in=LOPEND)

    def met_status(self, *statussen: ProjectStatus | str) -> Self:
        return self.filter(status__in=statussen)

    def over_kern(self, kern: Page) -> Self:
        """Below this kern, or elsewhere and about this kern too."""
        ook_hier = Q(ook_in_kernen__translation_key=kern.translation_key)
        return self.filter(Q(path__startswith=kern.path) | ook_hier).distinct()

    def voor_lijst(self) -> Self:
        """What a card shows, in as few queries as it takes; no StreamFields."""
        lijst = self.om_te_lezen().defer_streamfields().select_related("foto")
        return lijst.prefetch_related("fasen", "mijlpalen", "foto__renditions")

    def nieuwste_eerst(self) -> Self:
        return self.order_by("-last_published_at", "pk")
