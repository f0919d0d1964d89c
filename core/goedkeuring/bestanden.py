"""Pictures and documents that the public sees stand still.

A page points at a file; were the file to change, the page would change without an approval. Who wants another
picture or another alternative text uploads a new one and sends in the page.
"""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import policy_registry

from core.openbaar import mag_lezen, openbaar
from core.talen.lezen import feiten
from core.talen.taal import BRONTAAL
from core.teksten import schoon

from .bewaking import NietGoedgekeurd
from .grendel import houd_bestand, houd_paginas
from .uitzondering import regel_geldt

VAST = (
    "title",
    "file",
    "alt_tekst",
    "credit",
    "focal_point_x",
    "focal_point_y",
    "focal_point_width",
    "focal_point_height",
)


def paginas_met(bestand):
    """The pages whose row in the database, which is what the public sees of a live page, refers to this file.

    A translation refers to it in its text; the photograph beside it is the Dutch page's in every language, whatever
    its own row says.
    """
    verwijzingen = ReferenceIndex.get_references_to(bestand).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    in_tekst, elders = set(), set()
    for sleutel, soort, pad in verwijzingen.values_list("object_id", "content_type_id", "model_path"):
        (elders if _is_feit(soort, pad) else in_tekst).add(int(sleutel))
    return Page.objects.filter(Q(pk__in=in_tekst) | Q(pk__in=elders, locale__language_code=BRONTAAL))


def openbare_bestanden(soort: type[Model]) -> set[int]:
    """The keys of all pictures, or all documents, that a public page shows: of each what `is_openbaar` says."""
    verwijzingen = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(soort),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    talen = dict(openbaar(Page.objects.order_by()).values_list("pk", "plek__taal"))
    return {
        int(bestand)
        for bestand, pagina, model, pad in verwijzingen.values_list(
            "to_object_id", "object_id", "content_type_id", "model_path"
        )
        if (taal := talen.get(int(pagina))) and (taal == BRONTAAL or not _is_feit(model, pad))
    }


def _is_feit(soort: int, pad: str) -> bool:
    """Whether this reference is something that the Dutch page says for every language."""
    model = ContentType.objects.get_for_id(soort).model_class()
    return bool(model) and pad.partition(".")[0] in {veld.name for veld in feiten(model)}


def in_openbaar_gebruik(bestand) -> bool:
    return bool(bestand.pk) and paginas_met(bestand).live().exists()


def is_openbaar(bestand) -> bool:
    """Whether anybody may see it: a public page shows it."""
    return openbaar(paginas_met(bestand)).exists()


def mag_openen(document, request: HttpRequest) -> bool:
    """A visitor opens what a live page shows that they may read; who may work with the file opens it anyway."""
    beleid = policy_registry.get_by_type(type(document))
    if beleid.user_has_any_permission_for_instance(request.user, ["add", "change", "choose"], document):
        return True
    return any(mag_lezen(pagina, request) for pagina in paginas_met(document).live())


def bewaak_bestand(bestand) -> None:
    """Refuse a change to a file that a live page shows. Raises NietGoedgekeurd.

    Holds the file first: a page with it that is being approved goes live before this looks, or after this is written.
    """
    if not regel_geldt() or not bestand.pk:
        return
    houd_bestand(bestand)
    oud = type(bestand)._base_manager.filter(pk=bestand.pk).first()
    if oud and _stand(oud) != _stand(bestand) and in_openbaar_gebruik(oud):
        raise NietGoedgekeurd("Dit bestand staat op een openbare pagina en verandert niet meer.")


def bewaak_verwijderen(bestand) -> None:
    """Refuse to delete a file that a live page shows: that would change the page. Raises PermissionDenied.

    Deleting writes into the pages with it as well, so these are held before the file.
    """
    if not regel_geldt():
        return
    houd_paginas(paginas_met(bestand).values_list("pk", flat=True))
    houd_bestand(bestand)
    if in_openbaar_gebruik(bestand):
        raise PermissionDenied("Dit bestand staat op een openbare pagina.")


def _stand(bestand) -> list:
    return [schoon.regel(str(getattr(bestand, naam, ""))) for naam in VAST]


class BestandBeleid(CollectionOwnershipPermissionPolicy):
    """Nobody changes or deletes a file that a live page shows; Wagtail's edit form asks this before it does anything.

    The guard above comes too late for it: by then the form has thrown the old file away.
    """

    def user_has_any_permission_for_instance(self, user, actions, instance) -> bool:
        if (
            {"change", "delete"} & set(actions)
            and not {"add", "choose"} & set(actions)
            and in_openbaar_gebruik(instance)
        ):
            return False
        return super().user_has_any_permission_for_instance(user, actions, instance)
