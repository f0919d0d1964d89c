"""An editor proposes somebody for their own kern; who may invite sends it. Nobody gives more than they may give."""

from copy import deepcopy

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from berichten.models import Bericht
from berichten.post import verstuur_wachtende
from core.models import User
from werkplek import uitnodigen, voorstellen
from werkplek.models import Uitnodiging

from .hulp import als
from .uitgenodigd import beslis, groep, link, neem_aan, verstuur


def stel_voor(dorp, **anders) -> str:
    return verstuur(dorp, **({"van": "redactie-beesd"} | anders)).content.decode()


def test_proposed_sent_and_there(dorp):
    assert "ligt bij Communicatie: Jan van der Berg" in stel_voor(dorp)
    # Only communications hears.
    assert set(Bericht.objects.values_list("adres", flat=True)) == {
        "communicatie@example.nl", "communicatie-2@example.nl",
    }  # fmt: skip
    voorstel = Uitnodiging.objects.get()
    voorpagina = als(dorp, "communicatie").get(reverse("wagtailadmin_home")).content.decode()
    assert "1 voorstel om iemand uit te nodigen" in voorpagina
    scherm = als(dorp, "communicatie").get(reverse("werkplek:mensen")).content.decode()
    zin = "<strong>Jan van der Berg</strong> (jan@example.nl) voor om te schrijven voor Beesd."
    assert f"redactie-beesd stelt {zin}" in scherm
    for _ in range(2):
        # Pressed twice, or by two people, one mail goes.
        antwoord = beslis(dorp, "opnieuw", voorstel, van="communicatie").content.decode()
        assert "(jan@example.nl): is uitgenodigd" in antwoord
        adres = link()
    assert [brief.to for brief in mail.outbox].count(["jan@example.nl"]) == 1
    assert Bericht.objects.filter(adres="redactie-beesd@example.nl", onderwerp__endswith="is uitgenodigd")
    assert neem_aan(adres, naam="Jan B.").status_code == 302
    user = User.objects.get(email="jan@example.nl")
    assert (str(user), list(user.groups.all())) == ("Jan B.", [groep()])
    html = als(dorp, "redactie-beesd").get(reverse("werkplek:mensen")).content.decode()
    assert "jan@example.nl: doet mee" in html
    # Communications hears of the new writer; who came got one mail.
    verstuur_wachtende()
    assert [brief.to for brief in mail.outbox].count(["jan@example.nl"]) == 1
    assert any("mag nu: schrijven voor Beesd" in brief.subject for brief in mail.outbox)
    rapport = als(dorp, "communicatie").get(reverse("werkplek:rollen")).content.decode()
    assert "Mag nu: schrijven voor Beesd" in rapport


@pytest.mark.parametrize("voor", ["Redactie Heukelum", "Communicatie"])
def test_an_editor_proposes_for_the_own_kern_only(dorp, voor):
    assert "ligt bij" not in stel_voor(dorp, voor=voor)
    with pytest.raises(PermissionDenied):
        voorstellen.stel_voor("Jan", "j@example.nl", groep(voor), dorp.gebruikers["redactie-beesd"])
    with pytest.raises(PermissionDenied):
        uitnodigen.nodig_uit("Jan", "j@example.nl", groep(), dorp.gebruikers["redactie-beesd"])
    assert not Uitnodiging.objects.exists()


def test_an_editor_sends_nothing_and_withdraws_only_the_own(dorp):
    stel_voor(dorp)
    voorstel = Uitnodiging.objects.get()
    for van in ("redactie-beesd", "redactie-beesd-2", "redactie-heukelum"):
        assert "is uitgenodigd" not in beslis(dorp, "opnieuw", voorstel, van=van).content.decode()
    for van in ("redactie-beesd-2", "redactie-heukelum"):
        assert "jan@example.nl" not in als(dorp, van).get(reverse("werkplek:mensen")).content.decode()
        beslis(dorp, "intrekken", voorstel, van=van)
    voorstel.refresh_from_db()
    assert (voorstel.keer, voorstel.ingetrokken_op) == (0, None)
    # Communications too, with the screen from before: nothing to send any more.
    for wat, van in (
        ("intrekken", "redactie-beesd"),
        ("opnieuw", "communicatie"),
        ("intrekken", "communicatie"),
    ):
        assert "gaat niet door" in beslis(dorp, wat, voorstel, van=van).content.decode()
    assert not Bericht.objects.filter(adres="jan@example.nl").exists()


