from collections.abc import Collection
from typing import Any

from django.db import models


class LosVanOnleesbaar(models.Model):
    """What a form couldn't read isn't held against what it could: the old value would point at the wrong field."""

    class Meta:
        abstract = True

    def full_clean(self, exclude: Collection[str] | None = None, *args: Any, **kwargs: Any) -> None:
        """A form says with `exclude` what it couldn't read; of days and numbers, that is nothing for the time being."""
        oud = {
            veld.name: getattr(self, veld.name)
            for veld in self._meta.concrete_fields
            if isinstance(veld, models.DateField | models.PositiveSmallIntegerField)
            and veld.name in (exclude or ())
        }
        for naam in oud:
            setattr(self, naam, None)
        try:
            super().full_clean(exclude, *args, **kwargs)
        finally:
            for naam, waarde in oud.items():
                setattr(self, naam, waarde)
