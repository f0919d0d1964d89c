"""Questions about projects."""

from typing import Self

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet
from wagtail.models import Page

from core.models import Plek
from core.talen.querysets import MeertaligQuerySet
from core.talen.taal import BRONTAAL
from projecten.keuzes import LOPEND, ProjectStatus


def over_kern(kern: int) -> QuerySet:
    """The numbers of the public pages below this Dutch kern, and of the projects elsewhere that are about it too.

    One list from two indexes: an OR would read every project. A translation has the other kernen of its Dutch page.
    """
    ook = apps.get_model("projecten", "ProjectPage").ook_in_kernen.through.objects.filter(
        page=kern, projectpage__plek__taal=BRONTAAL
    )
    return Plek.objects.filter(kern=kern, openbaar=True).values("pagina").union(ook.values("projectpage"))


class ProjectQuerySet(MeertaligQuerySet):
    def lopend(self) -> Self:
        """Being explored, prepared, decided or carried out."""
        return self.filter(status__in=LOPEND)

    def met_status(self, *statussen: ProjectStatus | str) -> Self:
        return self.filter(status__in=statussen)

    def over_kern(self, kern: Page) -> Self:
        """What is public below this kern, and all that is elsewhere and about this kern too."""
        return self.filter(pk__in=over_kern(kern.pk))

    def voor_lijst(self) -> Self:
        """What a card shows, in as few queries as it takes; no StreamFields."""
        lijst = self.om_te_lezen().defer_streamfields().select_related("foto")
        return lijst.prefetch_related("fasen", "mijlpalen", "foto__renditions")

    def nieuwste_eerst(self) -> Self:
        return self.nieuwste_eerst_naar("last_published_at")

    def nieuwste_eerst_naar(self, veld: str) -> Self:
        """By another moment than its own publication."""
        # Every project is of this kind; the index of what was published last has to be told.
        soort = ContentType.objects.get_for_model(self.model)
        return self.filter(content_type=soort).order_by(F(veld).desc(nulls_last=True), "pk")
