"""Media in a bucket that speaks S3, for who has more than one machine (docs/adr/0058). Only loaded where MEDIA_S3_URL is set."""

from typing import Any
from urllib.parse import urljoin

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

WEG = "De opslag van foto's en documenten is niet bereikbaar."
NAAM_KAN_NIET = 400  # what a store says of a name that it can't have
IN_GEHEUGEN = 4 * 1024 * 1024  # bytes of one file; what is larger is read by way of a temporary file
# Not every store knows the sums that boto3 sends along by itself, nor a name for each bucket.
AFSPRAKEN = Config(
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    connect_timeout=3,
    read_timeout=15,
    retries={"total_max_attempts": 2, "mode": "standard"},
)


class Emmer(S3Storage):
    """Nobody gets a file from the bucket: it is closed, and Bloei! gives what may be seen at the addresses that a folder has."""

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | {
            "client_config": AFSPRAKEN,
            "file_overwrite": False,
            "max_memory_size": IN_GEHEUGEN,
        }

    def url(self, name: str | None, *anders: Any, **opties: Any) -> str:
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name or "").lstrip("/"))

    def _open(self, name: str, mode: str = "rb") -> File:
        """Read at once, so that a store that is away says so here; raises FileNotFoundError, or another OSError."""
        try:
            bestand = super()._open(name, mode)
            if "r" in mode:
                bestand.seek(0)
        except ClientError as fout:
            if fout.response["ResponseMetadata"]["HTTPStatusCode"] == NAAM_KAN_NIET:
                raise FileNotFoundError(name) from fout
            raise OSError(WEG) from fout
        except BotoCoreError as fout:
            raise OSError(WEG) from fout
        return bestand
