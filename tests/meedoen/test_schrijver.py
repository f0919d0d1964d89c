"""What who wrote a reaction may do with it: change, take back, take part once or with three ideas."""

import pytest
from django.utils import timezone

from berichten.models import Bericht
from core.inhoudsversie import huidige_inhoudsversie
from core.models import GemeenteInstellingen
from inwoners.mensen import bevestig, zorg_voor_adres, zorg_voor_inwoner
from meedoen import stappen
from meedoen.keuzes import Reden, Stand
from meedoen.models import Reactie
from tests.meedoen.hulp import (
    IDEE,
    RIA,
    VAN_HIER,
    bevestigd,
    druk,
    laatste_link,
    lees_bewijs,
    oproep_in,
    sluit_gisteren,
    verstuur,
)

pytestmark = pytest.mark.django_db
WEG = "Druk je op de knop, dan komt je nieuwe reactie in de plaats van je eerdere."


def geplaatst(client, dorp, oproep, time_machine) -> Reactie:
    reactie = bevestigd(client, oproep, time_machine)
    return stappen.plaats(reactie.pk, dorp.gebruikers["communicatie"])


def test_changing_begins_again_at_being_read(client, dorp, oproep, time_machine):
    reactie = geplaatst(client, dorp, oproep, time_machine)
    link = laatste_link()
    assert "Zet een bankje" in client.get(link).content.decode()
    eerst = huidige_inhoudsversie().nummer
    druk(client, link, time_machine, doe="wijzig", titel="Een bankje", tekst="Liever twee.")
    reactie.refresh_from_db()
    assert (reactie.stand, reactie.tekst, reactie.gezien_door) == (Stand.BEVESTIGD, "Liever twee.", None)
    assert huidige_inhoudsversie().nummer == eerst + 1
    pagina = client.get(oproep.url).content.decode()
    assert "bankje" not in pagina


def test_taking_back_until_the_call_closes(client, dorp, oproep, time_machine):
    reactie = geplaatst(client, dorp, oproep, time_machine)
    link = laatste_link()
    bewijs = lees_bewijs(client, link)
    time_machine.shift(10)
    sluit_gisteren(oproep)
    antwoord = client.post(link, {"doe": "intrekken", "bewijs": bewijs}, **VAN_HIER)
    assert "Deze oproep is gesloten" in antwoord.content.decode()
    reactie.refresh_from_db()
    assert reactie.stand == Stand.GEPLAATST


def test_taking_back_empties_it(client, dorp, oproep, time_machine):
    reactie = geplaatst(client, dorp, oproep, time_machine)
    link = laatste_link()
    for _ in range(2):
        druk(client, link, time_machine, doe="intrekken")
    reactie.refresh_from_db()
    assert (reactie.stand, reactie.tekst, reactie.titel) == (Stand.INGETROKKEN, "", "")
    assert "ingetrokken" in client.get(link).content.decode()
    assert "bankje" not in client.get(oproep.url).content.decode()


def test_what_was_typed_when_it_was_taken_back_meanwhile_stays_on_the_screen(client, oproep, time_machine):
    reactie = bevestigd(client, oproep, time_machine)
    link = laatste_link()
    bewijs = lees_bewijs(client, link)
    time_machine.shift(10)
    stappen.trek_in(reactie.pk)
    gegevens = {"doe": "wijzig", "titel": "Een bank", "tekst": "Lang getypt.", "bewijs": bewijs}
    pagina = client.post(link, gegevens, **VAN_HIER).content.decode()
    assert "kun je niet meer aanpassen" in pagina
    assert "Lang getypt." in pagina
    assert "Bewaar en verstuur" not in pagina
    reactie.refresh_from_db()
    assert reactie.tekst == ""


def test_what_was_asked_or_changed_is_confirmed(client, dorp, oproep, time_machine):
    reactie = bevestigd(client, oproep, time_machine)
    link = laatste_link()
    pagina = client.get(link).content.decode()
    assert "Je wijziging is bewaard." not in pagina
    knop = next(deel for deel in pagina.split("<button")[1:] if "Trek mijn reactie in" in deel)
    assert "nl-button--primary" not in knop.split(">")[0], "a quiet button beside the main one"
    antwoord = druk(client, link, time_machine, doe="wijzig", **IDEE | {"tekst": "Twee bankjes."})
    pagina = client.get(antwoord.url).content.decode()
    assert "Je wijziging is bewaard." in pagina
    assert "Je reactie wacht op lezen. Dat doen we binnen 2 werkdagen." in pagina
    stappen.wijs_af(reactie.pk, dorp.gebruikers["communicatie"], Reden.RECLAME)
    antwoord = druk(client, link, time_machine, doe="bezwaar", toelichting="Ik verkoop niets.")
    pagina = client.get(antwoord.url).content.decode()
    assert (
        "Je vroeg op 17 juni 2026 om een tweede blik. Een ander kijkt binnen 5 werkdagen opnieuw." in pagina
    )


