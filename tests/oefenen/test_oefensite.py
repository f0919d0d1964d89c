"""The practice site: built on an empty database, started anew as a whole, and never on anybody else's."""

import os
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import psycopg
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site, WorkflowState

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.inhoudsversie import huidige_inhoudsversie
from core.models import BloeiImage, User
from demo.bouwers.kernen import zoek_kern
from demo.inhoud import DORPEN
from kernpagina.models import AgendaItemPage, KernagendaPage, OproepPage
from oefenen import herstart, slot
from oefenen.merk import gevuld_op, zet_merk
from oefenen.middleware import EVEN, OefenMiddleware
from oefenen.taken import eerste_taken
from tests.demo.conftest import enkele_kernen, klein
from tests.factories import zonder_taken

NACHT = datetime(2026, 6, 15, 1, 0, tzinfo=UTC)  # three o'clock here
WOORD = "samen-oefenen-we"
# The village of who practises, and those with pages in other languages; the tests of the demo look at all of them.
GEVULD = {"beesd", "hellouw", "herwijnen"}


@pytest.fixture(scope="module")
def instelling(tmp_path_factory):
    post = tmp_path_factory.mktemp("oefenpost")
    with override_settings(
        OEFEN=True, OEFEN_ACCOUNTS=2, DEMO_WACHTWOORD=WOORD, EMAIL_FILE_PATH=post, SECURE_SSL_REDIRECT=False
    ):
        yield post


@pytest.fixture(scope="module")
def _oefensite(instelling, django_db_setup, django_db_blocker):
    """Built once; what the tests do, starting anew included, is rolled back."""
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        zonder_taken(),
        patch("demo.bouwers.bestanden.teken", klein),
        patch("demo.bouwers.kernen.lees_kernen", enkele_kernen),
        patch("demo.bouwers.demo.DORPEN", [inhoud for inhoud in DORPEN if inhoud.slug in GEVULD]),
    ):
        call_command("oefensite", stdout=StringIO())
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def oefensite(_oefensite, db):
    Site.clear_site_root_paths_cache()


@pytest.fixture
def oefenaar(oefensite) -> User:
    return User.objects.get(username="oefenen-1")


def taken(user: User) -> list[bool]:
    sinds = gevuld_op()
    assert sinds
    return [taak.gedaan for taak in eerste_taken(user, zoek_kern("beesd"), sinds)]


def test_accounts_om_te_oefenen(oefensite, client) -> None:
    assert User.objects.filter(username__startswith="oefenen-").count() == 2
    assert client.login(username="oefenen-1", password=WOORD)
    beheer = User.objects.get(is_superuser=True)
    assert not beheer.is_active
    assert not beheer.has_usable_password()


def test_halverwege_mis_is_er_niets_weg(oefensite) -> None:
    zet_merk(NACHT - timedelta(days=1))
    voor = Page.objects.count()
    herstart._mislukt.clear()
    with patch("oefenen.herstart.laad", side_effect=ValueError("mis")) as laad:
        assert not herstart.elke_nacht(NACHT)
        assert not herstart.elke_nacht(NACHT + timedelta(minutes=1))
    assert laad.call_count == 1  # tried again after an hour
    herstart._mislukt.clear()
    assert Page.objects.count() == voor
    assert gevuld_op() == NACHT - timedelta(days=1)


def test_na_een_nieuwe_versie_zegt_het_wat_te_doen(oefensite) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE oefenen_begin.core_thema ADD COLUMN van_vroeger int")
    with pytest.raises(CommandError, match="oudere versie"):
        call_command("oefensite", "--opnieuw", stdout=StringIO())


def test_wie_oefent_krijgt_een_zin(oefensite, rf) -> None:
    """Somebody else holds the lock: the site is starting anew."""
    laag = OefenMiddleware(lambda request: "antwoord")
    bewaar = rf.post("/cms/pages/1/edit/", HTTP_ACCEPT="text/html")
    assert laag(bewaar) == "antwoord"
    ander = psycopg.connect(os.environ["DATABASE_URL"], dbname=connection.settings_dict["NAME"])
    with ander:
        ander.execute("SELECT pg_advisory_lock(%s)", [slot.SLOT])
        antwoord = laag(bewaar)
        assert (antwoord.status_code, antwoord.headers["Retry-After"]) == (503, "120")
        assert EVEN in antwoord.content.decode()
        vanzelf = laag(rf.post("/cms/pages/1/edit/", HTTP_ACCEPT="application/json"))
        assert EVEN in vanzelf.content.decode().encode().decode("unicode_escape")
        assert laag(rf.get("/beesd/")) == "antwoord"  # who reads goes on
        ander.execute("SELECT pg_advisory_unlock(%s)", [slot.SLOT])
    assert laag(bewaar) == "antwoord"


