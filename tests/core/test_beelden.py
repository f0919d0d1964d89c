"""The sizes of a picture: there before a visitor asks for them, exactly those that the templates use."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django_tasks_db.models import DBTaskResult

from core.fotos.maten import MATEN, maak_maten
from core.models import BloeiImage
from kernpagina.models import KernPage
from tests import factories
from tests.factories import publiceer

IN_SJABLOON = re.compile(r"{% picture [\w.]+ (format-{[\w,]+} [\w-]+{[\w,]+}) ")


def test_de_sjablonen_vragen_niets_anders() -> None:
    """A size that isn't on the list would be made while a visitor waits; one that nobody asks for costs disk."""
    sjablonen = "".join(pad.read_text() for pad in Path(settings.BASE_DIR, "templates").rglob("*.html"))
    gevraagd = IN_SJABLOON.findall(sjablonen)
    assert len(gevraagd) == sjablonen.count("{% picture ")
    assert set(gevraagd) == set(MATEN)


@pytest.fixture
def foto(beesd: KernPage, django_capture_on_commit_callbacks) -> BloeiImage:
    """A new picture, on the page of Beesd and in its text."""
    with django_capture_on_commit_callbacks(execute=True):
        foto = factories.ImageFactory(file__width=1000, file__height=800)
    beesd.foto = foto
    beesd.inhoud = [("afbeelding", {"afbeelding": foto, "bijschrift": ""})]
    publiceer(beesd)
    return foto


def test_een_bezoeker_wacht_niet_op_de_maten(client, foto: BloeiImage) -> None:
    [taak] = DBTaskResult.objects.filter(task_path="core.fotos.maten.maak_maten")
    assert taak.args_kwargs == {"args": [foto.pk], "kwargs": {}}
    assert maak_maten.call(foto.pk) == 18
    gemaakt = set(foto.renditions.values_list("pk", flat=True))
    html = client.get("/beesd/").content.decode()
    assert html.count('type="image/avif"') == 2
    assert set(foto.renditions.values_list("pk", flat=True)) == gemaakt


def test_zonder_werk_op_de_achtergrond_is_de_pagina_ook_goed(client, foto: BloeiImage) -> None:
    assert not foto.renditions.exists()
    assert client.get("/beesd/").content.decode().count('type="image/avif"') == 2


def test_een_verwijderde_foto_geeft_geen_fout(db) -> None:
    assert maak_maten.call(999_999) == 0
