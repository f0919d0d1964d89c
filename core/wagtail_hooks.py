"""Where Wagtail asks us something about what every page needs."""

from wagtail.permissions import register_permission_policy

from core.goedkeuring.bestanden import BestandBeleid
from core.models import BloeiDocument, BloeiImage

register_permission_policy(
    BloeiImage,
    BestandBeleid(BloeiImage, auth_model="wagtailimages.Image", owner_field_name="uploaded_by_user"),
)
register_permission_policy(
    BloeiDocument,
    BestandBeleid(BloeiDocument, auth_model="wagtaildocs.Document", owner_field_name="uploaded_by_user"),
)