def test_overal_te_zien_en_nergens_te_vinden(oefensite, client) -> None:
    for adres in ("/", "/beesd/agenda/", "/nergens/", "/insluiten/beesd/agenda", "/cms/login/"):
        assert "Oefensite" in client.get(adres).content.decode(), adres
    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"


def test_vijf_taken_vinken_zich_af(oefenaar, client) -> None:
    """Nothing is ticked by a click: each by what is in the database."""
    client.force_login(oefenaar)
    assert taken(oefenaar) == [False] * 5
    scherm = client.get("/cms/").content.decode()
    assert "0 van 5 gedaan" in scherm
    for soort, eerste in ((AgendaItemPage, 0), (OproepPage, 3)):
        pagina = soort.objects.descendant_of(zoek_kern("beesd")).filter(live=True).first()
        pagina.save_revision(user=oefenaar)
        pagina.get_workflow().start(pagina, oefenaar)
        assert taken(oefenaar)[eerste]
    agenda = KernagendaPage.objects.child_of(zoek_kern("beesd")).get()
    agenda.inleiding = "Anders"
    agenda.save_revision(user=oefenaar)
    assert not taken(oefenaar)[1]  # no point changed
    thema = agenda.onderdelen[0]
    thema.value["punten"][0]["titel"] = "Een ander punt"
    agenda.save_revision(user=oefenaar)
    assert taken(oefenaar)[1]
    foto = BloeiImage.objects.first()
    foto.pk = None
    foto.uploaded_by_user, foto.alt_tekst, foto.created_at = oefenaar, "", timezone.now()
    BloeiImage.objects.bulk_create([foto])
    assert not taken(oefenaar)[2]  # without a description
    BloeiImage.objects.filter(uploaded_by_user=oefenaar).update(alt_tekst="Een plein")
    assert taken(oefenaar) == [True, True, True, True, False]
    staat = WorkflowState.objects.get(requested_by=oefenaar, status=WorkflowState.STATUS_NEEDS_CHANGES)
    assert reverse("wagtailadmin_pages:edit", args=[staat.object_id]) in scherm
    staat.resume(oefenaar)
    assert taken(oefenaar) == [True] * 5
    assert "Alle vijf gedaan" in client.get("/cms/").content.decode()
    assert taken(User.objects.get(username="oefenen-2")) == [False] * 5


def test_de_post_is_te_lezen(oefenaar, client, instelling: Path) -> None:
    for aan in ("oefenen-1@example.org", "oefenen-2@example.org", "ria@example.org", "echt@provider.nl"):
        (instelling / f"{aan}.eml").write_text(f"To: {aan}\nSubject: Voor {aan}\n\nDag\n")
    client.force_login(oefenaar)
    scherm = client.get(reverse("oefenen:post")).content.decode()
    assert "Voor oefenen-1@example.org" in scherm
    assert "Voor ria@example.org" in scherm
    assert "Voor oefenen-2" not in scherm  # somebody else's
    assert "provider.nl" not in scherm


# Last: what it throws away of media and mail isn't rolled back with the database.
def test_elke_nacht_alles_opnieuw(oefensite, client) -> None:
    """Whole: what was written, changed or taken away, who is logged in, media and mail."""
    home, versie = Site.objects.get().root_page, huidige_inhoudsversie().nummer
    beesd, voor = zoek_kern("beesd"), sorted(Page.objects.values_list("url_path", flat=True))
    client.force_login(User.objects.get(username="oefenen-1"))
    with zonder_goedkeuring("tests"):
        Page.objects.filter(pk=beesd.pk).update(title="Weg ermee")
        AgendaItemPage.objects.all().delete()
    User.objects.filter(username="oefenen-2").delete()
    default_storage.save("original_images/van_gisteren.jpg", ContentFile(b"x"))
    zet_merk(NACHT - timedelta(days=1))
    with patch("demo.bouwers.bestanden.teken", klein), zonder_taken():
        assert not herstart.elke_nacht(NACHT - timedelta(minutes=1))
        assert herstart.elke_nacht(NACHT)
        assert not herstart.elke_nacht(NACHT + timedelta(hours=23))
    assert gevuld_op() == NACHT
    assert sorted(Page.objects.values_list("url_path", flat=True)) == voor
    # The same keys: what another process remembers of them stays true.
    assert (Site.objects.get().root_page.pk, zoek_kern("beesd").pk) == (home.pk, beesd.pk)
    assert zoek_kern("beesd").title == "Beesd"
    assert User.objects.filter(username__startswith="oefenen-").count() == 2
    assert client.get("/cms/").status_code == 302  # logged out
    assert client.get("/beesd/").status_code == 200
    assert huidige_inhoudsversie().nummer > versie
    assert not default_storage.exists("original_images/van_gisteren.jpg")
    assert all(default_storage.exists(foto.file.name) for foto in BloeiImage.objects.all())
    assert AgendaItemPage.objects.openbaar().count() > 10  # the database still decides what is public
