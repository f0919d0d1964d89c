"""Of who takes part twice in one thing counts what they sent last, in whatever order the buttons were pressed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from berichten.models import Bericht
from inwoners.houders import Wie
from meedoen import stappen, tafel
from meedoen.aanmelden import stappen as stappen_van_aanmelden
from meedoen.aanmelden import tafel as aan_tafel
from meedoen.aanmelden.houder import Aanmeldingen
from meedoen.houder import Reacties
from meedoen.keuzes import LEVEND, Bron, Stand
from meedoen.models import Aanmelding, Reactie
from meedoen.soorten import onderdelen
from meedoen.van_tafel import Afzender
from tests.blokken import blok
from tests.factories import publiceer
from tests.meedoen.aanmeldhulp import JAN, avond_in, link, mail, meld_aan
from tests.meedoen.aanmeldhulp import RIA as RIA_MET_1
from tests.meedoen.aanmeldhulp import verstuur as verstuur_aanmelding
from tests.meedoen.hulp import (
    IDEE,
    RIA,
    VAN_HIER,
    bevestigd,
    druk,
    keuzevraag,
    laatste_link,
    lees_bewijs,
    met_vragen,
    oproep_in,
    verstuur,
)
from tests.werkplek.hulp import als

pytestmark = pytest.mark.django_db
NIEUWERE = "Deze reactie telt niet mee: je nieuwere reactie op deze oproep kwam ervoor in de plaats."
NIEUWERE_AANMELDING = "Deze aanmelding telt niet: je nieuwere aanmelding kwam ervoor in de plaats."


@pytest.mark.parametrize("soort", ["reageren op plan", "peiling"])
def test_what_was_sent_last_counts_when_its_button_was_pressed_first(client, dorp, time_machine, soort):
    oproep = oproep_in(dorp.beesd, soort)
    veld, woorden = "tekst", ("Het eerst.", "Het laatst.")
    if soort == "peiling":
        met_vragen(oproep, keuzevraag())
        veld, woorden = f"vraag-{oproep.vragen.get().kenmerk}", ("0", "1")
    links = []
    for woord in woorden:
        verstuur(client, oproep, time_machine, RIA | {veld: woord})
        links.append(laatste_link())
    oude_tab = lees_bewijs(client, links[0])
    druk(client, links[1], time_machine)
    gelezen = client.get(links[0]).content.decode()
    gedrukt = client.post(links[0], {"bewijs": oude_tab}, **VAN_HIER).content.decode()
    for pagina in (gelezen, gedrukt):
        assert pagina.count(NIEUWERE) == 1
        assert "Dit schreef je" in pagina, "to copy it"
        assert "<button" not in pagina.partition("<main")[2].partition("</main")[0]
        assert "Je deed al mee" not in pagina
    eerste, laatste = Reactie.objects.order_by("pk")
    assert (eerste.stand, laatste.stand in (Stand.BEVESTIGD, Stand.GEPLAATST)) == (Stand.CONCEPT, True)
    # Who withdrew that one doesn't take part again by the button of the first.
    stappen.trek_in(laatste.pk)
    assert client.get(links[0]).content.decode().count(NIEUWERE) == 1
    client.post(links[0], {"bewijs": oude_tab}, **VAN_HIER)
    assert not Reactie.objects.filter(stand__in=LEVEND).exists()


def test_of_a_plan_the_chosen_part_stands_with_what_they_wrote(client, dorp, time_machine):
    oproep = oproep_in(dorp.beesd, "reageren op plan")
    oproep.inhoud = [blok("kop", {"tekst": f"De {kant}kant", "niveau": "h2"}) for kant in ("noord", "zuid")]
    deel = onderdelen(publiceer(oproep))[1]
    verstuur(client, oproep, time_machine, RIA | {"tekst": "Mooi.", "onderdeel": deel.kenmerk})
    knop = laatste_link()
    druk_je_op = client.get(knop).content.decode()
    druk(client, knop, time_machine)
    bericht = mail(RIA["email"])
    (stuk,) = Reacties().toon(Wie.van(Reactie.objects.get().inwoner.adres))
    zichtbaar = (druk_je_op, client.get(laatste_link()).content.decode().partition("<form")[0], bericht.tekst)
    for waar in (*zichtbaar, str(stuk.gegevens)):
        assert "Waar gaat het over?" in waar
        assert "De zuidkant" in waar
        assert "De noordkant" not in waar
    # Of the whole plan there is nothing to say.
    bevestigd(client, oproep, time_machine, {"tekst": "Alles.", "onderdeel": ""})
    assert "Waar gaat het over?" not in mail(RIA["email"]).tekst


def test_what_was_sent_after_the_sheet_stays_when_its_address_is_confirmed(client, dorp, time_machine):
    oproep = oproep_in(dorp.beesd, "reageren op plan")
    velden = {"tekst": "Van papier.", "antwoorden": {}, "bron": Bron.PAPIER, "taal": "nl"}
    afzender = Afzender(naam=RIA["naam"], email=RIA["email"])
    van_papier, _ = tafel.voer_in(oproep, dorp.gebruikers["redactie-beesd"], uuid4(), afzender, velden)
    klopt = "/reactie/klopt/" + mail(RIA["email"]).tekst.partition("/reactie/klopt/")[2].split()[0]
    van_de_site = bevestigd(client, oproep, time_machine, {"tekst": "Later, op de site."})
    ontvangen = mail(RIA["email"]).pk
    druk(client, klopt, time_machine)
    assert NIEUWERE in client.get(klopt).content.decode()
    van_papier.refresh_from_db()
    van_de_site.refresh_from_db()
    assert (van_papier.stand, van_papier.tekst) == (Stand.INGETROKKEN, "")
    assert (van_de_site.stand, van_de_site.tekst) == (Stand.BEVESTIGD, "Later, op de site.")
    assert mail(RIA["email"]).pk == ontvangen, "no receipt of what doesn't count"


def test_a_sign_up_that_was_replaced_says_so_and_cancels_nothing(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=None)
    oud = meld_aan(client, avond, time_machine, RIA_MET_1)
    mijn = link(RIA["email"])
    oude_tab = lees_bewijs(client, mijn)
    meld_aan(client, avond, time_machine, RIA_MET_1 | {"aantal": "3"})
    pagina = client.get(mijn).content.decode()
    assert pagina.count(NIEUWERE_AANMELDING) == 1
    assert "Je bent aangemeld, voor 3 personen." in pagina
    assert "Je bent niet meer aangemeld." not in pagina, "they are"
    standen = [stuk.gegevens["Stand"] for stuk in Aanmeldingen().toon(Wie.van(oud.inwoner.adres))]
    assert standen == ["Er is plek.", NIEUWERE_AANMELDING]
    for doe in ({"doe": "afzeggen"}, {"doe": "verander", "aantal": "2"}):
        antwoord = client.post(mijn, doe | {"aanmelding": oud.pk, "bewijs": oude_tab}, **VAN_HIER)
        assert "Er is niets veranderd: je nieuwere aanmelding kwam" in antwoord.content.decode()
        assert Aanmelding.objects.bevestigd().get().aantal == 3
    lijst = reverse("werkplek:aanmeldingen", args=[avond.pk])
    bij_ons = als(dorp, "redactie-beesd").post(lijst, {"afmelden": oud.pk}, follow=True).content.decode()
    assert "De lijst is gebleven zoals hij was." in bij_ons
    assert Aanmelding.objects.bevestigd().get().aantal == 3
    # Who cancels that one as well is told what they did.
    druk(client, mijn, time_machine, aanmelding=Aanmelding.objects.bevestigd().get().pk, doe="afzeggen")
    assert client.get(mijn).content.decode().count("Je bent niet meer aangemeld.") == 2


def test_the_sign_up_that_was_sent_last_counts_when_its_button_was_pressed_first(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=None)
    links = []
    for aantal in ("1", "3"):
        verstuur_aanmelding(client, avond, time_machine, RIA_MET_1 | {"aantal": aantal})
        links.append(link(RIA["email"]))
    oude_tab = lees_bewijs(client, links[0])
    druk(client, links[1], time_machine)
    geteld = mail(RIA["email"]).pk
    gelezen = client.get(links[0]).content.decode()
    gedrukt = client.post(links[0], {"bewijs": oude_tab}, **VAN_HIER).content.decode()
    for pagina in (gelezen, gedrukt):
        assert pagina.count(NIEUWERE_AANMELDING) == 1
        assert "<button" not in pagina.partition("<main")[2].partition("</main")[0]
        assert "Je was al aangemeld" not in pagina
    assert Aanmelding.objects.bevestigd().get().aantal == 3
    assert mail(RIA["email"]).pk == geteld
    # Who cancels that one isn't signed up again by the button of the first.
    stappen_van_aanmelden.zeg_af(Aanmelding.objects.bevestigd().get().pk)
    client.post(links[0], {"bewijs": oude_tab}, **VAN_HIER)
    assert not Aanmelding.objects.bevestigd().exists()


def test_a_sign_up_on_the_site_after_the_telephone_call_stays(client, dorp, time_machine):
    avond = avond_in(dorp, max_aantal=None)
    velden = {"aantal": 4, "taak": None, "bron": Bron.TELEFOON, "taal": "nl"}
    afzender = Afzender(naam=RIA["naam"], email=RIA["email"])
    aan_tafel.schrijf_in(avond.pk, afzender, dorp.gebruikers["redactie-beesd"], uuid4(), velden)
    klopt = "/aanmelding/klopt/" + mail(RIA["email"]).tekst.partition("/aanmelding/klopt/")[2].split()[0]
    meld_aan(client, avond, time_machine, RIA_MET_1)
    druk(client, klopt, time_machine)
    rij = Aanmelding.objects.bevestigd().get()
    assert (rij.aantal, rij.bron) == (1, Bron.WEB)
    assert rij.bevestigd_op == Aanmelding.objects.get(bron=Bron.TELEFOON).bevestigd_op, "the turn is kept"


def onderwerpen(email: str) -> list[str]:
    berichten = Bericht.objects.filter(adres=email).order_by("pk")
    return [onderwerp.partition(":")[0] for onderwerp in berichten.values_list("onderwerp", flat=True)]


def test_no_two_mails_for_one_thing_have_the_same_subject(client, dorp, time_machine):
    oproep = oproep_in(dorp.beesd, "reageren op plan")
    for tekst in ("Het eerst.", "Het laatst."):
        bevestigd(client, oproep, time_machine, {"tekst": tekst})
        time_machine.shift(timedelta(days=1))
    assert onderwerpen(RIA["email"]) == [
        "Druk op de knop om mee te doen",
        "Je reactie is binnen",
        "Druk op de knop voor je nieuwe reactie",
        "Je nieuwe reactie is binnen",
    ]
    ideeen = oproep_in(dorp.beesd, slug="ideeen")
    for titel in ("Een bankje", "Een boom"):
        bevestigd(client, ideeen, time_machine, IDEE | {"titel": titel})
    assert onderwerpen(RIA["email"])[4::2] == [
        "Druk op de knop om mee te doen",
        "Druk op de knop voor je volgende idee",
    ]


@pytest.mark.parametrize("max_aantal", [None, 1])
def test_who_signs_up_again_reads_that_the_former_one_doesnt_count(client, dorp, time_machine, max_aantal):
    avond = avond_in(dorp, max_aantal=max_aantal)
    if max_aantal:
        meld_aan(client, avond, time_machine, JAN)
    zin = "Je eerdere aanmelding telt niet meer mee: deze kwam ervoor in de plaats."
    meld_aan(client, avond, time_machine, RIA_MET_1)
    assert zin not in mail(RIA["email"]).tekst
    meld_aan(client, avond, time_machine, RIA_MET_1)
    assert zin in mail(RIA["email"]).tekst
    eerst = "Je staat op de wachtlijst" if max_aantal else "Je bent aangemeld"
    assert onderwerpen(RIA["email"]) == [
        "Druk op de knop om je aan te melden",
        eerst,
        "Druk op de knop voor je nieuwe aanmelding",
        "Je nieuwe aanmelding is binnen",
    ]
    # A second name with the same mailbox takes nobody's place; nor does who cancelled before.
    time_machine.shift(timedelta(days=1))
    meld_aan(client, avond, time_machine, RIA_MET_1 | {"naam": "Wim Verhoef"})
    assert zin not in mail(RIA["email"]).tekst
    for rij in Aanmelding.objects.bevestigd().filter(inwoner__adres__email=RIA["email"]):
        stappen_van_aanmelden.zeg_af(rij.pk)
    meld_aan(client, avond, time_machine, RIA_MET_1)
    assert zin not in mail(RIA["email"]).tekst
