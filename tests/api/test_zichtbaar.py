"""What an anonymous visitor can't see on the site is in no field, count, facet, related list or fragment."""

import pytest
from wagtail.models import Page, PageViewRestriction, Site

from kernpagina.models import AgendaItemPage, OproepPage
from projecten.models import ProjectPage
from tests import factories

GEHEIM = "zeppelinhaven"
LIJSTEN = ["kernen", "agenda-items", "projecten", "oproepen", "paginas"]


def alles(client) -> str:
    """Everything that the API and the feeds say, in one text."""
    adressen = [f"/api/v1/{lijst}?metInhoud=true&paginaGrootte=100" for lijst in LIJSTEN]
    adressen += [
        "/api/v1/kernagendapunten",
        "/api/v1/themas",
        "/api/v1/wijzigingen",
        "/api/v1/omleidingen",
        "/api/v1/site",
        "/api/v1/kernen/beesd",
        "/api/v1/kernen/beesd/kernagenda",
    ]
    adressen += [
        f"/api/v1/zoek?q={GEHEIM}",
        "/agenda.ics",
        "/beesd/agenda.ics",
        "/nieuw.xml",
        "/beesd/nieuw.xml",
        "/sitemap.xml",
    ]
    adressen += [f"/insluiten/beesd/{soort}" for soort in ("agenda", "projecten", "oproepen")] + [
        "/beesd/scherm/"
    ]
    for model, lijst in (
        (ProjectPage, "projecten"),
        (AgendaItemPage, "agenda-items"),
        (OproepPage, "oproepen"),
    ):
        adressen += [f"/api/v1/{lijst}/{pk}" for pk in model.objects.live().values_list("pk", flat=True)]
    adressen += [f"/api/v1/paginas/{pk}" for pk in Page.objects.values_list("pk", flat=True)]
    antwoorden = [client.get(adres) for adres in adressen]
    zoek = client.get(f"/api/v1/zoek?q={GEHEIM}").json()
    assert zoek["aantal"] == 0
    assert zoek["facetten"] == {"kern": [], "soort": [], "thema": []}
    return "".join(
        a.content.decode()
        for a in antwoorden
        if a.status_code == 200 and "/zoek" not in a.request["PATH_INFO"]
    )


def verberg_concept(project, projecten):
    project.title = f"Plan {GEHEIM}"
    with factories.opzetten():
        project.save_revision()


def verberg_intrekken(project, projecten):
    project.title = f"Plan {GEHEIM}"
    factories.depubliceer(factories.publiceer(project))


def verberg_wachtwoord(project, projecten):
    project.title = f"Plan {GEHEIM}"
    PageViewRestriction.objects.create(
        page=factories.publiceer(project), restriction_type="password", password="x"
    )


def verberg_bovenliggende(project, projecten):
    project.title = f"Plan {GEHEIM}"
    factories.publiceer(project)
    PageViewRestriction.objects.create(page=projecten, restriction_type="login")


def verberg_andere_site(project, projecten):
    ander = factories.HomePageFactory(parent=factories.wortel(), title=f"Elders {GEHEIM}", slug="elders")
    Site.objects.create(hostname="elders.example", root_page=ander)
    factories.InformatiePageFactory(parent=ander, title=f"Over {GEHEIM}")


@pytest.mark.parametrize(
    "verberg",
    [verberg_concept, verberg_intrekken, verberg_wachtwoord, verberg_bovenliggende, verberg_andere_site],
)
def test_nergens_te_vinden(client, rijk, projecten, verberg):
    verberg(ProjectPage.objects.get(), projecten)
    assert GEHEIM not in alles(client).casefold()


