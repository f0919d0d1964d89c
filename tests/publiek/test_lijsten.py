"""Lists: filters as plain GET forms, pages of twenty, and as many queries for twenty items as for one."""

import re

import pytest
from bs4 import BeautifulSoup

from tests import factories
from tests.factories import moment
from tests.publiek.conftest import maak_items

LIJSTEN = [
    "/beesd/agenda/",
    "/beesd/projecten/",
    "/beesd/meedoen/",
    "/beesd/kernagenda/",
    "/agenda/",
    "/projecten/",
    "/meedoen/",
    "/kernagendapunten/",
    "/zoeken/",
]
ONZIN = [
    "thema=bestaat-niet",
    "thema=%00",
    "soort=onbekend&status=onbekend&trekker=niemand&initiatiefnemer=niemand&periode=ooit&kern=nergens",
    "status=%27%22%3E%3Cscript%3E",
    "thema=wonen&thema=economie&status=open&status=wens",
    "pagina=0",
    "pagina=-1",
    "pagina=abc",
    "pagina=999999999999999999999999",
    "pagina=%00",
    "weergave=onzin&maand=2026-99",
    "weergave=maand&maand=0000-00",
    "weergave=maand&maand=9999-12",
    "versie=99&van=x&tot=-1",
    "q=%00",
    "q=" + "plein+" * 200,
    "q=%28%26%7C%21%29+%27",
    "q=%5C%3A%2A",
]


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_onzin_in_het_adres_doet_geen_kwaad(client, beesd, themas, lijst):
    for vraag in ONZIN:
        antwoord = client.get(f"{lijst}?{vraag}")
        assert antwoord.status_code == 200, vraag
        assert "<script>" not in antwoord.content.decode(), vraag


def titels(client, url):
    """The titles of what a list shows, in order; not what it shows in the place of nothing."""
    pagina = BeautifulSoup(client.get(url).content, "html.parser")
    for straks in pagina.find_all(class_="bloei-straks"):
        straks.decompose()
    gevonden = re.compile(r"^/[\w-]+/(agenda|projecten|meedoen)/[\w-]+/$")
    return [link.get_text(strip=True) for link in pagina.main.find_all("a", href=gevonden)]


class TestAgendaFilter:
    @pytest.fixture(autouse=True)
    def items(self, agenda, themas):
        maak = factories.AgendaItemPageFactory
        maak(parent=agenda, title="Gisteren", begin=moment("2026-06-14 20:00"), soort="schouw")
        vandaag = maak(parent=agenda, title="Vanochtend", begin=moment("2026-06-15 09:00"), soort="inloop")
        maak(parent=agenda, title="Volgende maand", begin=moment("2026-07-02 20:00"), soort="schouw")
        vandaag.themas.set(themas[:1])
        with factories.opzetten():
            vandaag.save()

    @pytest.mark.parametrize(
        ("vraag", "verwacht"),
        [
            ("", ["Vanochtend", "Volgende maand"]),
            ("periode=geweest", ["Gisteren"]),
            ("periode=week", ["Vanochtend"]),
            ("periode=maand", ["Vanochtend"]),
            ("soort=schouw", ["Volgende maand"]),
            ("periode=geweest&soort=schouw", ["Gisteren"]),
            ("thema=wonen", ["Vanochtend"]),
            ("thema=wonen&soort=schouw", []),
            ("periode=onzin", ["Vanochtend", "Volgende maand"]),
        ],
    )
    def test_keuze(self, client, vraag, verwacht):
        assert titels(client, f"/beesd/agenda/?{vraag}") == verwacht


