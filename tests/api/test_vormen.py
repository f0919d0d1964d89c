"""The forms that the API answers with: there at once, never of what isn't public, and made anew by who misses them."""

import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from api.models import BesteldeVorm, Vorm
from api.vormen import bestellingen, maken, vervallen
from core.inhoudsversie import huidige_inhoudsversie, verhoog_inhoudsversie
from core.models import Thema
from kernpagina.models import AgendaItemPage, AgendaPage, OproepPage
from projecten.models import ProjectPage
from tests import factories

LIJST = "/api/v1/projecten?metInhoud=true"


def vormen_van(pagina, taal="nl"):
    return Vorm.objects.filter(pagina=pagina.pk, taal=taal)


@pytest.fixture
def gelezen(rijk, adressen, client):
    """Everything was asked for once, so everything has a form."""
    for adres in adressen:
        client.get(adres)
    return rijk


def test_wat_gelezen_is_wordt_niet_nog_eens_gemaakt(gelezen, adressen, client, monkeypatch):
    antwoorden = [client.get(adres).content for adres in adressen]
    monkeypatch.setattr(maken, "bouw", lambda *wat: pytest.fail("werd opnieuw gemaakt"))
    assert [client.get(adres).content for adres in adressen] == antwoorden


def test_een_publicatie_bestelt_haar_vorm_en_die_van_wie_haar_noemt(gelezen):
    project, item = ProjectPage.objects.get(), AgendaItemPage.objects.get()
    BesteldeVorm.objects.all().delete()
    project.title = "Andere speeltuin"
    factories.publiceer(project)
    assert not vormen_van(project).exists()
    assert not vormen_van(item).exists()
    assert {(rij.pagina, rij.taal) for rij in BesteldeVorm.objects.all()} >= {
        (project.pk, "nl"),
        (item.pk, "nl"),
    }
    bestellingen.maak_bestelde()
    assert json.loads(vormen_van(project).get().kort)["titel"] == "Andere speeltuin"
    assert json.loads(vormen_van(item).get().kort)["project"]["titel"] == "Andere speeltuin"
    assert not BesteldeVorm.objects.exists()


def test_wat_twee_keer_verandert_wordt_een_keer_gemaakt(gelezen, monkeypatch):
    project = ProjectPage.objects.get()
    bestellingen.maak_bestelde()
    for titel in ("Eerst dit", "Toen dat"):
        project.title = titel
        factories.publiceer(project)
    gemaakt = []
    echt = bestellingen.maak_vormen
    monkeypatch.setattr(bestellingen, "maak_vormen", lambda *wat: gemaakt.extend(rij := echt(*wat)) or rij)
    bestellingen.maak_bestelde()
    assert [vorm.pagina_id for vorm in gemaakt if vorm.taal == "nl"].count(project.pk) == 1
    assert json.loads(vormen_van(project).get().kort)["titel"] == "Toen dat"


def test_van_een_grote_verandering_wordt_niets_besteld(gelezen, client, monkeypatch):
    BesteldeVorm.objects.all().delete()
    monkeypatch.setattr(vervallen, "MEESTE", 1)
    project = ProjectPage.objects.get()
    project.title = "Andere speeltuin"
    factories.publiceer(project)
    assert not BesteldeVorm.objects.exists()
    assert client.get(LIJST).json()["resultaten"][0]["titel"] == "Andere speeltuin"


def test_een_bestelling_van_wat_er_niet_meer_is_wordt_overgeslagen(gelezen):
    bestellingen.maak_bestelde()
    project, site = ProjectPage.objects.get(), Site.objects.get()
    for wat in ((site.pk, 10**6), (10**6, project.pk)):
        BesteldeVorm.objects.create(site=wat[0], taal="nl", pagina=wat[1])
    assert bestellingen.maak_bestelde() == 0
    assert not BesteldeVorm.objects.exists()


def test_een_concept_raakt_geen_vorm_en_komt_er_niet_in(gelezen, client):
    project = ProjectPage.objects.get()
    er_waren = Vorm.objects.count()
    project.title = "Geheim plan"
    with factories.opzetten():
        project.save_revision()
    assert Vorm.objects.count() == er_waren
    vormen_van(project).delete()
    assert "Geheim plan" not in client.get(LIJST).text
    assert "Geheim plan" not in vormen_van(project).get().kort


def test_in_een_andere_volgorde_van_kernen_hoort_alles_waar_het_hoorde(gelezen, home, client):
    andere = factories.KernPageFactory(parent=home, title="Acquoy")
    project = ProjectPage.objects.get()
    project.ook_in_kernen.add(andere.page_ptr)
    factories.publiceer(project)
    adressen = [
        f"/api/v1/{lijst}?metInhoud=true" for lijst in ("agenda-items", "projecten", "oproepen", "paginas")
    ]
    eerst = [
        [(r["id"], r["kern"], r.get("ookInKernen")) for r in client.get(a).json()["resultaten"]]
        for a in adressen
    ]
    with factories.opzetten():
        andere.move(home, pos="first-child")
    for adres, waren in zip(adressen, eerst, strict=True):
        zijn = client.get(adres).json()["resultaten"]
        assert sorted((r["id"], r["kern"], r.get("ookInKernen")) for r in zijn) == sorted(waren), adres


def weg(pagina, kern):
    return factories.depubliceer(pagina)


def afgeschermd(pagina, kern):
    PageViewRestriction.objects.create(page=kern.page_ptr, restriction_type="login")


