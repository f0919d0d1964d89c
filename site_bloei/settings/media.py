"""Where pictures and documents are: in a folder, or in a bucket that several machines share (docs/adr/0058)."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

REGIO = "us-east-1"  # what a store of one's own says when it has none


def opslag(url: str) -> dict[str, Any]:
    """What Django has to know of the store; without a URL it is the folder `MEDIA_ROOT`."""
    if not url:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    delen = urlsplit(url)
    emmer = delen.path.strip("/")
    if delen.scheme not in ("http", "https") or not delen.hostname or not emmer or "/" in emmer:
        raise ImproperlyConfigured(
            "Bloei! kan niet starten: MEDIA_S3_URL hoort eruit te zien als https://sleutel:geheim@s3.example/emmer?region=nl-1. "
            "Zie docs/instellingen.md."
        )
    return {
        "BACKEND": "core.opslag.Emmer",
        "OPTIONS": {
            "endpoint_url": f"{delen.scheme}://{delen.netloc.rpartition('@')[2]}",
            "bucket_name": emmer,
            "access_key": unquote(delen.username or "") or None,
            "secret_key": unquote(delen.password or "") or None,
            "region_name": parse_qs(delen.query).get("region", [REGIO])[0],
        },
    }
