"""What comes in on one evening is one mail; nothing is lost, and what a colleague did already isn't asked."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Melding, Soort
from berichten.post import schrijf, verstuur_wachtende
from kernpagina.models import OproepenPage, OproepPage
from tests.dorp import agenda_item, dien_in, keur_goed
from werkplek import verzamelpost
from werkplek.overzicht import op_volgorde, wat_wacht

from .hulp import als, na_de_rust

AANTAL = 5


@pytest.fixture
def avond(dorp):
    """So many pages of one evening, with what waits."""
    redacteur = dorp.gebruikers["redactie-beesd"]
    return [
        dien_in(agenda_item(dorp.agenda, f"Avond {nummer}", live=False, eigenaar=redacteur), redacteur)[1]
        for nummer in range(AANTAL)
    ]


def mails(soort: Soort, adres: str = "communicatie@example.nl"):
    return Bericht.objects.filter(soort=soort, adres=adres)


def test_one_evening_is_one_mail_to_each(dorp, avond):
    verzamelpost.vertel(timezone.now() + timedelta(minutes=10))
    assert not Bericht.objects.exists()
    na_de_rust()
    na_de_rust()
    assert Bericht.objects.count() == 2
    bericht = mails(Soort.INGEDIEND).get()
    assert bericht.onderwerp == f"Er wachten {AANTAL} pagina's op goedkeuring"
    for nummer in range(AANTAL):
        assert f"Avond {nummer} (Beesd, agenda-item van redactie-beesd)" in bericht.tekst


def test_one_page_is_a_mail_that_opens_what_is_different(dorp, avond):
    for wacht in avond[1:]:
        keur_goed(wacht, dorp.gebruikers["communicatie"])
    na_de_rust()
    bericht = mails(Soort.INGEDIEND, "communicatie-2@example.nl").get()
    assert bericht.onderwerp == "Wacht op goedkeuring: Avond 0"
    adres = reverse("werkplek:veranderd", args=[avond[0].workflow_state.object_id])
    assert f"{adres}\n" in bericht.tekst
    assert "Kijk jij ernaar" not in bericht.tekst
    assert "Wat is er veranderd?" in als(dorp, "communicatie-2").get(adres).content.decode()


def test_what_was_approved_already_isnt_asked(dorp, avond):
    for wacht in avond:
        keur_goed(wacht, dorp.gebruikers["communicatie"])
    na_de_rust()
    assert not mails(Soort.INGEDIEND).exists()
    assert not Melding.objects.filter(verteld_op=None).exists()


def test_who_keeps_submitting_doesnt_put_it_off_for_ever(dorp, avond, settings):
    nu = timezone.now()
    Melding.objects.filter(sleutel__contains=f":{avond[0].pk}:").update(op=nu - timedelta(minutes=61))
    verzamelpost.vertel(nu)
    assert mails(Soort.INGEDIEND).count() == 1


def test_what_comes_after_the_mail_is_in_the_next_one(dorp, avond):
    na_de_rust()
    redacteur = dorp.gebruikers["redactie-beesd"]
    dien_in(agenda_item(dorp.agenda, "Later", live=False, eigenaar=redacteur), redacteur)
    na_de_rust()
    assert set(mails(Soort.INGEDIEND).values_list("onderwerp", flat=True)) == {
        f"Er wachten {AANTAL} pagina's op goedkeuring",
        "Wacht op goedkeuring: Later",
    }


def test_cut_off_while_writing_the_mail_nothing_is_lost_or_doubled(dorp, avond):
    def schrijf_en_sterf(*args):
        assert schrijf(*args)
        raise RuntimeError("gedood")

    with patch("berichten.verzamelen.schrijf", schrijf_en_sterf), pytest.raises(RuntimeError):
        na_de_rust()
    assert not Bericht.objects.exists()
    na_de_rust()
    assert Bericht.objects.count() == 2


def test_an_editor_hears_once_of_a_round_of_approvals(dorp, avond):
    for wacht in avond[:3]:
        keur_goed(wacht, dorp.gebruikers["communicatie"])
    avond[3].task.specific.on_action(avond[3], dorp.gebruikers["communicatie"], "reject", comment="De tijd?")
    # With a remark it goes at once.
    assert mails(Soort.TERUGGESTUURD, "redactie-beesd@example.nl").count() == 1
    na_de_rust()
    bericht = mails(Soort.GOEDGEKEURD, "redactie-beesd@example.nl").get()
    assert bericht.onderwerp == "Goedgekeurd: 3 pagina's"
    for nummer in range(3):
        assert f"Avond {nummer} is goedgekeurd door communicatie. De pagina staat nu online." in bericht.tekst
        assert f"/beesd/agenda/avond-{nummer}/" in bericht.tekst
    verstuur_wachtende()
    assert "&#x27;" not in mail.outbox[0].subject


def oproep(dorp, titel: str, sluit):
    redacteur = dorp.gebruikers["redactie-beesd"]
    pagina = OproepPage(
        title=titel, vraag="Wat vind je?", soort="ideeën", opent=sluit - timedelta(days=9), sluit=sluit,
        terugkoppeling_uiterlijk=sluit + timedelta(days=30), niveau="raadplegen", offline_meedoen="Kom langs",
        live=False, owner=redacteur, has_unpublished_changes=True,
    )  # fmt: skip
    OproepenPage.objects.child_of(dorp.beesd).get().add_child(instance=pagina)
    return dien_in(pagina, redacteur)[1]


def test_the_list_says_when_it_is_and_is_sorted_by_that(dorp, avond):
    dag = timezone.localdate()
    oproep(dorp, "Sluit morgen", dag + timedelta(days=1))
    rijen = wat_wacht(dag)
    assert rijen[-1].sluit == dag + timedelta(days=1)
    assert rijen[0].begint == timezone.localdate(timezone.now() + timedelta(days=30))
    assert op_volgorde(rijen, "moment")[0].titel == "Sluit morgen"
    assert op_volgorde(rijen, "onzin") == rijen
    client, adres = als(dorp, "communicatie"), reverse("wagtailadmin_home")
    html = client.get(adres).content.decode()
    assert html.index("Avond 0") < html.index("Sluit morgen")
    assert '<a href="?volgorde=moment">' in html
    html = client.get(adres, {"volgorde": "moment"}).content.decode()
    assert html.index("Sluit morgen</a>") < html.index("Avond 0</a>")
    assert html.count("sluit ") >= 1


def test_a_page_that_waits_with_another_date_than_is_online_shows_the_new_one(dorp):
    redacteur = dorp.gebruikers["redactie-beesd"]
    item = agenda_item(dorp.agenda, "Verzet", live=True, eigenaar=redacteur)
    nieuw = timezone.now() + timedelta(days=50)
    dien_in(item, redacteur, begin=nieuw)
    (rij,) = wat_wacht(timezone.localdate())
    assert rij.begint == timezone.localdate(nieuw)


def test_the_demo_waits_for_nothing(dorp, avond, settings):
    settings.MAIL_RUST = 0
    with time_machine.travel(timezone.now() + timedelta(seconds=1)):
        verzamelpost.vertel(timezone.now())
    assert Bericht.objects.count() == 2


def test_what_is_over_comes_after_what_comes(dorp, avond):
    dag = timezone.localdate()
    oproep(dorp, "Dicht", dag - timedelta(days=3))
    rijen = op_volgorde(wat_wacht(dag), "moment")
    assert [rij.titel for rij in rijen][-1] == "Dicht"
    assert [rij.voorbij for rij in rijen] == [False] * (len(rijen) - 1) + [True]
    html = (
        als(dorp, "communicatie").get(reverse("wagtailadmin_home"), {"volgorde": "moment"}).content.decode()
    )
    assert "sloot op" in html
    assert "sluit " not in BeautifulSoup(html, "html.parser").select_one(".werkplek-wacht").get_text(" ")
