"""The register of processing, for the privacy officer: to look at and to export."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from core.goedkeuring.rollen import is_communicatie
from core.models import User
from core.privacy import Verwerking, verwerkingen
from core.tijd import vandaag

KOPPEN = {
    "doel": "Doel",
    "grondslag": "Grondslag",
    "wie": "Over wie",
    "gegevens": "Welke gegevens",
    "ontvangers": "Wie het ziet",
    "bewaren": "Hoe lang",
    "wissen": "Wissen",
    "waar": "Waar in de databank",
}


class RegisterView(ReportView):
    page_title = "Register van verwerkingen"
    header_icon = "lock"
    index_url_name = "werkplek:register"
    index_results_url_name = "werkplek:register_resultaten"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    columns = [Column(naam, label=kop) for naam, kop in KOPPEN.items() if naam != "waar"]
    list_export = list(KOPPEN)
    export_headings = KOPPEN
    model = User

    def dispatch(self, request, *args, **kwargs):
        if not (is_communicatie(request.user) or request.user.is_superuser):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filename(self) -> str:
        return f"register-van-verwerkingen-{vandaag():%Y-%m-%d}"

    def get_filtered_queryset(self) -> list["Rij"]:
        return [Rij(verwerking) for verwerking in verwerkingen()]


class Rij:
    """A line of the register: each of its texts as a string, which is what an export can write."""

    def __init__(self, verwerking: Verwerking) -> None:
        for naam in KOPPEN:
            if naam != "waar":
                setattr(self, naam, str(getattr(verwerking, naam)))
        self.waar = ", ".join(verwerking.velden)