def test_wat_te_zien_is_staat_overal(client, rijk):
    """The other way round: the test above would be worth nothing if the word were nowhere anyway."""
    project = ProjectPage.objects.get()
    project.title = f"Plan {GEHEIM}"
    factories.publiceer(project)
    assert client.get(f"/api/v1/zoek?q={GEHEIM}").json()["aantal"] == 1
    for adres in (
        "/api/v1/projecten",
        "/api/v1/agenda-items",
        "/api/v1/kernagendapunten",
        "/nieuw.xml",
        "/insluiten/beesd/projecten",
    ):
        assert GEHEIM in client.get(adres).content.decode(), adres
    assert (
        f"plan-{GEHEIM}" in client.get("/sitemap.xml").content.decode()
        or "nieuwe-speeltuin" in client.get("/sitemap.xml").content.decode()
    )


def test_een_spiegel_van_een_afgeschermde_pagina_is_ook_afgeschermd(client, beesd, projecten):
    project = factories.ProjectPageFactory(parent=projecten, title=f"Plan {GEHEIM}")
    andere = factories.KernPageFactory(title="Heukelum")
    with factories.opzetten():
        project.create_alias(parent=andere.get_children().get(slug="projecten"))
    PageViewRestriction.objects.create(page=project, restriction_type="login")
    assert GEHEIM not in alles(client).casefold()


def test_aantallen_zijn_die_van_de_lijsten(client, rijk):
    (kern,) = client.get("/api/v1/kernen").json()["resultaten"]
    for veld, lijst in (
        ("agendaItems", "agenda-items"),
        ("projecten", "projecten"),
        ("oproepen", "oproepen"),
        ("kernagendapunten", "kernagendapunten"),
    ):
        assert kern["aantallen"][veld] == client.get(f"/api/v1/{lijst}?kern=beesd").json()["aantal"] == 1
    for thema in client.get("/api/v1/themas").json()["resultaten"]:
        for veld, lijst in (
            ("agendaItems", "agenda-items"),
            ("projecten", "projecten"),
            ("oproepen", "oproepen"),
            ("kernagendapunten", "kernagendapunten"),
        ):
            assert (
                thema["aantallen"][veld]
                == client.get(f"/api/v1/{lijst}?thema={thema['slug']}").json()["aantal"]
            )


def test_een_project_over_twee_kernen(client, rijk):
    factories.KernPageFactory(title="Heukelum")
    heukelum = Page.objects.get(slug="heukelum")
    project = ProjectPage.objects.get()
    project.ook_in_kernen = [heukelum, rijk]
    factories.publiceer(project)
    aantal = {
        k["slug"]: k["aantallen"]["projecten"] for k in client.get("/api/v1/kernen").json()["resultaten"]
    }
    assert aantal == {"beesd": 1, "heukelum": 1}
    (gevonden,) = client.get("/api/v1/projecten?kern=heukelum").json()["resultaten"]
    assert {kern["slug"] for kern in gevonden["ookInKernen"]} == {"beesd", "heukelum"}


def test_dutch_stemming_fragmenten_en_facetten(client, rijk, themas):
    gevonden = client.get("/api/v1/zoek?q=speeltuinen").json()
    (project,) = [r for r in gevonden["resultaten"] if r["soort"] == "project"]
    assert "<mark>speeltuin</mark>" in project["fragment"].lower()
    assert {"waarde": "beesd", "naam": "Beesd", "aantal": gevonden["aantal"]} in gevonden["facetten"]["kern"]
    assert client.get("/api/v1/zoek?q=speeltuinen&soort=project").json()["aantal"] == 1
    factories.ProjectPageFactory(
        parent=Page.objects.get(slug="projecten"), samenvatting="<script>speeltuin</script>"
    )
    for rij in client.get("/api/v1/zoek?q=speeltuin").json()["resultaten"]:
        assert "<script" not in rij["fragment"]


def test_afbeelding_is_te_halen_en_te_raden_niet(client, rijk):
    (project,) = client.get("/api/v1/projecten").json()["resultaten"]
    adres = project["afbeelding"]["standaard"]
    assert client.get(adres).headers["Content-Type"] == "image/jpeg"
    assert client.get(adres.replace("width-", "width-1")).status_code == 403
