"""The worker says after each round that it is still there: a process may run and yet hang."""

from datetime import datetime

from django.utils import timezone

from machinekamer.models import Hartslag

WERK = "werk"


def klop(nu: datetime | None = None, **kwargs) -> None:
    """Write down that the worker is at it; `nu` and the rest come with the signal of a round."""
    slag = Hartslag(naam=WERK, op=timezone.now())
    Hartslag.objects.bulk_create([slag], update_conflicts=True, unique_fields=["naam"], update_fields=["op"])


def laatste() -> datetime | None:
    return Hartslag.objects.filter(naam=WERK).values_list("op", flat=True).first()
