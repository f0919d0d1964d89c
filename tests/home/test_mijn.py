"""/mijn/: in by a link in one's own mailbox."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from berichten.models import Bericht
from core.formulieren.zonder_koekje import VELD
from home.mijn import KOEKJE
from inwoners import grenzen
from inwoners.models import Adres, Gewist, Inwoner, Sleutel
from tests.home.mijn import EMAIL, LINK, link_in, tekst, vraag_link
from tests.inwoners.formulier import VAN_HIER, bewijs_van, verstuur


def alle_rijen() -> list:
    return [
        list(model.objects.order_by("pk").values()) for model in (Adres, Inwoner, Sleutel, Bericht, Gewist)
    ]


def test_by_a_link_in_the_mailbox_and_one_cookie_that_goes_nowhere_else(ria, client):
    assert vraag_link(client).headers["Location"] == "/mijn/gestuurd/"
    assert not client.cookies
    bericht = Bericht.objects.get()
    assert (bericht.adres, bericht.inwoner, bericht.voorrang) == (EMAIL, True, 1)
    assert bericht.geheim_tot - timezone.now() < timedelta(minutes=61)
    assert EMAIL not in bericht.tekst
    link = link_in(bericht)
    assert "Ria" not in tekst(client.get(link)), "opening shows nothing yet"
    antwoord = verstuur(client, link)
    koekje = antwoord.cookies[KOEKJE]
    assert (koekje["path"], koekje["httponly"], koekje["samesite"]) == ("/mijn/", True, "Strict")
    assert koekje["max-age"] == 1800
    assert list(antwoord.cookies) == [KOEKJE]
    pagina = tekst(client.get("/mijn/"))
    assert "Ria Verhoef" in pagina
    assert EMAIL in pagina


def test_known_and_unknown_get_the_same_page_and_both_a_mail(ria, client):
    bekend, onbekend = vraag_link(client), vraag_link(client, "vreemd@example.nl")
    assert bekend.headers["Location"] == onbekend.headers["Location"]
    een, ander = Bericht.objects.order_by("pk")
    assert een.onderwerp == ander.onderwerp
    assert LINK.sub("", een.tekst) == LINK.sub("", ander.tekst)


def test_known_and_unknown_ask_the_database_alike(ria, client, django_assert_max_num_queries):
    """What differs is one row more: as many questions, give or take those of making it."""
    vraag_link(client, "eerst@example.nl")  # what the site asks about itself is asked once
    aantallen = []
    # What is kept between visits is read by the first of all, whoever that is.
    vraag_link(client, "eerder@example.nl")
    for email in (EMAIL, "vreemd@example.nl"):
        with django_assert_max_num_queries(60) as gevraagd:
            vraag_link(client, email)
        aantallen.append(len(gevraagd.captured_queries))
    assert abs(aantallen[0] - aantallen[1]) <= 4


def test_asked_again_and_again_three_mails_a_day(ria, client):
    for nummer in range(12):
        with time_machine.travel(timezone.now().replace(hour=8) + timedelta(minutes=20 * nummer)):
            assert vraag_link(client).headers["Location"] == "/mijn/gestuurd/"
    assert Bericht.objects.count() == 3


@pytest.mark.parametrize(
    "email", ["", "geen-adres", "a\x00b@example.nl", "x" * 300 + "@example.nl", "a@b\r\nBcc: c@d.nl"]
)
def test_what_is_no_address_is_told_and_kept_in_the_form(home, client, email):
    antwoord = vraag_link(client, email)
    assert "_fout" in tekst(antwoord)
    assert not Bericht.objects.exists()
    assert not Adres.objects.exists()


def test_a_form_from_elsewhere_sends_nothing_and_keeps_what_was_typed(home, client):
    bewijs = bewijs_van(tekst(client.get("/mijn/")))
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        antwoord = client.post(
            "/mijn/", {VELD: bewijs, "email": EMAIL}, headers={"sec-fetch-site": "cross-site"}
        )
    assert EMAIL in tekst(antwoord)
    assert not Bericht.objects.exists()


def test_a_double_click_is_one_mail(home, client):
    bewijs = bewijs_van(tekst(client.get("/mijn/")))
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        for email in (EMAIL, "ander@example.nl"):
            antwoord = client.post("/mijn/", {VELD: bewijs, "email": email}, headers=VAN_HIER)
            assert antwoord.headers["Location"] == "/mijn/gestuurd/"
    assert [bericht.adres for bericht in Bericht.objects.all()] == [EMAIL]


def test_opening_a_link_changes_nothing_and_the_button_works_twice(ria, client):
    vraag_link(client)
    link = link_in(Bericht.objects.get())
    toen = alle_rijen()
    for vraag in (client.get, client.head, client.get):
        assert vraag(link).status_code == 200
        assert not client.cookies
    assert alle_rijen() == toen
    verstuur(client, link)
    eenmaal = alle_rijen()
    ander = Client()
    assert verstuur(ander, link).headers["Location"] == "/mijn/"
    assert alle_rijen() == eenmaal
    assert "Ria Verhoef" in tekst(ander.get("/mijn/"))


def test_a_link_dies_after_an_hour_and_the_door_closes_after_half_an_hour(binnen):
    link = link_in(Bericht.objects.get())
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        antwoord = binnen.get(link)
        assert antwoord.status_code == 404
        assert "Vraag een nieuwe link" in antwoord.content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert "Ria Verhoef" not in tekst(binnen.get("/mijn/"))
        assert binnen.get("/mijn/gegevens.json").headers["Location"] == "/mijn/"


def test_a_cookie_of_ones_own_making_opens_nothing(ria, client):
    client.cookies[KOEKJE] = f"{ria.adres.pk}:x:y"
    assert "Ria Verhoef" not in tekst(client.get("/mijn/"))


PADEN = ["", "gestuurd/", "doe/", "wissen/", "gewist/", "uit/", "gegevens.json", "open/onzin/"]


@pytest.mark.parametrize("deel", PADEN)
def test_every_page_is_kept_by_nobody_and_sets_no_cookie(home, deel):
    for voor in ("/mijn/", "/pl/mijn/"):
        for vraag in ("get", "head", "post"):
            client = Client(enforce_csrf_checks=True)
            antwoord = getattr(client, vraag)(voor + deel)
            assert antwoord.status_code in (200, 302, 404)
            assert antwoord.headers["Cache-Control"] == "private, no-store"
            assert antwoord.headers["Referrer-Policy"] == "same-origin"
            assert not antwoord.cookies
    assert not Adres.objects.exists()


def test_in_another_language_the_mail_and_the_cookie_follow(ria, client):
    vraag_link(client, pad="/pl/mijn/")
    bericht = Bericht.objects.get()
    assert bericht.onderwerp == "Twoje dane w Bloei!"
    link = link_in(bericht)
    assert link.startswith("/pl/mijn/open/")
    assert verstuur(client, link).cookies[KOEKJE]["path"] == "/pl/mijn/"
    assert "Moje dane" in tekst(client.get("/pl/mijn/"))


def test_too_much_at_once_is_said_and_says_nothing_of_an_address(ria, client, monkeypatch):
    monkeypatch.setattr(grenzen, "PER_NET", 0)
    for email in (EMAIL, "vreemd@example.nl"):
        antwoord = vraag_link(client, email)
        assert antwoord.status_code == 429
        assert "Er komt nu veel tegelijk binnen." in antwoord.content.decode()
    assert not Bericht.objects.exists()
