"""What somebody who works in the admin may know of: an editor their own kern, and of others what is public."""

from typing import cast

from django.db.models import F, Model, Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from .bestanden import is_openbaar
from .rollen import COMMUNICATIE, is_communicatie

BESTAND_RECHTEN = ("add", "change", "choose")


def ziet_alles(user) -> bool:
    return user.is_superuser or is_communicatie(user)


def zichtbare_paginas(user, paginas: QuerySet) -> QuerySet:
    """Pages an editor may know of: their own, and of others what is public and has no new title in the making."""
    if ziet_alles(user):
        return paginas
    eigen = _werkterrein(user).values("pk")
    bekend = Page.objects.filter(Q(pk__in=eigen) | Q(live=True, draft_title=F("title")) | Q(depth=1))
    # By key only: a search in what is left knows of no other fields than those in its index.
    return paginas.filter(pk__in=bekend.values("pk"))


def eigen_paginas(user, paginas: QuerySet) -> QuerySet:
    """Those of these pages between which this user works: of their own kern, and what that stands in."""
    return paginas if ziet_alles(user) else paginas.filter(pk__in=_werkterrein(user).values("pk"))


def _werkterrein(user) -> QuerySet:
    return cast("PagePermissionPolicy", policy_registry.get_by_type(Page)).explorable_instances(user)


def eigen_bestanden(bestanden: QuerySet, user) -> QuerySet:
    """The pictures or documents that this user may work with or choose."""
    beleid = policy_registry.get_by_type(bestanden.model)
    return bestanden.filter(
        pk__in=beleid.instances_user_has_any_permission_for(user, BESTAND_RECHTEN).values("pk")
    )


def bekende_mensen(user, mensen: QuerySet) -> QuerySet:
    """Of these users, those whose names this user may read: of the own kern and of communications, and the own."""
    if ziet_alles(user):
        return mensen
    collegas = Q(groups__in=user.groups.all()) | Q(groups__name=COMMUNICATIE) | Q(pk=user.pk)
    return mensen.filter(pk__in=mensen.model._default_manager.filter(collegas).values("pk"))


def mag_noemen(user, model: type[Model], pk: object) -> bool:
    """Whether this user may point at this page, picture or document; of anything else: yes."""
    if issubclass(model, Page):
        return zichtbare_paginas(user, Page.objects.filter(pk=pk)).exists()
    if model not in (get_image_model(), get_document_model()):
        return True
    bestanden = model._default_manager.filter(pk=pk)
    return eigen_bestanden(bestanden, user).exists() or any(map(is_openbaar, bestanden))
