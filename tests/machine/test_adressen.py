"""Every address of the admin, asked odd things: an answer each time, and never 500."""

import os
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client

from tests.goedkeuring.adressen import adressen
from tests.goedkeuring.geheimen import maak_geheimen
from tests.goedkeuring.niets_hier import eenmaal_getekend

from .conftest import niets_tekenen, waar

NAMEN = [
    "action",
    "actions",
    "allow_anchor_link",
    "allow_external_link",
    "childOf",
    "chooser",
    "collection",
    "collection_id",
    "comments-0-id",
    "content_type",
    "days",
    "edited_by",
    "file",
    "focal_point_x",
    "format",
    "id",
    "ids",
    "in_preview_panel",
    "items",
    "locale",
    "locales",
    "mode",
    "multiple",
    "new_parent_page",
    "new_slug",
    "next",
    "object_id",
    "order",
    "ordering",
    "owner",
    "p",
    "page",
    "page_type",
    "parent_page",
    "parent_page_id",
    "position",
    "q",
    "revision_id",
    "select_format",
    "tag",
    "tags",
    "term",
    "timestamp_after",
    "timestamp_before",
    "title",
    "url",
    "user",
    "user_perms",
    "workflow",
]
WAARDEN = ("", "abc", "-1", "9" * 30, "een\x00zin", "[]", "https://[", "٣")
# Each address gets one of these, the next the next; with `FUZZ` all.
VRAGEN = [dict.fromkeys(NAMEN, waarde) for waarde in WAARDEN]
ALLES = "FUZZ" in os.environ
# Leaves the session, which the next question needs; goes wrong on purpose.
NIET = ("logout", "failwhale")


@pytest.fixture
def geheimen(machine, db):
    return maak_geheimen(machine.dorp)


def missers(client: Client, url: str, vragen: list[dict[str, str]]) -> Iterator[str]:
    for vraag in vragen:
        adres = f"{url}?{urlencode(vraag)}"
        for wat, doe in (
            ("get", partial(client.get, adres)),
            ("post", partial(client.post, adres, vraag)),
            ("post zonder iets", partial(client.post, url)),
        ):
            with transaction.atomic(), niets_tekenen():
                antwoord = doe()
                if antwoord.status_code >= 500:
                    yield f"{wat} {url}: {waar(antwoord)}"
                transaction.set_rollback(True)
            if wat == "post" and antwoord.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                # Nothing is posted here, whatever it is.
                break


@pytest.mark.parametrize("rol", ["redactie-beesd", "communicatie"] if ALLES else ["communicatie"])
def test_elk_adres(machine, geheimen, rol):
    client = Client(raise_request_exception=False)
    client.force_login(machine.dorp.gebruikers[rol])
    per_naam = {
        naam: url for naam, url in adressen(geheimen) if url and not any(deel in url for deel in NIET)
    }
    assert len(per_naam) > 120
    mis: list[str] = []
    with eenmaal_getekend():
        for nummer, url in enumerate(per_naam.values()):
            mis += missers(client, url, VRAGEN if ALLES else [VRAGEN[nummer % len(VRAGEN)]])
    assert not mis, "\n".join(mis)
