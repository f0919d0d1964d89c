"""Whatever shows a page shows it in the language that is being read. Every Dutch text of the world that is walked here
bears a §, and a translator puts the language before each sentence: a § without it is Dutch."""

import html
import json
import random
import re
from datetime import UTC, datetime

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import Page

from core.lezer import Lezer, NietGelezen
from kernpagina.models import AgendaItemPage, Kernagendapunt
from kernpagina.punttaal import TEKST, stroom_in_leestaal
from projecten.models import ProjectPage
from tests.talen.test_kosten import adressen
from tests.talen.vertaler import publiceer

# Names and descriptions of pictures, which aren't translated, and words inside a sentence that is.
NEDERLANDS = {"het", "de", "een", "foto", "stuk", "Klokhuis", "plein", "Straat", "Kerngroep", "Groep", "Naam"}
OP_PAPIER = ("/pl/beesd/agenda/maand.txt",)


def tekst(antwoord) -> str:
    if antwoord.headers["Content-Type"].startswith("application/json"):
        return json.dumps(antwoord.json(), ensure_ascii=False)
    return html.unescape(antwoord.content.decode()).replace("\r\n ", "")


def test_geen_kanaal_blijft_nederlands(client, vertaald):
    gelezen = 0
    for adres in (*adressen(vertaald, "pl"), *OP_PAPIER):
        antwoord = client.get(adres)
        assert antwoord.status_code == 200, adres
        inhoud = tekst(antwoord)
        assert set(re.findall(r"(?<!pl: )§ (\w+)", inhoud)) <= NEDERLANDS, adres
        gelezen += "pl: §" in inhoud
    assert gelezen > 40


def test_een_nummer_is_dat_van_de_nederlandse_pagina(client, vertaald):
    for pad, soort in (
        ("/beesd/agenda/avond/", "agenda-items"),
        ("/beesd/projecten/speeltuin/", "projecten"),
        ("/beesd/meedoen/plein/", "oproepen"),
        ("/over/", "paginas"),
    ):
        bron = vertaald[pad]
        vertaling = Page.objects.get(translation_key=bron.translation_key, locale__language_code="pl")
        for taal in ("nl", "pl"):
            # The number of a translation was given out once; it goes on finding its page.
            for nummer in (bron.pk, vertaling.pk):
                gelezen = client.get(f"/api/v1/{soort}/{nummer}", {"taal": taal}).json()
                assert (gelezen["id"], gelezen["taal"]) == (bron.pk, taal), soort
            assert vertaling.pk not in {
                rij["id"] for rij in client.get(f"/api/v1/{soort}", {"taal": taal}).json()["resultaten"]
            }
    project = Page.objects.get(slug="speeltuin", locale__language_code="pl")
    (item,) = client.get("/api/v1/agenda-items", {"taal": "pl", "project": project.pk}).json()["resultaten"]
    assert item["project"]["id"] == vertaald["/beesd/projecten/speeltuin/"].pk


def test_de_feiten_zijn_overal_die_van_nu(client, vertaald):
    """What changes in Dutch alone holds in every language at once, and where a translation has a column for it too."""
    project = vertaald["/beesd/projecten/speeltuin/"]
    project.status = "uitvoering"
    project.themas.clear()
    fase = project.fasen.first()
    fase.niveau = "coproduceren"
    project.fasen = [fase, *project.fasen.all()[1:]]
    publiceer(project)
    kern = vertaald["/beesd/"]
    kern.title = "Beesd aan de Linge"
    publiceer(kern)
    kernagenda = vertaald["/beesd/kernagenda/"]
    ruw = kernagenda.onderdelen.get_prep_value()
    ruw[0]["value"]["punten"][0]["value"] |= {"status": "gereed", "reden": "§ Af", "motivering": ""}
    kernagenda.onderdelen = kernagenda.onderdelen.stream_block.to_python(ruw)
    publiceer(kernagenda)
    gelezen = client.get(f"/api/v1/projecten/{project.pk}", {"taal": "pl"}).json()
    assert (gelezen["status"], gelezen["themas"]) == ("uitvoering", [])
    assert (gelezen["fasen"][0]["niveau"], gelezen["fasen"][0]["titel"]) == ("coproduceren", "pl: § Plan")
    assert (gelezen["kern"]["naam"], gelezen["kern"]["url"].count("/pl/")) == ("Beesd aan de Linge", 1)
    pagina = client.get(f"/api/v1/paginas/{kernagenda.pk}", {"taal": "pl"}).json()
    (punt, _) = pagina["inhoud"][0]["punten"]
    assert (punt["status"], punt["motivering"], punt["titel"]) == ("gereed", None, "pl: § Woningen")
    assert pagina["ouder"]["titel"] == "Beesd aan de Linge"


