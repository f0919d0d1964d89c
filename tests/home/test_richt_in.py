"""`richt_in` sets up the site. It may be run again at any time, and never undoes what people made of it."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Page, Site

from core.models import Thema
from core.themas import THEMAS
from home.inrichting import KernGegevens, lees_kernen, richt_in
from home.models import HomePage, InformatiePage
from kernpagina.models import AgendaPage, KernagendaPage, KernPage, OproepenPage
from projecten.models import ProjectenPage
from tests.factories import depubliceer, publiceer, zonder_taken

LIJSTEN = (KernagendaPage, AgendaPage, ProjectenPage, OproepenPage)
SLUGS = [kern.slug for kern in lees_kernen()]


@pytest.fixture(scope="module")
def _ingericht(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        with zonder_taken():
            call_command("richt_in", stdout=StringIO())
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def ingericht(_ingericht, db):
    Site.clear_site_root_paths_cache()


def alles() -> dict[str, list[str]]:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        tabellen = connection.introspection.table_names(cursor)
        return {tabel: sorted(_rijen(cursor, tabel)) for tabel in tabellen}


def _rijen(cursor, tabel):
    cursor.execute(f'SELECT rij::text FROM "{tabel}" rij')  # noqa: S608
    return [rij for (rij,) in cursor.fetchall()]


def verschil(voor: dict, na: dict) -> dict:
    return {tabel: {*voor[tabel]} ^ {*na[tabel]} for tabel in voor if voor[tabel] != na[tabel]}


def test_zesentwintig_kernen(ingericht):
    assert len(set(SLUGS)) == KernPage.objects.live().count() == 26
    steden = KernPage.objects.filter(type="stad").values_list("title", flat=True)
    assert set(steden) == {"Asperen", "Heukelum"}
    pilots = KernPage.objects.in_fase("pilot").values_list("slug", flat=True)
    assert set(pilots) == {"beesd", "heukelum"}


@pytest.mark.parametrize("slug", SLUGS)
def test_elke_kern_is_te_bezoeken(client, ingericht, slug):
    antwoord = client.get(f"/{slug}/")
    assert antwoord.status_code == 200
    assert KernPage.objects.get(slug=slug).title in antwoord.content.decode()


@pytest.mark.parametrize("lijst", LIJSTEN, ids=lambda model: model.__name__)
def test_elke_kern_heeft_elke_lijst_een_keer(ingericht, lijst):
    assert [lijst.objects.child_of(kern).live().count() for kern in KernPage.objects.all()] == [1] * 26


@pytest.mark.parametrize("pad", ["", "kernagenda/", "agenda/", "projecten/", "meedoen/"])
def test_adressen_onder_een_kern(client, ingericht, pad):
    assert client.get(f"/beesd/{pad}").status_code == 200


def test_voorpagina_informatie_en_themas(client, ingericht):
    assert client.get("/").status_code == 200
    assert HomePage.objects.count() == 1
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    for slug in ("over", "toegankelijkheid", "privacy", "beveiliging", "contact"):
        assert client.get(f"/{slug}/").status_code == 200
    assert [thema.name for thema in Thema.objects.all()] == THEMAS


def test_wagtails_eigen_groepen_zijn_weg(ingericht):
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert Group.objects.filter(name__startswith="Redactie ").count() == 26


def test_een_tweede_keer_verandert_niets(ingericht):
    voor = alles()
    assert richt_in() == []
    assert verschil(voor, alles()) == {}


def test_een_nieuwe_kern_komt_erbij(client, ingericht):
    bestaand = set(Page.objects.values_list("pk", "last_published_at", "path"))
    nieuw = KernGegevens("nieuwdorp", "Nieuwdorp", "dorp", "9999", 51.9, 5.2, "nog niet")
    gedaan = richt_in([*lees_kernen(), nieuw])
    assert "Kern Nieuwdorp gemaakt." in gedaan
    assert client.get("/nieuwdorp/meedoen/").status_code == 200
    assert Group.objects.filter(name="Redactie Nieuwdorp").exists()
    pagina_s = set(Page.objects.values_list("pk", "last_published_at", "path"))
    assert bestaand <= pagina_s, "de andere pagina's bleven zoals ze waren"
    assert len(pagina_s) == len(bestaand) + 1 + len(LIJSTEN)


def test_wat_een_redacteur_veranderde_blijft(ingericht):
    kern = KernPage.objects.get(slug="beesd")
    kern.title, kern.intro, kern.uitrolfase, kern.slug = (
        "Beesd aan de Linge",
        "Anders.",
        "geborgd",
        "beesd-linge",
    )
    kern.inhoud = []
    publiceer(kern)
    voorpagina = HomePage.objects.get()
    voorpagina.title, voorpagina.intro = "Welkom", "Hallo."
    publiceer(voorpagina)
    over = InformatiePage.objects.get(slug="over")
    over.inhoud = []
    publiceer(over)
    depubliceer(InformatiePage.objects.get(slug="privacy"))
    agenda = AgendaPage.objects.child_of(KernPage.objects.get(slug="heukelum")).get()
    agenda.slug, agenda.title = "kalender", "Kalender"
    publiceer(agenda)
    Thema.objects.filter(name="Wonen").update(name="Wonen en bouwen", volgorde=1)

    voor = alles()
    richt_in()
    gewijzigd = verschil(voor, alles())
    # The group follows the name of its kern; nothing that people read may change.
    assert set(gewijzigd) <= {"auth_group", "wagtailcore_collection"}


def test_wat_weg_was_komt_terug(ingericht):
    AgendaPage.objects.child_of(KernPage.objects.get(slug="beesd")).get().delete()
    richt_in()
    assert AgendaPage.objects.child_of(KernPage.objects.get(slug="beesd")).live().count() == 1


def test_het_commando_vertelt_wat_het_deed(ingericht):
    uitvoer = StringIO()
    call_command("richt_in", stdout=uitvoer)
    assert uitvoer.getvalue().strip() == "Alles stond er al; er is niets veranderd."
