"""What was approved and comes online by itself: on the front page until it does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Revision

from core.boom import alle_paginas
from core.goedkeuring.rollen import is_communicatie
from kernpagina.models import ReeksDeel
from kernpagina.redactie import kernen_van
from werkplek.overzicht import per_reeks
from werkplek.paneel import Paneel


@dataclass(frozen=True)
class Gepland:
    pagina: int
    titel: str
    moment: datetime
    reeks: UUID | None


def gepland_voor(user) -> QuerySet[Revision]:
    """The versions that come: of their kernen, or for communications of all."""
    paginas = alle_paginas()
    if not is_communicatie(user):
        onder = Q(pk__in=[])
        for kern in kernen_van(user):
            onder |= Q(path__startswith=kern.path)
        paginas = paginas.filter(onder)
    nummers = paginas.values(nummer=Cast("pk", CharField()))
    return Revision.page_revisions.filter(approved_go_live_at__isnull=False, object_id__in=nummers)


def op_volgorde(versies: QuerySet[Revision]) -> list[tuple[Gepland, int]]:
    """What comes first in front, each with how many there are of its series."""
    delen = ReeksDeel.objects.annotate(nummer=Cast("item_id", CharField()))
    reeks = Subquery(delen.filter(nummer=OuterRef("object_id")).values("reeks")[:1])
    rijen = versies.order_by("approved_go_live_at", "pk").values_list(
        "object_id", "object_str", "approved_go_live_at", reeks
    )
    return per_reeks([Gepland(int(pagina), *rest) for pagina, *rest in rijen])


class GeplandPanel(Paneel):
    name = "gepland"
    template_name = "werkplek/panel_gepland.html"

    def __init__(self, order: int) -> None:
        self.order = order

    def gegevens(self, request: HttpRequest) -> dict[str, Iterable]:
        return {"rijen": op_volgorde(gepland_voor(request.user))}
