from collections.abc import Collection
from typing import Any, Self

from django.db import models
from modelcluster.models import get_all_child_relations

# No form changes these, so they are there; and what a version says of them is of when it was written.
VAN_DE_RIJ = (
    "alias_of", "content_type", "latest_revision", "live_revision", "locale", "locked_by", "owner",
)  # fmt: skip
# The tree and the database see to it that each of these is there once.
PLEK_EN_SLEUTEL = ("path", "translation_key")


class StaatInRij(models.Model):
    """What the row of a page says itself, isn't looked for in the database with every version that is read."""

    class Meta:
        abstract = True

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Wagtail takes it from the row after this."""
        anders = dict.fromkeys(VAN_DE_RIJ) | _rijen_van_zichzelf(type(self), content)
        tekst = super().with_content_json(content | anders)  # ty: ignore[missing-attribute]
        tekst.live_revision_id = vars(self)["live_revision_id"]
        # Wagtail just asked under which page it stands.
        if boven := vars(self).get("_cached_parent_obj"):
            vars(tekst)["_cached_parent_obj"] = boven
        return tekst

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        super().clean_fields({*(exclude or ()), *VAN_DE_RIJ})

    def validate_unique(self, exclude: Collection[str] | None = None) -> None:
        super().validate_unique({*(exclude or ()), *PLEK_EN_SLEUTEL})


def _rijen_van_zichzelf(
    model: type[models.Model], content: dict[str, Any]
) -> dict[str, list[dict[str, Any]]]:
    """The rows of a version, without the key of the page that they are given to: modelcluster looked for that page once for each."""
    rijen = {}
    for relatie in get_all_child_relations(model):
        naam = relatie.get_accessor_name()
        if naam in content:
            rijen[naam] = [rij | {relatie.field.name: None} for rij in content[naam]]
    return rijen