def test_ook_in_delen_gelezen_en_ook_een_veld_dat_later_komt(vertaald):
    with override("pl"):
        items = AgendaItemPage.objects.filter(locale__language_code="nl").voor_lijst()
        assert [item.title for item in items.iterator(chunk_size=1)] == ["pl: § Avond"]
        punten = Kernagendapunt.objects.zichtbaar().om_te_lezen().order_by("volgorde")
        assert [punt.titel for punt in punten.iterator()] == ["pl: § Woningen", "pl: § Fietspad"]
        (item,) = items
        assert "pl: § kop.tekst" in str(item.inhoud)
        assert item.begin == vertaald["/beesd/agenda/avond/"].begin


def test_een_punt_leest_in_een_lijst_als_in_het_hele_plan(vertaald):
    """A list reads rows, the whole plan is read as it is stored; whatever is missing in either language."""
    keer = random.Random(12)  # noqa: S311 - a test that can be done over
    for _ in range(20):
        plan = {}
        for taal in ("nl", "pl"):
            punten = list(Kernagendapunt.objects.filter(kernagenda__locale__language_code=taal))
            for punt in punten:
                for naam in TEKST:
                    setattr(punt, naam, keer.choice(["", f"{taal} {naam} {keer.random()}"]))
            Kernagendapunt.objects.bulk_update(punten, TEKST)
            rijen = [{"id": str(p.uuid), "value": {naam: getattr(p, naam) for naam in TEKST}} for p in punten]
            plan[taal] = [{"value": {"punten": keer.sample(rijen, k=len(rijen))}}]
        with override("pl"):
            gelezen = Kernagendapunt.objects.zichtbaar().om_te_lezen()
            uit_lijst = {str(p.uuid): {naam: getattr(p, naam) for naam in TEKST} for p in gelezen}
        (heel,) = stroom_in_leestaal(plan["nl"], plan["pl"])
        assert {punt["id"]: punt["value"] for punt in heel["value"]["punten"]} == uit_lijst
        assert len(uit_lijst) == 2


@pytest.mark.parametrize("taal", ["nl", "pl"])
def test_wie_vergeet_te_lezen_krijgt_geen_adres(vertaald, taal):
    lezer = Lezer(RequestFactory().get("/", headers={"host": "localhost"}), taal)
    projecten = lezer.paginas(ProjectPage.objects.all())
    with pytest.raises(NietGelezen):
        lezer.url(projecten.get())
    voor = "" if taal == "nl" else "/pl"
    assert lezer.url(lezer.lees_een(projecten)) == f"http://localhost{voor}/beesd/projecten/speeltuin/"


def test_een_nieuwe_vertaling_is_nieuw_in_haar_taal(client, vertaald):
    """The Dutch page is from long ago; what reads the Polish site by date hears of its translation."""
    lang_geleden = datetime(2020, 1, 1, tzinfo=UTC)
    Page.objects.filter(locale__language_code="nl").update(last_published_at=lang_geleden)
    for lijst in ("projecten", "paginas"):
        vraag = {"gewijzigdSinds": "2024-01-01T00:00:00Z"}
        assert client.get(f"/api/v1/{lijst}", vraag).json()["aantal"] == 0
        nieuw = client.get(f"/api/v1/{lijst}", vraag | {"taal": "pl"}).json()["resultaten"]
        assert {rij["taal"] for rij in nieuw} == {"pl"}
        assert all(rij["gewijzigd"] > vraag["gewijzigdSinds"] for rij in nieuw)
    feed = client.get("/pl/beesd/nieuw.xml").content.decode()
    titels = re.findall(r"<entry>\s*<title>([^<]*)", feed)
    assert [titel.startswith("pl: ") for titel in titels] == sorted(
        (titel.startswith("pl: ") for titel in titels), reverse=True
    )
