"""Where visitors read a photo: nowhere any more when no public page shows it, and as before when one does."""

from datetime import timedelta
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageViewRestriction

from api.afbeeldingen import maten
from core.fotos import adressen
from core.models import BloeiImage
from kernpagina.models import KernPage
from projecten.models import ProjectenPage
from tests import factories
from tests.factories import depubliceer, lijst_van, publiceer
from tests.talen.vertaler import vertaal

pytestmark = pytest.mark.django_db


@pytest.fixture
def foto(beesd: KernPage) -> BloeiImage:
    """On the page of Beesd, and in its text."""
    foto = factories.ImageFactory()
    beesd.foto = foto
    beesd.inhoud = [("afbeelding", {"afbeelding": foto, "bijschrift": ""})]
    publiceer(beesd)
    return foto


@pytest.fixture
def ronde(django_capture_on_commit_callbacks):
    """What the worker does in each round."""

    def doe() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            adressen.ronde(timezone.now())

    return doe


def bij_bezoekers(foto: BloeiImage) -> list[str]:
    """The addresses that visitors have: of sizes on a page, and those that the API gives."""
    foto = BloeiImage.objects.get(pk=foto.pk)
    bronnen, standaard = maten(foto, str)
    uit_de_api = [standaard, *(bron.srcset.split()[0] for bron in bronnen)]
    return [foto.get_rendition(f"width-10|format-{soort}").url for soort in ("jpeg", "avif")] + uit_de_api


def antwoorden(client, adressen: list[str]) -> set[int]:
    return {client.get(urlsplit(adres).path).status_code for adres in adressen}


def haal_eraf(beesd: KernPage) -> None:
    beesd.foto, beesd.inhoud = None, []
    publiceer(beesd)


def verwijder(beesd: KernPage) -> None:
    with factories.opzetten():
        beesd.delete()


def scherm_af(beesd: KernPage) -> None:
    PageViewRestriction.objects.create(page=beesd, restriction_type="login")


WEG = [haal_eraf, depubliceer, verwijder, scherm_af]


@pytest.mark.parametrize("weg", WEG)
def test_its_addresses_are_closed(client, beesd, foto, ronde, weg):
    oud = bij_bezoekers(foto)
    ronde()
    assert antwoorden(client, oud) == {200}
    bestanden = [maat.file.name for maat in foto.renditions.all()]
    weg(beesd)
    ronde()
    assert antwoorden(client, oud) == {404}
    assert not any(map(default_storage.exists, bestanden))
    assert not foto.renditions.exists()


@pytest.mark.parametrize("weg", WEG)
def test_who_may_see_it_then_gets_other_addresses(client, beesd, foto, ronde, weg):
    oud = bij_bezoekers(foto)
    weg(beesd)
    ronde()
    nieuw = bij_bezoekers(foto)
    assert set(nieuw) & set(oud) == set()
    assert antwoorden(client, nieuw) == {200}
    ronde()
    # A draft keeps what it got; and what was closed stays so.
    assert antwoorden(client, nieuw) == {200}
    assert antwoorden(client, oud) == {404}


def test_another_page_keeps_it(client, beesd, foto, ronde):
    project = factories.ProjectPageFactory(parent=lijst_van(beesd, ProjectenPage), foto=foto)
    oud = bij_bezoekers(foto)
    haal_eraf(beesd)
    ronde()
    assert antwoorden(client, oud) == {200}
    depubliceer(project)
    ronde()
    assert antwoorden(client, oud) == {404}


def test_a_draft_without_it_takes_nothing_from_the_page_that_is_online(client, beesd, foto, ronde):
    oud = bij_bezoekers(foto)
    beesd.foto, beesd.inhoud = None, []
    beesd.save_revision()
    adressen.sluit()
    ronde()
    assert antwoorden(client, oud) == {200}


