"""What the admin of one kern keeps from the editors of another: everything that isn't public.

Wagtail checks what an editor may change, but shows titles of drafts, reports and files to whoever may log in.
"""

from django.apps import apps
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.urls import reverse
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.documents import get_document_model
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images import get_image_model
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from core.goedkeuring.zicht import (
    bekende_mensen,
    eigen_bestanden,
    eigen_paginas,
    zichtbare_paginas,
    ziet_alles,
)

# How Wagtail and wagtail-localize name the page in an address.
PAGINA_PARAMETERS = ("page_id", "page_to_move_id", "destination_id", "parent_page_id")
# Where each view is about one page, to work on: whether that of another kern is online makes no difference there.
OM_AAN_TE_WERKEN = frozenset({"wagtailadmin_pages", "werkplek"})
# The same in a form: where to copy or move it to. A refusal would name the place.
PAGINA_VELDEN = ("new_parent_page", "chooser")
# About the whole site, with titles of drafts, tags of private files or names of people in it.
VOOR_COMMUNICATIE = frozenset(
    {
        "wagtailadmin_tag_autocomplete",
        "wagtailadmin_tag_model_autocomplete",
        *(
            f"wagtailadmin_reports:{rapport}{deel}"
            for rapport in (
                "aging_pages",
                "locked_pages",
                "page_types_usage",
                "site_history",
                "workflow",
                "workflow_tasks",
            )
            for deel in ("", "_results")
        ),
        "wagtail_localize:translations_report",
        "wagtail_localize:translations_report_results",
    }
)
# Views that take a list of numbers (`?id=1&id=2`), and what is numbered; None: it stands in the address.
MEERDERE: dict[str, type[Model] | None] = {
    "wagtail_bulk_action": None,
    "wagtailadmin_choose_page_chosen_multiple": Page,
}


class AfschermingMiddleware:
    """Answer 404 under /cms/ for pages of another kern, whatever view was asked for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view_func, view_args, view_kwargs) -> None:
        if not request.path.startswith(reverse("wagtailadmin_home")) or not request.user.is_authenticated:
            return
        if ziet_alles(request.user):
            return
        if _naam_van(request) in VOOR_COMMUNICATIE or _vreemd_aangevinkt(request, view_kwargs):
            raise Http404
        in_adres = {
            int(view_kwargs[naam]) for naam in PAGINA_PARAMETERS if str(view_kwargs.get(naam)).isdecimal()
        }
        ruimte = request.resolver_match.namespace if request.resolver_match else ""
        bewerkt = in_adres if ruimte in OM_AAN_TE_WERKEN else set()
        noemt = {int(pk) for naam in PAGINA_VELDEN if (pk := request.POST.get(naam, "")).isdecimal()}
        noemt |= in_adres - bewerkt | _paginas_van_vertaling(view_kwargs)
        for mag, nummers in ((eigen_paginas, bewerkt), (zichtbare_paginas, noemt)):
            paginas = (
                mag(request.user, Page.objects.filter(pk__in=nummers)) if nummers else Page.objects.none()
            )
            if nummers - set(paginas.values_list("pk", flat=True)):
                raise Http404


def _paginas_van_vertaling(kwargs: dict) -> set[int]:
    """The pages behind a translation in an address of wagtail-localize; -1 for one that isn't there."""
    if "translation_id" in kwargs:
        bronnen = TranslationSource.objects.filter(translations=kwargs["translation_id"])
    elif "translation_source_id" in kwargs:
        bronnen = TranslationSource.objects.filter(pk=kwargs["translation_source_id"])
    else:
        return set()
    sleutels = bronnen.values_list("object_id", flat=True)
    return set(Page.objects.filter(translation_key__in=sleutels).values_list("pk", flat=True)) or {-1}


def _naam_van(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _vreemd_aangevinkt(request: HttpRequest, kwargs: dict) -> bool:
    """Whether the question names something of another kern: these views tell of whatever number they are given."""
    naam = _naam_van(request)
    if naam not in MEERDERE:
        return False
    model = MEERDERE[naam] or _model(**{deel: kwargs[deel] for deel in ("app_label", "model_name")})
    if model is None or model not in (Page, get_image_model(), get_document_model()):
        return True
    nummers = request.GET.getlist("id")
    gevraagd = model._default_manager.filter(pk__in=[pk for pk in nummers if pk.isdecimal()])
    if model is not Page:
        return gevraagd.exclude(pk__in=eigen_bestanden(gevraagd, request.user).values("pk")).exists()
    if "all" in nummers:
        onder = request.GET.get("childOf", "")
        boven = Page.objects.filter(pk=onder).first() if onder.isdecimal() else None
        gevraagd = boven.get_descendants() if boven else Page.objects.all()
    return gevraagd.exclude(pk__in=zichtbare_paginas(request.user, gevraagd).values("pk")).exists()


def _model(app_label: str, model_name: str) -> type[Model] | None:
    try:
        return apps.get_model(app_label, model_name)
    except LookupError:
        return None


def beperk_mensenfilters() -> None:
    """Let the filters of page lists offer no names of another kern: Wagtail offers everybody who ever made a page."""
    for naam in ("owner", "edited_by"):
        filter_ = vars(PageFilterSet)["declared_filters"][naam]
        iedereen = filter_.queryset
        filter_.queryset = lambda request, iedereen=iedereen: bekende_mensen(request.user, iedereen(request))


class EigenFotos(ImagesAdminAPIViewSet):
    def get_queryset(self):
        return eigen_bestanden(super().get_queryset(), self.request.user)


class EigenDocumenten(DocumentsAdminAPIViewSet):
    def get_queryset(self):
        return eigen_bestanden(super().get_queryset(), self.request.user)
