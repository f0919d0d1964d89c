"""Views that belong to no village: the files of pictures."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.static import serve

JAAR = 365 * 24 * 3600


def media(request: HttpRequest, pad: str) -> HttpResponseBase:
    """Serve one rendition of a picture. Its name changes when the picture does: it may be kept for ever."""
    response = serve(request, str(PurePosixPath("images") / pad), document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = f"public, max-age={JAAR}, immutable"
    return response
