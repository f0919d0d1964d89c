"""For communications: what is not translated, what is behind, what waits, and since when."""

import django_filters
from django.conf import settings
from django.db.models import Case, CharField, DateTimeField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast
from django.http import Http404
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, WorkflowState, get_page_content_types

from core.boom import KERN_DIEPTE, PAD_LENGTE
from core.goedkeuring.rollen import is_communicatie
from core.talen.taal import BRONTAAL, talen
from vertalen.models import Vertaalbasis

STANDEN = {
    "achter": "Loopt achter",
    "wacht": "Wacht op goedkeuring",
    "concept": "Nog bezig",
    "ontbreekt": "Niet vertaald",
    "bij": "Is bij",
}
ANDERE_TALEN = [(code, naam) for code, naam in settings.WAGTAIL_CONTENT_LANGUAGES if code != BRONTAAL]


def stand_per_pagina(taal: str) -> QuerySet:
    """The live Dutch pages with `stand` (a key of STANDEN), `sinds` and `vertaling_id` for this language."""
    vertaling = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=taal, alias_of=None
    )
    basis = Vertaalbasis.objects.filter(revisie=OuterRef("versie"))
    wacht = WorkflowState.objects.filter(
        object_id=OuterRef("vertaling_tekst"),
        status__in=(WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES),
    )
    return (
        Page.objects.filter(locale__language_code=BRONTAAL, live=True, alias_of=None, depth__gt=1)
        .annotate(
            vertaling_id=Subquery(vertaling.values("pk")[:1]),
            live_vertaling=Subquery(vertaling.filter(live=True).values("pk")[:1]),
            versie=Subquery(vertaling.filter(live=True).values("live_revision")[:1]),
            begonnen=Subquery(vertaling.values("latest_revision_created_at")[:1]),
            online_sinds=Subquery(vertaling.filter(live=True).values("last_published_at")[:1]),
        )
        .annotate(
            vertaling_tekst=Cast("vertaling_id", CharField()),
            achter_sinds=Subquery(basis.values("achter_sinds")[:1]),
        )
        .annotate(
            ingediend_op=Subquery(
                wacht.filter(status=WorkflowState.STATUS_IN_PROGRESS).values("created_at")[:1]
            )
        )
        .annotate(
            stand=Case(
                When(ingediend_op__isnull=False, then=Value("wacht")),
                When(achter_sinds__isnull=False, then=Value("achter")),
                When(live_vertaling__isnull=False, then=Value("bij")),
                When(vertaling_id__isnull=False, then=Value("concept")),
                default=Value("ontbreekt"),
                output_field=CharField(),
            ),
            sinds=Case(
                When(ingediend_op__isnull=False, then=F("ingediend_op")),
                When(achter_sinds__isnull=False, then=F("achter_sinds")),
                When(live_vertaling__isnull=False, then=F("online_sinds")),
                When(vertaling_id__isnull=False, then=F("begonnen")),
                default=F("first_published_at"),
                output_field=DateTimeField(),
            ),
            volgorde=Case(
                *(When(stand=naam, then=Value(plek)) for plek, naam in enumerate(STANDEN)), default=Value(9)
            ),
        )
    )


class RapportFilter(WagtailFilterSet):
    taal = django_filters.ChoiceFilter(
        label="Taal", choices=ANDERE_TALEN, empty_label=None, method="filter_niets"
    )
    stand = django_filters.MultipleChoiceFilter(label="Stand", choices=list(STANDEN.items()))
    content_type = ContentTypeFilter(
        label="Soort", queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )

    class Meta:
        model = Page
        fields = ["taal", "stand", "content_type"]

    def filter_niets(self, rijen: QuerySet, naam: str, waarde: str) -> QuerySet:
        """The language is chosen before the question is asked, see the view."""
        return rijen


class VertaalRapport(ReportView):
    """The state of every public page in one language, what needs work first; as CSV and XLSX too."""

    model = Page
    page_title = "Vertalingen"
    header_icon = "globe"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "vertalen/rapport_resultaten.html"
    index_url_name = "vertaalrapport"
    index_results_url_name = "vertaalrapport_resultaten"
    filterset_class = RapportFilter
    context_object_name = "paginas"
    list_export = ["kern", "title", "soort", "taal", "stand_naam", "sinds"]
    export_headings = {
        "kern": "Kern",
        "title": "Pagina",
        "soort": "Soort",
        "taal": "Taal",
        "stand_naam": "Stand",
        "sinds": "Sinds",
    }

    def dispatch(self, request, *args, **kwargs):
        if not (request.user.is_superuser or is_communicatie(request.user)):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @property
    def taal(self) -> str:
        gevraagd = self.request.GET.get("taal")
        return gevraagd if gevraagd in dict(ANDERE_TALEN) else ANDERE_TALEN[0][0]

    def get_queryset(self) -> QuerySet:
        return (
            stand_per_pagina(self.taal).select_related("content_type").order_by("volgorde", "sinds", "path")
        )

    def get_filename(self) -> str:
        return f"vertalingen-{self.taal}"

    def decorate_paginated_queryset(self, object_list) -> list:
        return _met_namen(object_list, self.taal)

    def write_csv(self, queryset):
        return super().write_csv(_met_namen(queryset, self.taal))

    def write_xlsx(self, queryset, output):
        return super().write_xlsx(_met_namen(queryset, self.taal), output)


def _met_namen(rijen, taal: str) -> list[Page]:
    rijen = list(rijen)
    kernen = dict(
        Page.objects.filter(depth=KERN_DIEPTE, path__in={rij.path[:PAD_LENGTE] for rij in rijen}).values_list(
            "path", "title"
        )
    )
    for rij in rijen:
        rij.kern = kernen.get(rij.path[:PAD_LENGTE], "")
        rij.soort = rij.page_type_display_name
        rij.taal = talen()[taal]
        rij.stand_naam = STANDEN[rij.stand]
    return rijen