class TestOproepFilter:
    @pytest.fixture(autouse=True)
    def alle(self, oproepen):
        maak = factories.OproepPageFactory
        maak(parent=oproepen, title="Nu open", soort="peiling")
        maak(parent=oproepen, title="Begint nog", opent="2026-07-01", sluit="2026-07-09")
        eerder = {"opent": "2026-05-01", "sluit": "2026-05-31"}
        maak(parent=oproepen, title="Gesloten", **eerder)
        maak(parent=oproepen, title="Te laat", terugkoppeling_uiterlijk="2026-06-14", **eerder)
        maak(parent=oproepen, title="Klaar", uitkomst="<p>Een bankje.</p>", **eerder)

    @pytest.mark.parametrize(
        ("vraag", "verwacht"),
        [
            ("", {"Nu open", "Begint nog", "Gesloten", "Te laat", "Klaar"}),
            ("status=open", {"Nu open"}),
            ("status=gepland", {"Begint nog"}),
            ("status=gesloten", {"Gesloten"}),
            ("status=te-laat", {"Te laat"}),
            ("status=teruggekoppeld", {"Klaar"}),
            ("status=open&soort=ideeën", set()),
        ],
    )
    def test_keuze(self, client, vraag, verwacht):
        assert set(titels(client, f"/beesd/meedoen/?{vraag}")) == verwacht


def test_oproepen_staan_op_volgorde_van_wat_je_kunt(client, oproepen):
    """Open, soonest to close first; then what has yet to open; then what closed, newest first."""
    dagen = {
        "Nog lang": ("2026-06-01", "2027-04-01"),
        "Laatste dag": ("2026-06-01", "2026-06-15"),
        "Over een maand": ("2026-07-15", "2026-07-20"),
        "Over een week": ("2026-06-22", "2026-09-01"),
        "Lang geleden": ("2025-05-01", "2025-05-31"),
        "Pas dicht": ("2026-05-01", "2026-06-14"),
    }
    for titel, (opent, sluit) in dagen.items():
        velden = {"opent": opent, "sluit": sluit, "terugkoppeling_uiterlijk": "2027-05-01"}
        factories.OproepPageFactory(parent=oproepen, title=titel, **velden)
    verwacht = ["Laatste dag", "Nog lang", "Over een week", "Over een maand", "Pas dicht", "Lang geleden"]
    for adres in ("/beesd/meedoen/", "/meedoen/"):
        assert titels(client, adres) == verwacht, adres


class TestWatKomtErNaEenLegeLijst:
    """An empty list shows what comes first, with its date, if anything does."""

    @pytest.fixture(autouse=True)
    def items(self, agenda, oproepen):
        maak = factories.AgendaItemPageFactory
        af = {"status": "geannuleerd", "toelichting": "De zaal is dicht."}
        maak(parent=agenda, title="Afgelast", begin=moment("2026-07-06 20:00"), soort="schouw", **af)
        maak(parent=agenda, title="Straks", begin=moment("2026-07-07 20:00"), soort="inloop")
        maak(parent=agenda, title="Later", begin=moment("2026-07-08 20:00"), soort="schouw")
        begint = {"opent": "2026-07-01", "sluit": "2026-07-09"}
        factories.OproepPageFactory(parent=oproepen, title="Begint nog", soort="peiling", **begint)

    @pytest.mark.parametrize(
        ("adres", "titel", "moment"),
        [
            ("/beesd/agenda/?periode=week", "Straks", "dinsdag 7 juli 2026, 20.00 uur"),
            ("/beesd/agenda/?periode=week&soort=schouw", "Later", "woensdag 8 juli 2026, 20.00 uur"),
            ("/beesd/agenda/?soort=online", "Straks", "dinsdag 7 juli 2026, 20.00 uur"),
            ("/beesd/agenda/?weergave=maand&maand=2026-06", "Straks", "dinsdag 7 juli 2026, 20.00 uur"),
            ("/agenda/?periode=maand&kern=beesd", "Straks", "dinsdag 7 juli 2026, 20.00 uur"),
            ("/en/agenda/?periode=week", "Straks", "Tuesday 7 July 2026, 20:00"),
            ("/beesd/meedoen/?status=open", "Begint nog", "van 1 juli tot en met 9 juli 2026"),
            ("/meedoen/?soort=idee%C3%ABn", "Begint nog", "van 1 juli tot en met 9 juli 2026"),
        ],
    )
    def test_wel(self, client, adres, titel, moment):
        pagina = BeautifulSoup(client.get(adres).content, "html.parser")
        [kaart] = pagina.main.find_all("article")
        assert kaart.find_parent(class_="bloei-straks")
        assert kaart.h3.get_text(strip=True) == titel
        assert moment in kaart.get_text()
        if adres.startswith(("/agenda", "/meedoen", "/en")):
            assert "Beesd" in kaart.get_text()

    def test_niet_van_een_andere_kern(self, client, home):
        factories.KernPageFactory(parent=home, title="Deil")
        for adres in ("/deil/agenda/?periode=week", "/agenda/?kern=deil&periode=week", "/meedoen/?kern=deil"):
            assert not BeautifulSoup(client.get(adres).content, "html.parser").main.article, adres


