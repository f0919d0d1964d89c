"""An invitation by mail: from beheer's form to the own desk of who took it up."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail, signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from berichten.models import Bericht, Soort
from berichten.post import verstuur_wachtende
from core.models import User
from kernpagina.redactie import kernen_van
from tests.toegang.hulp import CODE, vraag_code
from werkplek import uitnodigen
from werkplek.models import Inlogpoging, Uitnodiging

from .hulp import als
from .uitgenodigd import WOORD, beslis, groep, link, neem_aan, verstuur


def test_from_the_form_to_the_own_desk(dorp):
    antwoord = verstuur(dorp)
    assert "is onderweg" in antwoord.content.decode()
    assert not User.objects.filter(email="jan@example.nl").exists()
    adres = link()
    assert mail.outbox[-1].to == ["jan@example.nl"]
    assert "beheer nodigt je uit" in mail.outbox[-1].body
    assert "voor Beesd" in mail.outbox[-1].body
    client = Client()
    assert "Welkom bij Bloei!, Jan van der Berg" in client.get(adres).content.decode()
    antwoord = neem_aan(adres, client=client)
    assert antwoord.url == reverse("wagtailadmin_home")
    assert "Nieuw agenda-item" in client.get(antwoord.url).content.decode()
    user = User.objects.get(email="jan@example.nl")
    assert (user.first_name, user.last_name, user.is_superuser) == ("Jan", "van der Berg", False)
    assert [kern.title for kern in kernen_van(user)] == ["Beesd"]
    assert Inlogpoging.objects.filter(user=user, soort="gelukt").exists()
    # Next time: with a code in the mail, and no password.
    assert not user.has_usable_password()
    weer = Client()
    weer.post(CODE, {"code": vraag_code(weer, "Jan@example.nl")})
    assert weer.get("/cms/").status_code == 200


def test_who_comes_to_communications_chooses_a_password_and_a_second_step(dorp, settings):
    settings.TWEEDE_FACTOR = True
    Authenticator.objects.create(user=dorp.gebruikers["beheer"], type="totp", data={"secret": "x"})
    uitnodigen.nodig_uit(
        "Jan van der Berg", "jan@example.nl", groep("Communicatie"), dorp.gebruikers["beheer"]
    )
    adres, client = link(), Client()
    assert "Kies een wachtwoord" in mail.outbox[-1].body
    assert "twaalf tekens" in client.get(adres).content.decode()
    neem_aan(adres, client=client)
    assert User.objects.get(email="jan@example.nl").check_password(WOORD)
    assert client.get("/cms/").url.startswith("/cms/tweede-stap/")


def test_the_link_isnt_kept_once_it_was_sent(dorp):
    verstuur(dorp)
    assert "/cms/uitnodiging/" in Bericht.objects.get().tekst
    link()
    bericht = Bericht.objects.get()
    assert (bericht.soort, bericht.tekst, bericht.html) == (Soort.UITNODIGING, "", "")


def test_a_program_that_opens_links_changes_nothing(dorp):
    verstuur(dorp)
    adres = link()
    for _ in range(3):
        antwoord = Client().get(adres)
        assert antwoord.status_code == 200
        assert "no-store" in antwoord["Cache-Control"]
        Client().head(adres)
    assert not User.objects.filter(email="jan@example.nl").exists()
    assert neem_aan(adres).status_code == 302


def test_a_used_link_opens_nothing(dorp):
    verstuur(dorp)
    adres = link()
    neem_aan(adres)
    for antwoord in (Client().get(adres), neem_aan(adres, "een heel ander woord")):
        assert antwoord.status_code == 410
        assert "Log in met je e-mailadres" in antwoord.content.decode()


def test_an_expired_link_opens_nothing_and_a_new_mail_does(dorp):
    verstuur(dorp)
    oud = link()
    with time_machine.travel(timezone.now() + timedelta(days=14, seconds=1)):
        antwoord = neem_aan(oud)
        assert antwoord.status_code == 410
        assert "verlopen" in antwoord.content.decode()
        assert "Verlopen" in als(dorp, "beheer").get(reverse("werkplek:mensen")).content.decode()
        beslis(dorp, "opnieuw", Uitnodiging.objects.get())
        assert neem_aan(link()).status_code == 302


def test_after_a_second_mail_the_first_link_says_so(dorp):
    verstuur(dorp)
    oud = link()
    beslis(dorp, "opnieuw", Uitnodiging.objects.get())
    assert "nieuwere mail" in neem_aan(oud).content.decode()
    assert neem_aan(link()).status_code == 302


@pytest.mark.parametrize("kapot", ["onzin", signing.dumps([1, 1], salt="iets anders"), "1:1:1"])
def test_a_wrong_link_opens_nothing(dorp, kapot):
    antwoord = Client().get(reverse("uitnodiging", args=[kapot]))
    assert antwoord.status_code == 410
    assert "Kopieer hem helemaal" in antwoord.content.decode()


def test_withdrawn_it_opens_nothing_and_what_waited_isnt_sent(dorp):
    verstuur(dorp)
    uitnodiging = Uitnodiging.objects.get()
    beslis(dorp, "intrekken", uitnodiging)
    assert verstuur_wachtende() == 0
    adres = reverse("uitnodiging", args=[signing.dumps([uitnodiging.pk, 1], salt=uitnodigen.ZOUT)])
    assert "ingetrokken" in neem_aan(adres).content.decode()
    assert "onderweg" in verstuur(dorp).content.decode()


def test_a_second_person_gets_an_account_of_their_own(dorp):
    verstuur(dorp)
    eerste = link()
    verstuur(dorp, email="fatima@example.nl", naam="Fatima")
    tweede = link()
    assert neem_aan(tweede).status_code == neem_aan(eerste).status_code == 302
    namen = set(groep().user_set.values_list("username", flat=True))
    assert {"jan@example.nl", "fatima@example.nl"} <= namen


@pytest.mark.parametrize("email", ["jan@example.nl", "JAN@Example.nl"])
def test_the_same_mailbox_twice(dorp, email):
    verstuur(dorp)
    assert "al een uitnodiging of" in verstuur(dorp, email=email, van="communicatie").content.decode()
    neem_aan(link())
    assert "hoort al bij het account van Jan" in verstuur(dorp, email=email).content.decode()
    assert Uitnodiging.objects.count() == 1


def test_an_account_made_meanwhile_isnt_taken_over(dorp):
    verstuur(dorp)
    User.objects.create_user("anders", email="Jan@example.nl", password=WOORD)
    antwoord = neem_aan(link(), "een heel ander woord")
    assert antwoord.status_code == 410
    assert "Er is al een account" in antwoord.content.decode()


def test_a_name_that_is_taken_gets_a_number(dorp):
    verstuur(dorp)
    User.objects.create_user("jan@example.nl", email="iemand-anders@example.nl")
    neem_aan(link())
    assert User.objects.get(email="jan@example.nl").username == "jan@example.nl-2"


@pytest.mark.parametrize(
    ("getypt", "naam"),
    [
        ("Zoë O’Neill-Święty", "Zoë O’Neill-Święty"),
        ("<b>Jan</b> & co", "<b>Jan</b> & co"),
        ("Jan\x0bBcc: x@y.nl\u202e", "Jan Bcc: x@y.nl"),
        ("🌳 Boom", "🌳 Boom"),
        ("Cher", "Cher"),
        ("n" * 150, "n" * 150),
    ],
)
def test_odd_names(dorp, getypt, naam):
    assert "onderweg" in verstuur(dorp, naam=getypt).content.decode()
    adres = link()
    assert f"Dag {naam}," in mail.outbox[-1].body
    assert mail.outbox[-1].message()["To"] == "jan@example.nl"
    assert "<b>Jan" not in Client().get(adres).content.decode()
    assert neem_aan(adres, naam=getypt).status_code == 302
    assert User.objects.get(email="jan@example.nl").get_full_name() == naam


def test_a_name_of_nothing_is_refused(dorp):
    assert "Vul een naam in" in verstuur(dorp, naam="\u200b \u202e").content.decode()


@pytest.mark.parametrize("woord", ["kort", "123456789012345", "jan@example.nl"])
def test_a_weak_password_is_refused(dorp, woord):
    verstuur(dorp, voor="Communicatie")
    adres = link()
    assert neem_aan(adres, woord).status_code == 200
    assert not User.objects.filter(email="jan@example.nl").exists()
    assert neem_aan(adres).status_code == 302


def test_only_beheer_lets_people_into_communications(dorp):
    """Someone of communications would else make a second pair of eyes for themselves."""
    client = als(dorp, "communicatie")
    assert "Communicatie</option>" not in client.get(reverse("werkplek:mensen")).content.decode()
    assert "onderweg" not in verstuur(dorp, van="communicatie", voor="Communicatie").content.decode()
    with pytest.raises(PermissionDenied):
        uitnodigen.nodig_uit("Jan", "j@example.nl", groep("Communicatie"), dorp.gebruikers["communicatie"])
    assert "onderweg" in verstuur(dorp, van="communicatie").content.decode()
    verstuur(dorp, email="petra@example.nl", voor="Communicatie")
    petra = Uitnodiging.objects.get(email="petra@example.nl")
    for wat in ("opnieuw", "intrekken"):
        assert "petra@" not in beslis(dorp, wat, petra, van="communicatie").content.decode()
    petra.refresh_from_db()
    assert (petra.keer, petra.ingetrokken_op) == (1, None)
    neem_aan(link())
    # Whoever may approve from now on, is told to everybody.
    assert Bericht.objects.filter(soort=Soort.ROLLEN, adres="communicatie@example.nl").exists()


def test_front_page_of_beheer_has_what_beheer_needs(dorp):
    verstuur(dorp)
    html = als(dorp, "beheer").get(reverse("wagtailadmin_home")).content.decode()
    for wat in ("Iemand uitnodigen", "Jan van der Berg, jan@example.nl", "redactie-beesd-2", "Trek in"):
        assert wat in html
    assert (
        "Iemand uitnodigen"
        not in als(dorp, "communicatie").get(reverse("wagtailadmin_home")).content.decode()
    )


def test_the_group_is_there_or_the_invitation_isnt(dorp):
    with pytest.raises(ValidationError):
        uitnodigen.nodig_uit("Jan", "beheer@example.nl", groep(), dorp.gebruikers["beheer"])
    assert (
        "Kies een kern"
        in als(dorp, "beheer")
        .post(reverse("werkplek:mensen"), {"naam": "Jan", "email": "jan@example.nl", "groep": "999999"})
        .content.decode()
    )
