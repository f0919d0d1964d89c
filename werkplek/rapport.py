"""How long approval takes, per kern and month."""

from dataclasses import dataclass
from datetime import date
from statistics import median

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, TaskState, WorkflowState

from core.goedkeuring.rollen import is_communicatie
from core.tijd import vandaag
from werkplek.overzicht import begin_van_ronde, kern_naam, kernnamen
from werkplek.werkdagen import werkdagen_sinds


@dataclass(frozen=True)
class Maand:
    """What was submitted in one kern in one month. Times in working days, from submitting to the answer."""

    kern: str
    maand: str
    ingediend: int
    goedgekeurd: int
    teruggestuurd: int
    wacht_nog: int
    werkdagen_mediaan: float | None
    werkdagen_langst: int


def doorlooptijden(op: date) -> list[Maand]:
    """All kernen and months in which something was submitted, newest month first; `op`: until when waiting is counted."""
    stappen = TaskState.objects.filter(
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page)
    )
    begin = begin_van_ronde(stappen)
    rijen = list(stappen.values_list("pk", "workflow_state__object_id", "status", "finished_at"))
    kernen = kernnamen()
    paginas = Page.objects.in_bulk({int(rij[1]) for rij in rijen})
    groepen: dict[tuple[str, str], list] = {}
    for pk, sleutel, status, einde in rijen:
        pagina = paginas.get(int(sleutel))
        if pagina is None or status == TaskState.STATUS_CANCELLED:
            continue
        dag = timezone.localdate(begin[pk])
        naam = kern_naam(pagina, kernen) or "Gemeente"
        duur = werkdagen_sinds(dag, timezone.localdate(einde) if einde else op)
        groepen.setdefault((f"{dag:%Y-%m}", naam), []).append((status, duur))
    return [_maand(kern, maand, rijen) for (maand, kern), rijen in _nieuwste_eerst(groepen)]


def _nieuwste_eerst(groepen: dict) -> list:
    op_kern = sorted(groepen.items(), key=lambda groep: groep[0][1])
    return sorted(op_kern, key=lambda groep: groep[0][0], reverse=True)


def _maand(kern: str, maand: str, rijen: list[tuple[str, int]]) -> Maand:
    beantwoord = [duur for status, duur in rijen if status != TaskState.STATUS_IN_PROGRESS]
    tel = [status for status, _ in rijen].count
    return Maand(
        kern=kern,
        maand=date_format(date.fromisoformat(f"{maand}-01"), "F Y"),
        ingediend=len(rijen),
        goedgekeurd=tel(TaskState.STATUS_APPROVED),
        teruggestuurd=tel(TaskState.STATUS_REJECTED),
        wacht_nog=tel(TaskState.STATUS_IN_PROGRESS),
        werkdagen_mediaan=median(beantwoord) if beantwoord else None,
        # What still waits counts as well: that is where it takes too long.
        werkdagen_langst=max(duur for _, duur in rijen),
    )


KOPPEN = {
    "maand": "Maand",
    "kern": "Kern",
    "ingediend": "Ingediend",
    "goedgekeurd": "Goedgekeurd",
    "teruggestuurd": "Teruggestuurd",
    "wacht_nog": "Wacht nog",
    "werkdagen_mediaan": "Helft binnen (werkdagen)",
    "werkdagen_langst": "Langste (werkdagen)",
}


class DoorlooptijdView(ReportView):
    page_title = "Doorlooptijd van goedkeuringen"
    header_icon = "time"
    index_url_name = "werkplek:doorlooptijd"
    index_results_url_name = "werkplek:doorlooptijd_resultaten"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    columns = [Column(naam, label=kop) for naam, kop in KOPPEN.items()]
    list_export = list(KOPPEN)
    export_headings = KOPPEN
    model = WorkflowState

    def dispatch(self, request, *args, **kwargs):
        if not (is_communicatie(request.user) or request.user.is_superuser):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self) -> str:
        return f"doorlooptijd-{date.today():%Y-%m-%d}"  # noqa: DTZ011 - the name of a file

    def get_filtered_queryset(self):
        return doorlooptijden(vandaag())
