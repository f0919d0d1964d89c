"""Only renditions of pictures are served: an original or a document may belong to something not public yet."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests import factories


@pytest.fixture
def foto(db):
    return factories.ImageFactory()


def test_een_rendition_mag_voor_altijd_bewaard_worden(client, foto):
    antwoord = client.get(foto.get_rendition("width-10").url)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"].startswith("image/")
    assert "immutable" in antwoord["Cache-Control"]
    assert b"".join(antwoord.streaming_content)


def test_het_origineel_niet(client, foto):
    assert Path(foto.file.path).exists()
    assert client.get(foto.file.url).status_code == 404


def test_een_document_niet(client, db):
    document = factories.DocumentFactory()
    assert Path(document.file.path).exists()
    assert client.get(f"{settings.MEDIA_URL}{document.file.name}").status_code == 404


@pytest.mark.parametrize(
    "pad",
    [
        "../original_images/{naam}",
        "..%2Foriginal_images%2F{naam}",
        "%2e%2e/original_images/{naam}",
        "x/../../original_images/{naam}",
        "..\\original_images\\{naam}",
        "//{absoluut}",
        "%2F{absoluut}",
        "../../../../../../../../../etc/passwd",
        "",
        ".",
    ],
)
def test_uitbreken_lukt_niet(client, foto, pad):
    foto.get_rendition("width-10")
    pad = pad.format(naam=Path(foto.file.name).name, absoluut=foto.file.path)
    assert client.get(f"{settings.MEDIA_URL}images/{pad}").status_code in (400, 404)


def test_een_document_is_te_openen_als_een_openbare_pagina_ernaar_verwijst(client, agenda):
    stuk = factories.DocumentFactory()
    assert client.get(stuk.url).status_code == 404
    item = factories.AgendaItemPageFactory(parent=agenda)
    item.bijlagen.create(document=stuk)
    factories.publiceer(item)
    antwoord = client.get(stuk.url)
    assert antwoord.status_code == 200
    # Kept, but asked for each time: what is taken off is gone at once.
    assert antwoord["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.get(stuk.url, headers={"If-None-Match": antwoord["ETag"]}).status_code == 304
    for regel in ("default-src 'none'", "frame-ancestors 'none'", "sandbox"):
        assert regel in antwoord["Content-Security-Policy"]
    assert antwoord["Content-Disposition"].startswith("attachment")
    factories.depubliceer(item)
    assert client.get(stuk.url, headers={"If-None-Match": antwoord["ETag"]}).status_code == 404
    # Who works with it opens it all the same, and nobody keeps that.
    client.force_login(factories.UserFactory(is_superuser=True))
    assert client.get(stuk.url)["Cache-Control"] == "private, no-store"


def test_een_document_van_een_besloten_map_is_niet_te_openen(client, agenda):
    geheim = factories.wortel_collectie().add_child(instance=Collection(name="Geheim"))
    CollectionViewRestriction.objects.create(collection=geheim, restriction_type="login")
    stuk = factories.DocumentFactory(collection=geheim)
    item = factories.AgendaItemPageFactory(parent=agenda)
    item.bijlagen.create(document=stuk)
    factories.publiceer(item)
    assert client.get(stuk.url).status_code == 302


def test_de_naam_van_een_foto_is_niet_te_raden(foto):
    assert re.search(r"-[0-9a-f]{16}[.]", foto.file.name)
    lang = factories.ImageFactory(file__filename=f"{'Jaarlijkse wandeling rond de Linge ' * 2}.jpg")
    for een in (foto, lang):
        assert re.search(r"[.][0-9a-f]{16}[.]", een.get_rendition("width-10|format-avif").file.name)


def test_een_document_op_een_pagina_achter_een_login_is_alleen_voor_wie_die_leest(client, agenda):
    stuk = factories.DocumentFactory()
    item = factories.AgendaItemPageFactory(parent=agenda)
    item.bijlagen.create(document=stuk)
    factories.publiceer(item)
    PageViewRestriction.objects.create(page=agenda.get_parent(), restriction_type="login")
    assert client.get(stuk.url).status_code == 404
    client.force_login(factories.UserFactory())
    assert client.get(stuk.url).status_code == 200
