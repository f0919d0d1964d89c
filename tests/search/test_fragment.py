"""The piece of text under a hit: words that somebody wrote, not those of the form they were written in."""

import html
import json

from core.models import Thema
from kernpagina.models import KernagendaPage, Uitkomstpunt
from projecten.models import ProjectPage
from search.zoeken import als_html
from tests import factories
from tests.meedoen.hulp import oproep_in
from tests.talen.vertaler import vertaal


def stukje(client, vraag: str) -> str:
    [treffer] = client.get("/zoeken/", {"q": vraag}).context["paginering"].object_list
    return treffer.stukje


def test_van_een_kernagenda(client, kernagenda: KernagendaPage, themas: list[Thema]) -> None:
    punt = factories.punt("Zeppelinhal", omschrijving="<p>Een plek voor luchtvaart.</p>", herkomst="anders")
    punt["value"] |= {"planning": None, "naam_trekker": "Vrienden van de zeppelin"}
    kernagenda.onderdelen = json.dumps([factories.onderdeel(themas[0], punt)])
    factories.publiceer(kernagenda)
    gevonden = stukje(client, "zeppelinhal")
    assert "luchtvaart" in gevonden
    assert "Vrienden van de" in gevonden
    for woord in ("None", "Anders", "Wens", "Inwoners"):
        assert woord not in gevonden


def test_van_een_kop(client, projecten) -> None:
    inhoud = [
        ("kop", {"tekst": "Zeppelins boven Beesd", "niveau": "h2"}),
        ("tekst", "<p>Ze komen eraan.</p>"),
    ]
    project = factories.ProjectPageFactory(parent=projecten, title="Luchtvaart")
    project.inhoud = inhoud
    factories.publiceer(project)
    assert ProjectPage.objects.get(title="Luchtvaart").inhoud
    assert "Kop" not in stukje(client, "zeppelins")


def test_van_wat_er_bij_een_oproep_staat(client, oproepen) -> None:
    oproep = factories.OproepPageFactory(parent=oproepen, title="Denk mee")
    waar = {
        "voor_wie": "Voor wandelaars", "wat_staat_vast": "De linde blijft.", "ruimte_voor_invloed": "Waar de bankjes komen.",
        "offline_meedoen": "Een briefje bij Ria.",
    }  # fmt: skip
    for veld, tekst in waar.items():
        setattr(oproep, veld, tekst)
    factories.publiceer(oproep)
    for woord in ("wandelaars", "linde", "bankjes", "briefje"):
        assert f"<mark>{woord}</mark>" in stukje(client, woord)


def test_van_wat_er_met_een_oproep_gebeurt(client, oproepen) -> None:
    """As a visitor reads it below the outcome: from its first publication on, as it is now, and not before there is one."""
    oproep = factories.OproepPageFactory(parent=oproepen, title="Denk mee", uitkomst="")
    oproep.uitkomstpunten = [
        Uitkomstpunt(titel="Zeppelins", besluit="over", antwoord="De ballonvaarder komt.")
    ]
    factories.publiceer(oproep)
    assert not client.get("/zoeken/", {"q": "ballonvaarder"}).context["paginering"].object_list
    oproep.uitkomst, oproep.motivering = (
        "<p>Er kwam veel binnen.</p>",
        "<p>De gondelier zei ja &amp; nee.</p>",
    )
    factories.publiceer(oproep)
    for woord in ("zeppelins", "ballonvaarder", "gondelier"):
        assert woord in stukje(client, woord).lower()
    assert "ja & nee" in html.unescape(stukje(client, "gondelier"))
    oproep.uitkomstpunten = [Uitkomstpunt(titel="Vliegers", besluit="over", antwoord="Die komen er.")]
    factories.publiceer(oproep)
    assert "Vliegers" in stukje(client, "gondelier")
    assert not client.get("/zoeken/", {"q": "ballonvaarder"}).context["paginering"].object_list


def test_wie_besluit_staat_erbij_in_de_taal_van_de_pagina(client, dorp) -> None:
    oproep = oproep_in(dorp.beesd, besluitnemer="college")
    vertaal(oproep, "en", hoe=lambda zin: f"In English: {zin}")
    assert "het <mark>college</mark> van burgemeester" in stukje(client, "college").lower()
    [treffer] = client.get("/en/zoeken/", {"q": "aldermen"}).context["paginering"].object_list
    assert "<mark>" in treffer.stukje


def test_een_stukje_midden_uit_een_zin_zegt_dat(client, projecten) -> None:
    zin = " ".join(f"woord{nummer}" for nummer in range(60))
    project = factories.ProjectPageFactory(
        parent=projecten, title="Luchtvaart", samenvatting="Vanaf de kerk."
    )
    project.inhoud = [("tekst", f"<p>Dit begint {zin} met de zeppelin erbij {zin} en eindigt.</p>")]
    factories.publiceer(project)
    gevonden = stukje(client, "zeppelin")
    assert gevonden.startswith("… woord")
    assert gevonden.endswith(" …")
    heel = stukje(client, "kerk")
    assert heel.startswith("Vanaf de <mark>kerk</mark>.")


def test_van_wat_geen_tekst_heeft_is_er_geen_stukje() -> None:
    assert als_html(None) == als_html("") == ""


def test_onder_een_treffer_staan_zinnen(client, projecten) -> None:
    project = factories.ProjectPageFactory(
        parent=projecten, title="Luchtvaart", samenvatting="Hier kun je over meepraten", locatie="de hangar"
    )
    project.inhoud = [
        ("kop", {"tekst": "Wat is er nodig voor mijn zeppelin?", "niveau": "h2"}),
        ("tekst", "<p>Gas.</p>"),
        ("kop", {"tekst": "Op de fiets", "niveau": "h2"}),
        ("tekst", "<p>Kom langs.</p>"),
    ]
    factories.publiceer(project)
    gevonden = stukje(client, "zeppelin")
    zin = "Hier kun je over meepraten. Wat is er nodig voor mijn <mark>zeppelin</mark>? Gas. Op de fiets. Kom langs."
    assert gevonden.startswith(zin)
    assert "de hangar" in gevonden


def test_wat_niet_in_de_titel_staat_staat_in_het_stukje(client, projecten) -> None:
    """One word in the title, another far into the text; and in both languages, with marks that weren't typed."""
    ver = " ".join(f"woord{nummer}" for nummer in range(60))
    project = factories.ProjectPageFactory(
        parent=projecten, title="Luchtvaart", samenvatting="Vanaf de kerk."
    )
    project.inhoud = [
        ("tekst", f"<p>Dit begint {ver} met de zeppelin erbij. Daarna {ver} nog een reünie.</p>")
    ]
    factories.publiceer(project)
    for vraag in ("luchtvaart zeppelin", "zeppelin luchtvaart -ballon"):
        gevonden = stukje(client, vraag)
        assert "<mark>zeppelin</mark>" in gevonden, vraag
    assert "<mark>reünie</mark>" in stukje(client, "luchtvaart reunie")
    # What the text has all of, it shows all of.
    samen = stukje(client, "kerk zeppelin")
    assert "<mark>kerk</mark>" in samen
    assert "<mark>zeppelin</mark>" in samen
    vertaal(project, "pl", hoe=lambda zin: f"Po polsku {zin} żółty")
    [treffer] = client.get("/pl/zoeken/", {"q": "luchtvaart zolty"}).context["paginering"].object_list
    assert "<mark>żółty</mark>" in treffer.stukje
    # Only the title has it: then the text begins where it begins.
    assert stukje(client, "luchtvaart").startswith("Vanaf de kerk.")
