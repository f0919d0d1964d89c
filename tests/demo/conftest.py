"""The demo, loaded once for a module, in a transaction that is rolled back at its end."""

from io import BytesIO, StringIO
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from PIL import Image
from wagtail.models import Page

from demo.bouwers.kernen import zoek_kern
from home.inrichting import KernGegevens, lees_kernen
from tests.factories import zonder_taken

PILOTS = ["beesd", "heukelum"]
OOK_GEVULD = ["asperen", "hellouw", "herwijnen", "tricht"]
# They stand for all kernen without examples, which the test of `richt_in` looks at.
LEEG = ["rhenoy", "rumpt"]


def van(soort, pilot: str):
    return soort.objects.live().descendant_of(zoek_kern(pilot))


def alle_paginas() -> list[Page]:
    return list(Page.objects.filter(depth__gt=1).specific())


def laad_demo(*opties: str) -> str:
    uitvoer = StringIO()
    with override_settings(DEMO=True):
        call_command("laad_demo", *opties, stdout=uitvoer)
    return uitvoer.getvalue()


def klein(_naam: str) -> bytes:
    """A picture in the place of the real one: making dozens of sizes of those takes a minute."""
    plaatje = BytesIO()
    Image.new("RGB", (160, 100), "seagreen").save(plaatje, "JPEG")
    return plaatje.getvalue()


def enkele_kernen() -> list[KernGegevens]:
    return [kern for kern in lees_kernen() if kern.slug in (*PILOTS, *OOK_GEVULD, *LEEG)]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        zonder_taken(),
        patch("demo.bouwers.bestanden.teken", klein),
        patch("demo.bouwers.kernen.lees_kernen", return_value=enkele_kernen()),
    ):
        yield laad_demo()
        transaction.set_rollback(True)
