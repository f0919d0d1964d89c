"""What the admin of one kern keeps from the editors of another: everything that isn't public.

Wagtail checks what an editor may change, but shows titles of drafts, reports and files to whoever may log in.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import TranslationSource

from core.goedkeuring.rollen import is_communicatie

# How Wagtail and wagtail-localize name the page in an address.
PAGINA_PARAMETERS = ("page_id", "page_to_move_id", "destination_id", "parent_page_id")
# About the whole site, with titles of drafts in it.
VOOR_COMMUNICATIE = frozenset(
    {
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
        "wagtail_localize:translations_report",
        "wagtail_localize:translations_report_results",
    }
)
BESTAND_RECHTEN = ("add", "change", "choose")


def ziet_alles(user: AbstractBaseUser) -> bool:
    return user.is_superuser or is_communicatie(user)


def zichtbare_paginas(user: AbstractBaseUser, paginas: QuerySet) -> QuerySet:
    """Pages an editor may know of: their own, and of others what is public and has no new title in the making."""
    if ziet_alles(user):
        return paginas
    eigen = policy_registry.get_by_type(Page).explorable_instances(user).values("pk")
    return paginas.filter(Q(pk__in=eigen) | Q(live=True, draft_title=F("title")) | Q(depth=1))


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
        if request.resolver_match.view_name in VOOR_COMMUNICATIE:
            raise Http404
        gevraagd = {
            int(view_kwargs[naam]) for naam in PAGINA_PARAMETERS if str(view_kwargs.get(naam)).isdecimal()
        }
        gevraagd |= _paginas_van_vertaling(view_kwargs)
        bekend = zichtbare_paginas(request.user, Page.objects.filter(pk__in=gevraagd))
        if gevraagd - set(bekend.values_list("pk", flat=True)):
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


class EigenFotos(ImagesAdminAPIViewSet):
    def get_queryset(self):
        return _eigen_bestanden(super().get_queryset(), self.request.user)


class EigenDocumenten(DocumentsAdminAPIViewSet):
    def get_queryset(self):
        return _eigen_bestanden(super().get_queryset(), self.request.user)


def _eigen_bestanden(bestanden: QuerySet, user: AbstractBaseUser) -> QuerySet:
    beleid = policy_registry.get_by_type(bestanden.model)
    return bestanden.filter(
        pk__in=beleid.instances_user_has_any_permission_for(user, BESTAND_RECHTEN).values("pk")
    )
