"""Who comes to a meeting that is off hears that, however late they come in."""

from datetime import timedelta

import pytest
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht
from kernpagina.models import AgendaItemPage
from meedoen.models import Aanmelding
from tests import factories
from tests.meedoen.aanmeldhulp import RIA, avond_in, link, mail, meld_aan, verstuur
from tests.meedoen.hulp import druk
from tests.meedoen.test_aanmelden_tafel import zet_erbij
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db
TRUUS = "truus@example.org"


@pytest.fixture
def avond(dorp):
    return avond_in(dorp)


def blaas_af(avond) -> None:
    avond.status, avond.toelichting = "geannuleerd", "De zaal is dicht."
    factories.publiceer(avond)


def haal_weg(avond) -> None:
    avond.unpublish()


def is_geweest(avond) -> None:
    AgendaItemPage.objects.filter(pk=avond.pk).update(begin=timezone.now() - timedelta(days=2), einde=None)


def _post() -> QuerySet[Bericht]:
    """What residents were mailed; that a page is off is told to its editors as well."""
    return Bericht.objects.filter(inwoner=True)


def klopt_link() -> str:
    return "/aanmelding/klopt/" + mail(TRUUS).tekst.partition("/aanmelding/klopt/")[2].split()[0]


@pytest.mark.parametrize(
    ("wat", "onderwerp", "zin"),
    [
        (blaas_af, "Gaat niet door", "gaat niet door"),
        (haal_weg, "Bel even voordat je gaat", "Dit staat niet op Bloei!"),
        (is_geweest, "", "Dit is geweest."),
    ],
)
def test_who_says_late_that_an_address_is_theirs(client, dorp, avond, time_machine, wat, onderwerp, zin):
    time_machine.move_to(timezone.now(), tick=False)
    zet_erbij(dorp, avond, email=TRUUS)
    pad, voor = klopt_link(), _post().count()
    wat(avond)
    druk(client, pad, time_machine)
    assert Aanmelding.objects.get().inwoner.adres.email == TRUUS
    assert _post().count() == voor + bool(onderwerp)
    assert onderwerp in mail(TRUUS).onderwerp
    assert "Er is plek" not in mail(TRUUS).tekst
    assert zin in client.get(pad).content.decode()


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        (blaas_af, "Dit gaat niet door"),
        (haal_weg, "Dit staat niet op Bloei!"),
        (is_geweest, "Dit is geweest"),
    ],
)
def test_nobody_comes_in_any_more_and_all_are_told_why(client, dorp, avond, time_machine, wat, zin):
    time_machine.move_to(timezone.now(), tick=False)
    verstuur(client, avond, time_machine, RIA)
    pad, voor = link(RIA["email"]), _post().count()
    wat(avond)
    assert zin in druk(client, pad, time_machine).content.decode() + client.get(pad).content.decode()
    assert f"{zin}. Er kan niemand meer bij." in zet_erbij(dorp, avond)
    assert not Aanmelding.objects.bevestigd().exists()
    assert _post().count() == voor
    lijst = als(dorp, "redactie-beesd").get(reverse("werkplek:aanmeldingen", args=[avond.pk]))
    assert zin in lijst.content.decode()
    assert "Zet op de lijst" not in lijst.content.decode()


def test_who_was_on_the_list_reads_that_it_is_off(client, avond, time_machine):
    meld_aan(client, avond, time_machine)
    pad = link(RIA["email"])
    blaas_af(avond)
    pagina = client.get(pad).content.decode()
    assert "Dit gaat niet door." in pagina
    assert "Je bent aangemeld" not in pagina
    assert "De zaal is dicht." in pagina
    assert "Zet het in je agenda" not in pagina


@pytest.fixture
def van_de_site(client, avond, time_machine) -> AgendaItemPage:
    """It was taken off after Ria signed up; it may go on all the same."""
    kern = avond.get_parent().get_parent().specific
    type(kern).objects.filter(pk=kern.pk).update(gebiedsmakelaar_telefoon="0345 123 456")
    meld_aan(client, avond, time_machine)
    haal_weg(avond)
    return avond


def test_the_mail_about_what_is_off_the_site_says_when_and_where_it_would_be(
    client, van_de_site, time_machine
):
    tekst = mail(RIA["email"]).tekst
    assert mail(RIA["email"]).onderwerp.startswith("Bel even voordat je gaat")
    assert f"Wanneer: {van_de_site.tijdstip()}" in tekst
    assert f"Waar: {van_de_site.locatie}" in tekst
    assert "0345 123 456" in tekst
    for nergens in (van_de_site.full_url, "afspraak.ics", "Je hoeft niets te doen"):
        assert nergens not in tekst
    pad = link(RIA["email"])
    pagina = client.get(pad).content.decode()
    assert "0345 123 456" in pagina
    assert "Met hoeveel mensen" not in pagina
    assert f'href="{van_de_site.url}' not in pagina
    druk(client, pad, time_machine, doe="afzeggen", aanmelding=Aanmelding.objects.get().pk)
    assert not Aanmelding.objects.bevestigd().exists()


@pytest.mark.parametrize(
    ("wat", "anders"),
    [(blaas_af, "De zaal is dicht."), (haal_weg, "0345 123 456"), (is_geweest, "")],
)
def test_who_cannot_press_a_button_any_more_is_not_asked_to(client, avond, time_machine, wat, anders):
    kern = avond.get_parent().get_parent().specific
    type(kern).objects.filter(pk=kern.pk).update(gebiedsmakelaar_telefoon="0345 123 456")
    verstuur(client, avond, time_machine, RIA)
    wat(avond)
    pagina = client.get(link(RIA["email"])).content.decode()
    assert "Klopt je aanmelding?" not in pagina
    assert "Je bent niet aangemeld." in pagina
    assert anders in pagina
    assert (f'href="{avond.url}"' in pagina) == (wat is not haal_weg)
