"""Every placed reaction gets an outcome, and who wrote it hears what happened to their own words."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from berichten.models import Bericht
from core.goedkeuring.besluiten import KanNiet
from core.tijd import vandaag
from kernpagina.models import OproepPage, Uitkomstpunt
from meedoen import stappen
from meedoen.models import Reactie
from meedoen.terugkoppeling import vertel, zeg_dat_het_te_laat_is
from tests.dorp import dien_in, keur_goed
from tests.meedoen.hulp import RIA, bevestigd, sluit_gisteren
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db


@pytest.fixture
def reactie(client, dorp, oproep, time_machine) -> Reactie:
    """Placed, on a call that closed."""
    reactie = bevestigd(client, oproep, time_machine)
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    sluit_gisteren(oproep)
    reactie.refresh_from_db()
    return reactie


def uitkomst_in_concept(dorp, oproep) -> OproepPage:
    """What an editor writes: one point and a summary, not online yet."""
    tekst = OproepPage.objects.get(pk=oproep.pk)
    tekst.uitkomst = "<p>Er komen bankjes.</p>"
    tekst.uitkomstpunten = [Uitkomstpunt(titel="Zitten", besluit="over", antwoord="Twee bankjes.")]
    tekst.save_revision(user=dorp.gebruikers["redactie-beesd"])
    return OproepPage.objects.get(pk=oproep.pk)


def koppel(dorp, oproep, reactie, wie="redactie-beesd"):
    punt = oproep.get_latest_revision_as_object().uitkomstpunten.all()[0]
    adres = reverse("werkplek:koppelen", args=[oproep.pk])
    velden = {"reactie": [reactie.pk], "punt": str(punt.kenmerk)}
    return als(dorp, wie).post(adres, velden, follow=True)


def test_an_outcome_waits_until_every_reaction_has_its_place(dorp, oproep, reactie):
    oproep = uitkomst_in_concept(dorp, oproep)
    _, wacht = dien_in(oproep, dorp.gebruikers["redactie-beesd"])
    with pytest.raises(KanNiet, match="Nog 1 reactie hoort nergens bij"):
        keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert not OproepPage.objects.get(pk=oproep.pk).uitkomst
    assert "1 reactie gekoppeld" in koppel(dorp, oproep, reactie).content.decode()
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert OproepPage.objects.get(pk=oproep.pk).uitkomst


def test_the_front_page_leads_to_the_coupling_for_who_may_and_as_long_as_there_is_something(
    dorp, oproep, reactie
):
    adres = f'href="{reverse("werkplek:koppelen", args=[oproep.pk])}"'

    def voorpagina(wie: str) -> str:
        return als(dorp, wie).get(reverse("wagtailadmin_home")).content.decode()

    assert adres in voorpagina("redactie-beesd")
    assert adres not in voorpagina("redactie-heukelum")
    communicatie = voorpagina("communicatie")
    assert adres in communicatie
    assert f"{oproep.title}: 1 reactie hoort nog nergens bij." in " ".join(communicatie.split())
    koppel(dorp, uitkomst_in_concept(dorp, oproep), reactie)
    assert adres not in voorpagina("communicatie")


def test_everybody_hears_once_what_became_of_their_own_words(client, dorp, oproep, reactie):
    oproep = uitkomst_in_concept(dorp, oproep)
    koppel(dorp, oproep, reactie)
    _, wacht = dien_in(oproep, dorp.gebruikers["redactie-beesd"])
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    mails = Bericht.objects.filter(adres=RIA["email"], soort="reactie-uitkomst")
    tekst = mails.get().tekst
    for deel in ("Zet een bankje bij de linde.", "Zitten", "Twee bankjes.", "Dit nemen we over"):
        assert deel in tekst
    vertel(OproepPage.objects.get(pk=oproep.pk))
    assert mails.count() == 1
    pagina = " ".join(client.get(oproep.url).content.decode().split())
    assert "Zitten" in pagina
    assert "<strong>Dit nemen we over</strong> · 1 reactie" in pagina


def test_coupling_is_for_who_writes_the_outcome_of_this_kern(dorp, oproep, reactie):
    oproep = uitkomst_in_concept(dorp, oproep)
    koppel(dorp, oproep, reactie, "redactie-heukelum")
    reactie.refresh_from_db()
    assert reactie.uitkomstpunt is None
    adres = reverse("werkplek:koppelen", args=[oproep.pk])
    assert als(dorp, "redactie-heukelum").get(adres).status_code in (302, 403, 404)
    scherm = als(dorp, "redactie-beesd").get(f"{adres}?bij=los&zoek=linde").content.decode()
    assert "Zet een bankje bij de linde." in scherm
    assert "Nog 1 reactie hoort" in " ".join(scherm.split())
    assert "Zet een bankje" not in als(dorp, "redactie-beesd").get(f"{adres}?zoek=fiets").content.decode()


def test_coupling_says_what_is_missing(dorp, oproep, reactie):
    oproep = uitkomst_in_concept(dorp, oproep)
    adres = reverse("werkplek:koppelen", args=[oproep.pk])
    redacteur = als(dorp, "redactie-beesd")
    assert "Zet eerst een vinkje" in redacteur.post(adres, {}, follow=True).content.decode()
    velden = {"reactie": [reactie.pk], "punt": "geen"}
    assert "Kies bij welk punt" in redacteur.post(adres, velden, follow=True).content.decode()
    velden["punt"] = "00000000-0000-0000-0000-000000000000"
    assert "staat niet meer in de oproep" in redacteur.post(adres, velden, follow=True).content.decode()


@pytest.mark.parametrize("wie", ["redactie-beesd", "communicatie"])
def test_without_points_the_screen_says_what_comes_first_and_has_nothing_to_tick(dorp, oproep, reactie, wie):
    client = als(dorp, wie)
    html = client.get(reverse("werkplek:koppelen", args=[oproep.pk])).content.decode()
    assert 'name="reactie"' not in html
    assert "Zet een bankje bij de linde." in html
    pad, _, deel = (
        BeautifulSoup(html, "html.parser").find("a", string="Punten schrijven")["href"].partition("#")
    )
    assert f'id="{deel}"' in client.get(pad).content.decode()
    # What doesn't belong is taken off from here, points or not.
    assert ("Lees of haal weg" in html) is (wie == "communicatie")


def test_after_the_last_one_the_screen_says_what_comes_next(dorp, oproep, reactie):
    oproep = uitkomst_in_concept(dorp, oproep)
    adres = reverse("werkplek:koppelen", args=[oproep.pk])
    eerst = als(dorp, "redactie-beesd").get(adres).content.decode()
    assert 'name="reactie"' in eerst
    assert "dien de oproep in" not in eerst
    assert "dien de oproep in" in koppel(dorp, oproep, reactie).content.decode()
    _, wacht = dien_in(oproep, dorp.gebruikers["redactie-beesd"])
    ligt_er = als(dorp, "redactie-beesd").get(adres).content.decode()
    assert "De oproep ligt bij Communicatie" in ligt_er
    assert "dien de oproep in" not in ligt_er
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    assert "Elke reactie hoort ergens bij" not in als(dorp, "redactie-beesd").get(adres).content.decode()


def test_what_waits_is_nowhere_to_be_coupled(client, dorp, oproep, time_machine):
    bevestigd(client, oproep, time_machine)
    adres = reverse("werkplek:koppelen", args=[oproep.pk])
    assert "Zet een bankje" not in als(dorp, "redactie-beesd").get(adres).content.decode()


def test_a_point_keeps_its_reactions_when_its_title_changes(dorp, oproep, reactie):
    oproep = uitkomst_in_concept(dorp, oproep)
    koppel(dorp, oproep, reactie)
    tekst = oproep.get_latest_revision_as_object()
    (punt,) = tekst.uitkomstpunten.all()
    punt.titel = "Zitten en praten"
    tekst.uitkomstpunten = [punt]
    assert tekst.bezwaar() == ""


def test_who_took_part_hears_once_that_we_are_late(oproep, reactie, time_machine):
    dag = oproep.terugkoppeling_uiterlijk
    assert zeg_dat_het_te_laat_is(dag) == 0
    for _ in range(2):
        zeg_dat_het_te_laat_is(dag + timedelta(days=1))
    assert Bericht.objects.filter(adres=RIA["email"], soort="reactie-te-laat").count() == 1
    assert vandaag() < dag


def test_an_outcome_waits_for_what_has_to_be_read(client, dorp, oproep, time_machine):
    bevestigd(client, oproep, time_machine)
    sluit_gisteren(oproep)
    oproep = uitkomst_in_concept(dorp, oproep)
    assert "Nog 1 reactie wacht op lezen" in oproep.get_latest_revision_as_object().bezwaar()


def test_what_is_placed_after_the_outcome_is_coupled_and_told_then(dorp, oproep, reactie):
    Reactie.objects.filter(pk=reactie.pk).update(stand="afgewezen")
    oproep = uitkomst_in_concept(dorp, oproep)
    _, wacht = dien_in(oproep, dorp.gebruikers["redactie-beesd"])
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    mails = Bericht.objects.filter(adres=RIA["email"], soort="reactie-uitkomst")
    assert mails.count() == 0
    Reactie.objects.filter(pk=reactie.pk).update(stand="geplaatst")
    assert "1 reactie gekoppeld" in koppel(dorp, oproep, reactie).content.decode()
    assert "Twee bankjes." in mails.get().tekst
    assert "staat al online" in koppel(dorp, oproep, reactie).content.decode()


@pytest.mark.parametrize("eigen", [True, False])
def test_where_points_cant_be_written_now_it_says_how_they_can(dorp, oproep, reactie, eigen):
    OproepPage.objects.filter(pk=oproep.pk).update(owner=None)
    dien_in(oproep, dorp.gebruikers["redactie-beesd" if eigen else "redactie-beesd-2"], vraag="Wat nog meer?")
    adres = reverse("werkplek:koppelen", args=[oproep.pk])
    html = als(dorp, "redactie-beesd").get(adres).content.decode()
    assert "Punten schrijven" not in html
    assert "ligt bij Communicatie en staat even vast" in html
    assert ("Oproep terughalen" in html) is eigen
    assert ("Vraag dan redactie-beesd-2 om hem terug te halen" in html) is not eigen
    # Who can change it meanwhile, writes them.
    assert "Punten schrijven" in als(dorp, "communicatie").get(adres).content.decode()
