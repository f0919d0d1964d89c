"""The demo is loaded once for this module, in a transaction that is rolled back at the end."""

from collections import Counter
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.test import Client
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry
from wagtail_localize.segments.extract import extract_segments

from core.models import BloeiDocument, BloeiImage, GemeenteInstellingen, User
from core.talen.taal import BRONTAAL
from core.tijd import einde_van, vandaag
from demo.bouwers.gemeente import zorg_voor_gemeente
from demo.bouwers.kernen import zoek_kern
from demo.inhoud.vertaald import VERTAALD
from kernpagina.keuzes import Aanmelden, AgendaStatus, OproepStatus, PuntStatus, Trekker, Uitrolfase, Vorm
from kernpagina.models import AgendaItemPage, KernagendaPage, Kernagendapunt, KernPage, OproepPage
from projecten.fases import huidige_fase
from projecten.keuzes import Initiatiefnemer
from projecten.models import ProjectPage
from werkplek.bureau import bureau_van
from werkplek.overzicht import wat_wacht

from . import natellen
from .conftest import OOK_GEVULD, PILOTS, alle_paginas, laad_demo, van

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

pilots = pytest.mark.parametrize("pilot", PILOTS)


def test_zegt_wat_het_doet(demo):
    assert "Beesd vullen" in demo
    assert demo.endswith("Klaar.\n")


def test_de_gemeente_is_te_bereiken_en_verantwoordt_zich(client):
    for adres in ("/beesd/", "/toegankelijkheid/"):
        pagina = client.get(adres).content.decode()
        assert 'href="tel:0345000000"' in pagina
        assert 'href="mailto:gemeente@example.org"' in pagina
    assert "Laatst onderzocht op" in pagina
    assert "Deze verklaring is van" in pagina
    assert "Contact: mailto:" in client.get("/.well-known/security.txt").content.decode()


def test_wat_iemand_over_de_gemeente_invulde_blijft(demo):
    gemeente = GemeenteInstellingen.load()
    gemeente.telefoon = "0345 11 11 11"
    gemeente.save()
    assert not zorg_voor_gemeente(vandaag())
    assert GemeenteInstellingen.load().telefoon == "0345 11 11 11"


@pilots
def test_agenda_van_een_pilot_laat_alles_zien(pilot):
    items = van(AgendaItemPage, pilot)
    assert items.count() >= 12
    assert items.voorbij(vandaag()).exclude(verslag="").count() >= 2
    assert items.komend(vandaag()).doorgaand().count() >= 6
    assert {item.status for item in items} == set(AgendaStatus.values)
    assert {item.vorm for item in items} == set(Vorm.values)
    assert {item.aanmelden for item in items} == set(Aanmelden.values)
    assert items.filter(hele_dag=True).exists()
    met_verslag = [item for item in items if item.verslag]
    assert all(item.aantal_aanwezigen and item.afspraken.exists() for item in met_verslag)
    assert any(item.bijlagen.exists() for item in met_verslag)
    assert any(item.programma.exists() for item in items.komend(vandaag()))
    assert items.exclude(project=None).exists()
    assert items.exclude(oproep=None).exists()


@pilots
def test_agenda_van_een_pilot_gaat_over_de_klokwissel_heen(pilot):
    verschoven = [item for item in van(AgendaItemPage, pilot) if _klok_verspringt(item)]
    assert len(verschoven) == 1
    assert verschoven[0].begin > timezone.now()


def _klok_verspringt(item: AgendaItemPage) -> bool:
    begin, einde = timezone.localtime(item.begin), timezone.localtime(item.einde or item.begin)
    if item.hele_dag:
        einde = einde_van(einde.date())
    return begin.utcoffset() != einde.utcoffset()


@pilots
def test_projecten_van_een_pilot_lopen_uiteen(pilot):
    projecten = list(van(ProjectPage, pilot))
    assert len(projecten) == 6
    assert {project.initiatiefnemer for project in projecten} == set(Initiatiefnemer.values)
    statussen = Counter(project.status for project in projecten)
    assert statussen["gereed"] == statussen["gestopt"] == 1
    assert len(statussen) == 6
    huidig = {huidige_fase(list(project.fasen.all()), vandaag()) for project in projecten}
    assert len(huidig) >= 3
    assert all(project.mijlpalen.exists() for project in projecten)
    elders = [project for project in projecten if project.ook_in_kernen.exists()]
    assert len(elders) == 1
    assert elders[0].ook_in_kernen.first().specific_class is KernPage


@pilots
def test_lopend_project_heeft_een_huidige_fase(pilot):
    for project in van(ProjectPage, pilot).lopend():
        assert huidige_fase(list(project.fasen.all()), vandaag()) is not None, project


@pilots
def test_oproepen_van_een_pilot_in_elke_staat(pilot):
    oproepen = list(van(OproepPage, pilot))
    assert sorted(oproep.status(vandaag()) for oproep in oproepen) == sorted(OproepStatus.values)
    assert any(oproep.project for oproep in oproepen)


@pilots
def test_punten_van_een_pilot_in_elke_staat(pilot):
    punten = Kernagendapunt.objects.zichtbaar().van_kern(zoek_kern(pilot))
    assert {punt.status for punt in punten} == set(PuntStatus.values)
    assert {punt.trekker for punt in punten} == set(Trekker.values)
    assert punten.prioriteiten().exists()
    assert punten.exclude(project=None).exists()
    assert all(punt.motivering for punt in punten.filter(status=PuntStatus.NIET_HAALBAAR))


