"""Media in a bucket: as closed, as clean and as findable as in a folder."""

import tarfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.images.utils import generate_signature

from core.models import BloeiImage
from machinekamer.veilig import maken, terugzetten, wezen
from machinekamer.veilig.telling import media
from site_bloei.settings import machines
from site_bloei.settings.machines import opslag
from tests import factories
from tests.core.test_fotobestand import MERK, PLAATS, van_een_telefoon
from tests.meting.processen import vrije_poort
from tests.site_bloei.village import open_directory
from tests.uitrol.emmer import Emmers, draaiende_emmers


@pytest.fixture(scope="module")
def emmers():
    with open_directory() as map_, draaiende_emmers(map_) as emmers:
        yield emmers


@pytest.fixture
def naar(emmers, settings, request):
    """Let media be in the bucket of this name."""

    def ga(emmer: str) -> str:
        emmers.maak(emmer)
        settings.MEDIA_S3_URL = emmers.url(emmer)
        settings.STORAGES = {**settings.STORAGES, "default": opslag(settings.MEDIA_S3_URL)}
        return emmer

    return ga


@pytest.fixture
def emmer(naar, request):
    """Each test's own."""
    return naar(f"toets-{abs(hash(request.node.name)) % 10**8}")


def namen(emmers: Emmers, emmer: str) -> set[str]:
    return {ding.key for ding in emmers.klant.Bucket(emmer).objects.all()}


def test_a_size_of_a_picture_is_given_and_nothing_else(db, emmer, emmers, client, settings):
    foto = factories.ImageFactory()
    maat = foto.get_rendition("width-10")
    assert namen(emmers, emmer) == {foto.file.name, maat.file.name}
    # The address is that of the site: nobody has to know of the bucket.
    assert maat.url == f"/media/{maat.file.name}"
    antwoord = client.get(maat.url)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"].startswith("image/")
    assert "immutable" in antwoord["Cache-Control"]
    assert (
        b"".join(antwoord.streaming_content)
        == emmers.klant.Object(emmer, maat.file.name).get()["Body"].read()
    )
    assert client.get(maat.url, headers={"If-None-Match": antwoord["ETag"]}).status_code == 304
    origineel = Path(foto.file.name).name
    for pad in (
        f"../{foto.file.name}", f"..%2F{foto.file.name}", f"x/../../{foto.file.name}", f"./../{foto.file.name}", f"//{foto.file.name}",
        f"../original_images/{origineel}", f"..\\original_images\\{origineel}", "", ".", "er-niet.webp", "%00", "x" * 2000,
    ):  # fmt: skip
        assert client.get(f"{settings.MEDIA_URL}images/{pad}").status_code in (400, 404), pad
    assert client.get(f"/media/{foto.file.name}").status_code == 404
    # Nor does the bucket itself give anything to who has no key.
    with pytest.raises(OSError, match="403"):
        urlopen(f"http://{emmers.adres}/{emmer}/{maat.file.name}")


def test_a_document_is_open_when_a_page_names_it_and_closed_again(db, emmer, client, agenda):
    stuk = factories.DocumentFactory()
    assert client.get(stuk.url).status_code == 404
    item = factories.AgendaItemPageFactory(parent=agenda)
    item.bijlagen.create(document=stuk)
    factories.publiceer(item)
    antwoord = client.get(stuk.url)
    assert (antwoord.status_code, b"".join(antwoord.streaming_content)) == (200, b"verslag")
    assert antwoord["Cache-Control"] == "public, max-age=0, must-revalidate"
    for regel in ("default-src 'none'", "frame-ancestors 'none'", "sandbox"):
        assert regel in antwoord["Content-Security-Policy"]
    assert antwoord["Content-Disposition"].startswith("attachment")
    assert antwoord["Content-Length"] == "7"
    assert client.get(stuk.url, headers={"If-None-Match": antwoord["ETag"]}).status_code == 304
    factories.depubliceer(item)
    assert client.get(stuk.url).status_code == 404


