from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.models import ReferenceIndex
from wagtail.search import index

from core.inhoudsversie import VELDEN_VAN_EEN_CONCEPT, begint_met_de_versie

# Remarks in a draft refer to who made them, and to nothing else.
VAN_EEN_CONCEPT = {*VELDEN_VAN_EEN_CONCEPT, "wagtail_admin_comments"}
IN_GEHEUGEN = "_cluster_related_objects"


class InNaslag(models.Model):
    """Of these it's written once, when they stand with all their rows, what they refer to and by which words they are
    found; Wagtail leaves it to them (`core/naslag.py`)."""

    wordt_bewaard = False

    class Meta:
        abstract = True

    @begint_met_de_versie
    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        self.wordt_bewaard = True
        rijen = dict(vars(self).get(IN_GEHEUGEN, {}))
        try:
            super().save(*args, update_fields=update_fields, **kwargs)
        finally:
            self.wordt_bewaard = False
        if update_fields is None:
            # Modelcluster wrote its rows, and forgot them.
            vars(self)[IN_GEHEUGEN], leeg = rijen, vars(self).get(IN_GEHEUGEN, {})
            _leg_vast(self)
            vars(self)[IN_GEHEUGEN] = leeg
        elif not set(update_fields) <= VAN_EEN_CONCEPT:
            # What else it has in memory may be a draft.
            _leg_vast(type(self)._base_manager.get(pk=self.pk))


def _leg_vast(pagina: models.Model) -> None:
    if ReferenceIndex.is_indexed(type(pagina)):
        ReferenceIndex.create_or_update_for_object(pagina)
    index.insert_or_update_object(pagina)