def test_a_translation_keeps_what_stands_in_its_text(client, dorp, ronde):
    foto, in_tekst = factories.ImageFactory(), factories.ImageFactory()
    kern = dorp.beesd
    kern.foto = foto
    kern.inhoud = [("afbeelding", {"afbeelding": in_tekst, "bijschrift": ""})]
    vertaal(publiceer(kern), "pl")
    oud, oud_in_tekst = bij_bezoekers(foto), bij_bezoekers(in_tekst)
    haal_eraf(KernPage.objects.get(pk=kern.pk))
    ronde()
    # The photo beside the text is the Dutch page's in every language, whatever the row of the translation says.
    assert (antwoorden(client, oud), antwoorden(client, oud_in_tekst)) == ({404}, {200})


def test_what_was_never_public_keeps_its_sizes(beesd, ronde):
    foto = factories.ImageFactory()
    beesd.foto = foto
    beesd.save_revision()
    oud = bij_bezoekers(foto)
    adressen.sluit()
    ronde()
    assert bij_bezoekers(foto) == oud


def test_what_went_off_before_the_worker_came_is_closed(client, beesd, foto, ronde):
    """No round saw it while it was public."""
    oud = bij_bezoekers(foto)
    depubliceer(beesd)
    ronde()
    assert antwoorden(client, oud) == {404}


def test_what_became_public_without_a_publication_is_closed_too(client, beesd, ronde):
    afscherming = PageViewRestriction.objects.create(page=beesd, restriction_type="login")
    foto = factories.ImageFactory()
    beesd.foto = foto
    publiceer(beesd)
    ronde()
    afscherming.delete()
    ronde()
    oud = bij_bezoekers(foto)
    assert antwoorden(client, oud) == {200}
    depubliceer(beesd)
    ronde()
    assert antwoorden(client, oud) == {404}


def test_a_store_that_is_away_is_asked_again(client, beesd, foto, ronde):
    oud = bij_bezoekers(foto)
    depubliceer(beesd)
    with (
        patch("django.core.files.storage.FileSystemStorage.delete", side_effect=OSError("weg")),
        pytest.raises(OSError, match="weg"),
    ):
        ronde()
    # Meanwhile nobody gets a size of which the file is about to go.
    assert set(bij_bezoekers(foto)) & set(oud) == set()
    ronde()
    assert antwoorden(client, oud) == {404}


def test_what_comes_back_has_its_sizes_made_before_a_visitor_asks(
    client, beesd, foto, ronde, django_capture_on_commit_callbacks
):
    oud = bij_bezoekers(foto)
    besteld = DBTaskResult.objects.filter(
        task_path="core.fotos.maten.maak_maten", args_kwargs__args=[foto.pk]
    )
    with django_capture_on_commit_callbacks(execute=True):
        publiceer(beesd)
    assert not besteld.exists()
    depubliceer(beesd)
    ronde()
    with django_capture_on_commit_callbacks(execute=True):
        publiceer(beesd)
    assert besteld.count() == 1
    ronde()
    assert antwoorden(client, bij_bezoekers(foto)) == {200}
    assert antwoorden(client, oud) == {404}


def test_who_saves_a_photo_that_was_read_before_opens_nothing(client, beesd, foto, ronde):
    oud = bij_bezoekers(foto)
    gelezen = BloeiImage.objects.get(pk=foto.pk)
    depubliceer(beesd)
    ronde()
    gelezen.title = "Anders"
    gelezen.save()
    assert antwoorden(client, oud) == {404}


def test_a_cut_out_of_a_photo_that_came_back_is_found(client, beesd, foto, ronde):
    depubliceer(beesd)
    ronde()
    publiceer(beesd)
    kern = client.get("/api/v1/kernen/beesd?uitsnede=1:1").json()
    assert client.get(urlsplit(kern["afbeelding"]["standaard"]).path).status_code == 200


def test_caches_between_ask_again_within_a_minute(client, foto):
    for adres in bij_bezoekers(foto):
        assert "s-maxage=60" in client.get(urlsplit(adres).path)["Cache-Control"]


def test_it_is_looked_at_once_for_each_change_and_once_an_hour(beesd, foto):
    nu = timezone.now().replace(minute=10)
    with patch("core.fotos.adressen.sluit") as sluit:
        for moment in (nu, nu + timedelta(minutes=5), nu + timedelta(hours=1)):
            adressen.ronde(moment)
        assert sluit.call_count == 2
        publiceer(beesd)
        adressen.ronde(nu + timedelta(hours=1))
        assert sluit.call_count == 3
