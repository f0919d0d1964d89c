"""Who got in and who tried, for administrators."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from werkplek.models import Inlogpoging


class InlogboekView(ReportView):
    page_title = "Wie logde in"
    header_icon = "key"
    index_url_name = "werkplek:inlogboek"
    index_results_url_name = "werkplek:inlogboek_resultaten"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    columns = [
        DateColumn("op", label="Wanneer"),
        Column("soort", label="Wat", accessor="get_soort_display"),
        Column("user", label="Wie", accessor=lambda poging: poging.user or "onbekende naam"),
        Column("net", label="Netwerk"),
    ]
    list_export: list[str] = []
    model = Inlogpoging
    default_ordering = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return Inlogpoging.objects.select_related("user")
