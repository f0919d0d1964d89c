"""An identity for rows below a page that others point at: it stays through drafts, edits and translation (docs/adr/0038)."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.forms import HiddenInput
from wagtail.admin.panels import FieldPanel
from wagtail.models import Revision

from core.models import BasePage


class MetKenmerk(models.Model):
    """A row that others point at. Its key isn't enough: a form gives a row that isn't online yet a new one each time."""

    kenmerk = models.UUIDField("kenmerk", null=True, blank=True, db_index=True)

    class Meta:
        abstract = True

    @property
    def tekst_voor_kenmerk(self) -> str:
        raise NotImplementedError


class KenmerkInvoer(HiddenInput):
    """What is no identity counts as none: nobody could mend an error in a field that isn't shown."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        gestuurd = super().value_from_datadict(data, files, name)
        try:
            return str(uuid.UUID(gestuurd))
        except (ValueError, TypeError, AttributeError):
            return ""


# Not shown, but sent along with the row.
KENMERK_PANEEL = FieldPanel("kenmerk", widget=KenmerkInvoer, classname="w-hidden")


class KentRijen(BasePage):
    """A page that sees to the identity of such rows whenever it is kept, as a draft or online."""

    rijen_met_kenmerk: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        self._ken_rijen()
        super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs) -> Revision:
        self._ken_rijen()
        return super().save_revision(*args, **kwargs)

    def _ken_rijen(self) -> None:
        """Only those that are in memory: what comes from the database has its identity."""
        for naam in self.rijen_met_kenmerk:
            if naam in vars(self).get("_cluster_related_objects", {}):
                geef_kenmerken(self.translation_key, list(getattr(self, naam).all()))


def geef_kenmerken(sleutel: uuid.UUID, rijen: Sequence[MetKenmerk]) -> None:
    """Give each row in memory that has no identity, or another's, one that follows from its text: a form that stays
    open sends its new rows again at each save, and they have to stay the same."""
    gezien: set[uuid.UUID] = set()
    for rij in rijen:
        nummer = 0
        while rij.kenmerk is None or rij.kenmerk in gezien:
            rij.kenmerk = uuid.uuid5(sleutel, f"{type(rij).__name__}\n{rij.tekst_voor_kenmerk}\n{nummer}")
            nummer += 1
        gezien.add(rij.kenmerk)
