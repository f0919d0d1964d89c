"""Where Wagtail asks us something about what every page needs."""

from django.http import Http404
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from core.goedkeuring.bestanden import BestandBeleid, mag_openen
from core.goedkeuring.rollen import spoedrecht
from core.models import BloeiDocument, BloeiImage
from core.teksten.links import DocumentLink, PaginaLink

register_permission_policy(
    BloeiImage,
    BestandBeleid(BloeiImage, auth_model="wagtailimages.Image", owner_field_name="uploaded_by_user"),
)
register_permission_policy(
    BloeiDocument,
    BestandBeleid(BloeiDocument, auth_model="wagtaildocs.Document", owner_field_name="uploaded_by_user"),
)


@hooks.register("register_permissions")
def recht_op_spoed():
    return spoedrecht()


@hooks.register("register_rich_text_features", order=100)  # after Wagtail's own, in their place
def links_in_tekst(features) -> None:
    features.register_link_type(PaginaLink)
    features.register_link_type(DocumentLink)


@hooks.register("before_serve_document")
def document_pas_na_goedkeuring(document, request) -> None:
    if not mag_openen(document, request):
        raise Http404
