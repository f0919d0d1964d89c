"""The second step with a telephone: choosing it, typing its code, losing it."""

import base64
import time
from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.apps import apps
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.dorp import WACHTWOORD as WOORD
from toegang.formulieren import PROBEREN
from toegang.models import TweedeFactor
from werkplek.models import Inlogpoging

from .hulp import KIES, STAP, WACHTWOORD, code, in_te_loggen, is_binnen, kies_telefoon, vraag_code

NOG_EENS = f"{STAP}code/"
TWEEDE = "/cms/login/tweede-stap/"
# RFC 6238, appendix B, the last six figures; its secret is these twenty letters.
GEHEIM = base64.b32encode(b"12345678901234567890").decode()
VOORBEELDEN = {59: "287082", 1111111109: "081804", 1111111111: "050471", 2000000000: "279037"}


@pytest.fixture(autouse=True)
def aan_het_begin_van_een_code(time_machine) -> None:
    """A code is good for half a minute; a test that began at the end of one would see the next."""
    time_machine.move_to(time.time() // 30 * 30 + 1)


@pytest.fixture
def wie(dorp, settings):
    settings.TWEEDE_FACTOR = True
    return dorp.gebruikers["communicatie"]


@pytest.fixture
def client(wie) -> Client:
    return in_te_loggen(wie)


def log_in(wie, client: Client | None = None) -> Client:
    """With the password; the step comes next."""
    client = client or Client()
    client.post(WACHTWOORD, {"username": wie.username, "password": WOORD, "next": "/cms/pages/"})
    return client


@pytest.mark.parametrize(("moment", "verwacht"), VOORBEELDEN.items())
def test_the_examples_of_the_rfc(moment, verwacht):
    """A secret of before allauth makes the same codes."""
    assert format_hotp_value(hotp_value(GEHEIM, moment // 30)) == verwacht


def test_a_telephone_of_before_allauth_still_counts(dorp, wie):
    verhuis = import_module("toegang.migrations.0002_naar_allauth").kopieer
    TweedeFactor.objects.create(user=wie, geheim=GEHEIM)
    for _ in range(2):
        verhuis(apps, None)
    elders = log_in(wie)
    assert elders.post(TWEEDE, {"code": code(GEHEIM)}).url == "/cms/pages/"
    assert Authenticator.objects.count() == 1


def test_choosing_a_telephone_and_coming_back(client, wie):
    antwoord = client.get("/cms/pages/")
    assert antwoord.url == f"{STAP}?next=%2Fcms%2Fpages%2F"
    assert f"{KIES}?next=/cms/pages/" in client.get(antwoord.url).content.decode()
    voor = client.session.session_key
    geheim = kies_telefoon(client)
    assert client.get("/cms/").status_code == 200
    assert client.session.session_key != voor, "who knew the number of the session before is out"
    (brief,) = mail.outbox
    assert brief.to == [wie.email]
    assert "telefoon" in brief.subject
    assert geheim not in brief.body
    assert ModelLogEntry.objects.filter(action="bloei.tweede_factor", user=wie).exists()
    # Elsewhere: nobody is logged in before the code, and the one that was used is no longer good.
    elders = log_in(wie)
    assert not is_binnen(elders)
    assert elders.get("/cms/").url.startswith("/cms/login/")
    assert geheim not in elders.get(TWEEDE).content.decode()
    assert "al gebruikt" in elders.post(TWEEDE, {"code": code(geheim)}).content.decode()
    volgende = code(geheim, 1)
    antwoord = elders.post(TWEEDE, {"code": f"{volgende[:3]} {volgende[3:]}"})
    assert (antwoord.status_code, antwoord.url) == (302, "/cms/pages/")
    assert elders.get("/cms/").status_code == 200


def test_a_code_by_mail_isnt_enough(client, wie):
    """Who may approve takes the second step after any first."""
    kies_telefoon(client)
    elders = Client()
    elders.post("/cms/login/code/", {"code": vraag_code(elders, wie.email)})
    assert not is_binnen(elders)
    assert elders.get(TWEEDE).status_code == 200
    # Also when there is nothing yet to take it with.
    Authenticator.objects.all().delete()
    elders = Client()
    elders.post("/cms/login/code/", {"code": vraag_code(elders, wie.email)})
    assert elders.get("/cms/").url.startswith(STAP)


def test_who_has_one_doesnt_choose_another_without_it(client, wie):
    """A stolen password isn't enough to put another telephone in the place of the owner's."""
    geheim = kies_telefoon(client)
    dief = in_te_loggen(wie)
    for adres in (KIES, f"{STAP}passkey/"):
        assert dief.get(adres).url.startswith(STAP)
        assert dief.post(adres, {"code": "123456"}).status_code == 403
    assert dief.post(f"{STAP}{Authenticator.objects.get().pk}/weg/").status_code == 403
    assert dief.get(STAP).url.startswith(NOG_EENS)
    assert dief.post(NOG_EENS, {"code": code(geheim, 1)}).status_code == 302
    assert dief.get("/cms/").status_code == 200
    # Who is in types a code again before choosing another; and never takes away the last.
    assert client.get(f"{STAP}passkey/").url.startswith(NOG_EENS)
    dief.post(f"{STAP}{Authenticator.objects.get().pk}/weg/")
    assert Authenticator.objects.count() == 1


def test_wrong_codes_are_braked_and_seen(client, wie):
    geheim = kies_telefoon(client)
    elders = log_in(wie)
    for _ in range(PROBEREN):
        assert "klopt niet" in elders.post(TWEEDE, {"code": "000000"}).content.decode()
    # Also the right one has to wait now.
    assert "te vaak" in elders.post(TWEEDE, {"code": code(geheim, 1)}).content.decode()
    soorten = set(Inlogpoging.objects.filter(user=wie).values_list("soort", flat=True))
    assert {Inlogpoging.Soort.MISLUKT, Inlogpoging.Soort.GEREMD} <= soorten


def test_who_writes_needs_no_telephone(dorp, wie):
    redacteur = in_te_loggen(dorp.gebruikers["redactie-beesd"])
    assert redacteur.get("/cms/").status_code == 200
    assert STAP not in redacteur.get("/cms/account/").content.decode()
    for adres in (STAP, KIES):
        assert redacteur.get(adres, follow=True).redirect_chain[-1][0] == "/cms/"


def test_who_gets_a_right_takes_the_step_at_the_next_click(dorp, wie):
    user = dorp.gebruikers["redactie-beesd"]
    redacteur = in_te_loggen(user)
    assert redacteur.get("/cms/").status_code == 200
    user.groups.add(wie.groups.get(name="Communicatie"))
    assert redacteur.get("/cms/").url.startswith(STAP)


def test_autosave_is_told_why(client):
    antwoord = client.post("/cms/pages/2/edit/", HTTP_ACCEPT="application/json")
    assert antwoord.status_code == 403
    assert "tweede stap" in antwoord.json()["error_message"]


@pytest.mark.parametrize("adres", ["https://elders.example/", "//elders.example", "abc", "-1"])
def test_one_leads_nobody_to_another_site(client, adres):
    html = client.get(f"{KIES}?next={adres}").content.decode()
    assert f'name="next" value="{reverse("wagtailadmin_home")}"' in html


def test_a_telephone_that_was_lost(client, wie, dorp):
    kies_telefoon(client)
    mail.outbox.clear()
    call_command("noodtoegang", wie.username, reden="verloren op de kermis")
    # Whoever has that telephone is out; the owner chooses another one.
    assert client.get("/cms/").url.startswith(STAP)
    assert not Authenticator.objects.exists()
    gemaild = {adres for brief in mail.outbox for adres in brief.to}
    assert gemaild == {wie.email, dorp.gebruikers["beheer"].email}
    regel = ModelLogEntry.objects.get(action="bloei.noodtoegang")
    assert "verloren op de kermis" in regel.message
    kies_telefoon(client)
    with pytest.raises(CommandError, match="geen account"):
        call_command("noodtoegang", "bestaat-niet", reden="x")


def test_the_log_of_the_site_says_so_in_dutch(wie, dorp):
    beheer = in_te_loggen(dorp.gebruikers["beheer"])
    kies_telefoon(beheer)
    html = beheer.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert "Gekozen voor het inloggen: telefoon" in html


def test_the_way_to_it_stands_in_the_account(client):
    kies_telefoon(client)
    assert STAP in client.get("/cms/account/").content.decode()
    assert "Telefoon met een app voor codes, sinds" in client.get(STAP).content.decode()


def test_logging_out_is_always_possible(client):
    assert client.post(reverse("wagtailadmin_logout")).status_code == 302
    assert client.get("/cms/").url.startswith("/cms/login/")


def test_production_always_asks():
    from site_bloei.settings.omgeving import omgeving

    assert "TWEEDE_FACTOR" not in omgeving.scheme
