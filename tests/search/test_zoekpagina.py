"""The search page: stemming, typing errors, choices, and nothing found."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache

from projecten.models import ProjectPage
from tests import factories


@pytest.fixture(autouse=True)
def _paginas(beesd, agenda, projecten):
    cache.clear()
    factories.ProjectPageFactory(parent=projecten, title="Nieuwe speeltuin")
    factories.AgendaItemPageFactory(parent=agenda, title="Bouwdag speeltuin")
    yield
    cache.clear()


def zoek(client, vraag: str, **keuze: str) -> str:
    antwoord = client.get("/zoeken/", {"q": vraag, **keuze})
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_stam(client) -> None:
    assert "2 gevonden" in zoek(client, "speeltuinen")


@pytest.mark.parametrize("vraag", ["de", "het en de", "Voor"])
def test_een_woord_dat_overal_staat(client, vraag: str) -> None:
    html = zoek(client, vraag)
    assert "dit staat bijna overal" in html
    assert "korter" not in html
    assert "dit staat bijna overal" not in zoek(client, "xyzzyxyzzy") + zoek(client, "???")


@pytest.mark.parametrize("vraag", ["speel\u200btuin", "\u202espeeltuin", "speel\xadtuin\ufeff"])
def test_wat_niemand_ziet_wordt_niet_gezocht(client, vraag: str) -> None:
    assert "2 gevonden" in zoek(client, vraag)
    assert client.get("/api/v1/zoek", {"q": vraag}).json()["aantal"] == 2


@pytest.mark.parametrize("vraag", ["\u200b", " \u202e\xad ", "\u3164"])
def test_wie_niets_zichtbaars_vraagt_heeft_niets_gevraagd(client, vraag: str) -> None:
    html = zoek(client, vraag)
    assert "We vonden niets" not in html
    assert "gevonden" not in html


@pytest.mark.parametrize("tikfout", ["speltuin", "speelltuin", "Speeltiun", "nieuwe speltuin"])
def test_tikfout(client, tikfout: str) -> None:
    html = zoek(client, tikfout)
    assert "We zochten op" in html
    assert "Nieuwe speeltuin" in html


def test_wat_weg_is_wordt_niet_voorgesteld(client) -> None:
    """Not for a minute: the words that are kept go with the page they came from."""
    project = ProjectPage.objects.get()
    project.title = "Zeppelinhaven"
    project = factories.publiceer(project)
    assert "zeppelinhaven" in zoek(client, "zepelinhaven").lower()
    factories.depubliceer(project)
    assert "zeppelin" not in zoek(client, "zepelinhaven").lower()


@pytest.mark.parametrize(
    ("vraag", "titel"),
    [
        ("bankje", "Nieuwe bankjes"),
        ("borrel", "Dorpsborrel"),
        ("gezellige borrel", "Dorpsborrel"),
        ("dorpsborrels", "Dorpsborrel"),
    ],
)
def test_een_woord_met_een_uitgang_of_achteraan_een_ander(client, agenda, projecten, vraag, titel) -> None:
    factories.ProjectPageFactory(parent=projecten, title="Nieuwe bankjes")
    item = factories.AgendaItemPageFactory
    item(parent=agenda, title="Dorpsborrel", samenvatting="Een gezellige avond.")
    item(parent=agenda, title="Vergadering", samenvatting="Zonder drank.")
    html = zoek(client, vraag)
    assert "1 gevonden" in html
    assert titel in html


@pytest.mark.parametrize(
    "vraag",
    [
        "“Reünie”",
        "„reünie’",
        "‘reünie’",
        "reu\u0308nie",
        "ｒｅünie",
        "reünie/feest",
        "feest🌳reünie",
        "foto’s reünie",
    ],
)
def test_zoals_een_telefoon_of_een_ander_programma_het_schrijft(client, agenda, vraag) -> None:
    factories.AgendaItemPageFactory(parent=agenda, title="Reünie", samenvatting="Feest met foto’s.")
    html = zoek(client, vraag)
    assert "1 gevonden" in html
    assert "Reünie" in html


def test_wie_letterlijk_zoekt_vindt_geen_ander_woord(client, agenda) -> None:
    factories.AgendaItemPageFactory(parent=agenda, title="Dorpsborrel")
    assert "We vonden niets" in zoek(client, '"borrel"')


def test_wat_getypt_is_staat_voor_wat_erop_lijkt(client, agenda) -> None:
    for titel in ("Borrel", "Dorpsborrel"):
        factories.AgendaItemPageFactory(parent=agenda, title=titel)
    html = zoek(client, "borrel")
    assert html.index(">Borrel</a>") < html.index(">Dorpsborrel</a>")


def test_een_heel_gewoon_woord_geeft_de_beste(client, agenda, monkeypatch) -> None:
    """And those with the word in their title first, however many others there are."""
    monkeypatch.setattr("search.zoeken.MEESTE", 3)
    for n in range(4):
        factories.AgendaItemPageFactory(parent=agenda, title=f"Avond {n}", samenvatting="In het dorpshuis.")
    factories.AgendaItemPageFactory(parent=agenda, title="Dorpshuis open")
    html = zoek(client, "dorpshuis")
    assert "3 gevonden" in html
    assert "Dorpshuis open" in html


def test_keuze_van_soort_en_kern(client) -> None:
    assert "Projecten (1)" in zoek(client, "speeltuin")
    html = zoek(client, "speeltuin", soort="projectpage", kern="beesd")
    assert "1 gevonden" in html
    assert "Bouwdag" not in html
    assert "2 gevonden" in zoek(client, "speeltuin", soort="user", kern="nee")


def keuzes(html: str) -> list[dict[str, int]]:
    """Of each facet what may be chosen, and how many that leaves."""
    lijsten = BeautifulSoup(html, "html.parser").select(".bloei-keuzes")
    teksten = [[keuze.get_text() for keuze in lijst.select("a")[1:]] for lijst in lijsten]
    return [
        {naam: int(aantal.rstrip(")")) for naam, _, aantal in (t.rpartition(" (") for t in van)}
        for van in teksten
    ]


def test_wat_er_te_kiezen_is_telt_op_tot_wat_er_is(client, agenda) -> None:
    html = zoek(client, "agenda")
    [soorten] = keuzes(html)
    assert soorten["Overzichten"] >= 1
    assert f"{sum(soorten.values())} gevonden" in html
    assert f"{soorten['Overzichten']} gevonden" in zoek(client, "agenda", soort="overzicht")


def test_een_keuze_zegt_wat_zij_overlaat_naast_de_andere(client, home) -> None:
    factories.InformatiePageFactory(parent=home, title="Een speeltuin aanvragen")
    [soorten, kernen] = keuzes(zoek(client, "speeltuin"))
    assert sum(soorten.values()) == sum(kernen.values()) == 3
    html = zoek(client, "speeltuin", kern="beesd")
    [soorten, kernen] = keuzes(html)
    assert f"{sum(soorten.values())} gevonden" in html
    assert kernen == {"Beesd": 2, "Niet van één kern": 1}
    assert "1 gevonden" in zoek(client, "speeltuin", kern="-")


def test_niets(client) -> None:
    html = zoek(client, "xyzzy")
    assert "We vonden niets" in html
    assert "Ga naar je kern" in html


@pytest.mark.parametrize("vraag", ["\x00", "'\"<script>", "a" * 5000, "!!!", "& | ! ( )", "%", "\\"])
def test_elke_vraag_mag(client, vraag: str) -> None:
    assert "<script>" not in zoek(client, vraag)


def test_een_treffer_zegt_wanneer_het_is_en_hoe_het_ermee_staat(
    client, agenda, oproepen, projecten, time_machine
) -> None:
    time_machine.move_to("2026-06-15 12:00 +0200")
    item, oproep = factories.AgendaItemPageFactory, factories.OproepPageFactory
    af = {"status": "geannuleerd", "toelichting": "Regen."}
    item(parent=agenda, title="Kermis komt", begin=factories.moment("2026-06-16 20:00"))
    item(parent=agenda, title="Kermis afgelast", begin=factories.moment("2026-06-17 20:00"), **af)
    item(parent=agenda, title="Kermis was", begin=factories.moment("2026-06-10 20:00"))
    oproep(parent=oproepen, title="Kermis open")
    oproep(parent=oproepen, title="Kermis dicht", opent="2025-12-04", sluit="2026-01-01")
    factories.ProjectPageFactory(
        parent=projecten, title="Kermis stopt", status="gestopt", reden_gestopt="Op."
    )
    pagina = BeautifulSoup(zoek(client, "kermis"), "html.parser")
    regels = {
        treffer.h3.get_text(): " ".join(treffer.find(class_="bloei-kaart__regel").get_text().split())
        for treffer in pagina.find_all(class_="bloei-treffer")
    }
    assert regels == {
        "Kermis komt": "Agenda · Beesd · dinsdag 16 juni 2026, 20.00 uur",
        "Kermis afgelast": "Agenda · Beesd · woensdag 17 juni 2026, 20.00 uur Gaat niet door",
        "Kermis was": "Agenda · Beesd · woensdag 10 juni 2026, 20.00 uur Geweest",
        "Kermis open": "Oproepen · Beesd · van 1 juni tot en met 30 juni 2026 Open",
        "Kermis dicht": "Oproepen · Beesd · van 4 december 2025 tot en met 1 januari 2026 Gesloten",
        "Kermis stopt": "Projecten · Beesd Gestopt",
    }
    in_api = client.get("/api/v1/zoek?q=kermis&taal=nl").json()["resultaten"]
    gezegd = {
        rij["titel"]: " ".join([rij["wanneer"], (rij["stand"] or {"naam": ""})["naam"]]).strip()
        for rij in in_api
    }
    assert gezegd == {titel: regel.partition("Beesd")[2].strip(" ·") for titel, regel in regels.items()}
    let_op = {rij["titel"] for rij in in_api if rij["stand"] and rij["stand"]["letOp"]}
    assert let_op == {"Kermis afgelast", "Kermis was", "Kermis dicht", "Kermis stopt"}
    engels = client.get("/api/v1/zoek?q=afgelast&taal=en").json()["resultaten"][0]
    assert (engels["wanneer"], engels["stand"]["naam"]) == ("Wednesday 17 June 2026, 20:00", "Cancelled")


def test_een_lijst_heeft_geen_soort(client, agenda) -> None:
    pagina = BeautifulSoup(zoek(client, agenda.title), "html.parser")
    treffer = next(
        rij for rij in pagina.find_all(class_="bloei-treffer") if rij.h3.get_text() == agenda.title
    )
    assert treffer.find(class_="bloei-kaart__regel").get_text().split() == ["Beesd"]


@pytest.mark.parametrize("vraag", ["'t Klokhuis", "’t klokhuis", "‘t Klokhuis", "t klokhuis"])
def test_een_lidwoord_dat_kort_is_geschreven_hoeft_er_niet_zo_te_staan(client, agenda, vraag: str) -> None:
    factories.AgendaItemPageFactory(parent=agenda, title="Borrel", locatie="Het Klokhuis")
    html = zoek(client, vraag)
    assert "1 gevonden" in html
    assert "Niets heeft al je woorden" not in html


def test_een_naam_die_er_niet_is_wordt_geen_ander_woord(client, projecten) -> None:
    factories.ProjectPageFactory(parent=projecten, title="Wees lief in het park")
    assert "Bedoel je" not in zoek(client, "Kees")
    assert "Bedoel je" in zoek(client, "weez")
