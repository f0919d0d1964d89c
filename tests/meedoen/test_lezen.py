"""Reading and placing in the admin: who may, in which order, and what the writer hears."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from berichten.models import Bericht
from core.inhoudsversie import huidige_inhoudsversie
from core.tijd import vandaag
from inwoners.mensen import zorg_voor_inwoner
from meedoen import stappen
from meedoen.keuzes import Stand
from meedoen.models import Besluit, Melding, Reactie
from tests.meedoen.hulp import RIA, bevestigd, druk, laatste_link
from tests.werkplek.hulp import als
from werkplek.reacties import te_lezen

pytestmark = pytest.mark.django_db


@pytest.fixture
def reactie(client, dorp, oproep, time_machine) -> Reactie:
    """One that waits to be read."""
    return bevestigd(client, oproep, time_machine)


def scherm(reactie: Reactie) -> str:
    return reverse("werkplek:reactie", args=[reactie.pk])


def besluit(dorp, reactie: Reactie, wie: str = "communicatie", **velden):
    antwoord = als(dorp, wie).post(scherm(reactie), velden, follow=True)
    reactie.refresh_from_db()
    return antwoord


def laatste_mail() -> str:
    bericht = Bericht.objects.filter(adres=RIA["email"]).order_by("-pk").first()
    return bericht.onderwerp + bericht.tekst


def test_the_front_page_says_how_many_wait(dorp, reactie):
    voorpagina = als(dorp, "communicatie").get("/cms/").content.decode()
    assert "Er wacht 1 reactie op lezen" in " ".join(voorpagina.split())
    # Above the list of pages, however long that is.
    assert voorpagina.index('id="reacties-kop"') < voorpagina.index('id="wacht-kop"')
    assert "Een bankje" in als(dorp, "communicatie").get(reverse("werkplek:reacties")).content.decode()


@pytest.mark.parametrize("wie", ["redactie-beesd", "beheer"])
def test_who_is_not_communications_sees_nothing_of_what_waits(dorp, reactie, wie):
    client = als(dorp, wie)
    for adres in (reverse("werkplek:reacties"), scherm(reactie)):
        assert client.get(adres).status_code in (302, 403, 404)
        assert client.post(adres, {"doe": "plaats"}).status_code in (302, 403, 404, 405)
    assert "Een bankje" not in client.get("/cms/").content.decode()
    reactie.refresh_from_db()
    assert reactie.stand == Stand.BEVESTIGD


def test_nobody_of_us_reads_an_address(dorp, reactie):
    stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])
    for wie in ("communicatie", "redactie-beesd"):
        client = als(dorp, wie)
        for adres in (scherm(reactie), reverse("werkplek:koppelen", args=[reactie.oproep_id])):
            assert RIA["email"] not in client.get(adres).content.decode()


def test_waiting_is_marked_after_one_and_two_working_days(reactie):
    dag = vandaag()  # a Wednesday
    kleuren = [te_lezen(dag + timedelta(days=dagen))[0].kleur for dagen in (0, 1, 2)]
    assert kleuren == ["", "laat", "te-laat"]


def test_place(dorp, reactie, client, oproep):
    besluit(dorp, reactie, doe="plaats")
    assert reactie.stand == Stand.GEPLAATST
    assert "Zet een bankje" in client.get(oproep.url).content.decode()
    assert "geplaatst" in laatste_mail()
    # A colleague who comes too late hears that first, also when something is missing, and nothing changes.
    for doe, reden in (("wijs_af", "reclame"), ("wijs_af", ""), ("aanpassen", "")):
        antwoord = besluit(dorp, reactie, "communicatie-2", doe=doe, reden=reden)
        assert "Hierover is al besloten" in antwoord.content.decode()
    assert reactie.stand == Stand.GEPLAATST
    assert Besluit.objects.count() == 1


def test_refuse_with_a_reason_of_the_list(dorp, reactie, client, oproep):
    assert "Kies een reden" in besluit(dorp, reactie, doe="wijs_af").content.decode()
    besluit(dorp, reactie, doe="wijs_af", reden="omdat het kan")
    assert reactie.stand == Stand.BEVESTIGD
    eerst = huidige_inhoudsversie().nummer
    besluit(dorp, reactie, doe="wijs_af", reden="reclame", toelichting="Je noemt een winkel.")
    assert reactie.stand == Stand.AFGEWEZEN
    assert huidige_inhoudsversie().nummer == eerst + 1
    mail = laatste_mail()
    assert "De reden: reclame" in mail
    assert "Je noemt een winkel." in mail
    assert "tweede blik" in mail
    pagina = client.get(oproep.url).content.decode()
    assert "1 niet geplaatst: 1 × reclame" in pagina
    assert "bankje" not in pagina


def test_ask_to_change_and_it_comes_back(dorp, reactie, client, oproep, time_machine):
    besluit(dorp, reactie, doe="aanpassen", anders="Haal het adres eruit.")
    assert reactie.stand == Stand.AANPASSEN
    assert reactie.aanpassen_voor == vandaag() + timedelta(days=7)
    assert "Haal het adres eruit." in laatste_mail()
    link = laatste_link()
    nieuw = {"doe": "wijzig", "titel": "Een bankje", "tekst": "Zet er twee bankjes."}
    assert druk(client, link, time_machine, **nieuw).status_code == 302
    reactie.refresh_from_db()
    assert (reactie.stand, reactie.tekst) == (Stand.BEVESTIGD, "Zet er twee bankjes.")
    # Whose account is gone, isn't taken for the writer.
    reactie.besluiten.update(door=None)
    gelezen = als(dorp, "communicatie").get(scherm(reactie)).content.decode()
    assert "uur, gevraagd om aan te passen. Haal het adres eruit." in " ".join(gelezen.split())


def test_black_out_is_visible_and_only_what_is_there(dorp, reactie):
    assert "staan er niet" in besluit(dorp, reactie, doe="lak", woorden="Jan de Wit").content.decode()
    getypt = {"anders": "Haal het adres eruit.", "reden": "gegevens", "toelichting": "Van een buur."}
    scherm_erna = besluit(dorp, reactie, doe="lak", woorden="de linde", **getypt).content.decode()
    assert "██ █████" in scherm_erna
    assert "de linde" not in scherm_erna
    for staat_er_nog in (">Haal het adres eruit.<", '"gegevens" selected', ">Van een buur.<"):
        assert staat_er_nog in scherm_erna
    assert reactie.tekst == "Zet een bankje bij ██ █████."
    assert reactie.stand == Stand.BEVESTIGD
    besluit(dorp, reactie, doe="plaats")
    assert reactie.stand == Stand.GEPLAATST
    assert "We maakten woorden zwart" in Bericht.objects.latest("pk").tekst, "its writer hears it"


def test_who_entered_it_leaves_it_to_a_colleague(dorp, reactie):
    Reactie.objects.filter(pk=reactie.pk).update(ingevoerd_door=dorp.gebruikers["communicatie"])
    assert "Een collega leest hem" in als(dorp, "communicatie").get(scherm(reactie)).content.decode()
    assert als(dorp, "communicatie").post(scherm(reactie), {"doe": "plaats"}).status_code in (302, 403)
    reactie.refresh_from_db()
    assert reactie.stand == Stand.BEVESTIGD
    besluit(dorp, reactie, "communicatie-2", doe="plaats")
    assert reactie.stand == Stand.GEPLAATST


def test_a_second_look_by_another(dorp, reactie, client, oproep, time_machine):
    besluit(dorp, reactie, doe="wijs_af", reden="niet over de vraag")
    link = laatste_link()
    for _ in range(2):
        druk(client, link, time_machine, doe="bezwaar", toelichting="Het gaat er juist over.")
    assert reactie.besluiten.filter(besluit="bezwaar").count() == 1
    assert [rij.wat for rij in te_lezen(vandaag())] == ["Tweede blik"]
    assert "Een collega kijkt opnieuw" in als(dorp, "communicatie").get(scherm(reactie)).content.decode()
    besluit(dorp, reactie, doe="herzie")
    assert reactie.stand == Stand.AFGEWEZEN
    besluit(dorp, reactie, "communicatie-2", doe="herzie", toelichting="Je hebt gelijk.")
    assert reactie.stand == Stand.GEPLAATST
    assert "Je hebt gelijk." in laatste_mail()
    assert te_lezen(vandaag()) == []
    assert "niet geplaatst" not in client.get(oproep.url).content.decode()


def test_twenty_that_wait_cost_as_much_as_one(dorp, reactie):
    def vragen() -> int:
        with CaptureQueriesContext(connection) as geteld:
            te_lezen(vandaag())
        return len(geteld)

    een = vragen()
    for stand in [Stand.BEVESTIGD] * 10 + [Stand.GEPLAATST] * 5 + [Stand.AFGEWEZEN] * 5:
        kopie = Reactie.objects.create(
            oproep=reactie.oproep,
            inwoner=zorg_voor_inwoner(None, "Kees Bos"),
            stand=stand,
            bevestigd_op=reactie.bevestigd_op,
        )
        Melding.objects.create(reactie=kopie, waarom="reclame", te_goeder_trouw=True)
        for soort in ("afgewezen", "bezwaar"):
            Besluit.objects.create(reactie=kopie, besluit=soort, reden="reclame")
    assert len(te_lezen(vandaag())) == 21
    assert vragen() == een
