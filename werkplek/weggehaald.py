"""What communications took off the site and isn't back: by whom, when and why, as the history of the page has it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page, PageLogEntry

INGETROKKEN = "bloei.ingetrokken"


@dataclass(frozen=True)
class Weggehaald:
    door: str
    op: datetime
    reden: str

    def __str__(self) -> str:
        return f"Van de site gehaald op {date_format(timezone.localtime(self.op), 'j F Y')}: {self.reden}"


def weggehaald(paginas: Iterable[Page]) -> dict[int, Weggehaald]:
    """Those of these pages, by their number, with one query at most; as they are in the database, for a version holds an
    older day of publication. What ended on its day wasn't taken off."""
    sinds = {
        pagina.pk: pagina.last_published_at
        for pagina in paginas
        if not pagina.live and pagina.last_published_at
    }
    if not sinds:
        return {}
    regels = PageLogEntry.objects.filter(action=INGETROKKEN, page__in=sinds).select_related("user")
    return {
        regel.page_id: Weggehaald(
            str(regel.user or "Communicatie"), regel.timestamp, regel.data.get("reden", "")
        )
        for regel in regels.order_by("timestamp", "pk")
        if regel.timestamp >= sinds[regel.page_id]
    }
