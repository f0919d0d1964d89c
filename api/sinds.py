"""Only what was published since a moment: the same parameter of every list of what is published."""

from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet
from pydantic import BaseModel, Field

from api.vraag import Moment
from core.talen.lezen import gepubliceerd_op

Paginas = TypeVar("Paginas", bound=QuerySet)


class MetSinds(BaseModel):
    gewijzigd_sinds: Moment | None = Field(
        None, description="Alleen wat sinds dit moment is gepubliceerd.", examples=["2027-03-01T00:00:00Z"]
    )


def sinds(paginas: Paginas, moment: datetime | None, taal: str) -> Paginas:
    """Those of these pages of which the text in this language, or what holds in every language, was published since."""
    if moment is None:
        return paginas
    return paginas.annotate(gepubliceerd=gepubliceerd_op(taal)).filter(gepubliceerd__gte=moment)