def test_meer_kernen_dan_de_pilots():
    gevuld = [
        kern.slug
        for kern in KernPage.objects.filter(locale__language_code=BRONTAAL).exclude(slug__in=PILOTS)
        if all(van(soort, kern.slug).exists() for soort in (AgendaItemPage, ProjectPage, OproepPage))
        and Kernagendapunt.objects.van_kern(kern).exists()
    ]
    assert sorted(gevuld) == OOK_GEVULD


def test_de_voortgang_is_na_te_tellen(client):
    natellen.is_wat_de_site_telt(client, vandaag())


def test_een_kern_in_elke_fase_van_de_uitrol():
    assert {kern.uitrolfase for kern in KernPage.objects.all()} == set(Uitrolfase.values)
    begonnen = [kern for kern in KernPage.objects.exclude(startdatum=None) if kern.doet_mee]
    assert all(kern.startdatum <= vandaag() for kern in begonnen)


@pytest.mark.parametrize(("taal", "titel"), [("en", "Contact"), ("pl", "Kontakt")])
def test_vertaalde_paginas(client, taal, titel):
    for adres in VERTAALD:
        pagina = client.get(f"/{taal}{adres}").content.decode()
        assert "bloei-taalmelding" not in pagina, adres
        assert (adres == "/contact/") == (
            f'<h1 class="nl-heading nl-heading--level-1">{titel}</h1>' in pagina
        )


def test_elke_pagina_en_elk_blok_klopt():
    for pagina in alle_paginas():
        pagina.full_clean()
        extract_segments(pagina)  # can be translated: what is left empty is empty text, as a form leaves it
        for veld in pagina._meta.get_fields():
            if isinstance(veld, StreamField):
                veld.stream_block.clean(getattr(pagina, veld.name))


def test_elke_pagina_is_te_openen():
    bezoeker = Client()
    antwoorden = {
        pagina.url: bezoeker.get(pagina.url).status_code for pagina in alle_paginas() if pagina.live
    }
    assert len(antwoorden) > 90
    assert {url: code for url, code in antwoorden.items() if code != 200} == {}


def test_fotos_zeggen_wat_erop_staat():
    fotos = list(BloeiImage.objects.all())
    assert len(fotos) >= 8
    for foto in fotos:
        assert foto.alt_tekst
        assert foto.credit == "Gemaakt met code"
        assert foto.has_focal_point()


@pytest.mark.parametrize("naam", ["redactie-beesd", "redactie-heukelum", "communicatie", "communicatie-2"])
def test_accounts_mogen_in_het_beheer(naam):
    account = authenticate(username=naam, password="bloei-demo")
    assert account.email == f"{naam}@example.org"
    assert account.has_perm("wagtailadmin.access_admin")
    assert not account.is_superuser


def test_communicatie_ziet_werk_van_alle_leeftijden():
    wachtend = wat_wacht(vandaag())
    assert [rij.titel for rij in wachtend] == [
        "Winterwandeling langs de Linge",
        "Nieuwjaarsinloop",
        "Spelletjesmiddag",
    ]
    assert wachtend[0].kleur == "te-laat"
    assert wachtend[-1].kleur == ""


def test_een_redacteur_heeft_werk_in_elke_staat():
    bureau = bureau_van(User.objects.get(username="redactie-beesd"), vandaag())
    assert [pagina.title for pagina in bureau.concepten] == ["Lampionnenoptocht"]
    assert [staat.pagina.title for staat in bureau.ingediend] == ["Nieuwjaarsinloop"]
    assert [staat.pagina.title for staat in bureau.teruggestuurd] == ["Snoeien in de boomgaard"]


def test_redactie_kan_de_fotos_kiezen():
    redacteur = User.objects.get(username="redactie-heukelum")
    te_kiezen = policy_registry.get_by_type(BloeiImage).instances_user_has_permission_for(redacteur, "choose")
    assert te_kiezen.count() == BloeiImage.objects.count()


def test_beheer_mag_alles():
    assert authenticate(username="beheer", password="bloei-demo").is_superuser


def test_nog_een_keer_verandert_niets():
    voor = list(Page.objects.order_by("pk").values_list("pk", "latest_revision_created_at"))
    revisies = Revision.objects.count()
    assert laad_demo() == "Het voorbeeld stond er al; er is niets veranderd.\n"
    assert list(Page.objects.order_by("pk").values_list("pk", "latest_revision_created_at")) == voor
    assert Revision.objects.count() == revisies


def test_opnieuw_bouwt_dezelfde_demo_en_laat_ander_werk_staan():
    sleutels = ("kernagenda__path", "uuid")
    punten = set(Kernagendapunt.objects.values_list(*sleutels))
    aantallen = [soort.objects.count() for soort in (Page, BloeiImage, BloeiDocument)]
    morgen = timezone.now() + timedelta(days=1)
    eigen = AgendaItemPage(title="Eigen", begin=morgen, locatie="Thuis", live=False)
    Page.objects.get(url_path__endswith="/beesd/agenda/").specific.add_child(instance=eigen)
    laad_demo("--opnieuw")
    assert AgendaItemPage.objects.filter(pk=eigen.pk).exists()
    assert not any(Page.find_problems())
    eigen.delete()
    assert [soort.objects.count() for soort in (Page, BloeiImage, BloeiDocument)] == aantallen
    assert set(Kernagendapunt.objects.values_list(*sleutels)) == punten


def test_kernagenda_heeft_vaste_kenmerken():
    kernagenda = KernagendaPage.objects.get(url_path__endswith="/heukelum/kernagenda/")
    assert kernagenda.punten.filter(titel="Fietsoversteek bij de Heidensweg en de Gragtdijk").exists()
