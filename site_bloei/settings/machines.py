"""The database, and what several machines share: media in a bucket, kept answers, a copy of the database (docs/adr/0058, 0059)."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from .omgeving import omgeving

# Where pictures and documents are. Empty: in the folder MEDIA_ROOT.
MEDIA_S3_URL = omgeving("MEDIA_S3_URL")
# Where processes and machines share kept answers (site_bloei/gedeeld.py). Empty: each keeps its own.
VALKEY_URL = omgeving("VALKEY_URL")
# On one machine: the folder in which its processes tell each other the version of the content (core/versiebord.py).
VERSIEBORD = omgeving("VERSIEBORD")
# The link by which nginx on that machine knows it too (core/versiewijzer.py). Empty: nginx keeps no pages.
VERSIEWIJZER = omgeving("VERSIEWIJZER")
# Who says where is read, where there is a copy.
DATABASE_ROUTERS = ["core.leeskopie.Router"] if omgeving("DATABASE_REPLICA_URL") else []
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
    if not (find_spec("boto3") and find_spec("storages")):
        raise ImproperlyConfigured(
            "Bloei! kan niet starten: MEDIA_S3_URL is gezet, maar de pakketten ervoor ontbreken. Draai `make install-meer` (docs/productie.md)."
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


def databanken() -> dict[str, dict[str, Any]]:
    """The database, and the copy that follows it for public answers (core/leeskopie.py) where there is one."""
    # Django's own, and something may be done right before a commit.
    databank: dict[str, Any] = {**omgeving.db_url("DATABASE_URL"), "ENGINE": "site_bloei.databank"}
    # A database that is away says so at once, instead of keeping every visitor and worker waiting for minutes.
    opties = {"connect_timeout": 5, "server_side_binding": True, **databank.get("OPTIONS", {})}
    # A question is planned once for each connection. A pooler without prepared statements asks for `?server_side_binding=false`.
    if opties["server_side_binding"] is True:
        opties.setdefault("prepare_threshold", 2)  # times that a question was asked before it is kept
    blijft = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    alle = {"default": {**databank, **blijft, "OPTIONS": opties}}
    if omgeving("DATABASE_REPLICA_URL"):
        kopie = omgeving.db_url("DATABASE_REPLICA_URL")
        # Who waits for it could have asked the database.
        van_de_kopie = {**opties, "connect_timeout": 2, **kopie.get("OPTIONS", {})}
        alle["leeskopie"] = {**kopie, **blijft, "OPTIONS": van_de_kopie, "TEST": {"MIRROR": "default"}}
    return alle
