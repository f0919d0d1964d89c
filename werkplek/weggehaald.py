"""What communications took off the site and isn't back: by whom, when and why, as the history of the page has it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page, PageLogEntry

INGETROKKEN = "bloei.ingetrokken"
GEPUBLICEERD = ("wagtail.publish", "wagtail.publish.scheduled")
ONLANGS = timedelta(days=60)


@dataclass(frozen=True)
class Weggehaald:
    door: str
    op: datetime
    reden: str

    def __str__(self) -> str:
        return f"Van de site gehaald op {date_format(timezone.localtime(self.op), 'j F Y')}: {self.reden}"


def weggehaald(paginas: Iterable[Page]) -> dict[int, Weggehaald]:
    """Those of these pages, by their number, with one query at most. What ended on its day wasn't taken off.

    By the history alone: a form that keeps a draft of such a page writes an older day of publication into its row.
    """
    weg = {pagina.pk for pagina in paginas if not pagina.live and pagina.first_published_at}
    if not weg:
        return {}
    regels = PageLogEntry.objects.filter(action__in=[INGETROKKEN, *GEPUBLICEERD], page__in=weg)
    laatste = {regel.page_id: regel for regel in regels.select_related("user").order_by("timestamp", "pk")}
    return {
        pk: Weggehaald(str(regel.user or "Communicatie"), regel.timestamp, regel.data.get("reden", ""))
        for pk, regel in laatste.items()
        if regel.action == INGETROKKEN
    }


def onlangs_weggehaald(paginas: QuerySet[Page]) -> list[tuple[Page, Weggehaald]]:
    """Those of these pages that were taken off in the last two months, the last one first."""
    regels = PageLogEntry.objects.filter(
        action=INGETROKKEN, timestamp__gte=timezone.now() - ONLANGS, page=OuterRef("pk")
    )
    gevonden = {pagina.pk: pagina for pagina in paginas.filter(Exists(regels), live=False)}
    weg = weggehaald(gevonden.values())
    return sorted(((gevonden[pk], wat) for pk, wat in weg.items()), key=lambda rij: rij[1].op, reverse=True)