def test_what_comes_in_is_cleaned_and_what_it_was_is_not_there(db, emmer, emmers):
    foto = BloeiImage(title="Plein", alt_tekst="Het plein", collection=factories.wortel_collectie())
    # Stored before its row is: as a form with many pictures does.
    foto.file.save("plein.jpg", ContentFile(van_een_telefoon()), save=False)
    foto.save()
    assert namen(emmers, emmer) == {foto.file.name}
    bewaard = emmers.klant.Object(emmer, foto.file.name).get()["Body"].read()
    assert PLAATS not in bewaard
    assert MERK not in bewaard
    assert foto.get_file_hash()


def test_orphans_are_found(db, emmer, emmers, capsys):
    foto = factories.ImageFactory()
    for naam in ("los.jpg", "images/oude maat.jpg"):
        emmers.klant.Object(emmer, naam).put(Body=b"x")
    morgen = timezone.now() + timedelta(days=2)
    assert wezen.zoek(timezone.now()) == ([], [])
    assert wezen.zoek(morgen) == (["images/oude maat.jpg", "los.jpg"], [])
    emmers.klant.Object(emmer, foto.file.name).delete()
    assert wezen.zoek(morgen)[1] == [foto.file.name]
    call_command("weesbestanden")
    assert f"Ontbreekt: {foto.file.name}" in capsys.readouterr().err


def test_a_copy_holds_it_and_goes_back_in_another_bucket(db, emmer, emmers, naar):
    factories.ImageFactory().get_rendition("width-10")
    groot = factories.DocumentFactory()
    groot.file.save("een verslag met één spatie.txt", ContentFile(b"Het verslag. " * 400_000))
    with connection.cursor() as cursor:
        genoemd = media(cursor)
    archief = BytesIO()
    sommen = maken._pak_in([*genoemd, "weg.jpg"], archief)
    assert [naam for naam, _ in sommen] == genoemd
    archief.seek(0)
    with tarfile.open(fileobj=archief) as tar:
        assert tar.getnames() == genoemd
    archief.seek(0)
    elders = naar(f"{emmer}-elders")
    assert terugzetten._pak_uit(archief) == sommen
    assert namen(emmers, elders) == set(genoemd)
    # Once more, over what is there: under the same names.
    archief.seek(0)
    assert terugzetten._pak_uit(archief) == sommen
    assert namen(emmers, elders) == set(genoemd)


def test_a_store_that_is_away_is_said_so(db, emmer, client, settings, agenda):
    foto, stuk = factories.ImageFactory(), factories.DocumentFactory()
    maat = foto.get_rendition("width-10")
    item = factories.AgendaItemPageFactory(parent=agenda)
    item.bijlagen.create(document=stuk)
    factories.publiceer(item)
    # A size for a channel, of which there is none yet.
    nieuw = reverse(
        "afbeelding", args=(generate_signature(foto.pk, "width-9"), foto.pk, "width-9", "foto.webp")
    )
    settings.STORAGES = {
        **settings.STORAGES,
        "default": opslag(f"http://a:b@127.0.0.1:{vrije_poort()}/weg"),
    }
    for adres in (maat.url, stuk.url, nieuw):
        antwoord = client.get(adres)
        assert (antwoord.status_code, antwoord["Retry-After"]) == (503, "10"), adres
        assert "no-store" in antwoord["Cache-Control"]
    with pytest.raises(OSError, match="niet bereikbaar"):
        default_storage.open(maat.file.name)


def test_without_its_packages_it_does_not_start(monkeypatch):
    monkeypatch.setattr(machines, "find_spec", lambda naam: None)
    with pytest.raises(ImproperlyConfigured, match="make install-meer"):
        opslag("https://a:b@s3.example/emmer")


@pytest.mark.parametrize(
    "url", ["s3://emmer", "https://s3.example/", "https://s3.example/een/twee", "https:///emmer"]
)
def test_what_is_no_bucket_is_refused_at_the_start(url):
    with pytest.raises(ImproperlyConfigured, match="MEDIA_S3_URL"):
        opslag(url)
