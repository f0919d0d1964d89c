"""Who signed up without e-mail doesn't hear by itself what became another: whoever may ring them is told so."""

import pytest
from django.urls import reverse

from berichten.models import Bericht, Soort
from core.tijd import vandaag
from meedoen.aanmelden import stappen
from meedoen.models import Aanmelding
from tests.dorp import dien_in, keur_goed
from tests.meedoen.aanmeldhulp import avond_in
from tests.meedoen.test_aanmelden_tafel import zet_erbij
from werkplek import intrekken
from werkplek.bijeenkomst import stappen_van
from werkplek.volgende_stap import volgende_stappen

from .hulp import als, na_de_rust, vers

AFGELAST = {"status": "geannuleerd", "toelichting": "De zaal is dicht."}
ZIN = "Bel nog 1 persoon zonder e-mail"


@pytest.fixture
def redacteur(dorp):
    return dorp.gebruikers["redactie-beesd"]


@pytest.fixture
def avond(dorp, redacteur):
    """Truus rang, and comes with two: it is full."""
    avond = avond_in(dorp, eigenaar=redacteur)
    zet_erbij(dorp, avond)
    return avond


def zinnen(avond, redacteur) -> str:
    stappen_ = [f"{stap.naam}: {stap.stand}" for stap in stappen_van(vers(avond), vandaag())]
    return " ".join([*stappen_, *(stap.wat for stap in volgende_stappen(redacteur, vandaag()))])


@pytest.mark.parametrize(
    "wijziging", [AFGELAST, {"locatie": "De kerk", "status": "gewijzigd", "toelichting": "Lek."}]
)
def test_after_an_approval_the_editor_hears_whom_to_ring(dorp, avond, redacteur, wijziging):
    assert "Bel nog" not in zinnen(avond, redacteur)
    _, wacht = dien_in(avond, redacteur, **wijziging)
    assert "Bel nog" not in zinnen(avond, redacteur), "nothing is different yet"
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    na_de_rust()
    mail = Bericht.objects.get(soort=Soort.GOEDGEKEURD)
    lijst = reverse("werkplek:aanmeldingen", args=[avond.pk])
    assert ZIN in mail.tekst
    assert lijst in mail.tekst
    assert zinnen(avond, redacteur).count(ZIN) == 2, "step by step and on the front page"
    assert ("dat het niet doorgaat" in mail.tekst) == (wijziging is AFGELAST)
    scherm = als(dorp, "redactie-beesd").get(lijst).content.decode()
    assert ZIN in scherm
    assert "Bel nog: er is iets veranderd." in scherm
    for _ in range(2):
        als(dorp, "redactie-beesd").post(lijst, {"gebeld": Aanmelding.objects.get().pk})
    assert "Bel nog" not in zinnen(avond, redacteur) + als(dorp, "redactie-beesd").get(lijst).content.decode()


def test_who_waited_and_has_a_place_now_is_rung_too(dorp, avond, redacteur):
    zet_erbij(dorp, avond, naam="Kees Bos", aantal="1")
    assert "Bel nog" not in zinnen(avond, redacteur), "Kees was told that he waits"
    stappen.zeg_af(Aanmelding.objects.get(inwoner__naam="Truus Hendriks").pk)
    assert ZIN in zinnen(avond, redacteur)


def test_also_when_it_was_taken_off(dorp, avond):
    intrekken.haal_weg(vers(avond), dorp.gebruikers["communicatie"], "Vergissing.")
    assert ZIN in Bericht.objects.get(soort=Soort.INGETROKKEN).tekst


def test_of_another_meeting_nobody_says_that_they_rang(dorp, avond, redacteur):
    """Neither by way of a meeting of one's own, nor on the page of another kern."""
    _, wacht = dien_in(avond, redacteur, **AFGELAST)
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    truus = {"gebeld": Aanmelding.objects.get().pk}
    eigen = avond_in(dorp, slug="andere-avond")
    als(dorp, "redactie-beesd").post(reverse("werkplek:aanmeldingen", args=[eigen.pk]), truus)
    hier = reverse("werkplek:aanmeldingen", args=[avond.pk])
    als(dorp, "redactie-heukelum").post(hier, truus)
    assert ZIN in zinnen(avond, redacteur)
    antwoord = als(dorp, "redactie-beesd").post(hier, truus, follow=True).content.decode()
    assert "Fijn dat je hebt gebeld." in antwoord
    assert ZIN not in zinnen(avond, redacteur)