def test_three_ideas_and_no_more(client, dorp, oproep, time_machine):
    for nummer in range(2):
        bevestigd(client, oproep, time_machine, IDEE | {"tekst": f"Idee {nummer}"})
        time_machine.shift(24 * 3600)
    links = []
    for _ in range(2):
        verstuur(client, oproep, time_machine, RIA | IDEE)
        links.append(laatste_link())
    assert "drie ideeën" in Bericht.objects.order_by("-pk").first().tekst
    druk(client, links[0], time_machine)
    assert "Je hebt al 3 ideeën" in druk(client, links[1], time_machine).content.decode()
    assert Reactie.objects.filter(stand=Stand.BEVESTIGD).count() == 3
    time_machine.shift(24 * 3600)
    voor = Reactie.objects.count()
    assert verstuur(client, oproep, time_machine, RIA | IDEE).status_code == 302
    bericht = Bericht.objects.order_by("-pk").first()
    assert bericht.adres == RIA["email"]
    assert "Je stuurde al drie ideeën" in bericht.tekst
    assert "/reactie/" not in bericht.tekst
    assert "bankje" not in bericht.tekst
    assert Reactie.objects.count() == voor


def test_of_a_plan_the_second_takes_the_place_of_the_first(client, dorp, time_machine):
    oproep = oproep_in(dorp.beesd, "reageren op plan")
    eerste = bevestigd(client, oproep, time_machine, {"tekst": "Mooi plan."})
    eigen = laatste_link()
    verstuur(client, oproep, time_machine, RIA | {"tekst": "Toch niet."})
    mail = Bericht.objects.order_by("-pk").first().tekst
    assert "in de plaats van je eerdere" in mail
    assert "in de plaats van je eerdere" in client.get(laatste_link()).content.decode()
    weggevallen = "Je eerdere reactie op deze oproep telt niet meer mee: deze kwam ervoor in de plaats."
    assert weggevallen not in Bericht.objects.get(soort="reactie-ontvangen").tekst, "the first"
    druk(client, laatste_link(), time_machine)
    assert weggevallen in Bericht.objects.filter(soort="reactie-ontvangen").latest("pk").tekst
    eerste.refresh_from_db()
    assert eerste.stand == Stand.INGETROKKEN
    tweede = Reactie.objects.get(stand=Stand.BEVESTIGD)
    assert tweede.tekst == "Toch niet."
    pagina = client.get(eigen).content.decode()
    assert "je nieuwere reactie op deze oproep kwam ervoor in de plaats" in pagina
    assert "ingetrokken" not in pagina, "they withdrew nothing"
    stappen.trek_in(tweede.pk)
    assert "Je reactie is ingetrokken." in client.get(eigen).content.decode()


def test_the_page_after_sending_says_to_everybody_what_a_second_one_does(client, dorp, time_machine):
    for soort, woorden in (("ideeën", "Je mag drie ideeën sturen."), ("reageren op plan", WEG)):
        oproep = oproep_in(dorp.beesd, soort, slug=soort.split()[0].replace("ë", "e"))
        antwoord = verstuur(client, oproep, time_machine, RIA | IDEE)
        assert f"Deed je al mee aan deze oproep? {woorden}" in " ".join(
            client.get(antwoord.url).content.decode().split()
        )
        assert "in de plaats van" not in client.get(laatste_link()).content.decode(), "their first"


def test_a_fourth_mail_to_one_address_waits_and_looks_the_same(client, oproep, time_machine):
    for nummer in range(5):
        antwoord = verstuur(client, oproep, time_machine, RIA | IDEE | {"tekst": f"Idee {nummer}"})
        assert antwoord.status_code == 302
    assert Bericht.objects.wachtend(timezone.now()).filter(adres=RIA["email"]).count() == 3
    assert "Controleer of je adres klopte" in client.get(antwoord.url).content.decode()


def test_a_mail_says_whom_to_call(client, oproep, time_machine):
    gegevens = {"telefoon": "0345 72 88 00", "email": "gemeente@example.org"}
    GemeenteInstellingen.objects.update_or_create(defaults=gegevens)
    verstuur(client, oproep, time_machine, RIA | IDEE)
    tekst = Bericht.objects.get().tekst
    assert "Vragen? Bel of mail de gemeente: 0345 72 88 00 of gemeente@example.org" in tekst


def test_a_key_that_is_wrong_or_old_says_what_to_do(client, oproep, time_machine):
    verstuur(client, oproep, time_machine, RIA | IDEE)
    link = laatste_link()
    assert client.get(link[:-5] + "xxxx/").status_code == 410
    time_machine.shift(49 * 3600)
    antwoord = client.get(link)
    assert antwoord.status_code == 410
    assert "werkt niet meer" in antwoord.content.decode()


@pytest.mark.parametrize("koppen", [{"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_SEC_FETCH_SITE": ""}])
def test_a_form_of_another_site_is_not_taken_and_nothing_is_lost(client, oproep, time_machine, koppen):
    antwoord = verstuur(client, oproep, time_machine, RIA | IDEE, **koppen)
    assert antwoord.status_code == 200
    assert "Zet een bankje bij de linde." in antwoord.content.decode()
    assert Reactie.objects.count() == 0


def test_a_fifth_name_on_one_address_hears_so_in_the_mailbox(client, oproep, time_machine):
    adres = zorg_voor_adres(RIA["email"])
    verstuur(client, oproep, time_machine, RIA | IDEE)
    link = laatste_link()
    for nummer in range(4):
        bevestig(zorg_voor_inwoner(adres, f"Kees Bos {nummer}"), timezone.now())
    antwoord = druk(client, link, time_machine)
    assert "doen al vier mensen mee" in antwoord.content.decode()
    assert Reactie.objects.get().stand == Stand.CONCEPT
    assert verstuur(client, oproep, time_machine, RIA | IDEE | {"naam": "Nog Iemand"}).status_code == 302
    assert "doen al vier mensen mee" in Bericht.objects.order_by("-pk").first().tekst
    assert Reactie.objects.count() == 1