def onder_een_afgeschermde_pagina(pagina, kern):
    elders = factories.KernPageFactory(parent=kern.get_parent(), title="Elders")
    PageViewRestriction.objects.create(page=elders.page_ptr, restriction_type="login")
    with factories.opzetten():
        pagina.move(factories.lijst_van(elders, type(pagina.get_parent().specific)), pos="last-child")


@pytest.mark.parametrize("hoe", [weg, afgeschermd, onder_een_afgeschermde_pagina])
@pytest.mark.parametrize("soort", [AgendaItemPage, ProjectPage, OproepPage])
def test_wat_niet_meer_openbaar_is_wordt_niet_gezegd_ook_al_staat_het_klaar(
    gelezen, adressen, client, soort, hoe, monkeypatch
):
    pagina = soort.objects.get()
    # A form that stays behind: nobody takes it away.
    monkeypatch.setattr(vervallen, "NEEM_WEG", vervallen.NEEM_WEG.replace("WHERE van", "WHERE false AND van"))
    hoe(pagina, gelezen)
    assert vormen_van(pagina).exists()
    eigen = {AgendaItemPage: "agenda-items", ProjectPage: "projecten", OproepPage: "oproepen"}[soort]
    for adres in (f"/api/v1/{eigen}/{pagina.pk}", f"/api/v1/paginas/{pagina.pk}"):
        assert client.get(adres).status_code == 404
    for lijst in (eigen, "paginas"):
        resultaten = client.get(f"/api/v1/{lijst}?metInhoud=true&paginaGrootte=100").json()["resultaten"]
        assert pagina.pk not in {resultaat["id"] for resultaat in resultaten}


@pytest.mark.parametrize("hoe", [weg, afgeschermd, onder_een_afgeschermde_pagina])
def test_wie_een_pagina_noemt_die_niet_meer_openbaar_is_noemt_haar_bij_de_volgende_vraag_niet(
    gelezen, client, hoe
):
    project = ProjectPage.objects.get()
    elders = factories.KernPageFactory(parent=gelezen.get_parent(), title="Waardenburg")
    item = factories.AgendaItemPageFactory(parent=factories.lijst_van(elders, AgendaPage), project=project)
    adres = f"/api/v1/agenda-items/{item.pk}"
    assert client.get(adres).json()["project"]["id"] == project.pk
    hoe(project, gelezen)
    assert client.get(adres).json()["project"] is None


def test_een_vorm_van_andere_code_wordt_niet_gelezen(gelezen, client):
    Vorm.objects.update(maaksel="oud", kort=F("pagina_kort"), pagina_kort="geen json")
    assert client.get(LIJST).json()["resultaten"][0]["samenvatting"]
    assert client.get("/api/v1/paginas").status_code == 200
    assert not Vorm.objects.filter(maaksel="oud", pagina__in=ProjectPage.objects.all()).exists()


def test_wat_gemaakt_werd_terwijl_er_iets_veranderde_wordt_niet_bewaard(gelezen, monkeypatch):
    project, site = ProjectPage.objects.get(), Site.objects.get()
    vormen_van(project).delete()
    echt = maken.bouw

    def bouw_en_iemand_publiceert(*wat):
        vormen = echt(*wat)
        verhoog_inhoudsversie()
        huidige_inhoudsversie()  # counted, as it is at the commit
        return vormen

    monkeypatch.setattr(maken, "bouw", bouw_en_iemand_publiceert)
    assert len(maken.maak_vormen(site, "nl", [project.pk])) == 1
    assert not vormen_van(project).exists()


def test_de_naam_van_de_server_staat_in_geen_vorm(gelezen, client):
    assert "testserver" in client.get(LIJST).text
    assert not any("testserver" in tekst for rij in Vorm.objects.values_list(*maken.TEKST) for tekst in rij)
    assert "\uffff" not in client.get(LIJST).text
    assert "http://localhost/beesd/" in client.get(LIJST, headers={"host": "localhost"}).text


def test_een_ander_thema_is_meteen_overal_te_zien(gelezen, client):
    thema = Thema.objects.get(project_themas__content_object=ProjectPage.objects.get())
    thema.name = "Nieuw thema"
    thema.save()
    assert client.get(LIJST).json()["resultaten"][0]["themas"][0]["naam"] == "Nieuw thema"


def test_het_commando_maakt_wat_er_niet_is_en_gooit_weg_wat_oud_is(rijk, adressen, client, capsys):
    call_command("maak_vormen")
    assert "vormen gemaakt" in capsys.readouterr().out
    alle = list(Vorm.objects.order_by("pagina", "taal").values_list("pagina", "taal", *maken.TEKST))
    assert ProjectPage.objects.get().pk in {pagina for pagina, *_ in alle}
    Vorm.objects.update(maaksel="oud")
    call_command("maak_vormen")
    assert list(Vorm.objects.order_by("pagina", "taal").values_list("pagina", "taal", *maken.TEKST)) == alle
    call_command("maak_vormen")
    assert capsys.readouterr().out.endswith("\n0 vormen gemaakt.\n")


def test_counting_for_each_kern_is_one_question_also_for_who_has_a_cookie(client, dorp):
    client.cookies["iets"] = "x"
    client.get("/api/v1/kernen")
    with CaptureQueriesContext(connection) as vragen:
        client.get("/api/v1/kernen")
    assert sum("union all" in vraag["sql"].lower() for vraag in vragen) == 1