def test_refused_it_says_so_and_a_sent_one_isnt_the_proposers_any_more(dorp):
    stel_voor(dorp)
    beslis(dorp, "intrekken", Uitnodiging.objects.get(), van="communicatie")
    assert Bericht.objects.filter(
        adres="redactie-beesd@example.nl", onderwerp__endswith="wordt niet uitgenodigd"
    )
    html = als(dorp, "redactie-beesd").get(reverse("werkplek:mensen")).content.decode()
    assert "gaat niet door" in html
    stel_voor(dorp, email="fatima@example.nl")
    beslis(dorp, "opnieuw", Uitnodiging.objects.get(email="fatima@example.nl"), van="communicatie")
    verstuurd = Uitnodiging.objects.get(email="fatima@example.nl")
    beslis(dorp, "intrekken", verstuurd, van="redactie-beesd")
    assert neem_aan(link()).status_code == 302


def test_of_accounts_elsewhere_a_proposer_learns_nothing_and_the_sender_does(dorp):
    assert "schrijft al voor Beesd" in stel_voor(dorp, email="redactie-beesd-2@example.nl")
    assert "ligt bij Communicatie" in stel_voor(dorp, email="redactie-heukelum@example.nl")
    antwoord = beslis(dorp, "opnieuw", Uitnodiging.objects.get(), van="communicatie").content.decode()
    assert "hoort al bij het account van redactie-heukelum" in antwoord


def test_ten_proposals_are_enough_and_twice_the_same_is_one(dorp):
    for nummer in range(10):
        assert "ligt bij" in stel_voor(dorp, email=f"jan{nummer}@example.nl")
    assert "ligt bij" in stel_voor(dorp, email="jan9@example.nl")
    assert "Er staan al 10 voorstellen" in stel_voor(dorp, email="jan10@example.nl")
    assert Uitnodiging.objects.count() == 10


def test_a_group_that_may_more_isnt_for_communications_to_give(dorp):
    stel_voor(dorp)
    verstuur(dorp, van="communicatie", email="petra@example.nl")
    adres = link()
    groep().permissions.add(Permission.objects.get(codename="spoedpublicatie"))
    assert (
        "onderweg"
        not in beslis(dorp, "opnieuw", Uitnodiging.objects.get(keer=0), van="communicatie").content.decode()
    )
    # What was sent before, gives no more than its sender may give.
    assert "geldt niet meer" in neem_aan(adres).content.decode()
    assert "Heukelum" in als(dorp, "communicatie").get(reverse("werkplek:mensen")).content.decode()


def test_somebody_elses_browser_and_pressing_twice(dorp):
    verstuur(dorp)
    adres = link()
    ander = als(dorp, "redactie-heukelum")
    for antwoord in (ander.get(adres), neem_aan(adres, client=ander)):
        assert antwoord.status_code == 410
        assert "Log eerst uit" in antwoord.content.decode()
    een, twee = Client(), Client()
    een.get(adres)
    # The same browser, before it had an answer.
    twee.cookies = deepcopy(een.cookies)
    assert neem_aan(adres, client=een).url == neem_aan(adres, client=twee).url == reverse("wagtailadmin_home")
    vreemd = Client()
    vreemd.get(adres)
    assert neem_aan(adres, client=vreemd).status_code == 410
    assert User.objects.filter(email="jan@example.nl").count() == 1
