"""The worked examples in docs/kanalen, run as they stand against a running site."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, Site

from core.tijd import vandaag
from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepenPage, OproepPage
from projecten.models import ProjectenPage
from tests import factories
from tests.blokken import blok
from tests.talen.vertaler import vertaal
from tests.volgen.spiegel import wat_telt
from volgen.models import Kanaal
from volgen.voorbeeld import maak_sleutel

DOCS = Path(__file__).parents[2] / "docs" / "kanalen"
VOORKANT = DOCS / "voorkant" / "bouw" / "main.js"


@pytest.fixture
def site(transactional_db, live_server):
    home = factories.HomePageFactory()
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    beesd = factories.KernPageFactory(parent=home, title="Beesd")
    agenda, oproepen = factories.lijst_van(beesd, AgendaPage), factories.lijst_van(beesd, OproepenPage)
    feest = factories.AgendaItemPageFactory(
        parent=agenda, title="Feest & zo", begin=timezone.now() + timedelta(days=3)
    )
    dag = vandaag()
    factories.OproepPageFactory(
        parent=oproepen,
        title="Denk mee",
        opent=dag,
        sluit=dag,
        terugkoppeling_uiterlijk=dag + timedelta(days=30),
    )
    factories.publiceer(feest)
    return live_server.url


@pytest.fixture
def draai(site, tmp_path):
    """Run the Python of a page of the docs in a folder of its own; return what it prints."""

    def _draai(naam: str, adres: str = site, **extra: str) -> str:
        (code,) = re.findall(r"```python\n(.*?)```", (DOCS / f"{naam}.md").read_text(), re.DOTALL)
        omgeving = os.environ | {"BLOEI": adres, "PYTHONUTF8": "1"} | extra
        gedaan = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env=omgeving,
            capture_output=True,
            text=True,
            check=False,
        )
        assert gedaan.returncode == 0, gedaan.stderr
        return gedaan.stdout

    return _draai


def test_elk_voorbeeld_wordt_gedraaid():
    namen = {pad.stem for pad in DOCS.glob("*.md")} - {"README"}
    assert namen == {"dorpssite", "scherm", "rekenblad", "spiegel", "voorbeeld", "voorkant", "webhook"}


def test_kanalen(draai):
    assert ">Feest &amp; zo</a>" in draai("dorpssite")

    assert "Feest & zo" in draai("scherm")
    assert "Feest & zo" in draai("scherm")  # 304
    zonder_net = draai("scherm", "http://127.0.0.1:9")
    assert "Geen netwerk" in zonder_net
    assert "Feest & zo" in zonder_net

    kop, rij = csv.reader(io.StringIO(draai("rekenblad")), delimiter=";")
    assert (kop[0], rij[0], rij[1]) == ("Kern", "Beesd", "Denk mee")


def test_een_concept(draai, beheerder_van_de_site):
    item = AgendaItemPage.objects.get()
    item.title = "Groot feest"
    with factories.opzetten():
        item.save_revision()
    kanaal = Kanaal.objects.create(naam="Dorpssite", voorbeeld_adres="https://dorp.example/")
    sleutel = maak_sleutel(kanaal, AgendaItemPage.objects.get(), beheerder_van_de_site)
    assert draai("voorbeeld", SLEUTEL=sleutel) == "Voorbeeld: Groot feest (0 blokken)\n"
    assert "niet meer" in draai("voorbeeld", SLEUTEL=f"{sleutel}x")


@pytest.fixture
def beheerder_van_de_site(site):
    return factories.UserFactory(is_superuser=True)


@pytest.fixture
def kopie(draai, tmp_path):
    """Bring the mirror up to date; gives its pages by number, and how many of them had to be fetched."""

    def _kopie() -> tuple[dict[str, dict], int]:
        gezegd = draai("spiegel")
        paginas = json.loads((tmp_path / "spiegel.json").read_text())["paginas"]
        return paginas, int(gezegd.split()[-2])

    return _kopie


def test_de_spiegel_loopt_nooit_achter(site, kopie, client):
    """Also where what changed is not the page itself: after each change the copy is what the API says."""
    item = AgendaPage.objects.get().get_children().get().specific
    thema, foto = factories.drie_themas()[0], factories.ImageFactory()
    kernagenda = KernagendaPage.objects.get()
    kernagenda.onderdelen = json.dumps([factories.onderdeel(thema, factories.punt("Een plek"))])
    factories.publiceer(kernagenda)
    over = factories.InformatiePageFactory(
        inhoud=json.dumps(
            [
                blok("tekst", f'<p><a linktype="page" id="{item.pk}">feest</a></p>'),
                blok("afbeelding", {"afbeelding": foto.pk, "bijschrift": ""}),
            ]
        )
    )

    def titel():
        item.title = "Groot feest"
        factories.publiceer(item)

    def adres():
        pagina = AgendaItemPage.objects.get(pk=item.pk)
        pagina.slug = "elders"
        factories.publiceer(pagina)

    def alt_tekst():
        foto.alt_tekst = "Een ander bankje"
        with factories.opzetten():
            foto.save()

    def themanaam():
        thema.name = "Wonen en bouwen"
        thema.save()

    def vertaling():
        Locale.objects.get_or_create(language_code="en")
        vertaal(over, "en")

    def afgeschermd():
        PageViewRestriction.objects.create(page=item, restriction_type="login")

    def weer_openbaar():
        PageViewRestriction.objects.all().delete()

    def weg():
        with factories.opzetten():
            over.delete()

    def niets():
        factories.publiceer(AgendaItemPage.objects.get(pk=item.pk))

    aantal = len(kopie()[0])
    assert kopie()[1] == 0
    for verander, opgehaald in (
        (titel, {item.pk, over.pk}), (adres, {item.pk, over.pk}), (alt_tekst, {over.pk}), (themanaam, {kernagenda.pk}),
        (vertaling, {over.pk}), (afgeschermd, {item.pk, over.pk}), (weer_openbaar, {item.pk, over.pk}),
        (weg, {over.pk}), (niets, set()),
    ):  # fmt: skip
        verander()
        paginas, hoeveel = kopie()
        assert hoeveel == len(opgehaald), verander.__name__
        nu = client.get(
            "/api/v1/paginas?paginaGrootte=100&metInhoud=true", headers={"host": site.partition("//")[2]}
        )
        assert {str(p["id"]): wat_telt(p) for p in nu.json()["resultaten"]} == {
            pk: wat_telt(p) for pk, p in paginas.items()
        }
        assert kopie()[1] == 0
    assert len(paginas) == aantal - 1


def test_een_andere_voorkant(site, beheerder_van_de_site):
    """TypeScript over the types of the API, compiled by `make voorkant`: each kind of page, languages, old addresses, a draft."""
    item = AgendaItemPage.objects.get()
    for taal in ("en", "pl"):
        Locale.objects.get_or_create(language_code=taal)
        vertaal(item, taal, hoe=lambda zin, taal=taal: f"{taal} {zin}")
    kern = KernPage.objects.get(locale__language_code="nl")
    project = factories.ProjectPageFactory(
        parent=factories.lijst_van(kern, ProjectenPage), title="Nieuw plein"
    )
    oud = item.get_url_parts()[2]
    item.slug = "elders"
    factories.publiceer(item)
    item = AgendaItemPage.objects.get(pk=item.pk)
    item.title = "Groot <feest>"
    with factories.opzetten():
        item.save_revision()
    kanaal = Kanaal.objects.create(naam="Dorpssite", voorbeeld_adres="https://dorp.example/")
    sleutel = maak_sleutel(kanaal, AgendaItemPage.objects.get(pk=item.pk), beheerder_van_de_site)
    verwacht = {
        "/": (200, ['href="/beesd/"', "Feest &amp; zo"]),
        "/beesd/": (200, ["<h2>Agenda</h2>", "Denk mee"]),
        "/beesd/agenda/": (200, ["Feest &amp; zo", "<time datetime="]),
        "/beesd/agenda/elders/": (200, ['lang="nl"', 'href="/pl/beesd/agenda/elders/"']),
        "/en/beesd/agenda/elders/": (200, ['lang="en"', "en Feest"]),
        "/pl/beesd/agenda/elders/": (200, ['lang="pl"', "pl Feest", "Kalendarz"]),
        oud: (301, []),
        f"/beesd/projecten/{project.slug}/": (200, ["Nieuw plein"]),
        OproepPage.objects.get().get_url_parts()[2]: (200, ["Denk mee", "dorpshuis"]),
        "/zoeken/?q=plein": (200, ["Nieuw plein</a>"]),
        f"/voorbeeld?sleutel={sleutel}": (200, ["Groot &lt;feest&gt;"]),
        f"/voorbeeld?sleutel={sleutel}x": (404, []),
        "/nergens/": (404, []),
    }
    gedaan = subprocess.run(
        ["node", VOORKANT, *verwacht],
        env=os.environ | {"BLOEI": site, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert gedaan.returncode == 0, gedaan.stderr
    gekregen = {(a := json.loads(regel))["pad"]: a for regel in gedaan.stdout.splitlines()}
    for pad, (status, stukken) in verwacht.items():
        assert gekregen[pad]["status"] == status, pad
        assert [stuk for stuk in stukken if stuk not in gekregen[pad]["html"]] == [], pad
    assert gekregen[oud]["koppen"]["Location"] == "/beesd/agenda/elders/"
    assert gekregen[f"/voorbeeld?sleutel={sleutel}"]["koppen"]["Referrer-Policy"] == "no-referrer"