def test_de_maand_noemt_het_begin_alleen_op_de_eerste_dag(client, agenda):
    maak = factories.AgendaItemPageFactory
    maak(parent=agenda, title="Kermis", begin=moment("2026-06-19 10:00"), einde=moment("2026-06-21 17:00"))
    maak(parent=agenda, title="Bal", begin=moment("2026-06-26 20:00"), einde=moment("2026-06-27 00:00"))
    pagina = BeautifulSoup(client.get("/beesd/agenda/?weergave=maand").content, "html.parser")
    dagen = {
        dag.time["datetime"]: " ".join(dag.ul.get_text().split())
        for dag in pagina.main.find_all(class_="bloei-dag")
        if dag.ul
    }
    assert dagen == {
        "2026-06-19": "Kermis 10.00 uur",
        "2026-06-20": "Kermis tot en met 21 juni",
        "2026-06-21": "Kermis tot 17.00 uur",
        "2026-06-26": "Bal 20.00 tot 24.00 uur",
    }


class TestProjectFilter:
    @pytest.mark.parametrize(
        ("vraag", "verwacht"),
        [
            ("", {"Speeltuin", "Brug"}),
            ("status=gereed", {"Brug"}),
            ("initiatiefnemer=inwoners", {"Speeltuin"}),
            ("initiatiefnemer=inwoners&status=gereed", set()),
        ],
    )
    def test_keuze(self, client, projecten, vraag, verwacht):
        factories.ProjectPageFactory(parent=projecten, title="Speeltuin")
        factories.ProjectPageFactory(
            parent=projecten, title="Brug", status="gereed", initiatiefnemer="gemeente"
        )
        assert set(titels(client, f"/beesd/projecten/?{vraag}")) == verwacht


def test_bladeren(client, agenda, themas):
    """Each item once, over two pages, with the filter kept."""
    maak_items(agenda, 21, themas, soort="inloop")
    url = "/beesd/agenda/?soort=inloop"
    eerste = titels(client, url)
    tweede = titels(client, f"{url}&pagina=2")
    assert (len(eerste), len(tweede)) == (20, 1)
    assert len({*eerste, *tweede}) == 21
    pagina = BeautifulSoup(client.get(url).content, "html.parser")
    volgende = pagina.find("a", rel="next")["href"]
    assert "soort=inloop" in volgende
    assert "pagina=2" in volgende
    assert titels(client, f"{url}&pagina=99") == tweede, "een te hoog nummer geeft de laatste"


class TestZoeken:
    def test_vervoegingen_en_hoofdletters(self, client, projecten):
        factories.ProjectPageFactory(parent=projecten, title="Nieuwe speeltuinen")
        for vraag in ("speeltuin", "SPEELTUINEN", "nieuwe speeltuin"):
            assert "Nieuwe speeltuinen" in client.get("/zoeken/", {"q": vraag}).content.decode(), vraag

    def test_alleen_wat_past(self, client, projecten):
        factories.ProjectPageFactory(parent=projecten, title="Speeltuin")
        assert titels(client, "/zoeken/?q=speeltuin") == ["Speeltuin"]
        assert titels(client, "/zoeken/?q=zeppelin") == []

    def test_de_vraag_staat_er_nog_en_doet_niets(self, client, home):
        antwoord = client.get("/zoeken/", {"q": '"><script>x</script>'}).content.decode()
        assert "&quot;&gt;&lt;script&gt;" in antwoord
        assert "<script>x" not in antwoord
