"""Who got or lost a role, and by whom: for communications and administrators."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import ModelLogEntry

from core.goedkeuring.rollen import is_communicatie
from core.tijd import vandaag

ACTIES = ("bloei.rol", "bloei.uitgezet")
KOPPEN = {"timestamp": "Wanneer", "label": "Wie", "message": "Wat", "user": "Door"}


class RollenView(ReportView):
    page_title = "Wie kreeg of verloor een rol"
    header_icon = "group"
    index_url_name = "werkplek:rollen"
    index_results_url_name = "werkplek:rollen_resultaten"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    columns = [
        DateColumn("timestamp", label=KOPPEN["timestamp"]),
        Column("label", label=KOPPEN["label"]),
        Column("message", label=KOPPEN["message"]),
        Column("user", label=KOPPEN["user"], accessor=lambda regel: regel.user or "niet bekend"),
    ]
    list_export = list(KOPPEN)
    export_headings = KOPPEN
    model = ModelLogEntry
    default_ordering = None

    def dispatch(self, request, *args, **kwargs):
        if not (is_communicatie(request.user) or request.user.is_superuser):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self) -> str:
        return f"rollen-{vandaag():%Y-%m-%d}"

    def get_base_queryset(self):
        regels = ModelLogEntry.objects.filter(action__in=ACTIES).select_related("user")
        return regels.order_by("-timestamp", "-pk")
