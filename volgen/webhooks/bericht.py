"""What a channel gets: a thin CloudEvent, that says which page changed and where to ask for it."""

import json
from datetime import datetime
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.urls import reverse

from volgen.models import Wijziging

MIME = "application/cloudevents+json; charset=UTF-8"
PROEF = "proef"


def over(regel: Wijziging) -> dict:
    """The message about one line of the log; the same each time that it is made."""
    adres = _site() + reverse("api:pagina", kwargs={"id": regel.pagina})
    gegevens = {"nummer": regel.nummer, "soort": regel.soort, "id": regel.pagina, "apiUrl": adres}
    return _bericht(f"{regel.nummer}:{regel.op.isoformat()}", regel.op, gegevens) | {
        "subject": str(regel.pagina)
    }


def proef(op: datetime) -> dict:
    """A message about nothing, to see whether it comes through."""
    gegevens = {"nummer": 0, "soort": PROEF, "id": None, "apiUrl": _site() + reverse("api-begin")}
    return _bericht(f"{PROEF}:{op.isoformat()}", op, gegevens)


def als_bytes(bericht: dict) -> bytes:
    return json.dumps(bericht, ensure_ascii=False, separators=(",", ":")).encode()


def _bericht(wat: str, op: datetime, gegevens: dict) -> dict:
    """By the NL GOV profile for CloudEvents, in structured mode."""
    return {
        "specversion": "1.0",
        "id": str(uuid5(NAMESPACE_URL, f"{_site()}#{wat}")),
        "source": _site(),
        "type": f"{_omgekeerd()}.pagina.{gegevens['soort']}",
        "time": f"{op:%Y-%m-%dT%H:%M:%S}Z",
        "datacontenttype": "application/json",
        "dataref": gegevens["apiUrl"],
        "data": gegevens,
    }


def _site() -> str:
    return settings.WAGTAILADMIN_BASE_URL


def _omgekeerd() -> str:
    """The name of the site from the back, as the names of CloudEvents begin: nl.voorbeeld.bloei."""
    return ".".join(reversed((urlsplit(_site()).hostname or "bloei").split(".")))
